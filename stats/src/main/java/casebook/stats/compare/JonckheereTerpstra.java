// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.Arrays;
import java.util.Optional;

/// The Jonckheere-Terpstra test: do values rise, or fall, along ordered groups?
///
/// J counts the pairs of two groups in which the later group has the larger value, ties as one
/// half. The exact test enumerates all ways to deal the values, ties included, to the groups;
/// two-sided p is the probability of a J at least as far from its mean.
///
/// Source: Jonckheere, A. R. (1954). Biometrika 41, 133-145; variance with ties: Hollander and
/// Wolfe (1999), p. 212. Equals: `clinfun::jonckheere.test` (R) without ties.
///
/// @param alternative GREATER for values that rise with the groups, LESS for values that fall
public record JonckheereTerpstra(Alternative alternative) {
  private static final String TOO_FEW = "there are fewer than two groups, or one is empty";
  private static final String EQUAL = "all values are equal";

  /// J with its mean and variance when the groups do not matter.
  ///
  /// @param statistic J
  /// @param expected its mean
  /// @param variance its variance, corrected for ties
  public record Score(double statistic, double expected, double variance) {}

  /// Makes the two-sided test.
  public static JonckheereTerpstra standard() {
    return new JonckheereTerpstra(Alternative.TWO_SIDED);
  }

  /// Returns the test against another alternative.
  public JonckheereTerpstra withAlternative(Alternative other) {
    return new JonckheereTerpstra(other);
  }

  /// Computes J.
  ///
  /// @param groups at least two in their order, each with at least one value
  public static Answer<Score> score(double[]... groups) {
    if (groups.length < 2 || Groups.anyShorter(1, groups)) {
      return Answer.none(TOO_FEW);
    }
    double j = 0;
    for (int late = 1; late < groups.length; late++) {
      for (int early = 0; early < late; early++) {
        j += MannWhitney.u(groups[late], groups[early]);
      }
    }
    double[] all = Groups.joined(groups);
    double n = all.length;
    double[] sizes = Arrays.stream(groups).mapToDouble(group -> group.length).toArray();
    double expected = (n * n - Arrays.stream(sizes).map(size -> size * size).sum()) / 4;
    return Answer.of(new Score(j, expected, variance(n, sizes, Ties.counts(all))));
  }

  private static double variance(double n, double[] sizes, double[] ties) {
    double v =
        (n * (n - 1) * (2 * n + 5) - Ties.quadratic(sizes) - Ties.quadratic(ties)) / 72
            + Ties.pairs(sizes) * Ties.pairs(ties) / (8 * n * (n - 1));
    return n < 3 ? v : v + Ties.triples(sizes) * Ties.triples(ties) / (36 * n * (n - 1) * (n - 2));
  }

  /// Tests by the normal approximation of J.
  ///
  /// @param groups at least two in their order, each with at least one value
  /// @return z and p, or the reason when a group is empty; p of 1 with the reason when all values
  ///   are equal
  public Answer<TestResult> asymptotic(double[]... groups) {
    Answer<Score> found = score(groups);
    if (found.value().isEmpty()) {
      return Answer.none(found.outcome());
    }
    if (Ranks.of(Groups.joined(groups)).allTied()) {
      return Ranks.withoutOrder("Jonckheere-Terpstra test", EQUAL);
    }
    Score score = found.orThrow();
    return Answer.of(
        Approximation.normal(
            "Jonckheere-Terpstra test",
            score.statistic() - score.expected(),
            Math.sqrt(score.variance()),
            alternative,
            false));
  }

  /// Tests by the exact distribution of J.
  ///
  /// @param groups at least two in their order, each with at least one value
  /// @return p, or the reason when a group is empty or they are too large to enumerate
  public Answer<TestResult> exact(double[]... groups) {
    Answer<Score> found = score(groups);
    if (found.value().isEmpty()) {
      return Answer.none(found.outcome());
    }
    if (Ranks.of(Groups.joined(groups)).allTied()) {
      return Ranks.withoutOrder("Jonckheere-Terpstra test, exact", EQUAL);
    }
    Optional<double[]> deals = DealtGroups.distribution(groups);
    if (deals.isEmpty()) {
      return Answer.none("the groups are too large to enumerate");
    }
    // in units of one half
    long j = Math.round(2 * found.orThrow().statistic());
    double p = tail(deals.get(), j, 2 * found.orThrow().expected());
    return Answer.of(TestResult.exact("Jonckheere-Terpstra test, exact", PValue.of(p)));
  }

  private double tail(double[] chances, long j, double centre) {
    double p = 0;
    for (int i = 0; i < chances.length; i++) {
      boolean counts =
          switch (alternative) {
            case LESS -> i <= j;
            case GREATER -> i >= j;
            case TWO_SIDED -> Math.abs(i - centre) >= Math.abs(j - centre);
          };
      p += counts ? chances[i] : 0;
    }
    return Math.min(1, p);
  }
}
