// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrataTest {
  private static final Strata TWO =
      Strata.of(new TwoByTwo(10, 20, 5, 25), new TwoByTwo(10, 20, 5, 25));
  private static final Strata EMPTY = Strata.of(new TwoByTwo(0, 0, 3, 5), new TwoByTwo(0, 4, 0, 5));

  @Test
  void mantelHaenszelWorkedByHand() {
    // each stratum: a d / n = 250/60, b c / n = 100/60; their ratio 2.5. Pearson's chi-square of
    // one
    // stratum is 60 * 150^2 / (30 30 15 45) = 20/9, with n - 1 59/27; two strata give 118/27
    assertThat(MantelHaenszel.standard().oddsRatio(TWO).orThrow().estimate().value())
        .isCloseTo(2.5, within(1e-15));
    assertThat(MantelHaenszel.test(TWO).orThrow().statistic().orElseThrow())
        .isCloseTo(118 / 27.0, within(1e-14));
    assertThat(MantelHaenszel.standard().riskRatio(TWO).orThrow().estimate().value())
        .isCloseTo(2, within(1e-15));
    assertThat(MantelHaenszel.standard().riskDifference(TWO).orThrow().estimate().value())
        .isCloseTo(1 / 6.0, within(1e-15));
    assertThat(BreslowDay.test(TWO).orThrow().statistic().orElseThrow())
        .isCloseTo(0, within(1e-20));
  }

  @Test
  void oneStratumIsItsTable() {
    TwoByTwo t = new TwoByTwo(12, 232, 2, 244);
    Effect pooled = MantelHaenszel.standard().oddsRatio(Strata.of(t)).orThrow();
    Effect woolf = OddsRatio.standard().woolf(t).orThrow();
    assertThat(pooled.low()).isCloseTo(woolf.low(), within(1e-12));
    assertThat(pooled.high()).isCloseTo(woolf.high(), within(1e-12));
    Effect exact = ExactStrata.standard().central(Strata.of(t)).orThrow();
    assertThat(exact.high()).isEqualTo(OddsRatio.standard().centralExact(t).orThrow().high());
    assertThat(ExactStrata.twoSided(Strata.of(t)).orThrow().p())
        .isEqualTo(FisherExact.twoSided(t).p());
    Effect inverse = InverseVariance.standard().oddsRatio(Strata.of(t)).orThrow();
    assertThat(inverse.low()).isCloseTo(woolf.low(), within(1e-12));
  }

  @Test
  void homogeneityNeedsTwoStrata() {
    Strata one = Strata.of(new TwoByTwo(3, 4, 5, 6), new TwoByTwo(0, 0, 5, 6));
    assertThat(BreslowDay.test(one).outcome().words())
        .isEqualTo("fewer than two strata are informative");
    assertThat(InverseVariance.homogeneity(Strata.of(new TwoByTwo(3, 4, 5, 6))).outcome().words())
        .isEqualTo("there is one stratum only");
    assertThat(InverseVariance.homogeneity(one).outcome().words())
        .startsWith("in a stratum cell a (row 1, with the event) is empty");
    Strata zero = Strata.of(new TwoByTwo(3, 0, 5, 6), new TwoByTwo(2, 0, 1, 6));
    assertThat(BreslowDay.tarone(zero).outcome().words())
        .isEqualTo("in every stratum cell b or c is empty");
  }

  @Test
  void emptyMarginsEverywhereAnswerInWords() {
    MantelHaenszel method = MantelHaenszel.standard();
    assertThat(method.oddsRatio(EMPTY).outcome().words()).contains("in every stratum");
    assertThat(method.riskRatio(EMPTY).outcome().words()).contains("has no event in any stratum");
    assertThat(method.riskDifference(Strata.of(new TwoByTwo(0, 0, 3, 5))).outcome().words())
        .isEqualTo("no stratum has persons in both rows");
    assertThat(MantelHaenszel.test(EMPTY).outcome().words())
        .isEqualTo("every stratum has an empty margin");
    assertThat(ExactStrata.twoSided(EMPTY).value()).isEmpty();
    assertThat(ExactStrata.standard().midP(EMPTY).value()).isEmpty();
    assertThatThrownBy(() -> new Strata(List.of())).hasMessageContaining("no stratum");
  }

  @Test
  void tiesOfSumsAreDecidedInWholeNumbers() {
    // (2 of 4) + (2 of 4): the sum x = 3 of the weights (1 4 1) * (1 4 1) = 1 8 18 8 1 is as
    // probable
    // as 1: p = (1 + 8 + 8 + 1) / 36
    TwoByTwo first = new TwoByTwo(2, 0, 0, 2);
    TwoByTwo second = new TwoByTwo(1, 1, 1, 1);
    assertThat(ExactStrata.twoSided(Strata.of(first, second)).orThrow().p().value())
        .isCloseTo(18 / 36.0, within(1e-14));
    // margins 2 of 2 + 3 and 1 of 3 + 4 make unequal weights: (3 6 1) * (4 3) = 12 33 22 3
    Strata unequal = Strata.of(new TwoByTwo(2, 0, 0, 3), new TwoByTwo(0, 3, 1, 3));
    assertThat(ExactStrata.twoSided(unequal).orThrow().p().value())
        .isCloseTo((22 + 12 + 3) / 70.0, within(1e-14));
  }

  @Test
  void anEmptyCellInEveryStratumMakesTheExactEstimateInfinite() {
    Strata strata = Strata.of(new TwoByTwo(3, 4, 0, 6), new TwoByTwo(2, 5, 0, 8));
    Effect central = ExactStrata.standard().central(strata).orThrow();
    assertThat(central.estimate().value()).isInfinite();
    assertThat(central.high()).isInfinite();
    assertThat(central.low()).isPositive();
    assertThat(ExactStrata.greater(strata).orThrow().p().value())
        .isCloseTo(Math.exp(central.p().ln()) / 2, within(1e-15));
    assertThat(ExactStrata.less(strata).orThrow().p().value()).isEqualTo(1);
  }

  @Test
  void fittedTableHasTheOddsRatioAndTheMargins() {
    for (TwoByTwo t : List.of(new TwoByTwo(1, 50, 40, 2), new TwoByTwo(30, 2, 5, 9))) {
      for (double ratio : new double[] {1e-4, 0.3, 1, 7, 5000}) {
        FixedMargins fitted = BreslowDay.fitted(t, ratio);
        assertThat(fitted.a() / fitted.b() * (fitted.d() / fitted.c()) / ratio)
            .isCloseTo(1, within(1e-9));
        assertThat(fitted.a() + fitted.b()).isCloseTo((double) t.row1(), within(1e-12));
        assertThat(fitted.a() + fitted.c()).isCloseTo((double) t.column1(), within(1e-12));
        assertThat(fitted.c() + fitted.d()).isCloseTo((double) t.row2(), within(1e-12));
      }
    }
  }

  @Test
  void levelsAreKept() {
    assertThat(MantelHaenszel.standard().withLevel(0.8).oddsRatio(TWO).orThrow().low())
        .isGreaterThan(MantelHaenszel.standard().oddsRatio(TWO).orThrow().low());
    assertThat(InverseVariance.standard().withLevel(0.8).oddsRatio(TWO).orThrow().low())
        .isGreaterThan(InverseVariance.standard().oddsRatio(TWO).orThrow().low());
    assertThat(ExactStrata.standard().withLevel(0.8).central(TWO).orThrow().low())
        .isGreaterThan(ExactStrata.standard().central(TWO).orThrow().low());
    assertThatThrownBy(() -> new MantelHaenszel(0)).hasMessageContaining("level 0.0");
    assertThatThrownBy(() -> new InverseVariance(1)).hasMessageContaining("level 1.0");
    assertThatThrownBy(() -> new ExactStrata(3)).hasMessageContaining("level 3.0");
  }
}
