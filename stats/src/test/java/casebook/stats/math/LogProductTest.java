// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogProductTest {
  private static double of(double... factors) {
    Accumulator total = new Accumulator(1);
    LogProduct product = new LogProduct(total);
    for (double factor : factors) {
      product.times(factor);
    }
    product.finish();
    return total.value();
  }

  @Test
  void addsLogarithmsToTheSumItWasGiven() {
    assertThat(of(2, 3)).isCloseTo(1 + Math.log(6), within(1e-15));
    assertThat(of()).isEqualTo(1);
  }

  @Test
  void neitherLargeNorSmallFactorsOverflow() {
    double[] large = new double[100];
    double[] small = new double[100];
    java.util.Arrays.fill(large, 1e100);
    java.util.Arrays.fill(small, 1e-300);
    // 1 + 10,000 ln 10 and 1 - 30,000 ln 10; one rounding a logarithm
    assertThat(of(large)).isCloseTo(1 + 1e4 * Math.log(10), within(1e-10));
    assertThat(of(small)).isCloseTo(1 - 3e4 * Math.log(10), within(1e-10));
  }

  @Test
  void factorThatIsNotPositiveShows() {
    assertThat(of(-1, -1)).isNaN();
    assertThat(of(0)).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
