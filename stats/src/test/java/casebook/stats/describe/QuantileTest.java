// SPDX-License-Identifier: Apache-2.0
package casebook.stats.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantileTest {
  @Test
  void workedByHand() {
    // 10 20 30 40 50 and p = 0.3, positions: type 1-2 and 4: 1.5; 3: 1; 5: 2; 6: 1.8; 7: 2.2;
    // 8: 16/3 * 0.3 + 1/3 = 1.9333; 9: 5.25 * 0.3 + 0.375 = 1.95
    double[] values = {50, 10, 40, 20, 30};
    double[] expected = {20, 20, 20, 15, 20, 18, 22, 19 + 1 / 3.0, 19.5};
    for (int type = 1; type <= 9; type++) {
      assertThat(new Quantile(type).of(values, 0.3).orElseThrow())
          .as("type " + type)
          .isCloseTo(expected[type - 1], within(1e-12));
    }
  }

  @Test
  void decimalProbabilitiesHitWholePositions() {
    double[] values = new double[40];
    for (int i = 0; i < 40; i++) {
      values[i] = i + 1;
    }
    // 40 * 0.975 is 39 in decimals but just below in binary
    assertThat(new Quantile(2).of(values, 0.975)).hasValue(39.5);
    assertThat(new Quantile(1).of(values, 0.975)).hasValue(39);
    assertThat(new Quantile(3).of(values, 0.9625)).hasValue(38);
  }

  @Test
  void endsAreTheSmallestAndTheLargestValue() {
    double[] values = {3, 1, 2};
    for (int type = 1; type <= 9; type++) {
      assertThat(new Quantile(type).of(values, 0)).hasValue(1);
      assertThat(new Quantile(type).of(values, 1)).hasValue(3);
      assertThat(new Quantile(type).of(new double[] {5}, 0.2)).hasValue(5);
    }
  }

  @Test
  void interpolationOfFarValuesDoesNotOverflow() {
    assertThat(new Quantile(7).of(new double[] {-1.7e308, 1.7e308}, 0.5)).hasValue(0);
  }

  @Test
  void noValuesGiveNoQuantile() {
    assertThat(Quantile.standard().of(new double[0], 0.5)).isEmpty();
    assertThatThrownBy(() -> Quantile.standard().ofSorted(new double[0], 0.5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void misuseTellsTheValue() {
    assertThatThrownBy(() -> new Quantile(10)).hasMessageContaining("10");
    assertThatThrownBy(() -> Quantile.standard().of(new double[] {1}, 1.5))
        .hasMessageContaining("1.5");
    assertThat(Quantile.standard().withType(7)).isEqualTo(new Quantile(7));
  }

  @Test
  void valuesGivenAreNotChanged() {
    double[] values = {3, 1, 2};
    Quantile.standard().of(values, 0.5);
    assertThat(values).containsExactly(3, 1, 2);
  }

  @Test
  void valuesByRankGiveWhatSortedValuesGive() {
    double[] sorted = {1, 2, 4, 8, 16};
    for (int type = 1; type <= 9; type++) {
      Quantile quantile = new Quantile(type);
      for (double p : new double[] {0, 0.1, 0.25, 0.5, 0.9, 1}) {
        assertThat(quantile.ofRanked(5, rank -> sorted[rank - 1], p))
            .isEqualTo(quantile.ofSorted(sorted, p));
      }
    }
  }
}
