// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import org.junit.jupiter.api.Test;

class RisksTest {
  private static final RiskRatio RATIO = RiskRatio.standard();
  private static final RiskDifference DIFFERENCE = RiskDifference.standard();
  private static final AttributableFraction FRACTION = AttributableFraction.standard();
  private static final double Z = 1.959963984540054;
  // 30 of 100 against 10 of 200
  private static final TwoByTwo COHORT = new TwoByTwo(30, 70, 10, 190);

  @Test
  void katzWorkedByHand() {
    // 0.30 / 0.05 = 6; variance 1/30 - 1/100 + 1/10 - 1/200 = 0.118333...
    Effect katz = RATIO.katz(COHORT).orThrow();
    assertThat(katz.estimate().value()).isCloseTo(6, within(1e-14));
    double error = Math.sqrt(1 / 30.0 - 0.01 + 0.1 - 0.005);
    assertThat(katz.standardError().orElseThrow()).isCloseTo(error, within(1e-15));
    assertThat(katz.low()).isCloseTo(6 * Math.exp(-Z * error), within(1e-12));
  }

  @Test
  void scoreLimitsOfTheRatioSolveTheScoreEquation() {
    // at a limit r the risks p and r p that are most likely give (30/100 - r 10/200)^2 = z^2 v
    double r = RATIO.koopman(COHORT).orThrow().low();
    double best = Double.NEGATIVE_INFINITY;
    double p = 0;
    for (double q = 1e-5; q * r < 1; q += 1e-5) {
      double likelihood =
          30 * Math.log(q * r) + 70 * Math.log1p(-q * r) + 10 * Math.log(q) + 190 * Math.log1p(-q);
      if (likelihood > best) {
        best = likelihood;
        p = q;
      }
    }
    double variance = p * r * (1 - p * r) / 100 + r * r * p * (1 - p) / 200;
    double z = (0.3 - r * 0.05) / Math.sqrt(variance);
    // the grid finds the risk to 1e-5
    assertThat(z).isCloseTo(Z, within(1e-3));
  }

  @Test
  void scoreIntervalsOfRatioAndDifferenceShareThePOfTheirChiSquare() {
    double pearson = ChiSquare.pearson(COHORT).orThrow().p().ln();
    assertThat(RATIO.koopman(COHORT).orThrow().p().ln()).isCloseTo(pearson, within(1e-12));
    assertThat(DIFFERENCE.mee(COHORT).orThrow().p().ln()).isCloseTo(pearson, within(1e-12));
    double less = ChiSquare.nMinusOne(COHORT).orThrow().p().ln();
    assertThat(RATIO.miettinenNurminen(COHORT).orThrow().p().ln()).isCloseTo(less, within(1e-12));
    assertThat(DIFFERENCE.miettinenNurminen(COHORT).orThrow().p().ln())
        .isCloseTo(less, within(1e-12));
  }

  @Test
  void newcombesPublishedExample() {
    // Newcombe 1998, 56/70 - 48/80: method 10 gives 0.0524 to 0.3339, method 11 0.0428 to 0.3422,
    // Mee 0.0533 to 0.3377, Miettinen-Nurminen 0.0528 to 0.3382
    TwoByTwo t = new TwoByTwo(56, 14, 48, 32);
    assertLimits(DIFFERENCE.newcombe(t).orThrow(), 0.0524, 0.3339);
    assertLimits(DIFFERENCE.newcombeCorrected(t).orThrow(), 0.0428, 0.3422);
    assertLimits(DIFFERENCE.mee(t).orThrow(), 0.0533, 0.3377);
    assertLimits(DIFFERENCE.miettinenNurminen(t).orThrow(), 0.0528, 0.3382);
    assertLimits(DIFFERENCE.wald(t).orThrow(), 0.0575, 0.3425);
  }

  private static void assertLimits(Effect effect, double low, double high) {
    assertThat(effect.low()).as(effect.method()).isCloseTo(low, within(5.1e-5));
    assertThat(effect.high()).as(effect.method()).isCloseTo(high, within(5.1e-5));
  }

