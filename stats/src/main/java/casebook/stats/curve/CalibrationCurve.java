// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import casebook.stats.dist.StudentT;
import casebook.stats.math.Roots;
import casebook.stats.regress.LeastSquaresCoefficient;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/// A fitted calibration curve, and the doses that responses stand for.
///
/// The interval of a dose inverts the prediction interval of the curve: it holds every dose at
/// which a response like the one read would not be surprising. It is not symmetric, and open
/// towards an asymptote that it reaches. The delta method, symmetric on the logarithmic scale, is
/// given beside it.
///
/// Source: Seber & Wild 1989, Nonlinear Regression, section 5.8; Davidian, Carroll & Smith 1988,
/// Biometrika 75:549.
public final class CalibrationCurve {
  static final List<String> FOUR =
      List.of("response to no dose", "response to infinite dose", "ln midpoint", "slope");
  static final List<String> FIVE =
      List.of(
          "response to no dose", "response to infinite dose", "ln midpoint", "slope", "asymmetry");

  /// Natural logarithms of dose beyond the midpoint, in units of 1/slope, where a curve is flat.
  private static final double FLAT = 200;

  /// The largest natural logarithm of a dose.
  private static final double LARGEST = 700;

  private final CurveFit fit;
  private final double sigma;
  private final double lowestDose;
  private final double highestDose;

  private CalibrationCurve(CurveFit fit, double sigma, double lowestDose, double highestDose) {
    this.fit = fit;
    this.sigma = sigma;
    this.lowestDose = lowestDose;
    this.highestDose = highestDose;
  }

  static Answer<CalibrationCurve> of(CurveFit fit, Observations standards) {
    Answer<Double> sigma = fit.residualStandardDeviation();
    if (sigma.value().isEmpty()) {
      return Answer.none(sigma.outcome());
    }
    boolean turned = !(fit.values().get(3) > 0);
    boolean bent = fit.names().size() > 4 && !(fit.values().get(4) > 0);
    if (turned || bent) {
      return Answer.none("the responses do not follow a logistic curve");
    }
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (int i = 0; i < standards.rows(); i++) {
      low = Math.min(low, standards.x(i)[0]);
      high = Math.max(high, standards.x(i)[0]);
    }
    return Answer.of(new CalibrationCurve(fit, sigma.orThrow(), low, high));
  }

  /// A dose that a response stands for.
  ///
  /// @param inverted the dose with the interval that inverts the prediction interval
  /// @param delta the dose with the interval of the delta method
  /// @param lnStandardError the standard error of the logarithm of the dose
  /// @param beyondStandards whether the dose lies outside of the standards' doses
  public record Dose(
      Estimate inverted, Estimate delta, double lnStandardError, boolean beyondStandards) {}

  /// Returns the fit: parameters, standard errors, residuals.
  public CurveFit fit() {
    return fit;
  }

  double[] parameters() {
    return fit.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// Returns the response that the curve has at a dose, with its standard error.
  ///
  /// @param dose at least 0
  public LeastSquaresCoefficient response(double dose) {
    if (!(dose >= 0 && dose < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the dose is " + dose + "; it is finite, at least 0");
    }
    return fit.at(dose).orThrow();
  }

  /// Returns the dose halfway between no and infinite dose (EC50), its interval symmetric on the
  /// logarithmic scale.
  ///
  /// @param level confidence level, between 0 and 1
  public Estimate midpoint(double level) {
    return exp(fit.derived("ln midpoint", LogisticCurve::lnMidpoint).orThrow().estimate(level));
  }

  private static Estimate exp(Estimate ln) {
    return new Estimate(Math.exp(ln.value()), ln.interval().map(Interval::exp));
  }

  /// Returns the dose that a response stands for.
  ///
  /// @param response one reading, or the mean of several
  /// @param weight the sum of the readings' weights: 2 for a pair where the standards have weight 1
  /// @param level confidence level, between 0 and 1
  /// @return the dose, or in words that the response lies above or below the curve
  public Answer<Dose> dose(double response, double weight, double level) {
    if (!(weight > 0)) {
      throw new IllegalArgumentException("the weight is " + weight + "; it is above 0");
    }
    double none = fit.values().get(0);
    double infinite = fit.values().get(1);
    if (response >= Math.max(none, infinite)) {
      return Answer.none("the response is above the curve");
    }
    if (response <= Math.min(none, infinite)) {
      return Answer.none("the response is below the curve");
    }
    Dual[] constants = fit.values().stream().map(Dual::of).toArray(Dual[]::new);
    double lnDose = LogisticCurve.lnDose(constants, response).value();
    double t = new StudentT(fit.df()).upperQuantile((1 - level) / 2);
    double error = noise(lnDose, weight) / Math.abs(steepness(lnDose));
    Interval delta = new Interval(lnDose - t * error, lnDose + t * error, level);
    double dose = Math.exp(lnDose);
    return Answer.of(
        new Dose(
            new Estimate(dose, inverted(lnDose, response, weight, t, level)),
            exp(new Estimate(lnDose, delta)),
            error,
            dose < lowestDose || dose > highestDose));
  }

  /// Returns the standard error of a new reading's distance from the curve.
  private double noise(double lnDose, double weight) {
    return Math.hypot(fitted(lnDose).standardError(), sigma / Math.sqrt(weight));
  }

  private LeastSquaresCoefficient fitted(double lnDose) {
    return fit.at(Math.exp(lnDose)).orThrow();
  }

  /// Returns by how much the response changes with the logarithm of the dose.
  private double steepness(double lnDose) {
    double[] p = parameters();
    double power = Math.exp(p[3] * (lnDose - p[2]));
    double asymmetry = p.length > 4 ? p[4] : 1;
    double share = power / (1 + power) * Math.pow(1 + power, -asymmetry);
    return (p[1] - p[0]) * asymmetry * p[3] * share;
  }

  private Interval inverted(double lnDose, double response, double weight, double t, double level) {
    double[] p = parameters();
    double low = Math.max(p[2] - FLAT / p[3], -LARGEST);
    double high = Math.min(p[2] + FLAT / p[3], LARGEST);
    DoubleUnaryOperator surprise =
        ln -> {
          double inside = Math.clamp(ln, low, high);
          return Math.abs(response - fitted(inside).value()) - t * noise(inside, weight);
        };
    double step = 0.1 / p[3];
    OptionalDouble below = Roots.outward(surprise, lnDose, -step);
    OptionalDouble above = Roots.outward(surprise, lnDose, step);
    return new Interval(
        below.isPresent() ? Math.exp(below.getAsDouble()) : 0,
        above.isPresent() ? Math.exp(above.getAsDouble()) : Double.POSITIVE_INFINITY,
        level);
  }
}
