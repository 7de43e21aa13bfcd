// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Outcome;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PoissonTest {
  /// Newton's method ends with a correction from the last gradient; a few roundings remain.
  private static final Offset<Double> LAST_DIGITS = within(1e-13);

  private static final Poisson METHOD = Poisson.standard();

  /// 12 events in 400 years with the exposure, 5 in 500 without: rates 0.03 and 0.01, ratio 3,
  /// standard error sqrt(1/12 + 1/5), deviance 0 because each group has its own rate.
  private static Fit rates() {
    Design design =
        Design.withIntercept(2)
            .and("exposed", true, false)
            .withOffset(Math.log(400), Math.log(500));
    return METHOD.fit(design, 12, 5);
  }

  @Test
  void twoRatesByHand() {
    Fit fit = rates();
    assertThat(fit.term("exposed").oddsRatio(0.95).value()).isEqualTo(3, LAST_DIGITS);
    assertThat(fit.term("exposed").standardError())
        .isEqualTo(Math.sqrt(1 / 12.0 + 1 / 5.0), LAST_DIGITS);
    assertThat(Math.exp(fit.term(Design.INTERCEPT).value())).isEqualTo(0.01, LAST_DIGITS);
    assertThat(fit.deviance()).isEqualTo(0, LAST_DIGITS);
    // without the exposure the rate is 17 / 900
    double lr = 2 * (12 * Math.log(0.03 / (17 / 900.0)) + 5 * Math.log(0.01 / (17 / 900.0)));
    assertThat(fit.likelihoodRatio().orThrow().statistic().orElseThrow())
        .isEqualTo(lr, LAST_DIGITS);
    assertThat(fit.nullDeviance()).isEqualTo(lr, within(1e-12));
  }

  @Test
  void profileLimitIsWhereTheLikelihoodRatioTestTurns() {
    double low = rates().profile("exposed", 0.95).orThrow().interval().orElseThrow().low();
    Design held = Design.withIntercept(2).withOffset(Math.log(400) + low, Math.log(500));
    double lost = METHOD.fit(held, 12, 5).deviance() - rates().deviance();
    // the 0.95 quantile of chi-square with 1 degree of freedom
    assertThat(lost).isEqualTo(3.841458820694124, within(1e-9));
  }

  @Test
  void frequencyStandsForRowsOfTheSameKind() {
    Design rows = Design.withIntercept(5).and("x", 0, 0, 1, 1, 1);
    Fit one = METHOD.fit(rows, 1, 1, 2, 2, 5);
    Design fewer = Design.withIntercept(3).and("x", 0, 1, 1).withFrequencies(2, 2, 1);
    Fit other = METHOD.fit(fewer, 1, 2, 5);
    assertThat(other.term("x").value()).isEqualTo(one.term("x").value(), LAST_DIGITS);
    assertThat(other.term("x").standardError())
        .isEqualTo(one.term("x").standardError(), LAST_DIGITS);
    assertThat(other.logLikelihood()).isEqualTo(one.logLikelihood(), LAST_DIGITS);
    assertThat(other.deviance()).isEqualTo(one.deviance(), LAST_DIGITS);
  }

  @Test
  void groupWithoutEventsIsNamed() {
    Design design = Design.withIntercept(4).and("exposed", true, true, false, false);
    Fit fit = METHOD.fit(design, 0, 0, 3, 5);
    assertThat(fit.outcome()).isEqualTo(new Outcome.Separated(List.of("exposed")));
    assertThat(fit.terms()).isEmpty();
    // the likelihood ratio test stands: 8 events in 4 rows, all in two of them
    assertThat(fit.likelihoodRatio("exposed").orThrow().statistic().orElseThrow())
        .isEqualTo(2 * 8 * Math.log(2), within(1e-6));
  }

  @Test
  void slopeThatOnlyRowsWithoutEventsBoundIsNamed() {
    Design design =
        Design.withIntercept(5).and("x", 0, 0, 1, 2, 3).and("z", 1.0, 3.0, 2.0, 4.0, 3.5);
    Fit fit = METHOD.fit(design, 3, 4, 0, 0, 0);
    assertThat(fit.outcome()).isEqualTo(new Outcome.Separated(List.of("x")));
  }

  @Test
  void smallRatesWithoutSeparationAreEstimated() {
    Design design =
        Design.withIntercept(3).and("x", 0, 1, 2).withOffset(0, Math.log(1e-9), Math.log(1e6));
    Fit fit = METHOD.fit(design, 4, 0, 3);
    assertThat(fit.outcome().usable()).isTrue();
    assertThat(fit.term("x").value()).isEqualTo(Math.log(3e-6 / 4) / 2, within(1e-9));
  }

  @Test
  void noEventsAtAllIsSaid() {
    Fit fit = METHOD.fit(Design.withIntercept(3).and("x", 1, 2, 3), 0, 0, 0);
    assertThat(fit.outcome().words()).isEqualTo("no events were counted");
    assertThat(fit.terms()).isEmpty();
    assertThat(Dispersion.of(fit).value()).isEmpty();
  }

  @Test
  void nothingToFitIsSaid() {
    assertThat(METHOD.fit(Design.withIntercept(0)).outcome().words())
        .isEqualTo("there are no rows");
    assertThat(METHOD.fit(Design.withoutIntercept(1), 2).outcome().words())
        .isEqualTo("there is no column to estimate");
  }

  @Test
  void aliasedColumnsAreNamed() {
    Design design = Design.withIntercept(4).and("x", 1, 2, 3, 4).and("twice", 2, 4, 6, 8);
    Fit fit = METHOD.fit(design, 1, 3, 2, 6);
    assertThat(fit.outcome()).isEqualTo(new Outcome.Collinear(List.of("twice")));
    assertThat(fit.terms()).hasSize(2);
  }

  /// Counts 2, 4, 9 about their mean 5: Pearson's chi-square is (9 + 1 + 16) / 5 on 2 degrees of
  /// freedom.
  @Test
  void dispersionByHand() {
    Fit fit = METHOD.fit(Design.withIntercept(3), 2, 4, 9);
    Dispersion dispersion = Dispersion.of(fit).orThrow();
    assertThat(dispersion.pearson()).isEqualTo(5.2, LAST_DIGITS);
    assertThat(dispersion.value()).isEqualTo(2.6, LAST_DIGITS);
    // the upper tail of chi-square with 2 degrees of freedom
    assertThat(dispersion.test().p().value()).isEqualTo(Math.exp(-2.6), LAST_DIGITS);
    Coefficient mean = fit.term(Design.INTERCEPT);
    assertThat(mean.standardError()).isEqualTo(Math.sqrt(1 / 15.0), LAST_DIGITS);
    assertThat(dispersion.widened(mean).standardError())
        .isEqualTo(Math.sqrt(2.6 / 15), LAST_DIGITS);
    assertThat(Dispersion.of(rates()).outcome().words())
        .isEqualTo("there are as many coefficients as rows");
  }

  @Test
  void misuseIsRefused() {
    Design design = Design.withIntercept(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> METHOD.fit(design, 1))
        .withMessage("1 counts for 2 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> METHOD.fit(design, 1, 2.5))
        .withMessage("the count is 2.5 in row 1; it is a whole number, at least 0");
    assertThatIllegalArgumentException().isThrownBy(() -> METHOD.fit(design, 1, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dispersion.of(Logistic.standard().fit(design, 0, 1)))
        .withMessage("this asks for a Poisson fit");
    assertThat(METHOD.withMaxIterations(7).maxIterations()).isEqualTo(7);
  }
}
