// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.result.Answer;
import casebook.stats.result.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// In every 2x2 table with groups of at most 30 (12 in the fast tests), the interval holds the null
/// exactly when the p-value beside it is not below 5 %. The minimum-likelihood and Blaker sets can
/// have holes in general; in none of these tables does 1 lie in one.
class AgreementTest {
  private static final double ALPHA = 0.05;
  private static final OddsRatio ODDS = OddsRatio.standard();
  private static final RiskRatio RATIO = RiskRatio.standard();
  private static final RiskDifference DIFFERENCE = RiskDifference.standard();
  private static final List<Function<TwoByTwo, Answer<Effect>>> RATIOS =
      List.of(
          ODDS::woolf,
          t -> Answer.of(ODDS.haldane(t)),
          ODDS::firthWald,
          ODDS::cornfield,
          ODDS::miettinenNurminen,
          ODDS::profile,
          ODDS::firth,
          ODDS::centralExact,
          ODDS::midP,
          ODDS::minimumLikelihood,
          ODDS::blaker,
          RATIO::katz,
          RATIO::koopman,
          RATIO::miettinenNurminen);
  private static final List<Function<TwoByTwo, Answer<Effect>>> DIFFERENCES =
      List.of(
          DIFFERENCE::wald,
          DIFFERENCE::agrestiCaffo,
          DIFFERENCE::newcombe,
          DIFFERENCE::newcombeCorrected,
          DIFFERENCE::mee,
          DIFFERENCE::miettinenNurminen);

  @Test
  void ratiosInGroupsUpTo12() {
    assertThat(torn(12, 1, RATIOS)).isEmpty();
  }

  @Test
  void differencesInGroupsUpTo12() {
    assertThat(torn(12, 0, DIFFERENCES)).isEmpty();
  }

  @Test
  @Tag("slow")
  void ratiosInGroupsUpTo30() {
    assertThat(torn(30, 1, RATIOS)).isEmpty();
  }

  @Test
  @Tag("slow")
  void differencesInGroupsUpTo30() {
    assertThat(torn(30, 0, DIFFERENCES)).isEmpty();
  }

  @Test
  void oneTestBesideTheIntervalOfAnotherContradictsIt() {
    // the two-sided Fisher p beside the central interval, as fisher.test (R 4.2) prints them: of
    // 18,756 tables with groups of 5 to 16 it has 6,776 significant and 748 contradictions
    int tables = 0;
    int significant = 0;
    int contradictions = 0;
    for (int n1 = 5; n1 <= 16; n1++) {
      for (int n2 = 5; n2 <= 16; n2++) {
        for (int a = 0; a <= n1; a++) {
          for (int c = 0; c <= n2; c++) {
            TwoByTwo t = new TwoByTwo(a, n1 - a, c, n2 - c);
            if (t.emptyMargin().isEmpty()) {
              boolean rejects = FisherExact.twoSided(t).p().value() < ALPHA;
              Effect central = ODDS.centralExact(t).orThrow();
              boolean excludes = !central.estimate().interval().orElseThrow().contains(1);
              tables++;
              significant += rejects ? 1 : 0;
              contradictions += rejects != excludes ? 1 : 0;
            }
          }
        }
      }
    }
    assertThat(new int[] {tables, significant, contradictions}).containsExactly(18756, 6776, 748);
  }

  private static List<String> torn(
      int largest, double none, List<Function<TwoByTwo, Answer<Effect>>> methods) {
    List<String> torn = new ArrayList<>();
    forEachTable(
        largest,
        t -> {
          for (Function<TwoByTwo, Answer<Effect>> method : methods) {
            Answer<Effect> answer = method.apply(t);
            if (answer.outcome().usable() && !agrees(answer.orThrow(), none)) {
              torn.add(t + " " + answer.orThrow());
            }
          }
        });
    return torn;
  }

  // swapping the rows mirrors estimate and limits and leaves p: the smaller group comes second
  private static void forEachTable(int largest, Consumer<TwoByTwo> action) {
    for (int n1 = 1; n1 <= largest; n1++) {
      for (int n2 = 1; n2 <= n1; n2++) {
        for (int a = 0; a <= n1; a++) {
          for (int c = 0; c <= n2; c++) {
            action.accept(new TwoByTwo(a, n1 - a, c, n2 - c));
          }
        }
      }
    }
  }

  private static boolean agrees(Effect effect, double none) {
    Interval interval = effect.estimate().interval().orElseThrow();
    double p = effect.p().value();
    // on the edge both are right: a limit at the null to the last digits has p = 0.05 to the last
    boolean edge = Math.abs(p - ALPHA) < 1e-13;
    return edge || interval.contains(none) == p >= ALPHA;
  }
}
