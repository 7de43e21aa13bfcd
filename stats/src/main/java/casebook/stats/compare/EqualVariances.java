// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.ChiSquared;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.Arrays;

/// Tests whether several groups vary equally.
public final class EqualVariances {
  private EqualVariances() {}

  /// Tests by Bartlett's statistic, which asks for normal values.
  ///
  /// Source: Bartlett, M. S. (1937). Proceedings of the Royal Society A 160, 268-282. Equals:
  /// `bartlett.test` (R 4.2).
  ///
  /// @param groups at least two, each with at least two values that vary
  /// @return the statistic, its degrees of freedom and p, or the reason why there is none
  public static Answer<TestResult> bartlett(double[]... groups) {
    if (groups.length < 2 || Groups.anyShorter(2, groups)) {
      return Answer.none("there are fewer than two groups, or one has fewer than two values");
    }
    double df = 0;
    double squares = 0;
    double logarithms = 0;
    double inverses = 0;
    for (double[] group : groups) {
      double own = group.length - 1;
      double variance = Sample.of(group).variance();
      if (!(variance > 0)) {
        return Answer.none("a group does not vary");
      }
      df += own;
      squares += own * variance;
      logarithms += own * Math.log(variance);
      inverses += 1 / own;
    }
    double k = groups.length;
    double statistic =
        Math.max(0, df * Math.log(squares / df) - logarithms)
            / (1 + (inverses - 1 / df) / (3 * (k - 1)));
    return Answer.of(
        TestResult.of("Bartlett test", statistic, k - 1, ChiSquared.p(statistic, k - 1)));
  }

  /// Tests by an analysis of variance of the distances from the group medians (Levene's test in the
  /// form of Brown and Forsythe).
  ///
  /// Source: Brown, M. B. and Forsythe, A. B. (1974). Journal of the American Statistical
  /// Association 69, 364-367. Equals: `car::leveneTest` (R).
  ///
  /// @param groups at least two, each with at least one value
  /// @return F, the degrees of freedom between groups and p, or the reason why there is none
  public static Answer<TestResult> brownForsythe(double[]... groups) {
    if (Groups.anyShorter(1, groups)) {
      return Answer.none("a group is empty");
    }
    double[][] distances =
        Arrays.stream(groups).map(EqualVariances::fromMedian).toArray(double[][]::new);
    Answer<Anova> table = Anova.oneWay(distances);
    if (table.value().isEmpty()) {
      return Answer.none(table.outcome());
    }
    return table
        .orThrow()
        .test()
        .map(test -> new TestResult("Brown-Forsythe test", test.statistic(), test.df(), test.p()));
  }

  private static double[] fromMedian(double[] group) {
    double[] sorted = group.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    return Arrays.stream(group).map(value -> Math.abs(value - median)).toArray();
  }
}
