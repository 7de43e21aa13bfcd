// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.describe.Quantile;
import casebook.stats.dist.StudentT;
import casebook.stats.result.Answer;
import casebook.stats.result.Interval;
import casebook.stats.result.Outcome;
import java.util.Arrays;
import java.util.Optional;

/// Robust reference limits of 20 to 119 subjects: location and scale by Tukey's biweight.
///
/// Location t by iteration with tuning constant 3.7 and scale MAD / 0.6745; scale s by the biweight
/// with 205.6 about the median, and standard error of t by the biweight with 3.7. The limits are t
/// -+ t(n - 1) sqrt(s^2 + se^2).
///
/// Source: Horn, P. S., Pesce, A. J. and Copeland, B. E. (1998). A robust approach to reference
/// interval estimation and evaluation. Clinical Chemistry 44, 622-631; CLSI EP28-A3c, appendix B.
///
/// @param coverage share of the subjects between the limits, between 0 and 1
public record RobustLimits(double coverage) {
  private static final double WIDE = 205.6;
  private static final double NARROW = 3.7;
  private static final double NORMAL_MAD = 0.6745;
  private static final int MOST_STEPS = 10_000;

  public RobustLimits {
    if (!(coverage > 0 && coverage < 1)) {
      throw new IllegalArgumentException("coverage " + coverage + " is not between 0 and 1");
    }
  }

  /// What the subjects say.
  ///
  /// @param median of the values
  /// @param scaledDeviation median absolute deviation / 0.6745
  /// @param location biweight location t
  /// @param wideScale biweight scale s with constant 205.6
  /// @param narrowScale biweight scale with constant 3.7
  /// @param locationError standard error of the location
  /// @param limits lower and upper reference limit; their level is the coverage
  public record Limits(
      double median,
      double scaledDeviation,
      double location,
      double wideScale,
      double narrowScale,
      double locationError,
      Interval limits) {}

  /// Makes the limits of the central 95%.
  public static RobustLimits standard() {
    return new RobustLimits(0.95);
  }

  /// Computes the limits.
  ///
  /// @param values one of each reference subject
  /// @return the limits, or the reason when there are too few values or half of them are equal
  public Answer<Limits> of(double[] values) {
    if (values.length < 3) {
      return Answer.none("there are fewer than three values");
    }
    double median = median(values);
    double deviation =
        median(Arrays.stream(values).map(x -> Math.abs(x - median)).toArray()) / NORMAL_MAD;
    if (!(deviation > 0)) {
      return Answer.none("half of the values or more are equal");
    }
    double location = median;
    int steps = 0;
    for (double moved = Double.NaN; steps < MOST_STEPS; steps++) {
      moved = step(values, location, NARROW * deviation);
      boolean settled = Math.abs(moved - location) < 1e-14 * Math.max(1, Math.abs(location));
      location = moved;
      if (settled) {
        break;
      }
    }
    double n = values.length;
    double wide = Math.sqrt(n) * spread(values, median, WIDE * deviation);
    double narrow = Math.sqrt(n) * spread(values, median, NARROW * deviation);
    double error = spread(values, location, NARROW * narrow);
    double half = new StudentT(n - 1).upperQuantile((1 - coverage) / 2) * Math.hypot(wide, error);
    if (!(half < Double.POSITIVE_INFINITY)) {
      return Answer.none("the values are too far apart for the biweight");
    }
    return new Answer<>(
        Optional.of(
            new Limits(
                median,
                deviation,
                location,
                wide,
                narrow,
                error,
                new Interval(location - half, location + half, coverage))),
        new Outcome.Converged(steps));
  }

  private static double median(double[] values) {
    return Quantile.standard().of(values, 0.5).orElseThrow();
  }

  private static double step(double[] values, double centre, double width) {
    double weights = 0;
    double sum = 0;
    for (double x : values) {
      double u = (x - centre) / width;
      double rest = 1 - u * u;
      double weight = Math.abs(u) < 1 ? rest * rest : 0;
      weights += weight;
      sum += weight * (x - centre);
    }
    return centre + sum / weights;
  }

  // the biweight estimate of the standard error of a location
  private static double spread(double[] values, double centre, double width) {
    double squares = 0;
    double curvature = 0;
    for (double x : values) {
      double u = (x - centre) / width;
      double v = u * u;
      if (v < 1) {
        squares += v * Math.pow(1 - v, 4);
        curvature += (1 - v) * (1 - 5 * v);
      }
    }
    return width * Math.sqrt(squares / (curvature * Math.max(1, curvature - 1)));
  }
}
