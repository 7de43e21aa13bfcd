// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SortingTest {
  private static double[] mixed(int size) {
    SplittableRandom random = new SplittableRandom(size);
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] =
          switch (i % 4) {
            case 0 -> random.nextGaussian();
            case 1 -> Math.rint(10 * random.nextGaussian());
            case 2 -> Double.longBitsToDouble(random.nextLong() & ~(0x7FFL << 52));
            default -> 1e300 * random.nextGaussian();
          };
    }
    double[] ends = {0.0, -0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    System.arraycopy(ends, 0, values, 0, Math.min(ends.length, size));
    return values;
  }

  @Test
  void sortsAsTheLibraryDoes() {
    for (int size : new int[] {0, 1, 5, 599, 600, 5000}) {
      double[] values = mixed(size);
      double[] expected = values.clone();
      Arrays.sort(expected);
      Sorting.sort(values);
      assertThat(Arrays.equals(values, expected)).isTrue();
    }
  }

  @Test
  void orderIsAscendingAndKeepsTies() {
    for (int size : new int[] {0, 1, 5, 5000}) {
      double[] values = mixed(size);
      int[] expected =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> values[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      assertThat(Sorting.order(values)).isEqualTo(expected);
    }
  }

  @Test
  void equalValuesStayWhereTheyAre() {
    assertThat(Sorting.order(new double[] {2, 2, 2, 2})).containsExactly(0, 1, 2, 3);
  }
}
