// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.dist.ChiSquared;
import casebook.stats.dist.Normal;
import casebook.stats.math.Cholesky;
import casebook.stats.math.Matrix;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import java.util.stream.IntStream;

/// What a log-rank test found: observed and expected events of each group, and the tests on them.
///
/// With weights other than 1 the events are weighted sums.
public final class LogRankResult {
  private final double level;
  private final LogRankSums sums;
  private final TestResult test;

  private LogRankResult(double level, LogRankSums sums, TestResult test) {
    this.level = level;
    this.sums = sums;
    this.test = test;
  }

  static Answer<LogRankResult> of(double level, LogRankSums sums) {
    int[] present =
        IntStream.range(0, sums.people.length).filter(g -> sums.expected[g] > 0).toArray();
    if (present.length == 0) {
      return Answer.none("there are no events");
    }
    if (present.length == 1) {
      return Answer.none("only one group is at risk when events happen");
    }
    int df = present.length - 1;
    double[] difference = new double[df];
    double[] covariance = new double[df * df];
    for (int i = 0; i < df; i++) {
      difference[i] = sums.observed[present[i + 1]] - sums.expected[present[i + 1]];
      for (int j = 0; j < df; j++) {
        covariance[i + j * df] = sums.variance[present[i + 1]][present[j + 1]];
      }
    }
    return Cholesky.of(Matrix.of(df, df, covariance))
        .map(factor -> {
          double statistic = dot(difference, factor.solve(difference));
          var p = ChiSquared.p(statistic, df);
          var test = TestResult.of("log-rank chi-square", statistic, df, p);
          return Answer.of(new LogRankResult(level, sums, test));
        })
        .orElseGet(() -> Answer.none("the groups are never at risk together"));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /// Returns the confidence level of the hazard ratio.
  public double level() {
    return level;
  }

  /// Returns the number of groups.
  public int groups() {
    return sums.people.length;
  }

  /// Returns the number of rows of a group.
  public int people(int group) {
    return sums.people[group];
  }

  /// Returns the (weighted) events of a group.
  public double observed(int group) {
    return sums.observed[group];
  }

  /// Returns the (weighted) events that a group expects when all survive alike.
  public double expected(int group) {
    return sums.expected[group];
  }

  /// Returns the covariance of observed minus expected of two groups.
  public double covariance(int group, int other) {
    return sums.variance[group][other];
  }

  /// Returns the chi-square test that all groups survive alike; its degrees of freedom are the
  /// groups that expect events, less one.
  public TestResult test() {
    return test;
  }

  /// Tests for a trend: the chi-square, with one degree of freedom, of sum x (O - E) over its
  /// variance. There is no answer when all groups at risk have one score.
  ///
  /// Source: Tarone, 1975, Biometrika 62:679-682.
  ///
  /// @param scores length: groups, the score x of each
  public Answer<TestResult> trend(double... scores) {
    double z = trendZ(scores);
    return Double.isNaN(z)
        ? Answer.none("the groups at risk have the same score")
        : Answer.of(TestResult.of("log-rank trend chi-square", z * z, 1, ChiSquared.p(z * z, 1)));
  }

  private double trendZ(double[] scores) {
    if (scores.length != groups()) {
      throw new IllegalArgumentException(scores.length + " scores for " + groups() + " groups");
    }
    double score = 0;
    double variance = 0;
    double scale = 0;
    for (int g = 0; g < scores.length; g++) {
      score += scores[g] * (sums.observed[g] - sums.expected[g]);
      for (int h = 0; h < scores.length; h++) {
        double term = scores[g] * scores[h] * sums.variance[g][h];
        variance += term;
        scale += Math.abs(term);
      }
    }
    return variance > 1e-12 * scale ? score / Math.sqrt(variance) : Double.NaN;
  }

  /// Returns the hazard of a group over that of another by Peto's one-step estimate, exp((O - E) /
  /// V), for two groups only.
  ///
  /// Source: Yusuf and others, 1985, Progress in Cardiovascular Diseases 27:335-371.
  ///
  /// @param group the group in the numerator, 0 or 1
  public Estimate petoHazardRatio(int group) {
    onlyTwo(group);
    double variance = sums.variance[group][group];
    double ln = (sums.observed[group] - sums.expected[group]) / variance;
    double half = Normal.ofLevel(level) / Math.sqrt(variance);
    var interval = new Interval(ln - half, ln + half, level).exp();
    return new Estimate(Math.exp(ln), interval);
  }

  /// Returns the ratio of observed to expected events of a group over that of the other, for two
  /// groups only; it has no interval.
  ///
  /// Source: Pike, 1972, Journal of the Royal Statistical Society A 135:201-203.
  ///
  /// @param group the group in the numerator, 0 or 1
  public Estimate pikeHazardRatio(int group) {
    onlyTwo(group);
    int other = 1 - group;
    return Estimate.of(
        sums.observed[group]
            / sums.expected[group]
            * (sums.expected[other] / sums.observed[other]));
  }

  private void onlyTwo(int group) {
    if (groups() != 2 || group < 0 || group > 1) {
      throw new IllegalArgumentException(
          "a hazard ratio of group " + group + " of " + groups() + "; it needs two groups");
    }
  }
}
