// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// The weights of the sums of first cells over strata, as whole numbers: the number of ways to fill
/// the tables, given their margins.
///
/// @param tables strata without an empty margin, at least one
record WholeWeights(List<TwoByTwo> tables) {
  /// Says whether the sum y has at most as many ways as the sum x.
  boolean atMost(long y, long x) {
    BigInteger[] weights = {BigInteger.ONE};
    long low = 0;
    for (TwoByTwo t : tables) {
      weights = sums(weights, weights(t));
      low += Math.max(0, t.column1() - t.row2());
    }
    return weights[(int) (y - low)].compareTo(weights[(int) (x - low)]) <= 0;
  }

  // C(row1, x) C(row2, column1 - x), from the smallest x up
  private static BigInteger[] weights(TwoByTwo t) {
    long low = Math.max(0, t.column1() - t.row2());
    long high = Math.min(t.row1(), t.column1());
    BigInteger[] weights = new BigInteger[(int) (high - low + 1)];
    weights[0] = choose(t.row1(), low).multiply(choose(t.row2(), t.column1() - low));
    for (int i = 0; i + 1 < weights.length; i++) {
      long x = low + i;
      weights[i + 1] =
          weights[i]
              .multiply(BigInteger.valueOf((t.row1() - x) * (t.column1() - x)))
              .divide(BigInteger.valueOf((x + 1) * (t.row2() - t.column1() + x + 1)));
    }
    return weights;
  }

  private static BigInteger choose(long n, long k) {
    BigInteger result = BigInteger.ONE;
    for (long i = 1; i <= k; i++) {
      result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return result;
  }

  private static BigInteger[] sums(BigInteger[] one, BigInteger[] other) {
    BigInteger[] result = new BigInteger[one.length + other.length - 1];
    Arrays.fill(result, BigInteger.ZERO);
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < other.length; j++) {
        result[i + j] = result[i + j].add(one[i].multiply(other[j]));
      }
    }
    return result;
  }
}
