// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dosing;

import casebook.stats.dist.Normal;
import casebook.stats.math.Matrix;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// What a forecast knows of one patient: deviations from the population and their covariance.
///
/// Intervals are normal on the logarithmic scale. They hold for the true level on the last
/// occasion; that of [#measured] also has the error of a measured one. The uncertainty of the
/// population's own values is in neither.
public final class PatientKinetics {
  private final PopulationModel model;
  private final Covariates who;
  private final double[] eta;
  private final Matrix covariance;
  private final double confidence;
  private final SteadyState state;

  PatientKinetics(
      PopulationModel model, Covariates who, double[] eta, Matrix covariance, double confidence) {
    this.model = model;
    this.who = who;
    this.eta = eta.clone();
    this.covariance = covariance;
    this.confidence = confidence;
    state = new SteadyState(model, who, eta);
  }

  /// Returns the deviations on the logarithmic scale: of clearance, central volume, absorption, and
  /// of bioavailability on each occasion.
  public List<Double> deviations() {
    return Arrays.stream(eta).boxed().toList();
  }

  /// Returns the apparent clearance CL/F in L/h.
  public Estimate clearance() {
    double typical = model.clearance(who) / model.bioavailability(who);
    return estimate(typical * Math.exp(eta[0] - eta[eta.length - 1]), deviation());
  }

  /// Returns the standard deviation of ln(CL/F), given the levels.
  public double deviation() {
    int last = eta.length - 1;
    return Math.sqrt(covariance.quadratic(place -> place == 0 ? 1 : place == last ? -1 : 0));
  }

  /// Returns the standard deviation of ln(CL/F) in the population.
  public double populationDeviation() {
    PopulationModel.Variability of = model.variability();
    return Math.sqrt(of.clearance() + of.bioavailability());
  }

  /// Returns how far the estimate of ln(CL/F) is drawn back to the population: the variance that
  /// the levels leave as a share of that of the population, 1 without any level.
  ///
  /// Source: Combes, Retout, Frey & Mentre, 2013, Pharmaceutical Research 30:2355-2367.
  public double shrinkage() {
    double ratio = deviation() / populationDeviation();
    return ratio * ratio;
  }

  /// Forecasts the level in ng/mL at steady state.
  ///
  /// @param doses what is taken every 12 hours
  /// @param hours hours since the last dose, at least 0 and below 48, before the next is taken; 12
  ///   gives the trough
  public Estimate level(TwiceDaily doses, double hours) {
    SecondOrder log = log(doses, hours);
    return estimate(value(log), Math.sqrt(variance(log)));
  }

  /// Returns the interval in which a measured level is expected, in ng/mL.
  ///
  /// @param doses as in [#level]
  /// @param hours as in [#level]
  public Interval measured(TwiceDaily doses, double hours) {
    SecondOrder log = log(doses, hours);
    double deviation = Math.sqrt(variance(log) + model.variability().residual());
    return interval(value(log), deviation);
  }

  /// Returns the dose in mg, taken every 12 hours, that brings the level at steady state to a
  /// target; its interval is that of the dose that truly does.
  ///
  /// @param target level in ng/mL, above 0
  /// @param hours hours since the dose at which it is measured, 12 for the trough
  public Estimate doseFor(double target, double hours) {
    if (!(target > 0 && target < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the target is " + target + " ng/mL; it is above 0");
    }
    SecondOrder log = log(TwiceDaily.each(1), hours);
    return estimate(target / value(log), Math.sqrt(variance(log)));
  }

  /// Returns which share of the final trough is reached after some equal doses.
  ///
  /// @param doses how many doses, 12 hours apart, at least 1
  public double shareOfSteadyState(int doses) {
    if (doses < 1) {
      throw new IllegalArgumentException(doses + " doses; at least 1");
    }
    TwiceDaily one = TwiceDaily.each(1);
    double later = state.level(one, 12.0 + 12.0 * doses).value();
    return 1 - later / state.level(one, 12).value();
  }

  private SecondOrder log(TwiceDaily doses, double hours) {
    Occasion.requireHours(hours);
    return state.level(doses, hours).ln();
  }

  private double value(SecondOrder log) {
    return Math.exp(log.value() + eta[eta.length - 1]);
  }

  private double variance(SecondOrder log) {
    int last = eta.length - 1;
    IntToDoubleFunction gradient = place -> Posterior.slope(log, place, last);
    return covariance.quadratic(gradient);
  }

  private Estimate estimate(double value, double deviation) {
    return new Estimate(value, interval(value, deviation));
  }

  private Interval interval(double value, double deviation) {
    double factor = Math.exp(Normal.ofLevel(confidence) * deviation);
    return new Interval(value / factor, value * factor, confidence);
  }

  @Override
  public String toString() {
    return "kinetics of a patient by " + model.name() + " " + Arrays.toString(eta);
  }
}
