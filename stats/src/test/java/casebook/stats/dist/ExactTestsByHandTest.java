// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// p-values, estimates and limits of one count, added up by hand from the ways of small tables.
class ExactTestsByHandTest {
  /// Sums and logarithms of a few terms in doubles.
  private static final Offset<Double> TIGHT = within(1e-14);

  /// Where a root was searched.
  private static final Offset<Double> ROOT = within(1e-12);

  private static final double LN2 = Math.log(2);

  // 5 and 6 people, 4 with the event: 15, 100, 150, 60 and 5 ways of 330; at odds ratio 2 they
  // weigh 15, 200, 600, 480 and 80 of 1375
  private static final PowerSeries WAYS = PowerSeries.noncentralHypergeometric(5, 6, 4);

  private static ExactLimits seen(long x) {
    return new ExactLimits(WAYS, x);
  }

  /// Values no more probable than the one seen, and twice the smaller tail with all and with half
  /// of the value seen.
  @ParameterizedTest
  @CsvSource({
    "0,  20,  20,  30,  15",
    "1, 180, 180, 230, 130",
    "2, 330, 330, 330, 280",
    "3,  80,  80, 130,  70",
    "4,   5,   5,  10,   5"
  })
  void waysOf330AtOddsRatioOne(long x, int likely, int blaker, int central, int mid) {
    ExactLimits limits = seen(x);
    assertThat(330 * limits.minimumLikelihoodP(0, limits.within(0)).value())
        .isEqualTo(likely, within(1e-11));
    assertThat(330 * limits.blakerP(0).value()).isEqualTo(blaker, within(1e-11));
    assertThat(330 * limits.centralP(0, 1).value()).isEqualTo(central, within(1e-11));
    assertThat(330 * limits.centralP(0, 0.5).value()).isEqualTo(mid, within(1e-11));
  }

  @ParameterizedTest
  @CsvSource({
    "0,   15,   15,   30,  15",
    "1,  295,  295,  430, 230",
    "2, 1375, 1375, 1375, 1030",
    "3,  775,  775, 1120, 640",
    "4,   95,   95,  160,  80"
  })
  void waysOf1375AtOddsRatioTwo(long x, int likely, int blaker, int central, int mid) {
    ExactLimits limits = seen(x);
    assertThat(1375 * limits.minimumLikelihoodP(LN2, limits.within(LN2)).value())
        .isEqualTo(likely, within(1e-10));
    assertThat(1375 * limits.blakerP(LN2).value()).isEqualTo(blaker, within(1e-10));
    assertThat(1375 * limits.centralP(LN2, 1).value()).isEqualTo(central, within(1e-10));
    assertThat(1375 * limits.centralP(LN2, 0.5).value()).isEqualTo(mid, within(1e-10));
  }

  /// Four coins: 1, 4, 6, 4 and 1 ways of 16. One and three heads are equally probable, and the
  /// rule is asked about no other pair.
  @ParameterizedTest
  @CsvSource({"1, 3", "3, 1"})
  void theRuleDecidesAboutTheEquallyProbableValue(long x, long mirror) {
    ExactLimits limits = new ExactLimits(PowerSeries.binomial(4), x);
    List<List<Long>> asked = new ArrayList<>();
    PValue without =
        limits.minimumLikelihoodP(
            0,
            (y, seen) -> {
              asked.add(List.of(y, seen));
              return false;
            });
    assertThat(asked).containsExactly(List.of(mirror, x));
    assertThat(without.value()).isEqualTo(6 / 16.0, TIGHT);
    assertThat(limits.minimumLikelihoodP(0, (_, _) -> true).value()).isEqualTo(10 / 16.0, TIGHT);
    assertThat(limits.minimumLikelihoodP(0, limits.within(0)).value()).isEqualTo(10 / 16.0, TIGHT);
  }

  /// Five coins: 1, 5, 10, 10, 5 and 1 ways of 32. Two heads beside three are equal or above by
  /// rule.
  @Test
  void theRuleDecidesAboutTheNeighbour() {
    for (long x = 2; x <= 3; x++) {
      ExactLimits limits = new ExactLimits(PowerSeries.binomial(5), x);
      assertThat(limits.minimumLikelihoodP(0, (_, _) -> true).value()).isEqualTo(1);
      assertThat(limits.minimumLikelihoodP(0, (_, _) -> false).value()).isEqualTo(22 / 32.0, TIGHT);
    }
  }

