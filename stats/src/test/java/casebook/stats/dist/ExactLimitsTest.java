// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Interval;
import org.junit.jupiter.api.Test;

class ExactLimitsTest {
  private static final double ALPHA = 0.05;

  @Test
  void binomialLimitsWorkedByHand() {
    // 1 of 2: P(X >= 1) = 1 - (1 - p)^2 = 0.025
    Interval odds = new ExactLimits(PowerSeries.binomial(2), 1).central(0.95, 1);
    double p = 1 - Math.sqrt(0.975);
    assertThat(odds.low()).isCloseTo(p / (1 - p), within(1e-15));
    assertThat(odds.high()).isCloseTo((1 - p) / p, within(1e-12));
  }

  @Test
  void poissonLimitsWorkedByHand() {
    // 0 events: exp(-mean) = 0.025; 1 event: 1 - exp(-mean) = 0.025
    Interval none = new ExactLimits(PowerSeries.poisson(), 0).central(0.95, 1);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(-Math.log(0.025), within(1e-14));
    assertThat(new ExactLimits(PowerSeries.poisson(), 1).central(0.95, 1).low())
        .isCloseTo(-Math.log(0.975), within(1e-16));
  }

  @Test
  void blakerPOfACountWithoutUpperEnd() {
    // no event at mean e: P(X <= 0) = exp(-e), and P(X >= 6) is the largest upper tail that is no
    // larger; the two added with 40 digits
    assertThat(new ExactLimits(PowerSeries.poisson(), 0).blakerP(1).value())
        .isCloseTo(0.12420028124514906, within(1e-15));
  }

  @Test
  void hullsEndWhereTheTestsBeginToReject() {
    for (int row1 = 1; row1 <= 7; row1++) {
      for (int row2 = 1; row2 <= 7; row2++) {
        for (int column1 = 1; column1 < row1 + row2; column1++) {
          PowerSeries counts = PowerSeries.noncentralHypergeometric(row1, row2, column1);
          for (long x = counts.low(); counts.high() > counts.low() && x <= counts.high(); x++) {
            assertHulls(new ExactLimits(counts, x));
          }
        }
      }
    }
    for (long x = 0; x <= 15; x++) {
      assertHulls(new ExactLimits(PowerSeries.binomial(15), x));
    }
  }

  private static void assertHulls(ExactLimits limits) {
    Interval likelihood = limits.minimumLikelihood(1 - ALPHA);
    Interval blaker = limits.blaker(1 - ALPHA);
    String name = limits.family().low() + "-" + limits.family().high() + ", x = " + limits.x();
    for (double theta = -9; theta <= 9; theta += 0.137) {
      double psi = Math.exp(theta);
      double p = limits.minimumLikelihoodP(theta, limits.within(theta)).value();
      assertThat(p < ALPHA || near(psi, likelihood) || likelihood.contains(psi)).as(name).isTrue();
      double b = limits.blakerP(theta).value();
      assertThat(b < ALPHA || near(psi, blaker) || blaker.contains(psi)).as(name).isTrue();
    }
    // just inside each finite limit the test does not reject
    for (double side : new double[] {-1e-7, 1e-7}) {
      double limit = side > 0 ? likelihood.low() : likelihood.high();
      if (limit > 0 && limit < Double.POSITIVE_INFINITY) {
        double theta = Math.log(limit) + side;
        assertThat(limits.minimumLikelihoodP(theta, limits.within(theta)).value())
            .as(name)
            .isGreaterThan(ALPHA - 1e-6);
        double other = Math.log(side > 0 ? blaker.low() : blaker.high()) + side;
        assertThat(limits.blakerP(other).value()).as(name).isGreaterThan(ALPHA - 1e-6);
      }
    }
  }

  private static boolean near(double psi, Interval interval) {
    return Math.abs(psi / interval.low() - 1) < 1e-9 || Math.abs(psi / interval.high() - 1) < 1e-9;
  }

  @Test
  void aSumOfBinomialsIsBinomial() {
    // weights beyond the range of a double: C(7000, 3500) is about 1e2105
    PowerSeries sum = PowerSeries.binomial(3000).plus(PowerSeries.binomial(4000));
    PowerSeries whole = PowerSeries.binomial(7000);
    for (long x : new long[] {0, 1, 100, 2999, 3000, 3500, 4001, 6999}) {
      assertThat(sum.ratio(x) / whole.ratio(x)).isCloseTo(1, within(1e-11));
    }
    assertThat(sum.low()).isZero();
    assertThat(sum.high()).isEqualTo(7000);
  }

  @Test
  void farTailsAreKeptAsLogarithms() {
    // P(X = n) = 2^-n at even odds
    PowerSeries binomial = PowerSeries.binomial(5000);
    assertThat(binomial.lnUpper(5000, 0, 1)).isCloseTo(-5000 * Math.log(2), within(1e-9));
    assertThat(binomial.lnLower(0, 0, 1)).isCloseTo(-5000 * Math.log(2), within(1e-9));
    assertThat(binomial.lnLower(5000, 0, 1)).isZero();
    // beyond the stored ratios
    assertThat(PowerSeries.binomial(3_000_000).lnPoint(3_000_000, 0))
        .isCloseTo(-3_000_000 * Math.log(2), within(1e-6));
  }

  @Test
  void theCountLiesInTheSupport() {
    assertThatThrownBy(() -> new ExactLimits(PowerSeries.binomial(3), 4))
        .hasMessageContaining("count 4 lies outside 0 to 3");
    assertThatThrownBy(() -> PowerSeries.noncentralHypergeometric(2, 2, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PowerSeries.binomial(-1)).hasMessageContaining("-1");
  }
}
