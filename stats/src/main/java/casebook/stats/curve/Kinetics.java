// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.function.Function;

/// A fitted one-compartment model and the numbers that describe it. Units follow from those of
/// dose, concentration and time; every interval is symmetric on the logarithmic scale (delta
/// method).
///
/// @param fit the fit on the logarithms of the rates
/// @param dose the dose given
public record Kinetics(CurveFit fit, double dose) {
  static Answer<Kinetics> of(CurveFit fit, double dose) {
    return fit.residualStandardDeviation().map(_ -> new Kinetics(fit, dose));
  }

  private Estimate ofLn(double level, Function<Dual[], Dual> ln) {
    Estimate estimate = fit.derived("ln", ln).orThrow().estimate(level);
    return new Estimate(Math.exp(estimate.value()), estimate.interval().map(Interval::exp));
  }

  private static Dual lnClearance(Dual[] b) {
    return b[b.length - 1];
  }

  /// Returns the time in which the concentration halves.
  ///
  /// @param level confidence level, between 0 and 1
  public Estimate halfLife(double level) {
    return ofLn(level, b -> Dual.of(2).ln().ln().minus(b[0]));
  }

  /// Returns the clearance, a volume for each unit of time.
  ///
  /// @param level confidence level, between 0 and 1
  public Estimate clearance(double level) {
    return ofLn(level, Kinetics::lnClearance);
  }

  /// Returns the volume of distribution.
  ///
  /// @param level confidence level, between 0 and 1
  public Estimate volume(double level) {
    return ofLn(level, b -> lnClearance(b).minus(b[0]));
  }

  /// Returns the area under the whole curve, the dose over the clearance.
  ///
  /// @param level confidence level, between 0 and 1
  public Estimate area(double level) {
    return ofLn(level, b -> Dual.of(dose).ln().minus(lnClearance(b)));
  }

  /// Returns the time of the highest concentration, or the reason why there is none.
  ///
  /// @param level confidence level, between 0 and 1
  public Answer<Estimate> peakTime(double level) {
    return isAbsorbed()
        ? Answer.of(ofLn(level, b -> peakTime(b).ln()))
        : Answer.none("after a bolus the concentration is highest at once");
  }

  /// Returns the highest concentration.
  ///
  /// @param level confidence level, between 0 and 1
  public Estimate peak(double level) {
    return ofLn(
        level,
        b -> {
          Dual start = Dual.of(dose).ln().plus(b[0]).minus(lnClearance(b));
          return isAbsorbed() ? start.minus(b[0].exp().times(peakTime(b))) : start;
        });
  }

  private boolean isAbsorbed() {
    return fit.names().size() == 3;
  }

  private static Dual peakTime(Dual[] b) {
    return b[1].minus(b[0]).over(b[1].exp().minus(b[0].exp()));
  }
}
