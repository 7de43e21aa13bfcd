// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.dist.Binomial;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// The ranks of the two ordered values between which a percentile lies with a confidence level.
///
/// The number of values below the percentile is binomial. The lower rank is the largest l with P(X
/// < l) <= (1 - level) / 2, the upper the smallest u with P(X >= u) <= (1 - level) / 2; either is
/// absent where no value is far enough out.
///
/// Source: CLSI EP28-A3c (2010), table 8; Conover, W. J. (1999). Practical Nonparametric
/// Statistics, 3rd ed., p. 143.
///
/// @param lower rank counted from 1 for the smallest value
/// @param upper rank counted from 1 for the smallest value
/// @param coverage the level reached; absent where a rank is
public record PercentileRanks(OptionalInt lower, OptionalInt upper, OptionalDouble coverage) {
  // (1 - 0.95) / 2 is not exact in binary
  private static final double ROUNDING = 1e-15;

  /// Finds the ranks.
  ///
  /// @param n number of values, at least 1
  /// @param probability of the percentile, between 0 and 1
  /// @param level two-sided confidence level, between 0 and 1
  public static PercentileRanks of(int n, double probability, double level) {
    if (n < 1 || !(probability > 0 && probability < 1) || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          n
              + " values, probability "
              + probability
              + " and level "
              + level
              + ": at least 1, and between 0 and 1");
    }
    Binomial below = new Binomial(n, probability);
    double tail = (1 - level) / 2 + ROUNDING;
    int lower = first(n + 1, k -> below.lower(k) > tail);
    int upper = 1 + first(n + 1, k -> below.upper(k) <= tail);
    OptionalInt low = lower >= 1 ? OptionalInt.of(lower) : OptionalInt.empty();
    OptionalInt high = upper <= n ? OptionalInt.of(upper) : OptionalInt.empty();
    return new PercentileRanks(low, high, coverage(below, low, high));
  }

  private static OptionalDouble coverage(Binomial below, OptionalInt low, OptionalInt high) {
    if (low.isEmpty() || high.isEmpty()) {
      return OptionalDouble.empty();
    }
    double missed = below.lower(low.getAsInt() - 1.0) + below.upper(high.getAsInt() - 1.0);
    return OptionalDouble.of(1 - missed);
  }

  // the first of 0 .. end that holds, end itself if none before does
  private static int first(int end, IntPredicate holds) {
    int low = 0;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
