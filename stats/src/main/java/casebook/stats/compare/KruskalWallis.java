// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.ChiSquared;
import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.Arrays;

/// The Kruskal-Wallis test: do several groups have values of the same height?
///
/// H = 12 / (N (N + 1)) sum n (mean rank - (N + 1) / 2)^2, divided by 1 - sum(t^3 - t) / (N^3 - N)
/// for ties; p from the chi-squared distribution, or from all ways to deal the mid-ranks, ties
/// included, to groups of the sizes seen. Source: Kruskal, W. H. and Wallis, W. A. (1952). Journal
/// of the American Statistical Association 47, 583-621. Equals: `kruskal.test` (R 4.2).
public final class KruskalWallis {
  /// More ways to deal the ranks than this are not gone through.
  private static final double MOST_DEALS = 4e6;

  private KruskalWallis() {}

  /// Tests the groups.
  ///
  /// @param groups at least two, each with at least one value
  /// @return H, its degrees of freedom and p, or the reason when a group is empty; p of 1 with the
  ///   reason when all values are equal
  public static Answer<TestResult> test(double[]... groups) {
    if (groups.length < 2 || Groups.anyShorter(1, groups)) {
      return Answer.none("there are fewer than two groups, or one is empty");
    }
    Ranks ranks = Ranks.of(Groups.joined(groups));
    double n = ranks.size();
    double untied = 1 - ranks.tieTerm() / (n * (n * n - 1));
    if (ranks.allTied()) {
      return Ranks.withoutOrder("Kruskal-Wallis test", "all values are equal");
    }
    double sum = 0;
    int start = 0;
    for (double[] group : groups) {
      double distance = ranks.doubledSum(start, start + group.length) - group.length * (n + 1);
      sum += distance * distance / group.length;
      start += group.length;
    }
    double h = 3 * sum / (n * (n + 1)) / untied;
    double df = groups.length - 1;
    return Answer.of(TestResult.of("Kruskal-Wallis test", h, df, ChiSquared.p(h, df)));
  }

  /// Tests by the exact distribution of H.
  ///
  /// @param groups at least two, each with at least one value
  /// @return p, or the reason when a group is empty or there are more than 4 million ways to deal
  ///   the values to the groups; p of 1 with the reason when all values are equal
  public static Answer<TestResult> exact(double[]... groups) {
    Answer<TestResult> asymptotic = test(groups);
    if (!asymptotic.outcome().usable()) {
      return asymptotic;
    }
    int[] sizes = Arrays.stream(groups).mapToInt(group -> group.length).toArray();
    if (RankDeals.deals(sizes) > MOST_DEALS) {
      return Answer.none("the groups are too large to enumerate");
    }
    double p = new RankDeals(Ranks.of(Groups.joined(groups)).doubled(), sizes).tail();
    return Answer.of(TestResult.exact("Kruskal-Wallis test, exact", PValue.of(p)));
  }
}
