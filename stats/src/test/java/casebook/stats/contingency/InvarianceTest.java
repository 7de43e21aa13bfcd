// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Answer;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class InvarianceTest {
  private static final OddsRatio ODDS = OddsRatio.standard();
  private static final RiskDifference DIFFERENCE = RiskDifference.standard();
  private static final List<Function<TwoByTwo, Answer<Effect>>> ODDS_RATIOS =
      List.of(
          ODDS::woolf,
          t -> Answer.of(ODDS.haldane(t)),
          ODDS::cornfield,
          ODDS::miettinenNurminen,
          ODDS::profile,
          ODDS::firth,
          ODDS::centralExact,
          ODDS::midP,
          ODDS::minimumLikelihood,
          ODDS::blaker);
  private static final List<TwoByTwo> TABLES =
      List.of(
          new TwoByTwo(12, 232, 2, 244),
          new TwoByTwo(3, 1, 1, 3),
          new TwoByTwo(6, 238, 0, 246),
          new TwoByTwo(0, 16, 7, 12),
          new TwoByTwo(45, 5, 10, 40),
          new TwoByTwo(7, 9, 11, 3));

  // every limit is known to about 1e-14
  private static void assertSame(double value, double expected) {
    if (Double.isInfinite(expected)) {
      assertThat(value).isEqualTo(expected);
    } else {
      assertThat(value).isCloseTo(expected, within(1e-11 * Math.max(1e-3, Math.abs(expected))));
    }
  }

  @Test
  void exchangingRowsOrColumnsTurnsOddsRatiosOver() {
    for (TwoByTwo t : TABLES) {
      for (Function<TwoByTwo, Answer<Effect>> method : ODDS_RATIOS) {
        assertTurned(method.apply(t), method.apply(t.rowsSwapped()));
        assertTurned(method.apply(t), method.apply(t.columnsSwapped()));
      }
    }
  }

  private static void assertTurned(Answer<Effect> one, Answer<Effect> other) {
    assertThat(one.value().isPresent()).isEqualTo(other.value().isPresent());
    if (one.value().isPresent()) {
      assertSame(one.orThrow().estimate().value(), 1 / other.orThrow().estimate().value());
      assertSame(one.orThrow().low(), 1 / other.orThrow().high());
      assertSame(one.orThrow().high(), 1 / other.orThrow().low());
      assertSame(one.orThrow().p().ln(), other.orThrow().p().ln());
    }
  }

  @Test
  void exchangingRowsAndColumnsLeavesOddsRatios() {
    for (TwoByTwo t : TABLES) {
      for (Function<TwoByTwo, Answer<Effect>> method : ODDS_RATIOS) {
        Answer<Effect> one = method.apply(t);
        Answer<Effect> other = method.apply(t.transposed());
        if (one.value().isPresent()) {
          assertSame(one.orThrow().low(), other.orThrow().low());
          assertSame(one.orThrow().high(), other.orThrow().high());
          assertSame(one.orThrow().p().ln(), other.orThrow().p().ln());
        }
      }
    }
  }

  @Test
  void exchangingRowsTurnsDifferencesOver() {
    for (TwoByTwo t : TABLES) {
      for (Function<TwoByTwo, Answer<Effect>> method :
          List.<Function<TwoByTwo, Answer<Effect>>>of(
              DIFFERENCE::wald,
              DIFFERENCE::agrestiCaffo,
              DIFFERENCE::newcombe,
              DIFFERENCE::newcombeCorrected,
              DIFFERENCE::mee,
              DIFFERENCE::miettinenNurminen)) {
        Effect one = method.apply(t).orThrow();
        Effect other = method.apply(t.rowsSwapped()).orThrow();
        assertSame(one.estimate().value(), -other.estimate().value());
        assertSame(one.low(), -other.high());
        assertSame(one.p().ln(), other.p().ln());
      }
    }
  }

  @Test
  void doublingTheTableDoublesChiSquareAndNarrowsEveryInterval() {
    for (TwoByTwo t : TABLES) {
      TwoByTwo twice = new TwoByTwo(2 * t.a(), 2 * t.b(), 2 * t.c(), 2 * t.d());
      assertThat(ChiSquare.pearson(twice).orThrow().statistic().orElseThrow())
          .isCloseTo(2 * ChiSquare.pearson(t).orThrow().statistic().orElseThrow(), offset(1e-12));
      assertThat(ChiSquare.likelihoodRatio(twice).orThrow().statistic().orElseThrow())
          .isCloseTo(
              2 * ChiSquare.likelihoodRatio(t).orThrow().statistic().orElseThrow(), offset(1e-12));
      for (Function<TwoByTwo, Answer<Effect>> method :
          List.<Function<TwoByTwo, Answer<Effect>>>of(
              ODDS::cornfield,
              ODDS::miettinenNurminen,
              ODDS::profile,
              ODDS::centralExact,
              ODDS::midP)) {
        Effect one = method.apply(t).orThrow();
        Effect other = method.apply(twice).orThrow();
        assertThat(other.low()).isGreaterThanOrEqualTo(one.low());
        assertThat(other.high()).isLessThanOrEqualTo(one.high());
      }
    }
  }

  @Test
  void aHigherLevelGivesAWiderInterval() {
    for (TwoByTwo t : TABLES) {
      Effect at95 = ODDS.miettinenNurminen(t).orThrow();
      Effect at99 = ODDS.withLevel(0.99).miettinenNurminen(t).orThrow();
      assertThat(at99.low()).isLessThanOrEqualTo(at95.low());
      assertThat(at99.high()).isGreaterThanOrEqualTo(at95.high());
      assertThat(at99.p()).isEqualTo(at95.p());
    }
  }

  @Test
  void theOrderOfRowsAndColumnsDoesNotMatterToALargerTable() {
    Crosstab table = Crosstab.of(new long[][] {{4, 6, 4, 5}, {7, 3, 8, 6}, {3, 5, 2, 9}});
    Crosstab moved = Crosstab.of(new long[][] {{9, 5, 2, 3}, {5, 6, 4, 4}, {6, 3, 8, 7}});
    for (Crosstab other : List.of(moved, table.transposed())) {
      assertSame(
          ChiSquare.pearson(other).orThrow().statistic().orElseThrow(),
          ChiSquare.pearson(table).orThrow().statistic().orElseThrow());
      assertSame(
          FreemanHalton.standard().test(other).orThrow().test().p().ln(),
          FreemanHalton.standard().test(table).orThrow().test().p().ln());
    }
  }

  @Test
  void theOrderOfStrataDoesNotMatter() {
    TwoByTwo one = new TwoByTwo(12, 100, 2, 110);
    TwoByTwo other = new TwoByTwo(5, 80, 3, 90);
    TwoByTwo empty = new TwoByTwo(0, 0, 3, 5);
    Effect there = ExactStrata.standard().central(Strata.of(one, other)).orThrow();
    Effect back = ExactStrata.standard().central(Strata.of(other, empty, one)).orThrow();
    assertSame(back.low(), there.low());
    assertSame(back.high(), there.high());
    assertSame(
        MantelHaenszel.standard().oddsRatio(Strata.of(empty, other, one)).orThrow().low(),
        MantelHaenszel.standard().oddsRatio(Strata.of(one, other)).orThrow().low());
  }
}
