// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.Outcome;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LogisticTest {
  /// Smooth maxima are found to the last digits; 1e-12 leaves room for other summation orders.
  private static final Offset<Double> TIGHT = within(1e-12);

  private static final double[] CASE = {1, 0, 1, 0};

  private static Design table(double... frequencies) {
    return Design.withIntercept(4).and("exposed", 1, 1, 0, 0).withFrequencies(frequencies);
  }

  @Test
  void aTwoByTwoTableGivesItsOwnOddsRatio() {
    // a saturated model reproduces the table: the odds ratio is ad/bc, its variance 1/a+1/b+1/c+1/d
    Fit fit = Logistic.standard().fit(table(12, 2, 232, 244), CASE);
    Coefficient exposed = fit.term("exposed");
    assertThat(exposed.value()).isEqualTo(Math.log(12.0 * 244 / (2 * 232)), TIGHT);
    assertThat(exposed.standardError())
        .isEqualTo(Math.sqrt(1 / 12.0 + 1 / 2.0 + 1 / 232.0 + 1 / 244.0), TIGHT);
    assertThat(fit.term("(Intercept)").value()).isEqualTo(Math.log(232 / 244.0), TIGHT);
    assertThat(fit.outcome().usable()).isTrue();
    assertThat(fit.people()).isEqualTo(490);
  }

  @Test
  void thePublishedOddsRatioIsReproduced() {
    // printed: 6.3 (95% CI 1.4-28.5)
    Fit fit = Logistic.standard().fit(table(12, 2, 232, 244), CASE);
    Estimate ratio = fit.term("exposed").oddsRatio(0.95);
    Interval limits = ratio.interval().orElseThrow();
    assertThat(String.format("%.1f %.1f %.1f", ratio.value(), limits.low(), limits.high()))
        .isEqualTo("6.3 1.4 28.5");
  }

  @Test
  void profileLimitsInvertTheLikelihoodRatioTest() {
    Fit fit = Logistic.standard().fit(table(3, 30, 1, 60), CASE);
    double p = fit.likelihoodRatio("exposed").orThrow().p().value();
    Interval inside = fit.profile("exposed", 1 - p - 1e-9).orThrow().interval().orElseThrow();
    Interval outside = fit.profile("exposed", 1 - p + 1e-9).orThrow().interval().orElseThrow();
    assertThat(inside.contains(0)).isFalse();
    assertThat(outside.contains(0)).isTrue();
  }

  @Test
  void swappingTheOutcomeTurnsTheSigns() {
    Fit one = Logistic.standard().fit(table(12, 2, 232, 244), CASE);
    Fit other = Logistic.standard().fit(table(12, 2, 232, 244), 0, 1, 0, 1);
    assertThat(other.term("exposed").value()).isEqualTo(-one.term("exposed").value(), TIGHT);
    assertThat(other.logLikelihood()).isEqualTo(one.logLikelihood(), TIGHT);
    Interval first = one.profile("exposed", 0.95).orThrow().interval().orElseThrow();
    Interval second = other.profile("exposed", 0.95).orThrow().interval().orElseThrow();
    assertThat(second.low()).isEqualTo(-first.high(), TIGHT);
  }

  @Test
  void rowsFrequenciesAndUnitsDoNotMatter() {
    Random random = new Random(3);
    int n = 40;
    double[] x = random.doubles(n, 100, 110).toArray();
    boolean[] y = new boolean[n];
    double[] twice = new double[2 * n];
    boolean[] both = new boolean[2 * n];
    double[] grams = new double[n];
    double[] two = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = random.nextDouble() < 0.4;
      grams[i] = 1000 * x[i];
      two[i] = 2;
      twice[n - 1 - i] = x[i];
      twice[n + i] = x[i];
      both[n - 1 - i] = y[i];
      both[n + i] = y[i];
    }
    Logistic logistic = Logistic.standard();
    Fit plain = logistic.fit(Design.withIntercept(n).and("x", x), y);
    Fit scaled = logistic.fit(Design.withIntercept(n).and("x", grams), y);
    Fit weighted = logistic.fit(Design.withIntercept(n).and("x", x).withFrequencies(two), y);
    Fit doubled = logistic.fit(Design.withIntercept(2 * n).and("x", twice), both);
    double slope = plain.term("x").value();
    assertThat(scaled.term("x").value() * 1000).isEqualTo(slope, TIGHT);
    assertThat(weighted.term("x").value()).isEqualTo(slope, TIGHT);
    assertThat(doubled.term("x").value()).isEqualTo(slope, TIGHT);
    assertThat(doubled.covariance().at(1, 1)).isEqualTo(plain.covariance().at(1, 1) / 2, TIGHT);
    assertThat(weighted.deviance()).isEqualTo(2 * plain.deviance(), within(1e-11));
    assertThat(weighted.bic() - weighted.deviance()).isEqualTo(2 * Math.log(2 * n), TIGHT);
  }

  @Test
  void anOffsetMovesTheInterceptOnly() {
    Design plain = table(12, 2, 232, 244);
    Fit without = Logistic.standard().fit(plain, CASE);
    Fit with = Logistic.standard().fit(plain.withOffset(0.7, 0.7, 0.7, 0.7), CASE);
    assertThat(with.term("exposed").value()).isEqualTo(without.term("exposed").value(), TIGHT);
    assertThat(with.term("(Intercept)").value())
        .isEqualTo(without.term("(Intercept)").value() - 0.7, TIGHT);
    assertThat(with.predictor()[0]).isEqualTo(Math.log(6), TIGHT);
    assertThat(with.nullDeviance()).isEqualTo(without.nullDeviance(), within(1e-10));
  }

  @Test
  void threeTestsOfOneTermAreNearEachOther() {
    // of a 2x2 table the score test is Pearson's chi-square, N (ad-bc)^2 / margins
    Fit fit = Logistic.standard().fit(table(30, 70, 60, 40), CASE);
    double pearson = 200 * Math.pow(30 * 40 - 70 * 60, 2) / (100.0 * 100 * 90 * 110);
    assertThat(fit.score("exposed").orThrow().statistic().orElseThrow()).isEqualTo(pearson, TIGHT);
    double z = fit.term("exposed").z();
    assertThat(fit.wald("exposed").orThrow().statistic().orElseThrow()).isEqualTo(z * z, TIGHT);
    assertThat(fit.wald("exposed").orThrow().p().ln())
        .isEqualTo(fit.term("exposed").wald().p().ln(), TIGHT);
    assertThat(fit.likelihoodRatio().orThrow().statistic().orElseThrow())
        .isEqualTo(fit.nullDeviance() - fit.deviance(), within(1e-11));
  }

  @Test
  void theInterceptIsTestedAsTheDesignsOwn() {
    // columns are centred inside; intercept ln(232/244) with variance 1/232 + 1/244
    Fit fit = Logistic.standard().fit(table(12, 2, 232, 244), CASE);
    double z = Math.log(232 / 244.0) / Math.sqrt(1 / 232.0 + 1 / 244.0);
    assertThat(fit.wald("(Intercept)").orThrow().statistic().orElseThrow()).isEqualTo(z * z, TIGHT);
    // held at 0 the unexposed are half and half: Pearson's (232-244)^2 / 476
    assertThat(fit.score("(Intercept)").orThrow().statistic().orElseThrow())
        .isEqualTo(144 / 476.0, TIGHT);
    double ratio = 2 * (232 * Math.log(232 / 238.0) + 244 * Math.log(244 / 238.0));
    assertThat(fit.likelihoodRatioOfColumn("(Intercept)").orThrow().statistic().orElseThrow())
        .isEqualTo(ratio, within(1e-11));
    assertThat(fit.profile("(Intercept)", 0.95).orThrow().value())
        .isEqualTo(Math.log(232 / 244.0), TIGHT);
  }

  @Test
  void anEmptyCellIsSeparationAndIsNamed() {
    Fit fit = Logistic.standard().fit(table(6, 0, 238, 246), CASE);
    assertThat(fit.outcome()).isEqualTo(new Outcome.Separated(List.of("exposed")));
    assertThat(fit.terms()).isEmpty();
    assertThat(fit.profile("exposed", 0.95).value()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> fit.term("exposed"))
        .withMessage("separated by exposed");
    // the likelihood has a limit: that of the unexposed alone
    double limit = 238 * Math.log(238 / 484.0) + 246 * Math.log(246 / 484.0);
    assertThat(fit.logLikelihood()).isEqualTo(limit, within(1e-10));
    double nothing = 244 * Math.log(244 / 490.0) + 246 * Math.log(246 / 490.0);
    assertThat(fit.likelihoodRatio("exposed").orThrow().statistic().orElseThrow())
        .isEqualTo(2 * (limit - nothing), within(1e-10));
  }

  @Test
  void aliasedColumnsAreLeftOutAndNamed() {
    Design design = table(12, 2, 232, 244).and("twice", 2, 2, 0, 0).and("constant", 5, 5, 5, 5);
    Fit fit = Logistic.standard().fit(design, CASE);
    assertThat(fit.outcome()).isEqualTo(new Outcome.Collinear(List.of("twice", "constant")));
    assertThat(fit.columnNames()).containsExactly("(Intercept)", "exposed");
    assertThat(fit.term("exposed").value()).isEqualTo(Math.log(12.0 * 244 / (2 * 232)), TIGHT);
    assertThatIllegalStateException().isThrownBy(() -> fit.term("twice"));
    assertThat(fit.likelihoodRatio("twice").value()).isEmpty();
    assertThat(fit.profile("twice", 0.95).value()).isEmpty();
    assertThat(fit.profile("exposed", 0.95).value()).isPresent();
  }

  @Test
  void oneOutcomeOrNoRowsIsSaidInWords() {
    assertThat(Logistic.standard().fit(table(12, 0, 232, 0), CASE).outcome().words())
        .isEqualTo("everyone has the outcome");
    assertThat(Logistic.standard().fit(table(0, 2, 0, 244), CASE).outcome().words())
        .isEqualTo("no one has the outcome");
    assertThat(Logistic.standard().fit(Design.withIntercept(0), new boolean[0]).outcome().words())
        .isEqualTo("there are no rows");
    assertThat(Logistic.standard().fit(Design.withoutIntercept(1), true).outcome().words())
        .isEqualTo("there is no column to estimate");
  }

  @Test
  void tooFewStepsAreTold() {
    Fit fit = new Logistic(1, 1e-16).fit(table(12, 2, 232, 244), CASE);
    assertThat(fit.outcome()).isInstanceOf(Outcome.NotConverged.class);
    assertThat(fit.terms()).isEmpty();
  }

  @Test
  void wrongOutcomesAreRefused() {
    Logistic logistic = Logistic.standard();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> logistic.fit(Design.withIntercept(2), 0, 0.5))
        .withMessageContaining("0.5 in row 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> logistic.fit(Design.withIntercept(2), 0))
        .withMessageContaining("1 outcomes for 2 rows");
    assertThat(logistic.withMaxIterations(7))
        .hasToString("Logistic[maxIterations=7, tolerance=1.0E-16]");
  }
}
