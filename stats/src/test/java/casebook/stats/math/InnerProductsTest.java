// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sums of small whole numbers, which every order of addition gives exactly; lengths and numbers of
/// columns on both sides of what is taken at a time.
class InnerProductsTest {
  /// Whole numbers without a pattern that two mistakes could keep.
  private static double[] numbers(int length, int seed) {
    double[] result = new double[length];
    for (int i = 0; i < length; i++) {
      result[i] = (i * i * 7 + i * (seed + 3) * 11 + seed * 5) % 101 - 50;
    }
    return result;
  }

  private static double plain(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void byHand() {
    assertThat(InnerProducts.dot(new double[] {1, 2, 3}, new double[] {4, -5, 6})).isEqualTo(12);
    assertThat(InnerProducts.dot(new double[0], new double[0])).isZero();
    // 1 2 + 2 3 + ... + 9 10
    double[] a = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    double[] b = {2, 3, 4, 5, 6, 7, 8, 9, 10};
    assertThat(InnerProducts.dot(a, b)).isEqualTo(330);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9})
  void theSumBeyondANumberIsThePlainSum(int length) {
    double[] a = numbers(length, 4);
    assertThat(InnerProducts.sumBeyond(a, 3)).isEqualTo(Arrays.stream(a).sum() - 3 * length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 9, 15, 16, 17, 31})
  void productsAreThePlainSums(int length) {
    double[] a = numbers(length, 1);
    assertThat(InnerProducts.dot(a, numbers(length, 2))).isEqualTo(plain(a, numbers(length, 2)));
    for (int count : new int[] {0, 1, 3, 4, 5, 7, 8, 9, 11, 12, 13, 16, 21}) {
      double[][] columns = new double[count][];
      for (int k = 0; k < count; k++) {
        columns[k] = numbers(length, k + 2);
      }
      for (int first = 0; first <= Math.min(count, 3); first++) {
        double[] result = new double[count + 4];
        InnerProducts.dots(a, columns, first, result, 2);
        double[] expected = new double[count + 4];
        for (int k = first; k < count; k++) {
          expected[k + 2] = plain(a, columns[k]);
        }
        assertThat(result).as(count + " columns from " + first).isEqualTo(expected);
      }
    }
  }

  @Test
  void theSecondArrayMayBeLonger() {
    assertThat(InnerProducts.dot(new double[] {2}, new double[] {3, 100})).isEqualTo(6);
  }

  @Test
  void whatIsNoNumberGoesThrough() {
    assertThat(InnerProducts.dot(new double[] {Double.NaN, 1}, new double[] {1, 1})).isNaN();
    double[] result = new double[8];
    double[][] columns = new double[8][];
    java.util.Arrays.fill(columns, new double[] {1, Double.POSITIVE_INFINITY});
    InnerProducts.dots(new double[] {1, 1}, columns, 0, result, 0);
    assertThat(result).containsOnly(Double.POSITIVE_INFINITY);
  }
}
