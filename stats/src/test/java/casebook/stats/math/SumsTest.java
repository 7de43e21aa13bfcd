// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SumsTest {
  @Test
  void cancellationCostsNoDigit() {
    assertThat(Sums.sum(1e16, 1, -1e16, 1e16, 1, -1e16, 1e16, 1, -1e16)).isEqualTo(3);
    assertThat(Sums.sum(1e308, 1, -1e308)).isEqualTo(1);
  }

  @Test
  void tenTenthsAreOne() {
    double[] tenths = new double[10];
    Arrays.fill(tenths, 0.1);
    assertThat(Sums.sum(tenths)).isEqualTo(1);
  }

  @Test
  void halfwayCasesRoundAsTheExactSum() {
    // 1 + 2^-53 is a tie and goes to the even 1; a further 2^-200 must carry it up
    assertThat(Sums.sum(1, 0x1p-53)).isEqualTo(1);
    assertThat(Sums.sum(1, 0x1p-53, 0x1p-200)).isEqualTo(1 + 0x1p-52);
    assertThat(Sums.sum(-1, -0x1p-53, -0x1p-200)).isEqualTo(-1 - 0x1p-52);
  }

  @Test
  void sumIsTheNearestDoubleToTheExactSum() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      double[] values = new double[100];
      BigDecimal exact = BigDecimal.ZERO;
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15);
        exact = exact.add(new BigDecimal(values[i]));
      }
      assertThat(Sums.sum(values)).isEqualTo(exact.doubleValue());
    }
  }

  @Test
  void infiniteValuesAddAsPlainAdditionDoes() {
    assertThat(Sums.sum(1, Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Sums.sum(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)).isNaN();
    assertThat(Sums.sum()).isEqualTo(0);
  }

  @Test
  void squaresForgiveARoundedMean() {
    double[] values = {10_000_000.2, 10_000_000.1, 10_000_000.3};
    BigDecimal mean = BigDecimal.ZERO;
    for (double value : values) {
      mean = mean.add(new BigDecimal(value));
    }
    BigDecimal squares = BigDecimal.ZERO;
    for (double value : values) {
      BigDecimal d = new BigDecimal(value).multiply(BigDecimal.valueOf(3)).subtract(mean);
      squares = squares.add(d.multiply(d));
    }
    double exact = squares.doubleValue() / 9;
    assertThat(Sums.squaresAbout(values, Sums.mean(values))).isEqualTo(exact, within(1e-17));
    // far from the mean, the correction 0.36 / 3 is rounded once
    assertThat(Sums.squaresAbout(values, 10_000_000)).isEqualTo(exact, within(4e-17));
  }

  @Test
  void dotKeepsWhatPlainProductsLose() {
    assertThat(Sums.dot(new double[] {1e20, 1, -1e20}, new double[] {1, 3, 1})).isEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sums.dot(new double[1], new double[2]))
        .withMessageContaining("1 and 2");
  }

  @Test
  void accumulatorSubtractsBeforeItRounds() {
    Accumulator total = new Accumulator(1e16);
    total.add(1);
    total.addProduct(3, 0.25);
    assertThat(total.minus(1e16)).isEqualTo(1.75);
  }

  @Test
  void theMeanOfNothingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(Sums::mean).withMessageContaining("0 values");
  }

  @Test
  void manyPartsThatDoNotOverlapAreKept() {
    // 40 powers of 2 that are 50 apart: no two fit into one double with a third
    double[] values = new double[80];
    for (int i = 0; i < 40; i++) {
      values[i] = Math.scalb(1.0, -1000 + 50 * i);
      values[79 - i] = i == 0 ? 0 : -values[i];
    }
    assertThat(Sums.sum(values)).isEqualTo(Math.scalb(1.0, -1000));
  }

  @Test
  void aPairKeepsWhatTheSumRoundsAway() {
    assertThat(Sums.pair(1, 0x1p-60).hi()).isEqualTo(1);
    assertThat(Sums.pair(1, 0x1p-60).lo()).isEqualTo(0x1p-60);
    assertThat(Sums.pair(1e16, 1, -1e16, -0x1p-70).lo()).isEqualTo(-0x1p-70);
    assertThat(Sums.pair(0.5, 0.25).lo()).isZero();
  }

  @Test
  void aPairOfAnInfiniteSumIsInfinite() {
    assertThat(Sums.pair(1, Double.POSITIVE_INFINITY).hi()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Sums.pair(1, Double.POSITIVE_INFINITY).lo()).isZero();
  }

  @Test
  void anOverflowOnTheWayIsInfinite() {
    assertThat(Sums.sum(1e308, 1e308, -1e308)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Sums.sum(-1e308, -1e308, 1e308)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void accumulatorPassesInfinityOn() {
    Accumulator total = new Accumulator(Double.POSITIVE_INFINITY);
    total.add(1);
    assertThat(total.value()).isEqualTo(Double.POSITIVE_INFINITY);
    // 0.1 times 10 is 1 and 2^-54: kept, where 1 - 1 would be 0
    Accumulator product = new Accumulator();
    product.addProduct(0.1, 10);
    assertThat(product.minus(1)).isEqualTo(0x1p-54);
  }
}
