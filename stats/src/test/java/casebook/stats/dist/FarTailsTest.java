// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Tails below the smallest double, where only the logarithm is left, by closed formulas.
class FarTailsTest {
  private static void assertLn(double value, double expected) {
    assertThat(value).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  @Test
  void gammaOfWholeShape() {
    // Q(2, x) = (1 + x) exp(-x); P(2, x) is about x^2 / 2 near 0
    assertLn(new Gamma(2, 1).lnUpper(2000), Math.log1p(2000) - 2000);
    assertLn(new Gamma(2, 1).lnLower(1e-200), 2 * Math.log(1e-200) - Math.log(2));
    assertThat(new Gamma(2, 1).lnUpper(Double.POSITIVE_INFINITY))
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(new Gamma(2, 1).lnLower(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertLn(new ChiSquared(4).lnUpper(4000), Math.log1p(2000) - 2000);
    assertLn(new ChiSquared(2).lnUpper(1e5), -5e4);
    assertLn(new ChiSquared(4).lnLower(2e-200), 2 * Math.log(1e-200) - Math.log(2));
    assertThat(ChiSquared.p(0, 3).value()).isEqualTo(1);
  }

  @Test
  void betaOfWholeShapes() {
    // I_x(400, 1) = x^400
    assertLn(new Beta(400, 1).lnLower(0.01), 400 * Math.log(0.01));
    assertLn(new Beta(1, 400).lnUpper(0.99), 400 * Math.log1p(-0.99));
    assertThat(new Beta(2, 3).lower(-1)).isZero();
    assertThat(new Beta(2, 3).upper(2)).isZero();
    assertThat(new Beta(2, 3).lnLower(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    // F with 2 degrees of freedom above: (1 + 2 x / d)^(-d / 2)
    assertLn(new FisherF(2, 4000).lnUpper(4000), -2000 * Math.log1p(2));
    assertLn(new FisherF(2000, 2).lnLower(1e-3), -1000 * Math.log1p(1));
    assertThat(FisherF.p(0, 2, 3).value()).isEqualTo(1);
  }

  @Test
  void studentsT() {
    // 2 degrees of freedom: P(T > t) = (1 - t / sqrt(2 + t^2)) / 2, about 1 / (2 t^2)
    assertLn(new StudentT(2).lnUpper(1e160), -2 * Math.log(1e160) - Math.log(2));
    // Cauchy: P(T > t) is about 1 / (pi t)
    assertLn(new StudentT(1).lnUpper(1e300), -Math.log(Math.PI) - Math.log(1e300));
    assertThat(new StudentT(1).upperQuantile(1e-300) * Math.PI * 1e-300)
        .isCloseTo(1, within(1e-12));
    assertThat(new StudentT(3).quantile(0.5)).isCloseTo(0, within(1e-15));
    assertThat(new StudentT(3).lnLower(-2)).isEqualTo(new StudentT(3).lnUpper(2));
    assertThat(StudentT.twoSided(0, 5).value()).isEqualTo(1);
    assertThat(StudentT.twoSided(-2, 5)).isEqualTo(StudentT.twoSided(2, 5));
  }

  @Test
  void counts() {
    assertLn(new Poisson(2000).lnLower(0), -2000);
    assertLn(new Poisson(2000).lnPoint(0), -2000);
    assertLn(new Poisson(3).lnPoint(2), Math.log(4.5) - 3);
    assertThat(new Poisson(0).lnPoint(0)).isZero();
    assertThat(new Poisson(0).lnPoint(1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(new Poisson(3).upper(-1)).isEqualTo(1);
    assertThat(new Poisson(3).lnLower(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(new Poisson(3).lnUpper(-1)).isZero();
    assertThat(new Poisson(3).lower(-1)).isZero();
    assertLn(new Binomial(2000, 0.25).lnUpper(1999), 2000 * Math.log(0.25));
    assertLn(new Binomial(2000, 0.25).lnPoint(2000), 2000 * Math.log(0.25));
    assertLn(new Binomial(2000, 0.25).lnPoint(0), 2000 * Math.log(0.75));
    assertLn(new Binomial(5, 0.5).lnPoint(2), Math.log(10 / 32.0));
    assertThat(new Binomial(0, 0.5).lnPoint(0)).isZero();
    assertThat(new Binomial(5, 0.5).lower(5)).isEqualTo(1);
    assertThat(new Binomial(5, 0.5).upper(5)).isZero();
    assertThat(new Binomial(5, 0.5).lnLower(7)).isZero();
    assertThat(new Binomial(5, 0.5).lnUpper(5)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(new Binomial(5, 0.5).lnUpper(-1)).isZero();
    assertThat(new Binomial(5, 0.5).lnLower(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
    Hypergeometric cards = new Hypergeometric(52, 4, 5);
    assertThat(cards.upper(-1)).isEqualTo(1);
    assertThat(cards.lower(4)).isEqualTo(1);
    assertThat(cards.lower(-1)).isZero();
    assertThat(cards.upper(4)).isZero();
    assertThat(cards.lnPoint(5)).isEqualTo(Double.NEGATIVE_INFINITY);
    // four aces among five cards: 48 of 2598960 hands
    assertLn(cards.lnPoint(4), Math.log(48 / 2598960.0));
  }

  @Test
  void normal() {
    assertThat(Normal.STANDARD.lnUpper(Double.POSITIVE_INFINITY))
        .isEqualTo(Double.NEGATIVE_INFINITY);
    // the two branches meet
    assertThat(Normal.STANDARD.lnUpper(Math.nextUp(25.0)))
        .isCloseTo(Normal.STANDARD.lnUpper(25), within(1e-11));
    assertThat(Normal.twoSided(0).value()).isEqualTo(1);
    assertThat(Normal.ofLevel(0.95)).isCloseTo(1.959963984540054, within(1e-15));
    assertThat(Normal.STANDARD.quantile(0.25)).isEqualTo(-Normal.STANDARD.quantile(0.75));
  }

  @Test
  void misuseTellsTheValue() {
    assertThatThrownBy(() -> Normal.STANDARD.upperQuantile(2)).hasMessageContaining("p is 2.0");
    assertThatThrownBy(() -> new ChiSquared(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> new StudentT(-1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> new FisherF(1, 0)).hasMessageContaining("1.0 and 0.0");
    assertThatThrownBy(() -> new Beta(0, 1)).hasMessageContaining("0.0 and 1.0");
    assertThatThrownBy(() -> new Gamma(1, 0)).hasMessageContaining("scale 0.0");
    assertThatThrownBy(() -> new Poisson(-1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> new Binomial(3, 1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> new Hypergeometric(3, 4, 1)).hasMessageContaining("4 successes");
  }
}
