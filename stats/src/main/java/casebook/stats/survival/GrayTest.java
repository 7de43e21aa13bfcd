// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.dist.ChiSquared;
import casebook.stats.math.Cholesky;
import casebook.stats.math.Matrix;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Tests whether groups have the same cumulative incidence of a cause, in the presence of others.
///
/// The log-rank idea for the subdistribution hazard: group i counts as if R_i = n_i (1 - F_i(t-)) /
/// S_i(t-) of its people were at risk, so that those who had another event stay in; events of the
/// cause are compared with what the groups' shares of the R expect. The variance follows the
/// martingales of all causes in all groups.
///
/// Source: Gray, 1988, Annals of Statistics 16:1141-1154. Equals: `cuminc` of R's cmprsk 2.2 with
/// rho 0 (statistic and p-value).
public record GrayTest() {
  /// The test with equal weights for all times.
  public static GrayTest standard() {
    return new GrayTest();
  }

  /// Compares groups.
  ///
  /// @param times follow-up with causes, n rows
  /// @param cause the cause, from 1
  /// @param groups length n, group of each row, from 0
  public Answer<TestResult> test(CompetingTimes times, int cause, int[] groups) {
    return test(times, cause, groups, new int[times.size()]);
  }

  /// Compares groups within strata.
  ///
  /// There is no answer without events of the cause or with fewer than two groups.
  ///
  /// @param times follow-up with causes, n rows
  /// @param cause the cause, from 1
  /// @param groups length n, group of each row, from 0
  /// @param strata length n, stratum of each row, from 0
  public Answer<TestResult> test(CompetingTimes times, int cause, int[] groups, int[] strata) {
    CompetingTimes.requireCause(cause);
    int count = Groups.check(groups, times.size());
    int strataCount = Groups.check(strata, times.size());
    if (times.events(cause) == 0) {
      return Answer.none("there are no events of the cause");
    }
    int df = count - 1;
    if (df < 1) {
      return Answer.none("there is only one group");
    }
    double[] score = new double[count];
    double[] variance = new double[count * count];
    for (int s = 0; s < strataCount; s++) {
      int stratum = s;
      int[] rows =
          IntStream.range(0, strata.length).filter(row -> strata[row] == stratum).toArray();
      int[] inStratum = IntStream.of(rows).map(row -> groups[row]).toArray();
      new GraySums(times.select(rows), cause, inStratum, count).addTo(score, variance);
    }
    int[] tested = IntStream.range(0, df).toArray();
    return Cholesky.of(Matrix.of(count, count, variance).select(tested))
        .map(factor -> {
          double[] u = Arrays.copyOf(score, df);
          double[] solved = factor.solve(u);
          double statistic = IntStream.range(0, df).mapToDouble(j -> u[j] * solved[j]).sum();
          var p = ChiSquared.p(statistic, df);
          return Answer.of(TestResult.of("Gray chi-square", statistic, df, p));
        })
        .orElseGet(() -> Answer.none("a group is never at risk when events of the cause happen"));
  }
}