  @Test
  void emptyRowsAndColumnsAnswerInWords() {
    assertThat(RATIO.katz(new TwoByTwo(0, 5, 3, 4)).outcome().words()).contains("row 1");
    assertThat(RATIO.koopman(new TwoByTwo(0, 5, 0, 4)).outcome().words())
        .isEqualTo("nobody has the event");
    assertThat(RATIO.koopman(new TwoByTwo(0, 0, 3, 4)).outcome().words())
        .isEqualTo("row 1 of the table is empty");
    assertThat(DIFFERENCE.newcombe(new TwoByTwo(1, 2, 0, 0)).outcome().words())
        .isEqualTo("row 2 of the table is empty");
    // nobody in both rows: the hybrid and score intervals answer, Wald's has no width
    TwoByTwo none = new TwoByTwo(0, 20, 0, 30);
    assertThat(DIFFERENCE.newcombe(none).orThrow().estimate().value()).isZero();
    assertThat(DIFFERENCE.newcombe(none).orThrow().p().value()).isEqualTo(1);
    assertThat(DIFFERENCE.mee(none).orThrow().high()).isBetween(0.05, 0.2);
    assertThat(DIFFERENCE.wald(none).outcome().usable()).isFalse();
    assertThat(DIFFERENCE.wald(none).orThrow().p().value()).isEqualTo(1);
    // everybody in both rows
    TwoByTwo all = new TwoByTwo(20, 0, 30, 0);
    assertThat(RATIO.koopman(all).orThrow().p().value()).isEqualTo(1);
    assertThat(RATIO.koopman(all).orThrow().low()).isBetween(0.5, 1.0);
    assertThat(RATIO.katz(all).outcome().usable()).isFalse();
    // all against nobody
    Effect whole = DIFFERENCE.miettinenNurminen(new TwoByTwo(3, 0, 0, 3)).orThrow();
    assertThat(whole.high()).isEqualTo(1);
    assertThat(whole.low()).isBetween(0.0, 0.9);
    Effect infinite = RATIO.koopman(new TwoByTwo(7, 12, 0, 16)).orThrow();
    assertThat(infinite.estimate().value()).isInfinite();
    assertThat(infinite.high()).isInfinite();
  }

  @Test
  void attributableFractionsWorkedByHand() {
    // (6 - 1) / 6; 1 - 0.05 / (40 / 300); case-control: 1 - (10/40) / (190/260)
    assertThat(FRACTION.exposedByRiskRatio(COHORT).orThrow().value())
        .isCloseTo(5 / 6.0, within(1e-15));
    assertThat(FRACTION.population(COHORT).orThrow().value()).isCloseTo(0.625, within(1e-15));
    assertThat(FRACTION.caseControl(COHORT).orThrow().value())
        .isCloseTo(1 - 0.25 / (19 / 26.0), within(1e-15));
    assertThat(FRACTION.populationRisk(COHORT).orThrow().value())
        .isCloseTo(40 / 300.0 - 0.05, within(1e-15));
    assertThat(FRACTION.population(new TwoByTwo(0, 0, 1, 2)).value()).isEmpty();
    assertThat(FRACTION.population(new TwoByTwo(3, 4, 0, 5)).orThrow().interval()).isEmpty();
    assertThat(FRACTION.caseControl(new TwoByTwo(3, 4, 5, 0)).outcome().words())
        .isEqualTo("no control is unexposed");
    assertThat(FRACTION.caseControl(new TwoByTwo(0, 4, 0, 5)).value()).isEmpty();
    assertThat(FRACTION.populationRisk(new TwoByTwo(0, 0, 1, 2)).value()).isEmpty();
    assertThat(FRACTION.exposedByOddsRatio(new TwoByTwo(3, 4, 0, 5)).value()).isEmpty();
    // a narrower level, a narrower interval
    assertThat(width(FRACTION.withLevel(0.8).population(COHORT).orThrow()))
        .isLessThan(width(FRACTION.population(COHORT).orThrow()));
  }

  private static double width(Estimate estimate) {
    Interval interval = estimate.interval().orElseThrow();
    return interval.high() - interval.low();
  }

