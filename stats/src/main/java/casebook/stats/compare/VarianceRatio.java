// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.FisherF;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;

/// The ratio of two variances with its F test; it asks for normal values.
///
/// p is twice the smaller tail, and the interval inverts that test. Equals: `var.test` (R 4.2).
///
/// @param level confidence level, between 0 and 1
public record VarianceRatio(double level) {
  public VarianceRatio {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// What the comparison gives.
  ///
  /// @param ratio variance of the first over that of the second group
  /// @param test the F test; its degrees of freedom are those of the numerator
  public record Ratio(Estimate ratio, TestResult test) {}

  /// Makes the comparison with a 95% interval.
  public static VarianceRatio standard() {
    return new VarianceRatio(0.95);
  }

  /// Compares two groups.
  ///
  /// @param first at least two values
  /// @param second at least two values that vary
  public Answer<Ratio> of(double[] first, double[] second) {
    if (first.length < 2 || second.length < 2) {
      return Answer.none("a group has fewer than two values");
    }
    double denominator = Sample.of(second).variance();
    double numerator = Sample.of(first).variance();
    if (!(denominator > 0 && numerator > 0)) {
      return Answer.none("a group does not vary");
    }
    double f = numerator / denominator;
    FisherF distribution = new FisherF(first.length - 1.0, second.length - 1.0);
    double ln = Math.min(distribution.lnLower(f), distribution.lnUpper(f)) + Math.log(2);
    double tail = (1 - level) / 2;
    Interval interval =
        new Interval(f / distribution.upperQuantile(tail), f / distribution.quantile(tail), level);
    return Answer.of(
        new Ratio(
            new Estimate(f, interval),
            TestResult.of(
                "F test of variances", f, first.length - 1.0, PValue.ofLn(Math.min(0, ln)))));
  }
}
