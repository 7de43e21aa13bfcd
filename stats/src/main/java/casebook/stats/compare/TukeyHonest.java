// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.StudentizedRange;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import java.util.ArrayList;
import java.util.List;

/// Tukey's honest significant differences: all pairs of group means with a common level.
///
/// |mean i - mean j| / (s sqrt((1 / ni + 1 / nj) / 2)) is compared with the studentized range
/// (Tukey and Kramer for unequal sizes). Source: Kramer, C. Y. (1956). Biometrics 12, 307-310.
/// Equals: `TukeyHSD` (R 4.2).
///
/// @param level joint confidence level of all intervals, between 0 and 1
public record TukeyHonest(double level) {
  public TukeyHonest {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Two groups compared.
  ///
  /// @param first index of the group whose mean is taken
  /// @param second index of the group whose mean is subtracted
  /// @param difference of the means, with its joint interval
  /// @param p p-value adjusted for all pairs
  public record Pair(int first, int second, Estimate difference, PValue p) {}

  /// Makes the comparison with 95% intervals.
  public static TukeyHonest standard() {
    return new TukeyHonest(0.95);
  }

  /// Compares all pairs, each group minus every earlier one.
  ///
  /// @param groups at least two, each with at least one value
  /// @return the pairs (1, 0), (2, 0), (2, 1) and so on, or the reason why there are none
  public Answer<List<Pair>> of(double[]... groups) {
    Answer<Anova> table = Anova.oneWay(groups);
    if (table.value().isEmpty()) {
      return Answer.none(table.outcome());
    }
    Anova anova = table.orThrow();
    if (!(anova.ssWithin() > 0)) {
      return Answer.none("the values do not vary within the groups");
    }
    StudentizedRange range = new StudentizedRange(groups.length, anova.dfWithin());
    double critical = range.upperQuantile(1 - level);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < groups.length; i++) {
      for (int j = 0; j < i; j++) {
        double error =
            Math.sqrt(
                anova.meanSquareWithin() * (1.0 / groups[i].length + 1.0 / groups[j].length) / 2);
        double difference = Sample.of(groups[i]).minus(Sample.of(groups[j]));
        double half = critical * error;
        pairs.add(
            new Pair(
                i,
                j,
                new Estimate(difference, new Interval(difference - half, difference + half, level)),
                PValue.of(range.upper(Math.abs(difference) / error))));
      }
    }
    return Answer.of(List.copyOf(pairs));
  }
}