  @Test
  void numberNeededTurnsTheDifferenceOver() {
    Estimate clear = new Estimate(0.25, new Interval(0.1, 0.5, 0.95));
    assertThat(NumberNeeded.of(clear)).isEqualTo(new NumberNeeded(4, 2, 10, false));
    Estimate open = new Estimate(0.1, new Interval(-0.05, 0.25, 0.95));
    assertThat(NumberNeeded.of(open)).isEqualTo(new NumberNeeded(10, -20, 4, true));
    Estimate harm = new Estimate(-0.2, new Interval(-0.5, -0.1, 0.95));
    assertThat(NumberNeeded.of(harm)).isEqualTo(new NumberNeeded(-5, -10, -2, false));
    assertThatThrownBy(() -> NumberNeeded.of(Estimate.of(0.1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eValueOfTheLetter() {
    // odds ratio 6.31 (1.397 to 28.5): 12.1, of the limit 2.14
    Effect woolf = OddsRatio.standard().woolf(new TwoByTwo(12, 232, 2, 244)).orThrow();
    assertThat(EValue.of(woolf.estimate().value())).isCloseTo(12.1, within(0.05));
    assertThat(EValue.ofLimit(woolf.estimate().interval().orElseThrow()))
        .isCloseTo(2.14, within(0.005));
    // by hand: 2 + sqrt(2), the same for 1/2; the root of 4 stands in for an odds ratio of 4
    assertThat(EValue.of(2)).isEqualTo(2 + Math.sqrt(2));
    assertThat(EValue.of(0.5)).isEqualTo(2 + Math.sqrt(2));
    assertThat(EValue.ofCommonOutcome(4)).isEqualTo(2 + Math.sqrt(2));
    assertThat(EValue.of(0)).isInfinite();
    assertThat(EValue.ofLimit(new Interval(0.9, 3, 0.95))).isEqualTo(1);
    assertThat(EValue.ofLimit(new Interval(0.2, 0.5, 0.95))).isEqualTo(2 + Math.sqrt(2));
    assertThatThrownBy(() -> EValue.of(-1)).hasMessageContaining("-1");
  }

  @Test
  void fragilityOfTheLetter() {
    // 4 fewer positive cases make Fisher's p 0.062
    TwoByTwo t = new TwoByTwo(12, 232, 2, 244);
    Fragility.Index fewer = Fragility.standard().removing(t).orThrow();
    assertThat(fewer.changed()).isEqualTo(4);
    assertThat(fewer.table()).isEqualTo(new TwoByTwo(8, 236, 2, 244));
    assertThat(fewer.p()).isCloseTo(0.062, within(5e-4));
    Fragility.Index more = Fragility.standard().adding(t).orThrow();
    assertThat(more.table().c()).isEqualTo(2 + more.changed());
    assertThat(more.p()).isGreaterThanOrEqualTo(0.05);
    assertThat(Fragility.standard().adding(t.rowsSwapped()).orThrow().changed())
        .isEqualTo(more.changed());
    assertThat(Fragility.standard().adding(new TwoByTwo(3, 1, 1, 3)).outcome().words())
        .isEqualTo("the result is not significant to begin with");
    assertThatThrownBy(() -> new Fragility(0)).hasMessageContaining("alpha");
  }

  @Test
  void unconditionalTestsWorkedByHand() {
    // 3/4 against 1/4: |z| is as large for 3-1, 4-0, 4-1, 3-0, 4-2 and 2-0 events and their mirror
    // images; at a risk of 1/2 they have 2 (16 + 1 + 4 + 4 + 6 + 6) = 74 of 256 parts
    UnconditionalExact method = UnconditionalExact.standard();
    TwoByTwo tea = new TwoByTwo(3, 1, 1, 3);
    assertThat(method.barnard(tea).orThrow().p().value()).isCloseTo(74 / 256.0, within(1e-12));
    assertThat(method.boschloo(tea).orThrow().p().value()).isCloseTo(74 / 256.0, within(1e-12));
    assertThat(method.barnard(new TwoByTwo(0, 4, 0, 4)).value()).isEmpty();
    assertThat(new UnconditionalExact(100).boschloo(new TwoByTwo(60, 40, 30, 70)).outcome().words())
        .isEqualTo("there are more than 100 persons");
  }

  @Test
  void methodsKeepTheirLevel() {
    assertThat(RATIO.withLevel(0.9).katz(COHORT).orThrow().low())
        .isGreaterThan(RATIO.katz(COHORT).orThrow().low());
    assertThat(DIFFERENCE.withLevel(0.9).mee(COHORT).orThrow().low())
        .isGreaterThan(DIFFERENCE.mee(COHORT).orThrow().low());
    assertThatThrownBy(() -> new RiskRatio(2)).hasMessageContaining("level 2.0");
    assertThatThrownBy(() -> new RiskDifference(0)).hasMessageContaining("level 0.0");
    assertThatThrownBy(() -> new AttributableFraction(1)).hasMessageContaining("level 1.0");
  }
}