  /// 3000 trials: the terms between the tails pass the largest double. At odds 4 the values that
  /// are no more probable than 3000 were added up in whole numbers (Python); 0 is the least
  /// probable.
  @Test
  void tailsOnBothSidesOfAnOverflow() {
    double theta = Math.log(4);
    ExactLimits all = new ExactLimits(PowerSeries.binomial(3000), 3000);
    assertThat(all.minimumLikelihoodP(theta, all.within(theta)).ln())
        .isEqualTo(-668.6256378431453, within(1e-9));
    ExactLimits none = new ExactLimits(PowerSeries.binomial(3000), 0);
    assertThat(none.minimumLikelihoodP(theta, none.within(theta)).ln())
        .isEqualTo(3000 * Math.log(0.2), within(1e-9));
    // with even odds both ends have one way of 2^3000
    assertThat(all.minimumLikelihoodP(0, (_, _) -> true).ln()).isEqualTo(-2999 * LN2, within(1e-9));
    assertThat(all.minimumLikelihoodP(0, (_, _) -> false).ln())
        .isEqualTo(-3000 * LN2, within(1e-9));
    assertThat(all.blakerP(0).ln()).isEqualTo(-2999 * LN2, within(1e-9));
  }

  /// The odds ratio at which the mean is the count, and at which both mid-P tails are one half
  /// (mpmath 1.3, roots of the sums of the ways).
  @ParameterizedTest
  @CsvSource({
    "1, 0.284477495258237, 0.298491944375360573",
    "2, 1.29869360391784467, 1.29554223483378858",
    "3, 6.06918477216143081, 5.79160696324175855"
  })
  void estimatesFromTheWays(long x, double likely, double median) {
    assertThat(seen(x).estimate() / likely).isEqualTo(1, ROOT);
    assertThat(seen(x).medianUnbiased() / median).isEqualTo(1, ROOT);
  }

  @Test
  void estimatesOfTheFamiliesInClosedForm() {
    assertThat(new ExactLimits(PowerSeries.binomial(10), 3).estimate()).isEqualTo(3 / 7.0, ROOT);
    assertThat(new ExactLimits(PowerSeries.poisson(), 4).estimate()).isEqualTo(4, ROOT);
    assertThat(new ExactLimits(PowerSeries.binomial(2), 1).medianUnbiased()).isEqualTo(1, ROOT);
    assertThat(seen(0).estimate()).isZero();
    assertThat(seen(0).medianUnbiased()).isZero();
    assertThat(seen(4).estimate()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(seen(4).medianUnbiased()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  /// 1 of 2 with probability p: the upper mid-P tail is p^2 + p (1 - p) = p; below p = 1/3 none is
  /// more probable than one, and both tests reject where 1 - (1 - p)^2 is below 0.05.
  @Test
  void limitsOfOneOfTwo() {
    ExactLimits one = new ExactLimits(PowerSeries.binomial(2), 1);
    assertThat(one.central(0.95, 0.5).low()).isEqualTo(0.025 / 0.975, TIGHT);
    assertThat(one.central(0.95, 0.5).high()).isEqualTo(0.975 / 0.025, within(1e-11));
    double none = Math.sqrt(0.95);
    for (Interval hull : List.of(one.minimumLikelihood(0.95), one.blaker(0.95))) {
      assertThat(hull.low()).isEqualTo((1 - none) / none, TIGHT);
      assertThat(hull.high()).isEqualTo(none / (1 - none), within(1e-11));
      assertThat(hull.level()).isEqualTo(0.95);
    }
  }

  /// 1 of 1: both tests reject where p is below 0.05, odds of 1 to 19; the central limit is where p
  /// is 0.025, odds of 1 to 39.
  @Test
  void limitsOfOneOfOne() {
    ExactLimits one = new ExactLimits(PowerSeries.binomial(1), 1);
    ExactLimits none = new ExactLimits(PowerSeries.binomial(1), 0);
    assertThat(one.minimumLikelihood(0.95).low()).isEqualTo(1 / 19.0, TIGHT);
    assertThat(one.blaker(0.95).low()).isEqualTo(1 / 19.0, TIGHT);
    assertThat(one.central(0.95, 1).low()).isEqualTo(1 / 39.0, TIGHT);
    assertThat(one.blaker(0.95).high()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(none.minimumLikelihood(0.95).high()).isEqualTo(19, within(1e-11));
    assertThat(none.blaker(0.95).high()).isEqualTo(19, within(1e-11));
    assertThat(none.minimumLikelihood(0.95).low()).isZero();
  }

  /// One event, mean m below 1: only no event is more probable, so the test rejects where 1 -
  /// exp(-m) is below 0.05.
  @Test
  void lowerLimitOfOneEvent() {
    ExactLimits one = new ExactLimits(PowerSeries.poisson(), 1);
    assertThat(one.minimumLikelihood(0.95).low()).isEqualTo(-Math.log(0.95), TIGHT);
  }

  /// Mean 1: 0 and 1 event are equally probable; of 3 events the p-value is P(X >= 3) = 1 - 2.5/e,
  /// since 0 is more probable.
  @Test
  void eventsOfMeanOne() {
    ExactLimits three = new ExactLimits(PowerSeries.poisson(), 3);
    double tail = 1 - 2.5 / Math.E;
    assertThat(three.minimumLikelihoodP(0, three.within(0)).value()).isEqualTo(tail, TIGHT);
    assertThat(three.blakerP(0).value()).isEqualTo(tail, TIGHT);
    assertThat(three.centralP(0, 1).value()).isEqualTo(2 * tail, TIGHT);
  }
}
