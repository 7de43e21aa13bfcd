// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Answer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogRankTest {
  private static final double[] ALL = join(KaplanMeierTest.SIX_MP, KaplanMeierTest.PLACEBO);
  private static final int[] ARM = IntStream.range(0, 42).map(i -> i / 21).toArray();

  private static double[] join(double[] a, double[] b) {
    return IntStream.range(0, a.length + b.length)
        .mapToDouble(i -> i < a.length ? a[i] : b[i - a.length])
        .toArray();
  }

  private static double statistic(Answer<LogRankResult> answer) {
    return answer.orThrow().test().statistic().orElseThrow();
  }

  /// Group 0 dies at 1 and 3, group 1 at 2 and 4. At 1: n 4, two of group 0, E = 1/2, V = 1/4. At
  /// 2: n 3, one of group 0, E = 1/3, V = 2/9. At 3: n 2, one each, E = 1/2, V = 1/4. At 4 only
  /// group 1. O = 2, E = 4/3, V = 13/18; chi-square (2/3)^2 / (13/18) = 8/13.
  @Test
  void agreesWithTheHandCalculation() {
    var result =
        LogRank.standard()
            .test(KaplanMeierTest.times(1, 2, 3, 4), new int[] {0, 1, 0, 1})
            .orThrow();
    assertThat(result.observed(0)).isEqualTo(2);
    assertThat(result.expected(0)).isCloseTo(4 / 3.0, within(1e-15));
    assertThat(result.covariance(0, 0)).isCloseTo(13 / 18.0, within(1e-15));
    assertThat(result.covariance(0, 1)).isCloseTo(-13 / 18.0, within(1e-15));
    assertThat(result.test().statistic().orElseThrow()).isCloseTo(8 / 13.0, within(1e-15));
    assertThat(result.test().df()).hasValue(1);
    assertThat(result.people(1)).isEqualTo(2);
    assertThat(result.groups()).isEqualTo(2);
    assertThat(result.level()).isEqualTo(LogRank.standard().level());
  }

  /// Log-rank chi-square 16.79 of the remission data, printed in textbooks since Cox and Oakes 1984
  /// (for example Kleinbaum and Klein, Survival Analysis, 3rd edition 2012, chapter 2).
  @Test
  void printsTheTextbookChiSquareOfSixMercaptopurine() {
    assertThat(statistic(LogRank.standard().test(KaplanMeierTest.times(ALL), ARM)))
        .isCloseTo(16.79, within(0.005));
  }

  /// Gehan's weights on the hand case: 4 (1/2) + 3 (-1/3) + 2 (1/2) = 2, variance 16/4 + 9 2/9 +
  /// 4/4 = 7, chi-square 4/7. Tarone and Ware's: the square roots of these weights.
  @Test
  void weightsByTheNumberAtRisk() {
    Times times = KaplanMeierTest.times(1, 2, 3, 4);
    int[] groups = {0, 1, 0, 1};
    var gehan = LogRank.standard().withWeights(new RiskWeights.AtRisk(1));
    assertThat(statistic(gehan.test(times, groups))).isCloseTo(4 / 7.0, within(1e-14));
    var taroneWare = LogRank.standard().withWeights(new RiskWeights.AtRisk(0.5));
    double score = 2 * 0.5 - Math.sqrt(3) / 3 + Math.sqrt(2) / 2;
    assertThat(statistic(taroneWare.test(times, groups)))
        .isCloseTo(score * score / (1 + 2 / 3.0 + 0.5), within(1e-14));
  }

  /// Weights 1 - S(t-) on the hand case: 0, 1/4, 1/2: score -1/12 + 1/4 = 1/6; variance (1/16) 2/9
  /// + (1/4) / 4 = 11/144; chi-square 4/11.
  @Test
  void weightsForLateDifferences() {
    var late = LogRank.standard().withWeights(new RiskWeights.FlemingHarrington(0, 1));
    var answer = late.test(KaplanMeierTest.times(1, 2, 3, 4), new int[] {0, 1, 0, 1});
    assertThat(statistic(answer)).isCloseTo(4 / 11.0, within(1e-14));
  }

  @Test
  void theOrderOfGroupsAndRowsDoesNotMatter() {
    double[] reversed = IntStream.range(0, 42).mapToDouble(i -> ALL[41 - i]).toArray();
    assertThat(statistic(LogRank.standard().test(KaplanMeierTest.times(reversed), ARM)))
        .isCloseTo(
            statistic(LogRank.standard().test(KaplanMeierTest.times(ALL), ARM)), within(1e-12));
  }

  /// A stratum that holds one group only says nothing.
  @Test
  void aStratumOfOneGroupChangesNothing() {
    double[] more = join(ALL, new double[] {3, 5, -7});
    int[] groups = IntStream.range(0, 45).map(i -> i < 42 ? ARM[i] : 1).toArray();
    int[] strata = IntStream.range(0, 45).map(i -> i < 42 ? 0 : 1).toArray();
    assertThat(statistic(LogRank.standard().test(KaplanMeierTest.times(more), groups, strata)))
        .isCloseTo(
            statistic(LogRank.standard().test(KaplanMeierTest.times(ALL), ARM)), within(1e-12));
  }

  /// The hand case, where the person who dies at 2 enters at 1.5: at 1 only three are at risk, two
  /// of them of group 0, so that group 0 expects 2/3 + 1/3 + 1/2.
  @Test
  void lateEntriesAreComparedOnlyWhileAtRisk() {
    double[] entry = {0, 1.5, 0, 0};
    boolean[] event = {true, true, true, true};
    var times = Times.entering(entry, new double[] {1, 2, 3, 4}, event);
    var result = LogRank.standard().test(times, new int[] {0, 1, 0, 1}).orThrow();
    assertThat(result.expected(0)).isCloseTo(1.5, within(1e-15));
  }

  @Test
  void aTrendOverTwoGroupsIsTheLogRankTest() {
    var result = LogRank.standard().test(KaplanMeierTest.times(ALL), ARM).orThrow();
    assertThat(result.trend(0, 1).orThrow().statistic().orElseThrow())
        .isCloseTo(result.test().statistic().orElseThrow(), within(1e-12));
    assertThat(result.trend(5, 9).orThrow().statistic().orElseThrow())
        .isCloseTo(result.test().statistic().orElseThrow(), within(1e-12));
    assertThat(result.trend(2, 2).outcome().words())
        .isEqualTo("the groups at risk have the same score");
  }

  @Test
  void theHazardRatiosOfTheTwoGroupsAreInverse() {
    var result = LogRank.standard().withLevel(0.9).test(KaplanMeierTest.times(ALL), ARM).orThrow();
    var one = result.petoHazardRatio(1);
    var other = result.petoHazardRatio(0);
    assertThat(one.value() * other.value()).isCloseTo(1, within(1e-12));
    assertThat(one.interval().orElseThrow().low() * other.interval().orElseThrow().high())
        .isCloseTo(1, within(1e-12));
    assertThat(result.pikeHazardRatio(0).value() * result.pikeHazardRatio(1).value())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void saysWhyThereIsNoAnswer() {
    var method = LogRank.standard();
    assertThat(method.test(KaplanMeierTest.times(-1, -2), new int[] {0, 1}).outcome().words())
        .isEqualTo("there are no events");
    assertThat(method.test(KaplanMeierTest.times(1, 2), new int[] {0, 0}).outcome().words())
        .isEqualTo("only one group is at risk when events happen");
    assertThat(
            method
                .test(KaplanMeierTest.times(1, 1), new int[] {0, 1}, new int[] {0, 1})
                .outcome()
                .words())
        .isEqualTo("the groups are never at risk together");
    assertThat(method.test(KaplanMeierTest.times(), new int[0]).outcome().usable()).isFalse();
  }

  @Test
  void misuseIsRefused() {
    var method = LogRank.standard();
    Times times = KaplanMeierTest.times(1, 2, 3);
    assertThatThrownBy(() -> method.test(times, new int[2])).hasMessage("2 groups for 3 rows");
    assertThatThrownBy(() -> method.withLevel(0)).hasMessageContaining("level 0.0");
    assertThatThrownBy(() -> new RiskWeights.AtRisk(-1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> new RiskWeights.FlemingHarrington(-1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    var three = method.test(times, new int[] {0, 1, 2}).orThrow();
    assertThatThrownBy(() -> three.petoHazardRatio(0)).hasMessageContaining("two groups");
    assertThatThrownBy(() -> three.trend(1)).hasMessage("1 scores for 3 groups");
  }
}
