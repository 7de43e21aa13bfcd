// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.Normal;
import casebook.stats.dist.StudentT;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;

/// Bland and Altman's limits of agreement of two methods that measure the same.
///
/// The limits are mean difference -+ z s; the interval of a limit has the standard error s sqrt(1 /
/// n
/// + z^2 / (2 (n - 1))) and t with n - 1 degrees of freedom.
///
/// Source: Bland, J. M. and Altman, D. G. (1986). Lancet 327, 307-310, and (1999). Statistical
/// Methods in Medical Research 8, 135-160.
///
/// @param coverage share of the differences between the limits, between 0 and 1
/// @param level confidence level of the intervals, between 0 and 1
public record Agreement(double coverage, double level) {
  public Agreement {
    FisherInterval.requireLevel(level);
    if (!(coverage > 0 && coverage < 1)) {
      throw new IllegalArgumentException("coverage " + coverage + " is not between 0 and 1");
    }
  }

  /// What the pairs say.
  ///
  /// @param bias mean difference, first minus second, with its interval
  /// @param deviation standard deviation of the differences
  /// @param lower lower limit of agreement, with its interval
  /// @param upper upper limit of agreement, with its interval
  public record Limits(Estimate bias, double deviation, Estimate lower, Estimate upper) {}

  /// Makes the limits of 95% of the differences with 95% intervals.
  public static Agreement standard() {
    return new Agreement(0.95, 0.95);
  }

  /// Computes the limits.
  ///
  /// @param first measurement of each subject by the first method
  /// @param second measurement of the same subjects by the second method
  /// @return the limits, or the reason when there are fewer than two pairs
  public Answer<Limits> of(double[] first, double[] second) {
    double[] differences = Pairs.differences(first, second);
    int n = differences.length;
    if (n < 2) {
      return Answer.none("there are fewer than two pairs");
    }
    Sample sample = Sample.of(differences);
    double bias = sample.mean().doubleValue();
    double deviation = Math.sqrt(sample.variance());
    double z = Normal.ofLevel(coverage);
    double t = new StudentT(n - 1.0).upperQuantile((1 - level) / 2);
    double error = deviation * Math.sqrt(1.0 / n + z * z / (2 * (n - 1.0)));
    return Answer.of(
        new Limits(
            around(bias, t * deviation / Math.sqrt(n)),
            deviation,
            around(bias - z * deviation, t * error),
            around(bias + z * deviation, t * error)));
  }

  private Estimate around(double value, double half) {
    return new Estimate(value, new Interval(value - half, value + half, level));
  }
}
