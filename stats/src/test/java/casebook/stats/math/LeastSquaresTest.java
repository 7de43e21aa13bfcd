// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.numbers.core.DD;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
  private static LongVector vector(double... values) {
    LongVector result = new LongVector(values.length);
    for (int i = 0; i < values.length; i++) {
      result.set(i, values[i]);
    }
    return result;
  }

  /// The line through (1, 1), (2, 3), (3, 2), (4, 5): intercept 0, slope 1.1, residual squares 2.7;
  /// inverse of X'X = [4 10; 10 30] is [1.5 -0.5; -0.5 0.2]. 28 digits are kept.
  @Test
  void fourPointsByHand() {
    LeastSquares line =
        LeastSquares.of(
            List.of(vector(1, 1, 1, 1), vector(1, 2, 3, 4)), new double[2], vector(1, 3, 2, 5));
    DD slope = line.coefficients()[1].subtract(DD.of(11).divide(DD.of(10)));
    assertThat(slope.hi()).isEqualTo(0, within(1e-28));
    assertThat(line.coefficients()[0].hi()).isEqualTo(0, within(1e-28));
    assertThat(line.residualSquares().subtract(DD.of(27).divide(DD.of(10))).hi())
        .isEqualTo(0, within(1e-28));
    assertThat(line.inverseProducts()[0][1].hi()).isEqualTo(-0.5, within(1e-15));
    assertThat(line.inverseProducts()[1][0].hi()).isEqualTo(-0.5, within(1e-15));
    assertThat(line.inverseProducts()[1][1].hi()).isEqualTo(0.2, within(1e-15));
  }

  /// Columns that agree in their first 20 digits are told apart.
  @Test
  void nearlyEqualColumnsAreToldApart() {
    LongVector near = vector(1, 1, 1);
    near.set(0, DD.ONE.add(1e-20));
    LeastSquares both =
        LeastSquares.of(List.of(vector(1, 1, 1), near), new double[2], vector(1, 0, 0));
    assertThat(both.rank()).isEqualTo(2);
    assertThat(both.coefficients()[1].multiply(1e-20).hi()).isEqualTo(1, within(1e-10));
  }

  @Test
  void columnWithoutItsOwnIsLeftOut() {
    LeastSquares part =
        LeastSquares.of(
            List.of(vector(1, 2), vector(2, 4), vector(0, 1)),
            new double[] {1e-10, 1e-10, 1e-10},
            vector(1, 1));
    assertThat(part.kept()).containsExactly(0, 2);
    assertThat(part.effects()).hasSize(2);
  }
}
