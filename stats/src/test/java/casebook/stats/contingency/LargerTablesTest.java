// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.contingency.RateComparison.Rates;
import org.junit.jupiter.api.Test;

class LargerTablesTest {
  private static final Crosstab TABLE = Crosstab.of(new long[][] {{2, 1, 0}, {1, 2, 3}});

  @Test
  void chiSquareWorkedByHand() {
    // rows 3 and 6, columns 3 3 3, expected 1 and 2: 1 + 0 + 1 + 1/2 + 0 + 1/2
    var pearson = ChiSquare.pearson(TABLE).orThrow();
    assertThat(pearson.statistic().orElseThrow()).isCloseTo(3, within(1e-15));
    assertThat(pearson.df()).hasValue(2);
    assertThat(pearson.p().value()).isCloseTo(Math.exp(-1.5), within(1e-15));
    // 2 (2 ln 2 + 0 + 0 + ln(1/2) + 0 + 3 ln(3/2))
    assertThat(ChiSquare.likelihoodRatio(TABLE).orThrow().statistic().orElseThrow())
        .isCloseTo(2 * (2 * Math.log(2) - Math.log(2) + 3 * Math.log(1.5)), within(1e-14));
    assertThat(NominalAssociation.cramersV(TABLE).orThrow())
        .isCloseTo(Math.sqrt(3 / 9.0), within(1e-15));
    assertThat(NominalAssociation.contingencyCoefficient(TABLE).orThrow())
        .isCloseTo(0.5, within(1e-15));
  }

  @Test
  void ordinalMeasuresWorkedByHand() {
    // concordant 2 (2 + 3) + 1 * 3 = 13, discordant 1 * 1 = 1
    assertThat(OrdinalAssociation.gamma(TABLE).orThrow()).isCloseTo(12 / 14.0, within(1e-15));
    // 36 pairs, 3 + 15 tied in rows, 3 * 3 tied in columns
    assertThat(OrdinalAssociation.tauB(TABLE).orThrow())
        .isCloseTo(12 / Math.sqrt(18 * 27), within(1e-15));
    assertThat(OrdinalAssociation.tauC(TABLE).orThrow())
        .isCloseTo(2 * 2 * 12 / 81.0, within(1e-15));
    assertThat(OrdinalAssociation.somersD(TABLE).orThrow()).isCloseTo(12 / 18.0, within(1e-15));
    // scores 1 2 against 1 2 3: covariance 1 1/3, variances 2 and 6
    assertThat(OrdinalAssociation.correlation(TABLE).orThrow())
        .isCloseTo(2 / Math.sqrt(12), within(1e-14));
    assertThat(OrdinalAssociation.linearByLinear(TABLE).orThrow().statistic().orElseThrow())
        .isCloseTo(8 * 4 / 12.0, within(1e-14));
  }

  @Test
  void oneRowHasNoAssociation() {
    Crosstab row = Crosstab.of(new long[][] {{3, 4, 5}});
    assertThat(ChiSquare.pearson(row).outcome().words())
        .isEqualTo("only one row or column holds counts");
    assertThat(NominalAssociation.cramersV(row).value()).isEmpty();
    assertThat(OrdinalAssociation.gamma(row).value()).isEmpty();
    assertThat(OrdinalAssociation.tauB(row).value()).isEmpty();
    assertThat(OrdinalAssociation.tauC(row).value()).isEmpty();
    assertThat(OrdinalAssociation.somersD(row).value()).isEmpty();
    assertThat(OrdinalAssociation.linearByLinear(row).value()).isEmpty();
    Crosstab nothing = Crosstab.of(new long[][] {{0, 0}, {0, 0}});
    assertThat(ChiSquare.pearson(nothing).outcome().words()).isEqualTo("the table is empty");
    assertThat(ChiSquare.pearson(new TwoByTwo(0, 0, 0, 0)).value()).isEmpty();
    assertThat(NominalAssociation.phi(new TwoByTwo(1, 0, 2, 0)).value()).isEmpty();
    assertThat(nothing.smallestExpected()).isZero();
    assertThat(nothing.cellsExpectedBelow(5)).isEqualTo(4);
  }

