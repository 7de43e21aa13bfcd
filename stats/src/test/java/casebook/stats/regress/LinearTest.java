// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Interval;
import casebook.stats.result.Outcome;
import casebook.stats.result.TestResult;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LinearTest {
  /// The solution keeps 31 digits; what is compared is rounded once or twice.
  private static final Offset<Double> LAST_DIGIT = within(1e-14);

  private static final double[] X = {1, 2, 3, 4};
  private static final double[] Y = {1, 3, 2, 5};

  private static LinearFit line() {
    return Linear.standard().fit(Design.withIntercept(4).and("x", X), Y);
  }

  /// Means 2.5 and 2.75; Sxx = 5, Sxy = 5.5, Syy = 8.75. Slope 1.1, intercept 0; residuals -0.1,
  /// 0.8, -1.3, 0.6, squares 2.7 = 8.75 - 5.5^2 / 5, s^2 = 1.35; variance of the slope 1.35 / 5, of
  /// the intercept 1.35 (1/4 + 6.25 / 5).
  @Test
  void fourPointsByHand() {
    LinearFit fit = line();
    assertThat(fit.term("x").value()).isEqualTo(1.1, LAST_DIGIT);
    assertThat(fit.term(Design.INTERCEPT).value()).isEqualTo(0, LAST_DIGIT);
    assertThat(fit.term("x").standardError()).isEqualTo(Math.sqrt(0.27), LAST_DIGIT);
    assertThat(fit.term(Design.INTERCEPT).standardError())
        .isEqualTo(Math.sqrt(1.35 * 1.5), LAST_DIGIT);
    assertThat(fit.residualSumOfSquares()).isEqualTo(2.7, LAST_DIGIT);
    assertThat(fit.regressionSumOfSquares()).isEqualTo(6.05, LAST_DIGIT);
    assertThat(fit.rSquared().orThrow()).isEqualTo(6.05 / 8.75, LAST_DIGIT);
    assertThat(fit.adjustedRSquared().orThrow()).isEqualTo(1 - (2.7 / 2) / (8.75 / 3), LAST_DIGIT);
    assertThat(fit.test().orThrow().statistic()).hasValueCloseTo(6.05 / 1.35, LAST_DIGIT);
    assertThat(fit.residuals()).containsExactly(new double[] {-0.1, 0.8, -1.3, 0.6}, LAST_DIGIT);
  }

  @Test
  void fOfOneColumnIsTheSquareOfItsT() {
    TestResult f = line().test("x").orThrow();
    TestResult t = line().term("x").test().orThrow();
    assertThat(f.statistic().orElseThrow())
        .isEqualTo(Math.pow(t.statistic().orElseThrow(), 2), LAST_DIGIT);
    assertThat(f.p().ln()).isEqualTo(t.p().ln(), within(1e-12));
  }

  @Test
  void intervalsHoldTheNullWhereTheTestDoesNotReject() {
    double p = line().term("x").test().orThrow().p().value();
    Interval touching = line().term("x").estimate(1 - p).interval().orElseThrow();
    assertThat(touching.low()).isEqualTo(0, within(1e-12));
  }

  @Test
  void frequenciesCountPeople() {
    Design twice = Design.withIntercept(8).and("x", 1, 2, 3, 4, 1, 2, 3, 4);
    LinearFit rows = Linear.standard().fit(twice, 1, 3, 2, 5, 1, 3, 2, 5);
    Design weighted = Design.withIntercept(4).and("x", X).withFrequencies(2, 2, 2, 2);
    LinearFit people = Linear.standard().fit(weighted, Y);
    assertThat(people.people()).isEqualTo(8);
    assertThat(people.df()).isEqualTo(6);
    assertThat(people.term("x").standardError())
        .isEqualTo(rows.term("x").standardError(), LAST_DIGIT);
    assertThat(people.logLikelihood().orThrow())
        .isEqualTo(rows.logLikelihood().orThrow(), within(1e-13));
    assertThat(people.test("x")).isEqualTo(rows.test("x"));
  }

  @Test
  void rowOfFrequencyZeroCountsForNothing() {
    Design more = Design.withIntercept(5).and("x", 1, 2, 3, 4, 90).withFrequencies(1, 1, 1, 1, 0);
    LinearFit fit = Linear.standard().fit(more, 1, 3, 2, 5, -70);
    assertThat(fit.terms()).isEqualTo(line().terms());
  }

  @Test
  void offsetIsTakenFromTheResponse() {
    Design shifted = Design.withIntercept(4).and("x", X).withOffset(1, 2, 3, 4);
    LinearFit fit = Linear.standard().fit(shifted, Y);
    assertThat(fit.term("x").value()).isEqualTo(0.1, LAST_DIGIT);
    assertThat(fit.term("x").standardError()).isEqualTo(line().term("x").standardError());
    assertThat(fit.predict(shifted, 0.95).orThrow().getFirst().mean().value())
        .isEqualTo(1.1, LAST_DIGIT);
  }

  @Test
  void aliasedColumnsAreNamedAndLeftOut() {
    Design design =
        Design.withIntercept(4).and("x", X).and("twice", 2, 4, 6, 8).and("one", 3, 3, 3, 3);
    LinearFit fit = Linear.standard().fit(design, Y);
    assertThat(fit.outcome()).isEqualTo(new Outcome.Collinear(List.of("twice", "one")));
    assertThat(fit.columnNames()).containsExactly(Design.INTERCEPT, "x");
    assertThat(fit.terms()).isEqualTo(line().terms());
    assertThat(fit.test("twice").outcome().words())
        .isEqualTo("no column of the terms is estimated");
    assertThat(fit.anova().get(1).df()).isZero();
    assertThat(fit.anova().get(1).meanSquare()).isZero();
  }

  @Test
  void roundedCombinationOfColumnsIsAliased() {
    double[] a = {0.1, 0.7, 0.3, 0.9, 0.4};
    double[] b = {0.3, 0.2, 0.8, 0.5, 0.1};
    double[] c = new double[5];
    for (int i = 0; i < 5; i++) {
      c[i] = a[i] / 3 + b[i] / 7 + 0.1;
    }
    Design design = Design.withIntercept(5).and("a", a).and("b", b).and("c", c);
    assertThat(Linear.standard().fit(design, 1, 5, 3, 2, 4).outcome())
        .isEqualTo(new Outcome.Collinear(List.of("c")));
  }

  @Test
  void powersBeyondTheDistinctValuesAreAliased() {
    Design design = Design.withIntercept(6).andPowers("x", 4, 0.1, 0.2, 0.3, 0.1, 0.2, 0.3);
    LinearFit fit = Linear.standard().fit(design, 1, 2, 4, 2, 2, 5);
    assertThat(fit.outcome()).isEqualTo(new Outcome.Collinear(List.of("x^3", "x^4")));
  }

  @Test
  void exactFitSaysSo() {
    LinearFit fit = Linear.standard().fit(Design.withIntercept(4).and("x", X), 0.3, 0.4, 0.5, 0.6);
    assertThat(fit.exact()).isTrue();
    assertThat(fit.term("x").value()).isEqualTo(0.1, LAST_DIGIT);
    assertThat(fit.term("x").standardError()).isZero();
    assertThat(fit.residualStandardDeviation().orThrow()).isZero();
    assertThat(fit.rSquared().orThrow()).isEqualTo(1);
    String words = "the fit is exact: no residual is left to measure chance by";
    assertThat(fit.test().outcome().words()).isEqualTo(words);
    assertThat(fit.term("x").test().outcome().words()).isEqualTo(words);
    assertThat(fit.aic().outcome().words()).isEqualTo(words);
  }

  @Test
  void asManyCoefficientsAsPeopleLeaveNoStandardError() {
    LinearFit fit = Linear.standard().fit(Design.withIntercept(2).and("x", 1, 2), 3, 5);
    assertThat(fit.outcome().usable()).isTrue();
    assertThat(fit.values()).containsExactly(1.0, 2.0);
    assertThat(fit.terms().outcome().words()).isEqualTo("there are as many coefficients as people");
    assertThat(fit.test().value()).isEmpty();
    assertThat(fit.adjustedRSquared().value()).isEmpty();
  }

  @Test
  void constantResponseHasNoRSquared() {
    LinearFit fit = Linear.standard().fit(Design.withIntercept(4).and("x", X), 2, 2, 2, 2);
    assertThat(fit.rSquared().outcome().words()).isEqualTo("the response does not vary");
    assertThat(fit.exact()).isTrue();
  }

  @Test
  void nothingToFitIsSaid() {
    Linear linear = Linear.standard();
    assertThat(linear.fit(Design.withIntercept(0)).outcome().words())
        .isEqualTo("there are no rows");
    assertThat(linear.fit(Design.withoutIntercept(2), 1, 2).outcome().words())
        .isEqualTo("there is no column to estimate");
    assertThat(linear.fit(Design.withIntercept(2), 1e200, -1e200).outcome().words())
        .isEqualTo("the numbers are too large to be squared");
  }

  @Test
  void unitsOfAColumnDoNotMatter() {
    double[] far = new double[4];
    for (int i = 0; i < 4; i++) {
      far[i] = 1e9 + X[i];
    }
    LinearFit fit = Linear.standard().fit(Design.withIntercept(4).and("x", far), Y);
    assertThat(fit.term("x").value()).isEqualTo(1.1, LAST_DIGIT);
    assertThat(fit.test().orThrow().p().ln())
        .isEqualTo(line().test().orThrow().p().ln(), within(1e-13));
  }

  @Test
  void withoutATermItsPowersAreForgotten() {
    Design design =
        Design.withIntercept(3)
            .andPowers("x", 2, 0.1, 0.2, 0.3)
            .without("x")
            .and("x^2", 0.01, 0.04, 0.09);
    assertThat(design.isLong(1)).isFalse();
  }

  @Test
  void misuseIsRefused() {
    Design design = Design.withIntercept(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Linear.standard().fit(design, 1))
        .withMessage("1 responses for 2 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Linear.standard().fit(design, 1, Double.NaN))
        .withMessage("the response is NaN in row 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> design.andPowers("x", 0, 1, 2))
        .withMessageContaining("at least 1");
    assertThatIllegalArgumentException().isThrownBy(() -> new Linear(0));
    assertThatIllegalArgumentException().isThrownBy(() -> line().predict(design, 0.95));
  }
}
