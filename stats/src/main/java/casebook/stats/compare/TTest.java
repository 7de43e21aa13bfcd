// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.StudentT;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;

/// Student's t tests and the intervals that belong to them.
///
/// | test | standard error | degrees of freedom |
/// |---|---|---|
/// | Welch | sqrt(s1^2 / n1 + s2^2 / n2) | Satterthwaite |
/// | pooled | s sqrt(1 / n1 + 1 / n2), s^2 the pooled variance | n1 + n2 - 2 |
/// | paired | s of the differences / sqrt(n) | n - 1 |
/// | one sample | s / sqrt(n) | n - 1 |
///
/// Two-sided. Where nothing varies there is no t statistic. Source: Welch, B. L. (1947). Biometrika
/// 34, 28-35; Delacre, M., Lakens, D. and Leys, C. (2017). International Review of Social
/// Psychology 30, 92-101 (Welch as the default). Equals: `t.test` (R 4.2).
///
/// @param level confidence level of the intervals, between 0 and 1
public record TTest(double level) {
  public TTest {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the tests with 95% intervals.
  public static TTest standard() {
    return new TTest(0.95);
  }

  /// Returns the tests with intervals of another level.
  public TTest withLevel(double other) {
    return new TTest(other);
  }

  /// Compares two groups whose variances may differ.
  ///
  /// @param first at least two values
  /// @param second at least two values
  public Answer<MeanDifference> welch(double[] first, double[] second) {
    if (first.length < 2 || second.length < 2) {
      return Answer.none("a group has fewer than two values");
    }
    Sample one = Sample.of(first);
    Sample two = Sample.of(second);
    double a = one.variance() / one.n();
    double b = two.variance() / two.n();
    double share = a / (a + b);
    double df = 1 / (share * share / (one.n() - 1) + (1 - share) * (1 - share) / (two.n() - 1));
    return result("Welch t test", one.minus(two), Math.sqrt(a + b), df);
  }

  /// Compares two groups of one common variance.
  ///
  /// @param first at least one value
  /// @param second at least one value, three in both
  public Answer<MeanDifference> pooled(double[] first, double[] second) {
    if (first.length == 0 || second.length == 0 || first.length + second.length < 3) {
      return Answer.none("the groups have fewer than three values");
    }
    Sample one = Sample.of(first);
    Sample two = Sample.of(second);
    double df = one.n() + two.n() - 2;
    double variance = one.squares().add(two.squares()).doubleValue() / df;
    double error = Math.sqrt(variance * (1.0 / one.n() + 1.0 / two.n()));
    return result("pooled t test", one.minus(two), error, df);
  }

  /// Compares two values of each subject.
  ///
  /// @param first at least two values
  /// @param second the values of the same subjects in the same order
  public Answer<MeanDifference> paired(double[] first, double[] second) {
    return differences("paired t test", Pairs.differences(first, second));
  }

  /// Compares one mean with a number.
  ///
  /// @param values at least two values
  /// @param mean the mean under the null hypothesis
  /// @return the mean itself with its interval, and the test of the number
  public Answer<MeanDifference> oneSample(double[] values, double mean) {
    if (values.length < 2) {
      return Answer.none("there are fewer than two values");
    }
    Sample sample = Sample.of(values);
    double error = Math.sqrt(sample.variance() / sample.n());
    Answer<MeanDifference> shifted =
        result(
            "one-sample t test", sample.mean().subtract(mean).doubleValue(), error, sample.n() - 1);
    double centre = sample.mean().doubleValue();
    return shifted.map(found ->
        new MeanDifference(
            new Estimate(centre, around(centre, error, sample.n() - 1)), error, found.test()));
  }

  private Answer<MeanDifference> differences(String method, double[] differences) {
    if (differences.length < 2) {
      return Answer.none("there are fewer than two pairs");
    }
    Sample sample = Sample.of(differences);
    double error = Math.sqrt(sample.variance() / sample.n());
    return result(method, sample.mean().doubleValue(), error, sample.n() - 1);
  }

  private Answer<MeanDifference> result(String method, double difference, double error, double df) {
    if (!(error > 0)) {
      return Answer.none("the values do not vary, so that there is no t statistic");
    }
    double t = difference / error;
    return Answer.of(
        new MeanDifference(
            new Estimate(difference, around(difference, error, df)),
            error,
            TestResult.of(method, t, df, StudentT.twoSided(t, df))));
  }

  private Interval around(double centre, double error, double df) {
    double half = new StudentT(df).upperQuantile((1 - level) / 2) * error;
    return new Interval(centre - half, centre + half, level);
  }
}
