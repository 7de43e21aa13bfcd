// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.regress.Design;
import casebook.stats.regress.Linear;
import casebook.stats.regress.LinearFit;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.Outcome;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NonlinearLeastSquaresTest {
  /// Both sides keep 31 digits and are rounded a few times.
  private static final Offset<Double> LAST_DIGITS = within(1e-13);

  private static final double[] X = {1, 2, 3, 4};
  private static final double[] Y = {1, 3, 2, 5};
  private static final Observations DATA = Observations.of(X, Y);
  private static final NonlinearLeastSquares METHOD = NonlinearLeastSquares.standard();

  private static CurveText curve(String text, String... parameters) {
    return CurveText.of(text, List.of("x"), List.of(parameters));
  }

  @Test
  void straightLineIsThatOfLinearRegression() {
    CurveFit fit = METHOD.fit(curve("a+b*x", "a", "b"), DATA, 7, -3);
    Design design = Design.withIntercept(4).and("x", X);
    LinearFit line = Linear.standard().fit(design, Y);
    assertThat(fit.term("b").value()).isEqualTo(1.1, LAST_DIGITS);
    assertThat(fit.term("b").standardError())
        .isEqualTo(line.term("x").standardError(), LAST_DIGITS);
    assertThat(fit.covariance().orThrow().at(0, 1))
        .isEqualTo(line.covariance().orThrow().at(0, 1), LAST_DIGITS);
    assertThat(fit.residuals()).containsExactly(line.residuals(), LAST_DIGITS);
    assertThat(fit.rows()).isEqualTo(4);
    assertThat(fit.exact()).isFalse();
    Estimate next = fit.single(0.95, 1, 5).orThrow();
    Interval single =
        line.predict(Design.withIntercept(1).and("x", 5.0), 0.95).orThrow().getFirst().single();
    assertThat(next.interval().orElseThrow().high()).isEqualTo(single.high(), LAST_DIGITS);
  }

  /// ln b and b are the same model: estimates carry over, standard errors by the delta method.
  @Test
  void otherParametersDescribeTheSameCurve() {
    CurveFit one = METHOD.fit(curve("a*exp(b*x)", "a", "b"), DATA, 1, 0.1);
    CurveFit other = METHOD.fit(curve("exp(la)*c**x", "la", "c"), DATA, 0, 1.5);
    assertThat(other.residualSumOfSquares()).isEqualTo(one.residualSumOfSquares(), LAST_DIGITS);
    assertThat(Math.log(other.term("c").value())).isEqualTo(one.term("b").value(), LAST_DIGITS);
    assertThat(one.derived("c", b -> b[1].exp()).orThrow().standardError())
        .isEqualTo(other.term("c").standardError(), LAST_DIGITS);
  }

  @Test
  void weightTwoCountsAsTwoRowsForTheEstimates() {
    CurveText formula = curve("a*exp(b*x)", "a", "b");
    CurveFit weighted = METHOD.fit(formula, DATA.weighted(1, 2, 1, 1), 1, 0.1);
    Observations rows = Observations.of(new double[] {1, 2, 2, 3, 4}, new double[] {1, 3, 3, 2, 5});
    CurveFit doubled = METHOD.fit(formula, rows, 1, 0.1);
    assertThat(weighted.values().getFirst()).isEqualTo(doubled.values().getFirst(), LAST_DIGITS);
    assertThat(weighted.df()).isEqualTo(2);
    assertThat(doubled.df()).isEqualTo(3);
    assertThat(weighted.residualSumOfSquares())
        .isEqualTo(doubled.residualSumOfSquares(), LAST_DIGITS);
  }

  /// Without a slope the curve is the mean, 11 / 4 = 2.75, and s^2 = 8.75 / 3. The mean of two new
  /// rows has standard error s sqrt(1/4 + 1/2), and t of three degrees of freedom is
  /// 3.18244630528371.
  @Test
  void meanOfTwoNewRowsByHand() {
    CurveFit fit = METHOD.fit(curve("a+0*x", "a"), DATA, 0);
    Interval two = fit.single(0.95, 2, 9).orThrow().interval().orElseThrow();
    double half = 3.182446305283710 * Math.sqrt(8.75 / 3 * 0.75);
    assertThat(two.low()).isEqualTo(2.75 - half, LAST_DIGITS);
    assertThat(two.high()).isEqualTo(2.75 + half, LAST_DIGITS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fit.single(0.95, 0, 9))
        .withMessage("the weight is 0.0; it is above 0");
  }

  /// Weights 1, 4, 1, 1 of 1, 3, 2, 5: mean 20 / 7; the residuals are those of the rows.
  @Test
  void residualsAreUnweighted() {
    CurveFit fit = METHOD.fit(curve("a+0*x", "a"), DATA.weighted(1, 4, 1, 1), 0);
    assertThat(fit.residuals())
        .containsExactly(new double[] {-13.0 / 7, 1.0 / 7, -6.0 / 7, 15.0 / 7}, LAST_DIGITS);
    assertThat(fit.residualSumOfSquares()).isEqualTo(434.0 / 49, LAST_DIGITS);
  }

  /// A start far off takes more steps and ends at the same curve.
  @Test
  void farStartLeadsToTheSameCurve() {
    CurveText formula = curve("a*exp(b*x)", "a", "b");
    CurveFit near = METHOD.fit(formula, DATA, 1, 0.1);
    CurveFit far = METHOD.fit(formula, DATA, 100, -5);
    assertThat(far.values().get(0)).isEqualTo(near.values().get(0), LAST_DIGITS);
    assertThat(far.values().get(1)).isEqualTo(near.values().get(1), LAST_DIGITS);
  }

  @Test
  void exactFitSaysSo() {
    CurveFit fit =
        METHOD.fit(
            curve("a*2**(b*x)", "a", "b"),
            Observations.of(X, new double[] {6, 12, 24, 48}),
            1,
            0.5);
    assertThat(fit.exact()).isTrue();
    assertThat(fit.residualSumOfSquares()).isZero();
    assertThat(fit.term("a").value()).isEqualTo(3, LAST_DIGITS);
    assertThat(fit.term("a").standardError()).isZero();
    assertThat(fit.term("a").test().value()).isEmpty();
  }

  @Test
  void parametersThatTheDataDoNotTellApartAreNamed() {
    CurveFit fit = METHOD.fit(curve("a*exp(b+c*x)", "a", "b", "c"), DATA, 1, 0, 0.1);
    assertThat(fit.outcome()).isEqualTo(new Outcome.Collinear(List.of("b")));
    assertThat(fit.terms().value()).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> fit.term("a"));
  }

  @Test
  void curveThatDoesNotExistAtTheStartIsSaid() {
    CurveFit fit = METHOD.fit(curve("a*ln(x-b)", "a", "b"), DATA, 1, 2);
    assertThat(fit.outcome().words()).isEqualTo("the curve does not exist at the starting values");
    assertThat(fit.terms().value()).isEmpty();
  }

  @Test
  void tooFewStepsAreSaid() {
    CurveFit fit = METHOD.withMaxIterations(2).fit(curve("a*exp(b*x)", "a", "b"), DATA, 100, -5);
    assertThat(fit.outcome()).isInstanceOf(Outcome.NotConverged.class);
    assertThat(fit.residualStandardDeviation().value()).isEmpty();
  }

  @Test
  void asManyParametersAsRowsLeaveNoStandardError() {
    Observations two = Observations.of(new double[] {1, 2}, new double[] {3, 4.5});
    CurveFit fit = METHOD.fit(curve("a*b**x", "a", "b"), two, 1, 1);
    assertThat(fit.values().get(1)).isEqualTo(1.5, LAST_DIGITS);
    assertThat(fit.terms().outcome().words()).isEqualTo("there are as many parameters as rows");
  }

  @Test
  void sameStartGivesTheSameBits() {
    CurveText formula = curve("a*exp(b*x)", "a", "b");
    assertThat(METHOD.fit(formula, DATA, 1, 0.1).terms())
        .isEqualTo(METHOD.fit(formula, DATA, 1, 0.1).terms());
  }

  @Test
  void misuseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> METHOD.fit(curve("a*x", "a"), DATA, 1, 2))
        .withMessage("2 starting values for [a]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Observations.of(X, new double[] {1, 2, 3}))
        .withMessage("4 rows for 3 responses");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Observations.of(X, new double[] {1, 2, 3, Double.NaN}))
        .withMessage("the response is NaN in row 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DATA.weighted(1, 1, 0, 1))
        .withMessage("the weight is 0.0 in row 2; it is finite and above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DATA.weighted(1, Double.POSITIVE_INFINITY, 1, 1))
        .withMessage("the weight is Infinity in row 1; it is finite and above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DATA.weighted(1, 1))
        .withMessage("2 weights for 4 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Observations.of(new double[] {1, Double.NaN}, new double[] {1, 2}))
        .withMessage("an explaining value is NaN in row 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Observations.ofRows(new double[][] {{1}, {1, 2}}, new double[] {1, 2}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NonlinearLeastSquares(0, 1e-15))
        .withMessage("maxIterations 0 is below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NonlinearLeastSquares(10, 0))
        .withMessage("tolerance 0.0 is not between 0 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NonlinearLeastSquares(10, 1))
        .withMessage("tolerance 1.0 is not between 0 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> METHOD.fit(curve("a*x", "a"), DATA, 1).term("b"));
  }
}
