// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ends of supports and of parameters, and tails to the last digit; values from mpmath 1.3 with
/// 40 digits.
class EdgesTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /// Five units in the last place.
  private static final Percentage LAST_DIGIT = Percentage.withPercentage(1.1e-13);

  private static void refused(String message, ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  /// Without the rounding error of z / sqrt 2 the third value would be off by 6e-14 of itself.
  @ParameterizedTest
  @CsvSource({
    "5, 2.8665157187919391167e-7",
    "20.7, 1.731851879019737858e-95",
    "30.3, 5.7317235033154952943e-202",
    "37, 5.7255712225245768227e-300"
  })
  void normalTailKeepsItsDigits(double z, double expected) {
    assertThat(Normal.STANDARD.upper(z)).isCloseTo(expected, LAST_DIGIT);
    assertThat(Normal.STANDARD.lower(-z)).isCloseTo(expected, LAST_DIGIT);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3.84, 0.050043521248705103189",
    "1, 25.3, 4.9070874654116656807e-7",
    "1, 700.7, 2.1061275203025417412e-154",
    "1, 1300.1, 1.0752026202354154831e-284",
    "2, 0.3, 0.86070797642505781201",
    "2, 7.7, 0.021279736438377167494",
    "2, 1000.1, 6.7771067151958009221e-218"
  })
  void chiSquareTailKeepsItsDigits(double df, double x, double expected) {
    assertThat(new ChiSquared(df).upper(x)).isCloseTo(expected, LAST_DIGIT);
  }

  @Test
  void nothingLiesBeyondInfinity() {
    assertThat(Normal.STANDARD.upper(INFINITE)).isZero();
    assertThat(Normal.STANDARD.lower(INFINITE)).isEqualTo(1);
    assertThat(Normal.STANDARD.upper(-INFINITE)).isEqualTo(1);
    assertThat(Normal.STANDARD.lnLower(INFINITE)).isZero();
    assertThat(new ChiSquared(1).upper(INFINITE)).isZero();
    assertThat(new ChiSquared(3).lnUpper(INFINITE)).isEqualTo(-INFINITE);
    assertThat(new FisherF(3, 4).lnUpper(INFINITE)).isEqualTo(-INFINITE);
    assertThat(Normal.twoSided(INFINITE).value()).isZero();
  }

  /// 97.5 % points of tables: 1.960, and 3.182 for t with 3 degrees of freedom; the lower ones are
  /// their negatives.
  @Test
  void quantilesHaveTheirSign() {
    assertThat(Normal.STANDARD.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-15));
    assertThat(Normal.STANDARD.quantile(0.025)).isCloseTo(-1.959963984540054, within(1e-15));
    assertThat(Normal.STANDARD.upperQuantile(0)).isEqualTo(INFINITE);
    assertThat(Normal.STANDARD.upperQuantile(1)).isEqualTo(-INFINITE);
    assertThat(new StudentT(3).quantile(0.975)).isCloseTo(3.1824463052837078, within(1e-14));
    assertThat(new StudentT(3).quantile(0.025)).isCloseTo(-3.1824463052837078, within(1e-14));
  }

  /// P(X > x) = (1 + x) exp(-x) for shape 2 and P(X <= x) about x^2 / 2; the scale divides x.
  @Test
  void farGammaTailsKnowTheScale() {
    assertThat(new Gamma(2, 3).lnUpper(6000)).isCloseTo(Math.log1p(2000) - 2000, within(1e-11));
    assertThat(new Gamma(2, 3).lnLower(3e-200))
        .isCloseTo(2 * Math.log(1e-200) - Math.log(2), within(1e-11));
  }

  /// Of 10 people 8 are ill and 7 are drawn: at least 5 of the ill. All, none and the whole
  /// population may be drawn.
  @Test
  void drawsFromSmallPopulations() {
    Hypergeometric draws = new Hypergeometric(10, 8, 7);
    assertThat(draws.lnPoint(4)).isEqualTo(-INFINITE);
    assertThat(draws.lower(4)).isZero();
    assertThat(draws.upper(4)).isEqualTo(1);
    // C(8, 5) C(2, 2) / C(10, 7) = 56 / 120 and C(8, 7) C(2, 0) / 120 = 8 / 120
    assertThat(Math.exp(draws.lnPoint(5))).isCloseTo(56 / 120.0, within(1e-15));
    assertThat(Math.exp(draws.lnPoint(7))).isCloseTo(8 / 120.0, within(1e-15));
    assertThat(draws.lower(5.9)).isCloseTo(56 / 120.0, within(1e-15));
    assertThat(draws.lnPoint(8)).isEqualTo(-INFINITE);
    assertThat(new Hypergeometric(3, 3, 2).lnPoint(2)).isZero();
    assertThat(new Hypergeometric(3, 1, 3).lnPoint(1)).isZero();
    assertThat(new Hypergeometric(3, 0, 0).lnPoint(0)).isZero();
    assertThat(new Hypergeometric(0, 0, 0).lnPoint(0)).isZero();
  }

  @Test
  void certainEvents() {
    assertThat(new Binomial(0, 1).lnPoint(0)).isZero();
    assertThat(new Binomial(4, 1).lnPoint(4)).isZero();
    assertThat(new Binomial(4, 0).lnPoint(0)).isZero();
    assertThat(PowerSeries.binomial(0).lnPoint(0, 1)).isZero();
    assertThat(PowerSeries.noncentralHypergeometric(0, 3, 0).lnPoint(0, 1)).isZero();
    assertThat(PowerSeries.noncentralHypergeometric(3, 0, 3).lnPoint(3, 1)).isZero();
  }

  /// Three normal values (mpmath, the integral over the one value below which no other lies).
  @Test
  void rangeOverAKnownDeviation() {
    assertThat(new StudentizedRange(3, INFINITE).upper(3))
        .isCloseTo(0.085542571654958, Percentage.withPercentage(1e-12));
    assertThat(new StudentizedRange(5, INFINITE).upper(8))
        .isCloseTo(1.538031380352157e-7, Percentage.withPercentage(1e-11));
  }

  @Test
  void misuseTellsTheValueAndTheRange() {
    refused("shapes are 1.0 and 0.0; they are above 0", () -> new Beta(1, 0));
    refused("shapes are NaN and 1.0; they are above 0", () -> new Beta(Double.NaN, 1));
    refused("shape 0.0 and scale 1.0 are above 0", () -> new Gamma(0, 1));
    refused("degrees of freedom are 0.0 and 1.0; they are above 0", () -> new FisherF(0, 1));
    refused("degrees of freedom are 0.0; they are above 0", () -> new StudentT(0));
    refused("degrees of freedom are 0.0; they are above 0", () -> new ChiSquared(0));
    refused("-1 trials of probability 0.5; it lies between 0 and 1", () -> new Binomial(-1, 0.5));
    refused("1 trials of probability -0.5; it lies between 0 and 1", () -> new Binomial(1, -0.5));
    refused("mean is Infinity; it is finite and at least 0", () -> new Poisson(INFINITE));
    refused("p is -0.1; it lies between 0 and 1", () -> Normal.STANDARD.upperQuantile(-0.1));
    refused("there are no 1 draws and 1 successes of -1", () -> new Hypergeometric(-1, 1, 1));
    refused("there are no 1 draws and -1 successes of 3", () -> new Hypergeometric(3, -1, 1));
    refused("there are no -1 draws and 1 successes of 3", () -> new Hypergeometric(3, 1, -1));
    refused("there are no 4 draws and 1 successes of 3", () -> new Hypergeometric(3, 1, 4));
    refused(
        "margins -1, 3 and 1 make no table", () -> PowerSeries.noncentralHypergeometric(-1, 3, 1));
    refused(
        "margins 3, -1 and 1 make no table", () -> PowerSeries.noncentralHypergeometric(3, -1, 1));
    refused(
        "margins 3, 1 and -1 make no table", () -> PowerSeries.noncentralHypergeometric(3, 1, -1));
    PowerSeries table = PowerSeries.noncentralHypergeometric(7, 3, 8);
    refused("count 4 lies outside 5 to 7", () -> new ExactLimits(table, 4));
    StudentizedRange range = new StudentizedRange(3, 5);
    refused("p is 1.0; it lies between 0 and 1", () -> range.upperQuantile(1));
  }
}
