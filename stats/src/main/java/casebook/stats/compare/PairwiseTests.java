// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.StudentT;
import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Every pair of groups tested, with p-values adjusted for the number of pairs.
///
/// Equals: `pairwise.t.test`, `pairwise.wilcox.test` (R 4.2).
///
/// @param adjustment how the p-values are adjusted
public record PairwiseTests(Adjustment adjustment) {
  /// Two groups tested.
  ///
  /// @param first index of the first group
  /// @param second index of the second group, before the first
  /// @param p as tested
  /// @param adjusted for the number of pairs
  public record Pair(int first, int second, PValue p, PValue adjusted) {}

  /// Makes the tests with Holm's adjustment.
  public static PairwiseTests standard() {
    return new PairwiseTests(Adjustment.HOLM);
  }

  /// Returns the tests with another adjustment.
  public PairwiseTests withAdjustment(Adjustment other) {
    return new PairwiseTests(other);
  }

  /// Tests all pairs of means with the standard deviation pooled over all groups.
  ///
  /// @param groups at least two, each with at least one value
  /// @return the pairs (1, 0), (2, 0), (2, 1) and so on, or the reason why there are none
  public Answer<List<Pair>> pooledT(double[]... groups) {
    Answer<Anova> table = Anova.oneWay(groups);
    if (table.value().isEmpty()) {
      return Answer.none(table.outcome());
    }
    Anova anova = table.orThrow();
    if (!(anova.ssWithin() > 0)) {
      return Answer.none("the values do not vary within the groups");
    }
    return each(
        (first, second) -> {
          double inverses = 1.0 / first.length + 1.0 / second.length;
          double t =
              Sample.of(first).minus(Sample.of(second))
                  / Math.sqrt(anova.meanSquareWithin() * inverses);
          double df = anova.dfWithin();
          return Answer.of(TestResult.of("t test, pooled", t, df, StudentT.twoSided(t, df)));
        },
        groups);
  }

  /// Tests all pairs with a test of two groups.
  ///
  /// @param test such as `MannWhitney.standard()::asymptotic`
  /// @param groups at least two
  /// @return the pairs (1, 0), (2, 0), (2, 1) and so on, or the first reason why a pair has no test
  public Answer<List<Pair>> each(
      BiFunction<double[], double[], Answer<TestResult>> test, double[]... groups) {
    List<PValue> family = new ArrayList<>();
    for (int i = 1; i < groups.length; i++) {
      for (int j = 0; j < i; j++) {
        Answer<TestResult> result = test.apply(groups[i], groups[j]);
        if (result.value().isEmpty()) {
          return Answer.none(result.outcome());
        }
        family.add(result.orThrow().p());
      }
    }
    List<PValue> adjusted = adjustment.of(family);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < groups.length; i++) {
      for (int j = 0; j < i; j++) {
        int place = pairs.size();
        pairs.add(new Pair(i, j, family.get(place), adjusted.get(place)));
      }
    }
    return Answer.of(List.copyOf(pairs));
  }
}
