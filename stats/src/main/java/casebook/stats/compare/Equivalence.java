// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.StudentT;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;

/// Two one-sided tests of equivalence: the difference lies between two margins.
///
/// p is the larger of the p-values of "difference <= low" and "difference >= high"; it is below
/// alpha exactly when the two-sided interval of level 1 - 2 alpha lies inside the margins, and that
/// interval is the one given.
///
/// Source: Schuirmann, D. J. (1987). Journal of Pharmacokinetics and Biopharmaceutics 15, 657-680.
///
/// @param low lower margin, in the unit of the values
/// @param high upper margin, above `low`
/// @param alpha level of each one-sided test, between 0 and 0.5
public record Equivalence(double low, double high, double alpha) {
  public Equivalence {
    if (!(low < high)) {
      throw new IllegalArgumentException("margin " + low + " is not below margin " + high);
    }
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException("alpha " + alpha + " is not between 0 and 0.5");
    }
  }

  /// Makes the test at alpha = 0.05 with a 90% interval.
  ///
  /// @param low lower margin
  /// @param high upper margin
  public static Equivalence within(double low, double high) {
    return new Equivalence(low, high, 0.05);
  }

  /// Returns the test at another level.
  public Equivalence withAlpha(double other) {
    return new Equivalence(low, high, other);
  }

  /// Compares two groups whose variances may differ.
  ///
  /// @param first at least two values
  /// @param second at least two values
  public Answer<MeanDifference> welch(double[] first, double[] second) {
    return tests().welch(first, second).map(this::test);
  }

  /// Compares two values of each subject.
  ///
  /// @param first at least two values
  /// @param second the values of the same subjects in the same order
  public Answer<MeanDifference> paired(double[] first, double[] second) {
    return tests().paired(first, second).map(this::test);
  }

  /// Tests a difference that a model gave, such as a slope.
  ///
  /// @param difference in the unit of the margins
  /// @param standardError of the difference, at least 0
  /// @param df degrees of freedom, above 0
  public Answer<MeanDifference> of(double difference, double standardError, double df) {
    if (!(standardError > 0)) {
      return Answer.none("the values do not vary, so that there is no t statistic");
    }
    double half = new StudentT(df).upperQuantile(alpha) * standardError;
    Interval interval = new Interval(difference - half, difference + half, 1 - 2 * alpha);
    TestResult zero =
        TestResult.of(
            "t test",
            difference / standardError,
            df,
            StudentT.twoSided(difference / standardError, df));
    return Answer.of(
        test(new MeanDifference(new Estimate(difference, interval), standardError, zero)));
  }

  private TTest tests() {
    return new TTest(1 - 2 * alpha);
  }

  private MeanDifference test(MeanDifference found) {
    double df = found.test().df().orElseThrow();
    double aboveLow = (found.difference().value() - low) / found.standardError();
    double belowHigh = (found.difference().value() - high) / found.standardError();
    StudentT distribution = new StudentT(df);
    double lnLow = distribution.lnUpper(aboveLow);
    double lnHigh = distribution.lnLower(belowHigh);
    double t = lnLow >= lnHigh ? aboveLow : belowHigh;
    return new MeanDifference(
        found.difference(),
        found.standardError(),
        TestResult.of(
            "two one-sided t tests of equivalence", t, df, PValue.ofLn(Math.max(lnLow, lnHigh))));
  }
}
