// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Interval;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeansTest {
  private static final double[] FIRST = {1, 2, 3};
  private static final double[] SECOND = {2, 4, 6};

  @Test
  void welchByHand() {
    // means 2 and 4, variances 1 and 4: error sqrt(1/3 + 4/3), df (25/9) / (1/18 + 16/18) = 50/17
    MeanDifference found = TTest.standard().welch(FIRST, SECOND).orThrow();
    assertThat(found.difference().value()).isEqualTo(-2);
    assertThat(found.standardError()).isCloseTo(Math.sqrt(5 / 3.0), within(1e-15));
    assertThat(found.test().df().orElseThrow()).isCloseTo(50 / 17.0, within(1e-14));
    // t.test(c(1, 2, 3), c(2, 4, 6)), R 4.2.2
    assertThat(found.test().p().value()).isCloseTo(0.2208808404940958, within(1e-14));
  }

  @Test
  void pooledByHand() {
    MeanDifference found = TTest.standard().pooled(FIRST, SECOND).orThrow();
    assertThat(found.test().df()).hasValue(4);
    assertThat(found.test().statistic().orElseThrow())
        .isCloseTo(-2 / Math.sqrt(5 / 3.0), within(1e-15));
    // one value in a group is enough when the other varies
    assertThat(TTest.standard().pooled(new double[] {5}, FIRST).outcome().usable()).isTrue();
  }

  @Test
  void pairsAreTheirDifferences() {
    MeanDifference paired = TTest.standard().paired(FIRST, SECOND).orThrow();
    MeanDifference one = TTest.standard().oneSample(new double[] {-1, -2, -3}, 0).orThrow();
    assertThat(paired.difference()).isEqualTo(one.difference());
    assertThat(paired.test().p()).isEqualTo(one.test().p());
  }

  @Test
  void oneSampleTestsAnyMean() {
    MeanDifference found = TTest.standard().oneSample(FIRST, 1).orThrow();
    assertThat(found.difference().value()).isEqualTo(2);
    assertThat(found.test().statistic().orElseThrow()).isCloseTo(Math.sqrt(3), within(1e-15));
  }

  @Test
  void intervalAndPAgreeAboutZero() {
    for (double shift = -4; shift <= 4; shift += 0.1) {
      double moved = shift;
      double[] other = Arrays.stream(SECOND).map(x -> x + moved).toArray();
      MeanDifference found = TTest.standard().welch(FIRST, other).orThrow();
      Interval interval = found.difference().interval().orElseThrow();
      assertThat(interval.contains(0)).isEqualTo(found.test().p().value() >= 0.05);
    }
  }

  @Test
  void exchangingGroupsTurnsTheSign() {
    MeanDifference there = TTest.standard().welch(FIRST, SECOND).orThrow();
    MeanDifference back = TTest.standard().welch(SECOND, FIRST).orThrow();
    assertThat(back.difference().value()).isEqualTo(-there.difference().value());
    assertThat(back.test().p()).isEqualTo(there.test().p());
  }

  @Test
  void nothingVariesIsAnAnswerInWords() {
    double[] constant = {5, 5};
    assertThat(TTest.standard().welch(constant, new double[] {7, 7}).outcome().words())
        .contains("do not vary");
    assertThat(TTest.standard().welch(new double[] {1}, FIRST).outcome().words())
        .contains("fewer than two");
    assertThat(TTest.standard().pooled(new double[0], FIRST).outcome().usable()).isFalse();
    assertThat(TTest.standard().paired(new double[] {1}, new double[] {2}).outcome().usable())
        .isFalse();
    assertThat(TTest.standard().oneSample(new double[] {1}, 0).outcome().usable()).isFalse();
    assertThatThrownBy(() -> TTest.standard().paired(FIRST, constant))
        .hasMessageContaining("3 and 2");
    assertThatThrownBy(() -> TTest.standard().withLevel(1)).hasMessageContaining("1.0");
  }

  @Test
  void effectSizesByHand() {
    // pooled variance 2.5; df 4: Gamma(2) / (sqrt(2) Gamma(3/2)) = 1 / (sqrt(2) sqrt(pi) / 2)
    double d = -2 / Math.sqrt(2.5);
    assertThat(EffectSize.cohensD(FIRST, SECOND).orThrow()).isCloseTo(d, within(1e-15));
    assertThat(EffectSize.hedgesG(FIRST, SECOND).orThrow())
        .isCloseTo(d * Math.sqrt(2 / Math.PI), within(1e-14));
    // differences -1 -2 -3
    assertThat(EffectSize.ofPairs(FIRST, SECOND).orThrow()).isEqualTo(-2);
    assertThat(EffectSize.cohensD(new double[] {1}, new double[] {1}).outcome().usable()).isFalse();
    assertThat(EffectSize.hedgesG(new double[] {1, 2}, new double[] {1}).outcome().usable())
        .isFalse();
    assertThat(EffectSize.ofPairs(new double[] {1}, new double[] {1}).outcome().usable()).isFalse();
    assertThat(EffectSize.cohensD(new double[] {1, 1}, new double[] {2}).outcome().words())
        .isEqualTo("the values do not vary");
  }

  @Test
  void varianceRatioByHand() {
    // F(2, 2): P(F > f) = 1 / (1 + f), so p = 2 / 5; its 97.5th percentile is 39
    VarianceRatio.Ratio found = VarianceRatio.standard().of(SECOND, FIRST).orThrow();
    assertThat(found.ratio().value()).isEqualTo(4);
    assertThat(found.test().p().value()).isCloseTo(0.4, within(1e-14));
    assertThat(found.ratio().interval().orElseThrow().low()).isCloseTo(4 / 39.0, within(1e-12));
    assertThat(found.ratio().interval().orElseThrow().high()).isCloseTo(4 * 39.0, within(1e-9));
    VarianceRatio.Ratio back = VarianceRatio.standard().of(FIRST, SECOND).orThrow();
    assertThat(back.ratio().value()).isEqualTo(0.25);
    assertThat(back.test().p().value()).isCloseTo(0.4, within(1e-14));
    assertThat(VarianceRatio.standard().of(FIRST, new double[] {1, 1}).outcome().words())
        .isEqualTo("a group does not vary");
    assertThat(VarianceRatio.standard().of(FIRST, new double[] {1}).outcome().usable()).isFalse();
    assertThatThrownBy(() -> new VarianceRatio(0)).hasMessageContaining("0.0");
  }

  @Test
  void equivalenceIsAnIntervalInsideTheMargins() {
    double[] near = {1.1, 2.3, 2.9, 2.0};
    for (double margin = 0.2; margin < 4; margin += 0.1) {
      MeanDifference found = Equivalence.within(-margin, margin + 0.3).welch(near, FIRST).orThrow();
      Interval interval = found.difference().interval().orElseThrow();
      assertThat(interval.level()).isCloseTo(0.9, within(1e-15));
      boolean inside = -margin < interval.low() && interval.high() < margin + 0.3;
      assertThat(found.test().p().value() < 0.05).isEqualTo(inside);
    }
  }

  @Test
  void equivalenceByHand() {
    // differences -1 -2 -3: error 1 / sqrt(3), df 2; margins -4 and 0: t = 2 sqrt(3) both ways, and
    // P(T > t) = (1 - t / sqrt(2 + t^2)) / 2 with two degrees of freedom
    MeanDifference found = Equivalence.within(-4, 0).paired(FIRST, SECOND).orThrow();
    double t = 2 * Math.sqrt(3);
    assertThat(found.test().p().value())
        .isCloseTo((1 - t / Math.sqrt(2 + t * t)) / 2, within(1e-14));
    assertThatThrownBy(() -> Equivalence.within(1, 1)).hasMessageContaining("margin 1.0");
    assertThatThrownBy(() -> Equivalence.within(0, 1).withAlpha(0.5)).hasMessageContaining("0.5");
  }

  @Test
  void varianceTableByHand() {
    // means 2 3 6, grand mean 11/3: between 26, within 6; F = 13,
    // P(F(2, 6) > 13) = (1 + 26/6)^-3
    double[][] groups = {{1, 2, 3}, {2, 3, 4}, {5, 6, 7}};
    Anova table = Anova.oneWay(groups).orThrow();
    assertThat(table.ssBetween()).isCloseTo(26, within(1e-14));
    assertThat(table.ssWithin()).isCloseTo(6, within(1e-15));
    assertThat(table.test().orThrow().statistic().orElseThrow()).isCloseTo(13, within(1e-14));
    assertThat(table.test().orThrow().p().value())
        .isCloseTo(Math.pow(1 + 26 / 6.0, -3), within(1e-15));
    assertThat(table.etaSquared().orThrow()).isCloseTo(26 / 32.0, within(1e-15));
    assertThat(table.residualStandardDeviation()).isEqualTo(1);
  }

  @Test
  void twoGroupsGiveTheSquareOfT() {
    double t = TTest.standard().pooled(FIRST, SECOND).orThrow().test().statistic().orElseThrow();
    double f = Anova.oneWay(FIRST, SECOND).orThrow().test().orThrow().statistic().orElseThrow();
    assertThat(f).isCloseTo(t * t, within(1e-14));
    MeanDifference welch = TTest.standard().welch(FIRST, SECOND).orThrow();
    WelchAnova table = WelchAnova.test(FIRST, SECOND).orThrow();
    double w = welch.test().statistic().orElseThrow();
    assertThat(table.statistic()).isCloseTo(w * w, within(1e-14));
    assertThat(table.df2()).isCloseTo(welch.test().df().orElseThrow(), within(1e-13));
    assertThat(table.p().value()).isCloseTo(welch.test().p().value(), within(1e-14));
  }

  @Test
  void varianceTableSaysWhatItCannot() {
    double[] constant = {5, 5};
    assertThat(Anova.oneWay(FIRST).outcome().usable()).isFalse();
    assertThat(Anova.oneWay(new double[] {1}, new double[] {2}).outcome().words())
        .contains("one value only");
    Anova flat = Anova.oneWay(constant, constant).orThrow();
    assertThat(flat.test().outcome().words()).contains("do not vary within");
    assertThat(flat.etaSquared().outcome().words()).isEqualTo("all values are equal");
    assertThat(WelchAnova.test(FIRST, constant).outcome().words())
        .isEqualTo("a group does not vary");
    assertThat(WelchAnova.test(FIRST).outcome().usable()).isFalse();
    assertThat(TukeyHonest.standard().of(constant, constant).outcome().usable()).isFalse();
    assertThat(TukeyHonest.standard().of(constant).outcome().usable()).isFalse();
    assertThat(PairwiseTests.standard().pooledT(constant, constant).outcome().usable()).isFalse();
    assertThat(PairwiseTests.standard().pooledT(constant).outcome().usable()).isFalse();
    assertThat(
            PairwiseTests.standard()
                .each(MannWhitney.standard()::exact, FIRST, new double[0])
                .outcome()
                .words())
        .isEqualTo("a group is empty");
    assertThatThrownBy(() -> new TukeyHonest(0)).hasMessageContaining("0.0");
  }

  @Test
  void pairwiseAdjustmentCanBeChosen() {
    List<PairwiseTests.Pair> pairs =
        PairwiseTests.standard()
            .withAdjustment(Adjustment.BONFERRONI)
            .pooledT(FIRST, SECOND, new double[] {9, 10, 11})
            .orThrow();
    for (PairwiseTests.Pair pair : pairs) {
      assertThat(pair.adjusted().value())
          .isCloseTo(Math.min(1, 3 * pair.p().value()), within(1e-14));
    }
  }

  @Test
  void equalVariancesGiveNoStatistic() {
    double[] moved = {11, 12, 13};
    assertThat(EqualVariances.bartlett(FIRST, moved).orThrow().p().value())
        .isCloseTo(1, within(1e-7));
    assertThat(EqualVariances.brownForsythe(FIRST, moved).orThrow().statistic()).hasValue(0);
    assertThat(EqualVariances.bartlett(FIRST, new double[] {1, 1}).outcome().usable()).isFalse();
    assertThat(EqualVariances.bartlett(FIRST).outcome().usable()).isFalse();
    assertThat(EqualVariances.brownForsythe(FIRST, new double[0]).outcome().usable()).isFalse();
    assertThat(EqualVariances.brownForsythe(FIRST).outcome().usable()).isFalse();
  }

  @Test
  void normalityOfThreeByHand() {
    // 1 2 4: W = (4 - 1)^2 / 2 / (14/3) = 27/28, p = 6 / pi (asin sqrt W - asin sqrt(3/4))
    var test = ShapiroWilk.test(new double[] {2, 1, 4}).orThrow();
    assertThat(test.statistic().orElseThrow()).isCloseTo(27 / 28.0, within(1e-14));
    double p = 6 / Math.PI * (Math.asin(Math.sqrt(27 / 28.0)) - Math.PI / 3);
    assertThat(test.p().value()).isCloseTo(p, within(1e-13));
  }

  @Test
  void normalityOfEightEqualsR() {
    // shapiro.test(c(2.1, 3.4, 1.9, 8.8, 2.7, 3.3, 2.5, 4.1)), R 4.2.2
    var test = ShapiroWilk.test(new double[] {2.1, 3.4, 1.9, 8.8, 2.7, 3.3, 2.5, 4.1}).orThrow();
    assertThat(test.statistic().orElseThrow()).isCloseTo(0.72267641138385, within(1e-8));
    assertThat(test.p().value()).isCloseTo(0.004054680515238, within(1e-8));
    assertThat(ShapiroWilk.test(new double[] {1, 2}).outcome().words()).contains("not 2");
    assertThat(ShapiroWilk.test(new double[] {1, 1, 1}).outcome().words())
        .isEqualTo("all values are equal");
    // one value far from four equal ones: beyond the range of the transformation
    assertThat(ShapiroWilk.test(new double[] {0, 0, 0, 0, 1e9}).orThrow().p().value())
        .isLessThan(1e-3);
  }

  @Test
  void distributionsApartByHand() {
    // D = 1 with lambda = 1: 2 (e^-2 - e^-8 + e^-18); D = 1/2 with lambda = 1/2
    var apart = KolmogorovSmirnov.test(new double[] {1, 2}, new double[] {3, 4}).orThrow();
    assertThat(apart.statistic()).hasValue(1);
    assertThat(apart.p().value())
        .isCloseTo(2 * (Math.exp(-2) - Math.exp(-8) + Math.exp(-18)), within(1e-13));
    var half = KolmogorovSmirnov.test(new double[] {1, 3}, new double[] {2, 4}).orThrow();
    assertThat(half.statistic()).hasValue(0.5);
    assertThat(half.p().value()).isCloseTo(0.9639452436648751, within(1e-12));
    assertThat(KolmogorovSmirnov.test(FIRST, FIRST).orThrow().p().value()).isEqualTo(1);
    assertThat(KolmogorovSmirnov.test(FIRST, new double[0]).outcome().usable()).isFalse();
  }
}
