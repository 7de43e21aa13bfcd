// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.regress.Coefficient;
import casebook.stats.regress.Design;
import casebook.stats.result.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CoxTest {
  /// Maxima are found to about eight digits of a standard error squared; what is left is rounding.
  private static final Offset<Double> CLOSE = within(1e-11);

  static Design one(double... x) {
    return Design.withoutIntercept(x.length).and("x", x);
  }

  /// 60 people with two covariates and many ties.
  private static final Random RANDOM = new Random(7);

  static final int N = 60;
  static final double[] AGE = IntStream.range(0, N).mapToDouble(i -> 30 + i % 17).toArray();
  static final double[] DOSE = RANDOM.doubles(N).toArray();
  static final double[] STOP = RANDOM.doubles(N).map(u -> Math.ceil(-8 * Math.log(u))).toArray();
  static final boolean[] EVENT = new boolean[N];

  static {
    for (int i = 0; i < N; i++) {
      EVENT[i] = RANDOM.nextDouble() < 0.7;
    }
  }

  static final Times TIMES = new Times(STOP, EVENT);
  static final Design DESIGN = Design.withoutIntercept(N).and("age", AGE).and("dose", DOSE);

  private static double hazardRatio(Ties ties, Times times, Design design) {
    return Math.exp(Cox.standard().withTies(ties).fit(times, design).term("x").value());
  }

  /// Events at 1, 2, 3, 4 with x = 1, 0, 1, 0. With h = exp b the score is 2 - 2 h/(h+1) - h/(h+2),
  /// which is 0 where h^2 = h + 4: h = (1 + sqrt 17) / 2.
  @Test
  void agreesWithTheHandCalculation() {
    Times times = KaplanMeierTest.times(1, 2, 3, 4);
    for (Ties ties : Ties.values()) {
      assertThat(hazardRatio(ties, times, one(1, 0, 1, 0)))
          .isCloseTo((1 + Math.sqrt(17)) / 2, CLOSE);
    }
  }

  /// Five at risk, x = 1, 1, 0, 0, 0; one with x = 1 and one with x = 0 have the event at time 1.
  /// Breslow: score 1 - 4h/(2h+3), h = 3/2. Efron: the second of the two sees (3h+5)/2, so that 6
  /// h^2 = 15. Exact: pairs weigh h^2 + 6h + 3, so that h^2 = 3.
  @Test
  void tiesFollowTheirRule() {
    Times times = KaplanMeierTest.times(1, -2, 1, -2, -2);
    Design design = one(1, 1, 0, 0, 0);
    assertThat(hazardRatio(Ties.BRESLOW, times, design)).isCloseTo(1.5, CLOSE);
    assertThat(hazardRatio(Ties.EFRON, times, design)).isCloseTo(Math.sqrt(2.5), CLOSE);
    assertThat(hazardRatio(Ties.EXACT, times, design)).isCloseTo(Math.sqrt(3), CLOSE);
  }

  /// Hazard ratio of placebo against 6-mercaptopurine, b = 1.509 with Breslow's ties and standard
  /// error 0.410 (Kalbfleisch and Prentice; Kleinbaum and Klein 2012, chapter 3), 1.572 (0.412)
  /// with Efron's.
  @Test
  void printsTheTextbookHazardRatioOfSixMercaptopurine() {
    double[] all = new double[42];
    double[] placebo = new double[42];
    for (int i = 0; i < 42; i++) {
      all[i] = i < 21 ? KaplanMeierTest.SIX_MP[i] : KaplanMeierTest.PLACEBO[i - 21];
      placebo[i] = i < 21 ? 0 : 1;
    }
    Times times = KaplanMeierTest.times(all);
    Coefficient breslow = Cox.standard().withTies(Ties.BRESLOW).fit(times, one(placebo)).term("x");
    assertThat(breslow.value()).isCloseTo(1.509, within(0.0005));
    assertThat(breslow.standardError()).isCloseTo(0.410, within(0.0005));
    Coefficient efron = Cox.standard().fit(times, one(placebo)).term("x");
    assertThat(efron.value()).isCloseTo(1.572, within(0.0005));
    assertThat(efron.standardError()).isCloseTo(0.412, within(0.0005));
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    int[] back = IntStream.range(0, N).map(i -> N - 1 - i).toArray();
    Design reversed =
        Design.withoutIntercept(N)
            .and("age", Arrays.stream(back).mapToDouble(i -> AGE[i]).toArray())
            .and("dose", Arrays.stream(back).mapToDouble(i -> DOSE[i]).toArray());
    for (Ties ties : Ties.values()) {
      var fit = Cox.standard().withTies(ties).fit(TIMES, DESIGN);
      var other = Cox.standard().withTies(ties).fit(TIMES.select(back), reversed);
      assertThat(other.term("dose").value()).isCloseTo(fit.term("dose").value(), CLOSE);
      assertThat(other.fit().logLikelihood()).isCloseTo(fit.fit().logLikelihood(), CLOSE);
    }
  }

  /// Only the order of the times counts; a covariate in another unit divides its coefficient.
  @Test
  void theUnitsOnlyScale() {
    double[] later = Arrays.stream(STOP).map(t -> t * t * t + 5).toArray();
    double[] milli = Arrays.stream(DOSE).map(d -> 1000 * d).toArray();
    Design design = Design.withoutIntercept(N).and("age", AGE).and("dose", milli);
    var fit = Cox.standard().fit(TIMES, DESIGN);
    var other = Cox.standard().fit(new Times(later, EVENT), design);
    assertThat(1000 * other.term("dose").value()).isCloseTo(fit.term("dose").value(), CLOSE);
    assertThat(other.fit().logLikelihood()).isCloseTo(fit.fit().logLikelihood(), CLOSE);
  }

  /// Everybody split at 4 into `(., 4]` and `(4, stop]`: the same comparisons.
  @Test
  void piecesOfPeopleGiveTheSameFit() {
    int[] whole = IntStream.range(0, N).filter(i -> STOP[i] > 4).toArray();
    int rows = N + whole.length;
    double[] entry = new double[rows];
    double[] stop = new double[rows];
    boolean[] event = new boolean[rows];
    int[] person = new int[rows];
    Arrays.fill(entry, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < N; i++) {
      person[i] = i;
      stop[i] = Math.min(4, STOP[i]);
      event[i] = STOP[i] <= 4 && EVENT[i];
    }
    for (int k = 0; k < whole.length; k++) {
      person[N + k] = whole[k];
      entry[N + k] = 4;
      stop[N + k] = STOP[whole[k]];
      event[N + k] = EVENT[whole[k]];
    }
    Design design =
        Design.withoutIntercept(rows)
            .and("age", Arrays.stream(person).mapToDouble(i -> AGE[i]).toArray())
            .and("dose", Arrays.stream(person).mapToDouble(i -> DOSE[i]).toArray());
    Times pieces = Times.entering(entry, stop, event);
    for (Ties ties : Ties.values()) {
      var method = Cox.standard().withTies(ties);
      var fit = method.fit(TIMES, DESIGN);
      var split = method.fit(pieces, design);
      assertThat(split.term("age").value()).isCloseTo(fit.term("age").value(), CLOSE);
      assertThat(split.fit().logLikelihood()).isCloseTo(fit.fit().logLikelihood(), CLOSE);
      assertThat(split.robust(person).orThrow().term("age").standardError())
          .isCloseTo(fit.robust().orThrow().term("age").standardError(), CLOSE);
      assertThat(split.predict(0, 40, 0.5).orThrow().at(9, ConfidenceBand.LOG, 0.95).survival())
          .isCloseTo(
              fit.predict(0, 40, 0.5).orThrow().at(9, ConfidenceBand.LOG, 0.95).survival(), CLOSE);
    }
    var firth = Cox.standard().withFirth();
    assertThat(firth.fit(pieces, design).term("age").value())
        .isCloseTo(firth.fit(TIMES, DESIGN).term("age").value(), within(1e-9));
  }

  /// The same people in two strata: each event is compared within its own, the log-likelihood
  /// doubles, the variance halves.
  @Test
  void twoEqualStrataDoubleTheInformation() {
    int[] twice = IntStream.range(0, 2 * N).map(i -> i % N).toArray();
    int[] strata = IntStream.range(0, 2 * N).map(i -> i / N).toArray();
    Design design =
        Design.withoutIntercept(2 * N)
            .and("age", Arrays.stream(twice).mapToDouble(i -> AGE[i]).toArray())
            .and("dose", Arrays.stream(twice).mapToDouble(i -> DOSE[i]).toArray());
    for (Ties ties : Ties.values()) {
      var method = Cox.standard().withTies(ties);
      var fit = method.fit(TIMES, DESIGN);
      var both = method.fit(TIMES.select(twice), design, strata);
      assertThat(both.term("dose").value()).isCloseTo(fit.term("dose").value(), CLOSE);
      assertThat(both.fit().logLikelihood()).isCloseTo(2 * fit.fit().logLikelihood(), CLOSE);
      assertThat(both.term("dose").standardError() * Math.sqrt(2))
          .isCloseTo(fit.term("dose").standardError(), CLOSE);
      assertThat(both.predict(1, 40, 0.5).orThrow().cumulativeHazard(3))
          .isCloseTo(fit.predict(0, 40, 0.5).orThrow().cumulativeHazard(3), CLOSE);
    }
  }

  @Test
  void withoutTiesTheThreeMethodsAgree() {
    double[] distinct = IntStream.range(0, N).mapToDouble(i -> STOP[i] + i * 1e-4).toArray();
    Times times = new Times(distinct, EVENT);
    var efron = Cox.standard().fit(times, DESIGN);
    for (Ties ties : new Ties[] {Ties.BRESLOW, Ties.EXACT}) {
      var fit = Cox.standard().withTies(ties).fit(times, DESIGN);
      assertThat(fit.term("age").value()).isCloseTo(efron.term("age").value(), CLOSE);
      assertThat(fit.fit().logLikelihood()).isCloseTo(efron.fit().logLikelihood(), CLOSE);
    }
  }

  /// The profile limits are where the likelihood-ratio test of that value has p = 0.05: with the
  /// covariate fixed there through an equivalent model, twice the drop is 3.8415.
  @Test
  void theProfileIntervalInvertsTheLikelihoodRatioTest() {
    Times times = KaplanMeierTest.times(1, 2, 3, 4);
    var fit = Cox.standard().fit(times, one(1, 0, 1, 0)).fit();
    var interval = fit.profile("x", 0.95).orThrow().interval().orElseThrow();
    for (double b : new double[] {interval.low(), interval.high()}) {
      double h = Math.exp(b);
      double value = 2 * b - Math.log(2) - 2 * Math.log(h + 1) - Math.log(h + 2);
      assertThat(2 * (fit.logLikelihood() - value)).isCloseTo(3.841458820694124, within(1e-8));
    }
  }

  /// The score test of one group against the other, without ties, is the log-rank test.
  @Test
  void theScoreTestOfAGroupIsTheLogRankTest() {
    double[] distinct = IntStream.range(0, N).mapToDouble(i -> STOP[i] + i * 1e-4).toArray();
    int[] group = IntStream.range(0, N).map(i -> DOSE[i] > 0.5 ? 1 : 0).toArray();
    Times times = new Times(distinct, EVENT);
    var fit = Cox.standard().fit(times, one(Arrays.stream(group).asDoubleStream().toArray()));
    assertThat(fit.fit().score("x").orThrow().statistic().orElseThrow())
        .isCloseTo(
            LogRank.standard().test(times, group).orThrow().test().statistic().orElseThrow(),
            CLOSE);
  }

  @Test
  void residualsSumToZero() {
    for (Ties ties : new Ties[] {Ties.EFRON, Ties.BRESLOW}) {
      var residuals = Cox.standard().withTies(ties).fit(TIMES, DESIGN).residuals().orThrow();
      double[] sums = new double[4];
      for (int i = 0; i < N; i++) {
        sums[0] += residuals.martingale(i);
        sums[1] += residuals.score(i, 0);
        sums[2] += residuals.score(i, 1);
        sums[3] += residuals.schoenfeld(i, 0);
        assertThat(residuals.deviance(i) * residuals.martingale(i)).isNotNegative();
      }
      for (double sum : sums) {
        assertThat(sum).isCloseTo(0, within(1e-9));
      }
    }
  }

  /// Every pair counted by hand.
  @Test
  void concordanceCountsPairs() {
    Times times =
        Times.entering(
            IntStream.range(0, N).mapToDouble(i -> STOP[i] - 1 - i % 9).toArray(), STOP, EVENT);
    var fit = Cox.standard().fit(times, one(Arrays.stream(AGE).map(a -> -a).toArray()));
    double sign = Math.signum(fit.term("x").value());
    long[] count = new long[3];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        boolean longer = STOP[j] > STOP[i] || (STOP[j] == STOP[i] && !EVENT[j]);
        if (EVENT[i] && i != j && longer && times.entry(j) < STOP[i]) {
          double order = sign * (-AGE[i] + AGE[j]);
          count[order > 0 ? 0 : order < 0 ? 1 : 2]++;
        }
      }
    }
    Concordance concordance = fit.concordance().orThrow();
    assertThat(concordance.concordant()).isEqualTo(count[0]);
    assertThat(concordance.discordant()).isEqualTo(count[1]);
    assertThat(concordance.tied()).isEqualTo(count[2]);
    assertThat(concordance.value())
        .isCloseTo((count[0] + 0.5 * count[2]) / (count[0] + count[1] + count[2]), within(1e-14));
  }

  @Test
  void aRunawayCoefficientIsNamed() {
    double[] flag = IntStream.range(0, N).mapToDouble(i -> EVENT[i] ? 1 : i % 2).toArray();
    for (Ties ties : Ties.values()) {
      var fit = Cox.standard().withTies(ties).fit(TIMES, DESIGN.and("flag", flag));
      assertThat(fit.outcome()).isEqualTo(new Outcome.Separated(List.of("flag")));
      assertThat(fit.fit().terms()).isEmpty();
      assertThat(fit.concordance().outcome()).isEqualTo(fit.outcome());
      assertThat(fit.robust().outcome()).isEqualTo(fit.outcome());
      assertThat(fit.predict(0, 1, 1, 1).outcome()).isEqualTo(fit.outcome());
      assertThat(fit.fit().likelihoodRatio("flag").orThrow().p().value()).isLessThan(0.05);
    }
  }

  @Test
  void constantAndAliasedColumnsAreNamed() {
    double[] ones = new double[N];
    Arrays.fill(ones, 3);
    double[] twice = Arrays.stream(AGE).map(a -> 2 * a + 1).toArray();
    var fit = Cox.standard().fit(TIMES, DESIGN.and("ones", ones).and("twice", twice));
    assertThat(fit.outcome()).isEqualTo(new Outcome.Collinear(List.of("ones", "twice")));
    assertThat(fit.term("age").value())
        .isCloseTo(Cox.standard().fit(TIMES, DESIGN).term("age").value(), CLOSE);
    int[] strata = IntStream.range(0, N).map(i -> i % 2).toArray();
    double[] between = Arrays.stream(strata).asDoubleStream().toArray();
    assertThat(Cox.standard().fit(TIMES, DESIGN.and("group", between), strata).outcome())
        .isEqualTo(new Outcome.Collinear(List.of("group")));
  }

  @Test
  void saysWhyThereIsNoAnswer() {
    Times censored = KaplanMeierTest.times(-1, -2, -3);
    var none = Cox.standard().fit(censored, one(1, 2, 4));
    assertThat(none.outcome().words()).isEqualTo("there are no events");
    assertThat(none.concordance().outcome().words()).isEqualTo("there are no events");
    var exact = Cox.standard().withTies(Ties.EXACT).fit(TIMES, DESIGN);
    assertThat(exact.proportionalHazards(HazardScale.RANK).outcome().usable()).isFalse();
    var fit = Cox.standard().fit(TIMES, DESIGN);
    assertThat(fit.predict(5, 1, 1).outcome().words())
        .isEqualTo("there are no events in stratum 5");
    assertThat(fit.ties()).isEqualTo(Cox.standard().ties());
    assertThat(fit.events()).isEqualTo(TIMES.events());
  }

  /// A coefficient that is the same at all times passes, one that changes its sign at time 6 fails.
  @Test
  void proportionalHazardsFailWhereTheEffectTurns() {
    var random = new Random(11);
    int n = 400;
    double[] x = new double[n];
    double[] stop = new double[n];
    boolean[] event = new boolean[n];
    for (int i = 0; i < n; i++) {
      x[i] = i % 2;
      double early = -6 * Math.log(random.nextDouble()) / (x[i] == 1 ? 3 : 1);
      double late = -6 * Math.log(random.nextDouble()) / (x[i] == 1 ? 1 : 3);
      stop[i] = early < 6 ? early : 6 + late;
      event[i] = true;
    }
    var fit = Cox.standard().fit(new Times(stop, event), one(x));
    for (HazardScale scale : HazardScale.values()) {
      var tests = fit.proportionalHazards(scale).orThrow();
      assertThat(tests.scale()).isEqualTo(scale);
      assertThat(tests.global().orThrow().p().value()).isLessThan(0.05);
      assertThat(tests.of("x").orThrow().statistic())
          .isEqualTo(tests.global().orThrow().statistic());
    }
  }

  @Test
  void misuseIsRefused() {
    assertThatThrownBy(() -> Cox.standard().withFirth().withTies(Ties.EXACT))
        .hasMessageContaining("exact ties");
    assertThatThrownBy(() -> Cox.standard().withMaxIterations(0)).hasMessageContaining("0");
    assertThatThrownBy(() -> Cox.standard().fit(TIMES, one(1, 2))).hasMessageContaining("2 rows");
    assertThatThrownBy(() -> Cox.standard().fit(TIMES, Design.withIntercept(N)))
        .hasMessageContaining("no intercept");
    var fit = Cox.standard().fit(TIMES, DESIGN);
    assertThatThrownBy(() -> fit.predict(0, 1)).hasMessageContaining("1 covariates");
    assertThatThrownBy(() -> fit.robust(new int[2])).hasMessage("2 groups for 60 rows");
    var negative =
        Cox.standard()
            .fit(
                new Times(new double[] {-1, 2, 3}, new boolean[] {true, true, true}),
                one(1, 2, 1.5));
    assertThatThrownBy(() -> negative.proportionalHazards(HazardScale.LOG))
        .hasMessageContaining("logarithm of time -1.0");
  }
}
