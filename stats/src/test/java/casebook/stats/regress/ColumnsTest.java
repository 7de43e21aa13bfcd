// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.math.Matrix;
import org.junit.jupiter.api.Test;

/// Centring and scaling, worked by hand.
class ColumnsTest {
  /// Mean 30, mean square about it (400 + 100 + 0 + 900) / 4 = 350: a spread between 16 and 32.
  private static final double[] X = {10, 20, 30, 60};

  private static Design design() {
    return Design.withIntercept(4).and("x", X).and("five", 5, 5, 5, 5);
  }

  @Test
  void columnsBesideAnInterceptAreCentred() {
    Columns columns = Columns.of(design());
    assertThat(columns.rows()).isEqualTo(4);
    assertThat(columns.size()).isEqualTo(3);
    assertThat(columns.values[0]).containsExactly(1, 1, 1, 1);
    assertThat(columns.values[1]).containsExactly(-1.25, -0.625, 0, 1.875);
    // a constant is left as it is
    assertThat(columns.values[2]).containsExactly(5, 5, 5, 5);
    assertThat(columns.centre(1)).isEqualTo(30);
    assertThat(columns.scale(1)).isEqualTo(1 / 16.0);
    assertThat(columns.centre(2)).isZero();
    assertThat(columns.scale(2)).isEqualTo(1);
    assertThat(columns.lnScales()).isEqualTo(-4 * Math.log(2), within(1e-15));
    assertThat(columns.isOnes()).isTrue();
    assertThat(columns.centredOnIntercept()).isTrue();
  }

  /// Mean squares 5000 / 4 = 1250, a spread of 35, and 25, a spread of 5.
  @Test
  void columnsWithoutAnInterceptAreOnlyScaled() {
    Columns columns = Columns.of(Design.withoutIntercept(4).and("x", X).and("five", 5, 5, 5, 5));
    assertThat(columns.values[0]).containsExactly(10 / 32.0, 20 / 32.0, 30 / 32.0, 60 / 32.0);
    assertThat(columns.values[1]).containsExactly(1.25, 1.25, 1.25, 1.25);
    assertThat(columns.isOnes()).isFalse();
    assertThat(columns.centredOnIntercept()).isFalse();
    Columns within = Columns.withinSets(Design.withoutIntercept(4).and("x", X));
    assertThat(within.values[0]).containsExactly(-1.25, -0.625, 0, 1.875);
    assertThat(within.centredOnIntercept()).isFalse();
  }

  /// The intercept of z = (x - 30) / 16 is 30 / 16 slopes above that of x; so is its variance.
  @Test
  void coefficientsGoBackToTheDesign() {
    Columns columns = Columns.of(Design.withIntercept(4).and("x", X));
    assertThat(columns.natural(new double[] {2, 8})).containsExactly(2 - 30 * 0.5, 0.5);
    Matrix covariance = columns.natural(Matrix.of(2, 2, 3, 1, 1, 4));
    // slope 4 / 256; together 1 / 16 - 30 / 64; intercept 3 - 2 30 / 16 + 900 / 64
    assertThat(covariance.at(1, 1)).isEqualTo(1 / 64.0);
    assertThat(covariance.at(0, 1)).isEqualTo(1 / 16.0 - 30 / 64.0);
    assertThat(covariance.at(1, 0)).isEqualTo(1 / 16.0 - 30 / 64.0);
    assertThat(covariance.at(0, 0)).isEqualTo(3 - 60 / 16.0 + 900 / 64.0);
    Columns plain = Columns.of(Design.withoutIntercept(4).and("x", X));
    assertThat(plain.natural(new double[] {8})).containsExactly(0.25);
    assertThat(plain.natural(Matrix.of(1, 1, 4)).at(0, 0)).isEqualTo(4 / 1024.0);
  }

  @Test
  void rowsThatCountForNobodyAreLeftOut() {
    Columns columns = Columns.of(design().withOffset(1, 2, 3, 4).withFrequencies(2, 0, 1, 3));
    assertThat(columns.rows()).isEqualTo(3);
    assertThat(columns.places).containsExactly(0, 2, 3);
    assertThat(columns.frequencies).containsExactly(2, 1, 3);
    assertThat(columns.offset).containsExactly(1, 3, 4);
    assertThat(columns.frequency(2)).isEqualTo(3);
    assertThat(columns.pick(X)).containsExactly(10, 30, 60);
    assertThat(Columns.of(design()).frequency(2)).isEqualTo(1);
    assertThat(Columns.of(design()).places).containsExactly(0, 1, 2, 3);
  }

  @Test
  void someColumnsKeepTheirPlacesAndCentres() {
    Columns all = Columns.of(design());
    assertThat(all.without(new boolean[3])).isSameAs(all);
    Columns left = all.without(new boolean[] {true, false, true});
    assertThat(left.kept).containsExactly(1);
    assertThat(left.centre(0)).isEqualTo(30);
    assertThat(left.at(3, 0)).isEqualTo(1.875);
    assertThat(left.centredOnIntercept()).isFalse();
    Columns plain = all.without(new boolean[] {false, false, true}).uncentred(design());
    assertThat(plain.kept).containsExactly(0, 1);
    assertThat(plain.centre(1)).isZero();
    assertThat(plain.values[1]).containsExactly(10 / 32.0, 20 / 32.0, 30 / 32.0, 60 / 32.0);
  }

  @Test
  void aDesignWithoutRowsOrColumnsHasNoOnes() {
    Columns none = Columns.of(Design.withoutIntercept(3));
    assertThat(none.isOnes()).isFalse();
    assertThat(none.centredOnIntercept()).isFalse();
    assertThat(none.natural(new double[0])).isEmpty();
    Columns empty = Columns.of(Design.withIntercept(0).and("x", new double[0]));
    assertThat(empty.rows()).isZero();
    assertThat(empty.scale(1)).isEqualTo(1);
    assertThat(empty.centre(1)).isZero();
  }
}
