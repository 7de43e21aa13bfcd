// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.Optional;

/// The Mann-Whitney (Wilcoxon rank sum) test.
///
/// U counts the pairs in which the first group's value is the larger, ties as one half. The exact
/// test enumerates the mid-ranks, ties included: two-sided p is the probability of a rank sum at
/// least as far from its mean. The asymptotic test uses the variance corrected for ties. Where all
/// values are equal p is 1, with the reason beside it.
///
/// Source: Mann, H. B. and Whitney, D. R. (1947). Annals of Mathematical Statistics 18, 50-60.
/// Equals: `wilcox.test` (R 4.2) without ties or asymptotically; `coin::wilcox_test(distribution =
/// "exact")` with ties. The shift that belongs to it is [HodgesLehmann].
///
/// @param alternative what the test is to find
/// @param continuityCorrection whether the asymptotic test moves U by 1/2 towards its mean
public record MannWhitney(Alternative alternative, boolean continuityCorrection) {
  private static final String EMPTY = "a group is empty";
  private static final String EQUAL = "all values are equal";

  /// Makes the two-sided test, asymptotically with continuity correction.
  public static MannWhitney standard() {
    return new MannWhitney(Alternative.TWO_SIDED, true);
  }

  /// Returns the test against another alternative.
  public MannWhitney withAlternative(Alternative other) {
    return new MannWhitney(other, continuityCorrection);
  }

  /// Returns the test with or without continuity correction.
  public MannWhitney withContinuityCorrection(boolean other) {
    return new MannWhitney(alternative, other);
  }

  /// Returns U of the first group.
  ///
  /// @param first any length
  /// @param second any length
  public static double u(double[] first, double[] second) {
    long sum = Ranks.of(first, second).doubledSum(0, first.length);
    return (sum - (long) first.length * (first.length + 1L)) / 2.0;
  }

  /// Returns the share of pairs in which the first group's value is the larger, ties as one half: U
  /// / (n1 n2).
  ///
  /// @return between 0 and 1, or the reason when a group is empty
  public static Answer<Double> superiority(double[] first, double[] second) {
    return first.length == 0 || second.length == 0
        ? Answer.none(EMPTY)
        : Answer.of(u(first, second) / ((double) first.length * second.length));
  }

  /// Tests by the normal approximation of U.
  ///
  /// @param first at least one value
  /// @param second at least one value
  /// @return z and p, or the reason when a group is empty; p of 1 with the reason when all values
  ///   are equal
  public Answer<TestResult> asymptotic(double[] first, double[] second) {
    if (first.length == 0 || second.length == 0) {
      return Answer.none(EMPTY);
    }
    double m = first.length;
    double n = second.length;
    double all = m + n;
    Ranks ranks = Ranks.of(first, second);
    double u = (ranks.doubledSum(0, first.length) - m * (m + 1)) / 2;
    double variance = m * n / 12 * (all + 1 - ranks.tieTerm() / (all * (all - 1)));
    if (ranks.allTied()) {
      return Ranks.withoutOrder("Mann-Whitney test", EQUAL);
    }
    return Answer.of(
        Approximation.normal(
            "Mann-Whitney test",
            u - m * n / 2,
            Math.sqrt(variance),
            alternative,
            continuityCorrection));
  }

  /// Tests by the exact distribution of the mid-ranks.
  ///
  /// @param first at least one value
  /// @param second at least one value
  /// @return p, or the reason when a group is empty or the groups are too large to enumerate
  public Answer<TestResult> exact(double[] first, double[] second) {
    return enumerate(first, second, "Mann-Whitney test, exact", false);
  }

  /// Tests by the exact distribution of the mid-ranks; two-sided p is twice the smaller tail.
  ///
  /// @param first at least one value
  /// @param second at least one value
  /// @return p, or the reason when a group is empty or the groups are too large to enumerate
  public Answer<TestResult> exactDoubled(double[] first, double[] second) {
    return enumerate(first, second, "Mann-Whitney test, exact, doubled tail", true);
  }

  private Answer<TestResult> enumerate(
      double[] first, double[] second, String method, boolean doubled) {
    if (first.length == 0 || second.length == 0) {
      return Answer.none(EMPTY);
    }
    boolean swapped = first.length > second.length;
    Ranks ranks = Ranks.of(first, second);
    if (ranks.allTied()) {
      return Ranks.withoutOrder(method, EQUAL);
    }
    int size = swapped ? second.length : first.length;
    int from = swapped ? first.length : 0;
    Optional<SubsetSums> sums = SubsetSums.of(ranks.doubled(), size);
    if (sums.isEmpty()) {
      return Answer.none(
          "the exact distribution of " + ranks.size() + " values is too long to enumerate");
    }
    double sum = ranks.doubledSum(from, from + size);
    double below = sums.get().lower(sum);
    double above = sums.get().upper(sum);
    double p =
        switch (alternative) {
          case LESS -> swapped ? above : below;
          case GREATER -> swapped ? below : above;
          case TWO_SIDED ->
              doubled
                  ? Math.min(1, 2 * Math.min(below, above))
                  : sums.get().outside(sum, (double) size * (ranks.size() + 1));
        };
    return Answer.of(TestResult.exact(method, PValue.of(p)));
  }
}
