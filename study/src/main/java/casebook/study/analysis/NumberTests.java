// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.compare.KruskalWallis;
import casebook.stats.compare.MannWhitney;
import casebook.stats.compare.MeanDifference;
import casebook.stats.compare.TTest;
import casebook.stats.compare.WelchAnova;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import casebook.study.analysis.provenance.TestMethods;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// The test of a number by group. Which one follows from the declared summary, not from a look at
/// the values: means go with Welch, medians with ranks.
///
/// Source: Rochon, Gondan and Kieser, BMC Medical Research Methodology 12 (2012) 81.
final class NumberTests {
  /// Groups below this size without ties are compared exactly.
  private static final int SMALL = 50;

  private NumberTests() {}

  /// Tests the groups.
  ///
  /// @param byMean whether means are compared, else ranks
  /// @param groups the known values of each group, two groups at least
  static Statistic of(
      Address address, String label, boolean byMean, List<double[]> groups, Basis basis) {
    double[][] values = groups.toArray(new double[0][]);
    Method method = method(byMean, values);
    Answer<TestResult> answer = byMean ? means(values) : ranks(values);
    return TableTests.of(address, label + ": " + method.name(), answer, method, basis);
  }

  private static Method method(boolean byMean, double[][] groups) {
    if (byMean) {
      return groups.length == 2 ? TestMethods.WELCH : TestMethods.WELCH_ANOVA;
    }
    if (groups.length > 2) {
      return TestMethods.KRUSKAL_WALLIS;
    }
    return isExact(groups) ? TestMethods.MANN_WHITNEY_EXACT : TestMethods.MANN_WHITNEY;
  }

  private static Answer<TestResult> means(double[][] groups) {
    return groups.length == 2
        ? TTest.standard().welch(groups[0], groups[1]).map(MeanDifference::test)
        : WelchAnova.test(groups)
            .map(
                anova -> TestResult.of("Welch's ANOVA", anova.statistic(), anova.df1(), anova.p()));
  }

  private static Answer<TestResult> ranks(double[][] groups) {
    if (groups.length > 2) {
      return KruskalWallis.test(groups);
    }
    MannWhitney test = MannWhitney.standard();
    return isExact(groups)
        ? test.exact(groups[0], groups[1])
        : test.asymptotic(groups[0], groups[1]);
  }

  private static boolean isExact(double[][] groups) {
    double[] all = Arrays.stream(groups).flatMapToDouble(DoubleStream::of).toArray();
    boolean ties = Arrays.stream(all).distinct().count() < all.length;
    return !ties && groups[0].length < SMALL && groups[1].length < SMALL;
  }
}