  @Test
  void emptyRowsAndColumnsAreLeftOut() {
    Crosstab holed = Crosstab.of(new long[][] {{2, 0, 1, 0}, {0, 0, 0, 0}, {1, 0, 2, 3}});
    assertThat(holed.withoutEmpty()).isEqualTo(TABLE).hasSameHashCodeAs(TABLE);
    assertThat(ChiSquare.pearson(holed)).isEqualTo(ChiSquare.pearson(TABLE));
    assertThat(TABLE.transposed().transposed()).isEqualTo(TABLE);
    assertThat(TABLE).hasToString("Crosstab[[2, 1, 0], [1, 2, 3]]");
  }

  @Test
  void tablesAreChecked() {
    assertThatThrownBy(() -> Crosstab.of(new long[0][])).hasMessageContaining("at least one row");
    assertThatThrownBy(() -> Crosstab.of(new long[][] {{1, 2}, {3}}))
        .hasMessageContaining("row 1 has 1 columns");
    assertThatThrownBy(() -> Crosstab.of(new long[][] {{1, -2}})).hasMessageContaining("-2");
    assertThatThrownBy(() -> OrdinalAssociation.correlation(TABLE, new double[2], new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void trendWorkedByHand() {
    // 1 of 4, 2 of 4, 3 of 4 with scores 0 1 2: n sum(s x) - R sum(s n) = 12 * 8 - 6 * 12 = 24;
    // 12 * 24^2 / (6 6 (12 * 20 - 12^2)) = 2
    CochranArmitage trend =
        CochranArmitage.of(new long[] {1, 2, 3}, new long[] {4, 4, 4}, new double[] {0, 1, 2});
    assertThat(trend.test().orThrow().statistic().orElseThrow()).isCloseTo(2, within(1e-14));
    assertThat(trend.z().orThrow()).isCloseTo(Math.sqrt(2), within(1e-14));
    assertThat(trend.testNMinusOne().orThrow().statistic().orElseThrow())
        .isCloseTo(2 * 11 / 12.0, within(1e-14));
    assertThat(trend.departure().orThrow().statistic().orElseThrow()).isCloseTo(0, within(1e-14));
    // ways C(4,x) C(4,y) C(4,z) with x + y + z = 6; |y + 2 z - 6| >= 2
    double far = 0;
    double all = 0;
    double[] choose = {1, 4, 6, 4, 1};
    for (int x = 0; x <= 4; x++) {
      for (int y = 0; y <= 4; y++) {
        int z = 6 - x - y;
        if (z >= 0 && z <= 4) {
          double ways = choose[x] * choose[y] * choose[z];
          all += ways;
          far += Math.abs(y + 2 * z - 6) >= 2 ? ways : 0;
        }
      }
    }
    assertThat(trend.exact().orThrow().p().value()).isCloseTo(far / all, within(1e-14));
    // scores a constant apart and turned round
    CochranArmitage turned =
        CochranArmitage.of(new long[] {3, 2, 1}, new long[] {4, 4, 4}, new double[] {7, 8, 9});
    assertThat(turned.z().orThrow()).isCloseTo(-Math.sqrt(2), within(1e-14));
    assertThat(turned.exact().orThrow().p().value()).isCloseTo(far / all, within(1e-14));
  }

  @Test
  void trendThatCannotBeTestedAnswersInWords() {
    double[] scores = {0, 1};
    long[] totals = {4, 4};
    assertThat(CochranArmitage.of(new long[] {0, 0}, totals, scores).test().outcome().words())
        .isEqualTo("nobody has the event");
    assertThat(CochranArmitage.of(new long[] {4, 4}, totals, scores).exact().outcome().words())
        .isEqualTo("everybody has the event");
    assertThat(
            CochranArmitage.of(new long[] {1, 2}, totals, new double[] {3, 3})
                .z()
                .outcome()
                .words())
        .isEqualTo("all persons have one score");
    CochranArmitage half = CochranArmitage.of(new long[] {1, 2}, totals, new double[] {0, 0.5});
    assertThat(half.exact().outcome().words()).contains("whole number apart");
    assertThat(half.departure().outcome().words())
        .isEqualTo("two groups have no departure from a trend");
    CochranArmitage large =
        CochranArmitage.of(
            new long[] {5000, 6000}, new long[] {90_000, 90_000}, new double[] {0, 50});
    assertThat(large.exact().outcome().words()).contains("too large");
    assertThatThrownBy(() -> CochranArmitage.of(new long[1], totals, scores))
        .hasMessageContaining("1 events, 2 totals and 2 scores");
    assertThatThrownBy(() -> CochranArmitage.of(new long[] {5, 1}, totals, scores))
        .hasMessageContaining("group 0 has 5 of 4 events");
  }

  @Test
  void kappaWorkedByHand() {
    // 40 10 / 5 45: agreement 0.85, by chance 0.5: 0.7
    Crosstab table = Crosstab.of(new long[][] {{40, 10}, {5, 45}});
    assertThat(Kappa.observedAgreement(table).orThrow()).isEqualTo(0.85);
    Effect kappa = Kappa.standard().of(table).orThrow();
    assertThat(kappa.estimate().value()).isCloseTo(0.7, within(1e-15));
    // two categories have one weighted kappa
    assertThat(
            Kappa.standard()
                .withWeights(Kappa.Weights.QUADRATIC)
                .of(table)
                .orThrow()
                .estimate()
                .value())
        .isCloseTo(0.7, within(1e-15));
    assertThat(Kappa.standard().of(Crosstab.of(new long[][] {{5, 0}, {0, 0}})).outcome().words())
        .isEqualTo("both raters use one category only");
    assertThat(Kappa.standard().of(Crosstab.of(new long[][] {{5, 0}, {0, 5}})).outcome().words())
        .contains("agree perfectly");
    assertThat(Kappa.standard().of(Crosstab.of(new long[][] {{0, 0}, {0, 0}})).value()).isEmpty();
    assertThatThrownBy(() -> Kappa.standard().of(TABLE)).hasMessageContaining("2 rows and 3");
    assertThat(Kappa.standard().withLevel(0.8).of(table).orThrow().low())
        .isGreaterThan(kappa.low());
  }

  @Test
  void ratesWorkedByHand() {
    // no event in 250 years: exp(-250 r) = 0.025
    Effect none = PoissonRate.standard().exact(0, 250);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(-Math.log(0.025) / 250, within(1e-16));
    // a rate of 1 expects 250 events: twice exp(-250)
    assertThat(none.p().ln()).isCloseTo(Math.log(2) - 250, within(1e-12));
    assertThat(PoissonRate.standard().wald(0, 3).outcome().words())
        .isEqualTo("there are no events");
    assertThat(PoissonRate.standard().withLevel(0.9).exact(11, 6.4).low())
        .isGreaterThan(PoissonRate.standard().exact(11, 6.4).low());
    // 3 against 0 events in equal times: all three in group 1 has probability 1/8
    Rates rates = new Rates(3, 10, 0, 10);
    assertThat(RateComparison.exactTest(rates).orThrow().p().value())
        .isCloseTo(0.25, within(1e-15));
    Effect exact = RateComparison.standard().exactRatio(rates).orThrow();
    assertThat(exact.estimate().value()).isInfinite();
    double share = Math.cbrt(0.025);
    assertThat(exact.low()).isCloseTo(share / (1 - share), within(1e-14));
    assertThat(RateComparison.standard().waldRatio(rates).outcome().words())
        .isEqualTo("group 2 has no events");
    Rates empty = new Rates(0, 10, 0, 10);
    assertThat(RateComparison.exactTest(empty).value()).isEmpty();
    assertThat(RateComparison.standard().midPRatio(empty).value()).isEmpty();
    assertThat(RateComparison.standard().waldDifference(empty).outcome().usable()).isFalse();
    assertThatThrownBy(() -> PoissonRate.standard().exact(-1, 3)).hasMessageContaining("-1");
    assertThatThrownBy(() -> PoissonRate.standard().byar(1, 0)).hasMessageContaining("person-time");
    assertThat(RateComparison.standard().withLevel(0.9)).isEqualTo(new RateComparison(0.9));
  }
}
