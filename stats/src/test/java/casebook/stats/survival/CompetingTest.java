// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.regress.Design;
import casebook.stats.result.Outcome;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CompetingTest {
  private static final Offset<Double> ROUNDING = within(1e-13);
  private static final int N = 90;
  private static final double[] TIME = new double[N];
  private static final int[] CAUSE = new int[N];
  private static final double[] X = new double[N];

  static {
    var random = new Random(5);
    for (int i = 0; i < N; i++) {
      TIME[i] = Math.ceil(-10 * Math.log(random.nextDouble()));
      CAUSE[i] = random.nextInt(3);
      X[i] = random.nextDouble();
    }
  }

  private static final CompetingTimes TIMES = new CompetingTimes(TIME, CAUSE);

  /// Times 1 (cause 1), 2 (cause 2), 3 (censored), 4 (cause 1): F1 is 1/4 at 1 and 1/4 + 1/2 * 1 at
  /// 4, F2 is 3/4 * 1/3 = 1/4 at 2. The variance at 1 is S(t-)^2 d / n^2 = 1/16, as the only event
  /// so far moves F by nothing afterwards.
  @Test
  void agreesWithTheHandCalculation() {
    var times = new CompetingTimes(new double[] {1, 2, 3, 4}, new int[] {1, 2, 0, 1});
    var first = CumulativeIncidence.standard().fit(times, 1);
    assertThat(first.size()).isEqualTo(2);
    assertThat(first.incidence(0)).isEqualTo(0.25);
    assertThat(first.incidence(1)).isEqualTo(0.75);
    assertThat(first.point(0).variance()).isCloseTo(1 / 16.0, ROUNDING);
    assertThat(first.at(0.5).incidence()).isZero();
    assertThat(first.at(0.5).interval()).isEmpty();
    assertThat(first.at(3).atRisk()).isEqualTo(2);
    assertThat(first.at(9).atRisk()).isZero();
    assertThat(CumulativeIncidence.standard().fit(times, 2).incidence(0)).isEqualTo(0.25);
  }

  @Test
  void theIncidencesAndSurvivalSumToOne() {
    var all = KaplanMeier.standard().fit(TIMES.first());
    for (double t : new double[] {1, 5, 10, 20, 40}) {
      double sum = all.at(t).survival();
      for (int cause = 1; cause <= TIMES.causes(); cause++) {
        sum += CumulativeIncidence.standard().fit(TIMES, cause).at(t).incidence();
      }
      assertThat(sum).isCloseTo(1, ROUNDING);
    }
  }

  @Test
  void withOneCauseItIsOneMinusKaplanMeier() {
    int[] one = IntStream.of(CAUSE).map(c -> Math.min(c, 1)).toArray();
    var curve = CumulativeIncidence.standard().fit(new CompetingTimes(TIME, one), 1);
    var survival = KaplanMeier.standard().fit(new CompetingTimes(TIME, one).first());
    for (int row = 0; row < curve.size(); row++) {
      assertThat(curve.incidence(row))
          .isCloseTo(1 - survival.at(curve.time(row)).survival(), ROUNDING);
    }
  }

  /// Gray's statistic does not depend on which group is left out of the quadratic form, nor on the
  /// order of the rows.
  @Test
  void exchangingGroupsChangesNothing() {
    int[] groups = IntStream.range(0, N).map(i -> i % 3).toArray();
    int[] other = IntStream.of(groups).map(g -> (g + 1) % 3).toArray();
    var one = GrayTest.standard().test(TIMES, 1, groups).orThrow();
    var swapped = GrayTest.standard().test(TIMES, 1, other).orThrow();
    assertThat(swapped.statistic().orElseThrow())
        .isCloseTo(one.statistic().orElseThrow(), within(1e-9));
  }

  /// With one cause the subdistribution is the distribution: Gray's score is that of the log-rank
  /// test; the variances are two estimates of the same.
  @Test
  void withOneCauseGrayIsCloseToTheLogRankTest() {
    int[] one = IntStream.of(CAUSE).map(c -> Math.min(c, 1)).toArray();
    int[] groups = IntStream.range(0, N).map(i -> X[i] > 0.5 ? 1 : 0).toArray();
    var times = new CompetingTimes(TIME, one);
    double gray = GrayTest.standard().test(times, 1, groups).orThrow().statistic().orElseThrow();
    var logRank = LogRank.standard().test(times.first(), groups).orThrow();
    assertThat(gray).isCloseTo(logRank.test().statistic().orElseThrow(), within(0.1));
  }

  @Test
  void aStratumOfOneGroupChangesNothing() {
    int[] groups = IntStream.range(0, N + 3).map(i -> i < N ? i % 2 : 1).toArray();
    int[] strata = IntStream.range(0, N + 3).map(i -> i < N ? 0 : 1).toArray();
    double[] time = IntStream.range(0, N + 3).mapToDouble(i -> i < N ? TIME[i] : i).toArray();
    int[] cause = IntStream.range(0, N + 3).map(i -> i < N ? CAUSE[i] : 1).toArray();
    int[] plain = IntStream.range(0, N).map(i -> i % 2).toArray();
    var with = GrayTest.standard().test(new CompetingTimes(time, cause), 1, groups, strata);
    var without = GrayTest.standard().test(TIMES, 1, plain);
    assertThat(with.orThrow().statistic().orElseThrow())
        .isCloseTo(without.orThrow().statistic().orElseThrow(), within(1e-10));
  }

  /// Without other causes nobody stays in the risk set: Cox's model with Breslow's ties.
  @Test
  void withOneCauseFineAndGrayIsCox() {
    int[] one = IntStream.of(CAUSE).map(c -> c == 1 ? 1 : 0).toArray();
    var design = Design.withoutIntercept(N).and("x", X);
    var times = new CompetingTimes(TIME, one);
    var fit = FineGray.standard().fit(times, 1, design);
    var cox = Cox.standard().withTies(Ties.BRESLOW).fit(times.first(), design);
    assertThat(fit.terms().orThrow().getFirst().value())
        .isCloseTo(cox.term("x").value(), within(1e-11));
    assertThat(fit.terms().orThrow().getFirst().standardError())
        .isCloseTo(cox.robust().orThrow().term("x").standardError(), within(1e-11));
    assertThat(fit.pseudoLogLikelihood()).isCloseTo(cox.fit().logLikelihood(), within(1e-11));
    assertThat(fit.events()).isEqualTo(times.events(1));
  }

  /// Nobody censored before the last time: those with another event stay to the end, as if their
  /// time were the last.
  @Test
  void withoutCensoringOthersStayToTheEnd() {
    int[] cause = IntStream.of(CAUSE).map(c -> c == 0 ? 1 : c).toArray();
    double[] stay = IntStream.range(0, N).mapToDouble(i -> cause[i] == 1 ? TIME[i] : 1e6).toArray();
    boolean[] event = new boolean[N];
    IntStream.range(0, N).forEach(i -> event[i] = cause[i] == 1);
    var design = Design.withoutIntercept(N).and("x", X);
    var fit = FineGray.standard().fit(new CompetingTimes(TIME, cause), 1, design);
    var cox = Cox.standard().withTies(Ties.BRESLOW).fit(new Times(stay, event), design);
    assertThat(fit.terms().orThrow().getFirst().value())
        .isCloseTo(cox.term("x").value(), within(1e-11));
  }

  @Test
  void saysWhyThereIsNoAnswer() {
    assertThat(GrayTest.standard().test(TIMES, 3, new int[N]).outcome().words())
        .isEqualTo("there are no events of the cause");
    assertThat(GrayTest.standard().test(TIMES, 1, new int[N]).outcome().words())
        .isEqualTo("there is only one group");
    var apart = new CompetingTimes(new double[] {1, 2}, new int[] {1, 1});
    assertThat(
            GrayTest.standard()
                .test(apart, 1, new int[] {0, 1}, new int[] {0, 1})
                .outcome()
                .words())
        .isEqualTo("a group is never at risk when events of the cause happen");
    var design = Design.withoutIntercept(N).and("x", X);
    var none = FineGray.standard().fit(TIMES, 3, design);
    assertThat(none.outcome().words()).isEqualTo("there are no events of the cause");
    assertThat(none.terms().outcome().usable()).isFalse();
    double[] flag = IntStream.of(CAUSE).mapToDouble(c -> c == 1 ? 1 : 0).toArray();
    var separated = FineGray.standard().fit(TIMES, 1, Design.withoutIntercept(N).and("flag", flag));
    assertThat(separated.outcome()).isEqualTo(new Outcome.Separated(List.of("flag")));
  }

  @Test
  void misuseIsRefused() {
    assertThatThrownBy(() -> new CompetingTimes(new double[2], new int[1]))
        .hasMessage("2 times, but 1 causes");
    assertThatThrownBy(() -> new CompetingTimes(new double[1], new int[] {-1}))
        .hasMessageContaining("cause -1 in row 0");
    assertThatThrownBy(() -> CumulativeIncidence.standard().fit(TIMES, 0))
        .hasMessageContaining("cause 0");
    assertThatThrownBy(() -> CumulativeIncidence.standard().withLevel(0))
        .hasMessageContaining("level 0.0");
    assertThatThrownBy(() -> new FineGray(0)).hasMessageContaining("maxIterations 0");
    assertThat(TIMES.specific(2).events()).isEqualTo(TIMES.events(2));
    assertThat(TIMES.select(new int[] {1, 0}).time(0)).isEqualTo(TIMES.time(1));
  }
}
