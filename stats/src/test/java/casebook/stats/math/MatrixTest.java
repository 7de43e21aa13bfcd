// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final Matrix HILBERT =
      Matrix.ofRows(
          new double[] {1, 1 / 2.0, 1 / 3.0},
          new double[] {1 / 2.0, 1 / 3.0, 1 / 4.0},
          new double[] {1 / 3.0, 1 / 4.0, 1 / 5.0});

  @Test
  void valuesLieColumnByColumn() {
    Matrix matrix = Matrix.of(2, 3, 1, 2, 3, 4, 5, 6);
    assertThat(matrix.at(1, 0)).isEqualTo(2);
    assertThat(matrix.column(2)).containsExactly(5, 6);
    assertThat(matrix).isEqualTo(Matrix.ofRows(new double[] {1, 3, 5}, new double[] {2, 4, 6}));
    assertThat(matrix).hasSameHashCodeAs(Matrix.of(2, 3, 1, 2, 3, 4, 5, 6));
    assertThat(matrix).hasToString("2 x 3 [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]");
    assertThat(matrix.diagonal()).containsExactly(1, 4);
  }

  @Test
  void aMatrixNeverChanges() {
    double[] values = {1, 2};
    Matrix matrix = Matrix.of(2, 1, values);
    values[0] = 9;
    matrix.toArray()[1] = 9;
    matrix.column(0)[1] = 9;
    assertThat(matrix.toArray()).containsExactly(1, 2);
  }

  @Test
  void wrongShapesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Matrix.of(2, 2, 1, 2, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Matrix.ofRows(new double[] {1}, new double[] {1, 2}));
    assertThatIllegalArgumentException().isThrownBy(() -> HILBERT.at(3, 0));
  }

  @Test
  void placesSelectRowsAndColumns() {
    assertThat(HILBERT.select(2, 0))
        .isEqualTo(Matrix.ofRows(new double[] {1 / 5.0, 1 / 3.0}, new double[] {1 / 3.0, 1}));
    assertThat(HILBERT.quadratic(i -> i)).isEqualTo(1 / 3.0 + 1 + 4 / 5.0, within(1e-15));
  }

  @Test
  void choleskyInvertsTheHilbertMatrix() {
    // its inverse has whole numbers: 9 -36 30 / -36 192 -180 / 30 -180 180, determinant 1/2160
    Cholesky cholesky = Cholesky.of(HILBERT).orElseThrow();
    double[] expected = {9, -36, 30, -36, 192, -180, 30, -180, 180};
    assertThat(cholesky.inverse().toArray()).containsExactly(expected, within(1e-11));
    assertThat(cholesky.logDeterminant()).isEqualTo(-Math.log(2160), within(1e-12));
    assertThat(cholesky.solve(1, 0, 0)).containsExactly(new double[] {9, -36, 30}, within(1e-11));
  }

  @Test
  void choleskySaysWhichPivotFails() {
    double[] a = {1, 2, 2, 4};
    assertThat(Cholesky.factor(a, 2)).isEqualTo(1);
    assertThat(Cholesky.of(Matrix.of(2, 2, 1, 2, 2, 1))).isEmpty();
    assertThat(Cholesky.of(Matrix.of(1, 1, Double.NaN))).isEmpty();
  }

  @Test
  void shapeAndValuesMakeEquality() {
    Matrix row = Matrix.of(1, 2, 1, 2);
    assertThat(row).isNotEqualTo(Matrix.of(2, 1, 1, 2)).isNotEqualTo(Matrix.of(1, 2, 1, 3));
    assertThat(row).isNotEqualTo("1 x 2 [1.0, 2.0]").isEqualTo(Matrix.of(1, 2, 1, 2));
    assertThat(Matrix.of(0, 2)).isNotEqualTo(Matrix.of(0, 3));
    assertThat(row.hashCode()).isNotEqualTo(Matrix.of(2, 1, 1, 2).hashCode()).isNotZero();
    assertThat(row.rows()).isEqualTo(1);
    assertThat(row.columns()).isEqualTo(2);
  }

  @Test
  void emptyMatricesHaveAShape() {
    assertThat(Matrix.of(0, 3).columns()).isEqualTo(3);
    assertThat(Matrix.ofRows().rows()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> Matrix.of(-1, -2, 1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Matrix.of(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Matrix.of(0, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HILBERT.at(-1, 1))
        .withMessage("row -1 of 3");
  }
}
