// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The series behind the far tails, where other ways to the same numbers exist; values from mpmath
/// 1.3 with 60 digits.
class TailSeriesTest {
  private static final Offset<Double> TIGHT = within(4e-15);

  @ParameterizedTest
  @CsvSource({
    "5, 7, 0.3, -1.5591982407370468541",
    "0.5, 0.5, 0.2, -1.220213183944064921",
    "20, 3, 0.6, -6.4646582220444895681",
    "2.5, 40, 0.02, -2.2595276091353668837"
  })
  void continuedFractionOfTheBetaTail(double a, double b, double x, double expected) {
    assertThat(BetaTail.ln(a, b, x, 1 - x)).isCloseTo(expected, TIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 10, -5.8891261358266887512",
    "0.5, 4, -5.3649412646166375745",
    "20, 40, -8.6433070322884453947"
  })
  void continuedFractionOfTheUpperGammaTail(double a, double x, double expected) {
    assertThat(GammaTail.lnUpper(a, x)).isCloseTo(expected, within(2e-14));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 1, -2.5219682600313997855",
    "0.5, 0.25, -0.65296562567633116065",
    "20, 10, -5.6681232955145575249"
  })
  void seriesOfTheLowerGammaTail(double a, double x, double expected) {
    assertThat(GammaTail.lnLower(a, x)).isCloseTo(expected, within(2e-14));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 0.016644691189821192163",
    "15, 0.005554733551962801371",
    "16, 0.0052076559196096404407",
    "20, 0.0041663196919969224575",
    "100, 0.00083333055563491468338",
    "1000, 0.000083333330555556349206"
  })
  void errorOfStirlingsFormula(double n, double expected) {
    assertThat(Saddlepoint.stirlingError(n) / expected).isCloseTo(1, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 9.9, 0.00050335853501440824689",
    "1000, 1001, 0.0004996669164668331906",
    "3, 2.5, 0.046964670381863878635",
    "10, 8.2, 0.18450938723838270349",
    "10, 8, 0.23143551314209755766",
    "10, 30, 9.013877113318903086"
  })
  void devianceNearAndFarFromTheExpectation(double observed, double expected, double value) {
    assertThat(Saddlepoint.deviance(observed, expected) / value).isCloseTo(1, within(3e-15));
  }

  @Test
  void devianceOfNoneAndOfAll() {
    assertThat(Saddlepoint.deviance(0, 5)).isEqualTo(5);
    assertThat(Saddlepoint.deviance(7, 7)).isZero();
  }

  // 5 and 6 people, 4 with the event: 15, 100, 150, 60 and 5 ways; each doubled per event at odds
  // ratio 2: 15, 200, 600, 480 and 80 of 1375
  private static final PowerSeries WAYS = PowerSeries.noncentralHypergeometric(5, 6, 4);

  private static final double LN2 = Math.log(2);

  @Test
  void pointsAndTailsOfTheHypergeometricByHand() {
    assertThat(WAYS.low()).isZero();
    assertThat(WAYS.high()).isEqualTo(4);
    assertThat(WAYS.ratio(2)).isCloseTo(0.4, TIGHT);
    assertThat(Math.exp(WAYS.lnPoint(1, 0))).isCloseTo(100 / 330.0, TIGHT);
    assertThat(Math.exp(WAYS.lnPoint(4, LN2))).isCloseTo(80 / 1375.0, TIGHT);
    assertThat(Math.exp(WAYS.lnUpper(3, LN2, 1))).isCloseTo(560 / 1375.0, TIGHT);
    assertThat(Math.exp(WAYS.lnUpper(3, LN2, 0.5))).isCloseTo(320 / 1375.0, TIGHT);
    assertThat(Math.exp(WAYS.lnUpper(3, LN2, 0))).isCloseTo(80 / 1375.0, TIGHT);
    assertThat(Math.exp(WAYS.lnLower(1, LN2, 1))).isCloseTo(215 / 1375.0, TIGHT);
    assertThat(Math.exp(WAYS.lnLower(1, LN2, 0.5))).isCloseTo(115 / 1375.0, TIGHT);
    assertThat(Math.exp(WAYS.lnLower(1, LN2, 0))).isCloseTo(15 / 1375.0, TIGHT);
    assertThat(Math.exp(WAYS.lnTailOdds(2, LN2, 0.5)))
        .isCloseTo((300 + 560) / (300.0 + 215), TIGHT);
  }

  @Test
  void momentsAboutAValueByHand() {
    // above 1: 600 + 2 480 + 3 80; below 1: 15
    assertThat(Math.exp(WAYS.lnMomentOdds(1, LN2))).isCloseTo(1800 / 15.0, within(1e-12));
    // above 3: 80; below 3: 600 + 2 200 + 3 15
    assertThat(Math.exp(WAYS.lnMomentOdds(3, LN2))).isCloseTo(80 / 1045.0, TIGHT);
  }

  @Test
  void theReflectedFamilyCountsFromTheOtherEnd() {
    PowerSeries mirrored = WAYS.reflected(4);
    assertThat(mirrored.lnPoint(1, -LN2)).isCloseTo(WAYS.lnPoint(3, LN2), TIGHT);
    assertThat(mirrored.lnUpper(3, -LN2, 1)).isCloseTo(WAYS.lnLower(1, LN2, 1), TIGHT);
  }

  @Test
  void theSumOfTwoFamiliesConvolvesTheirWays() {
    // binomials of 2 and 3 make one of 5: 1 5 10 10 5 1
    PowerSeries five = PowerSeries.binomial(2).plus(PowerSeries.binomial(3));
    assertThat(Math.exp(five.lnPoint(2, 0))).isCloseTo(10 / 32.0, TIGHT);
    assertThat(Math.exp(five.lnPoint(5, Math.log(3)))).isCloseTo(243 / 1024.0, TIGHT);
  }

  @Test
  void sumsThatOverflowADoubleKeepTheirLogarithm() {
    // 4000 coins: the chance of no head is 2^-4000, of at least one nearly 1
    PowerSeries coins = PowerSeries.binomial(4000);
    assertThat(coins.lnPoint(0, 0)).isCloseTo(-4000 * LN2, within(1e-11));
    assertThat(coins.lnPoint(4000, 0)).isCloseTo(-4000 * LN2, within(1e-11));
    assertThat(coins.lnLower(1, 0, 1)).isCloseTo(Math.log(4001) - 4000 * LN2, within(1e-11));
    assertThat(coins.lnUpper(3999, 0, 1)).isCloseTo(Math.log(4001) - 4000 * LN2, within(1e-11));
    assertThat(coins.lnUpper(0, 0, 0)).isCloseTo(0, within(1e-15));
    // at odds 1/3 the chance of no head is (3/4)^4000
    assertThat(coins.lnPoint(0, -Math.log(3))).isCloseTo(4000 * Math.log(0.75), within(1e-11));
  }
}
