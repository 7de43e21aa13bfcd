// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Interval;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CalibrationCurveTest {
  /// The responses were rounded to doubles before the fit; what follows magnifies that.
  private static final Offset<Double> NEAR = within(1e-11);

  private static final double[] DOSES = {0, 0.5, 1, 2, 4, 8, 16, 32};
  private static final double[] NOISE = {0.01, -0.02, 0.015, 0, -0.01, 0.02, -0.015, 0.005};
  private static final FourParameterLogistic FOUR = FourParameterLogistic.standard();
  private static final FiveParameterLogistic FIVE = FiveParameterLogistic.standard();

  /// The curve 2 - 1.9 / (1 + (x / 4)^1.5)^g with some noise.
  private static Observations standards(double asymmetry, double noise) {
    double[] y = new double[DOSES.length];
    for (int i = 0; i < y.length; i++) {
      double grown = Math.pow(1 + Math.pow(DOSES[i] / 4, 1.5), asymmetry);
      y[i] = 2 - 1.9 / grown + noise * NOISE[i];
    }
    return Observations.of(DOSES, y);
  }

  /// The curve without noise is found again, a dose of 0 among the standards; at the midpoint the
  /// response is (0.1 + 2) / 2.
  @Test
  void curveIsFoundAgain() {
    CalibrationCurve curve = FOUR.fit(standards(1, 0)).orThrow();
    assertThat(curve.fit().term("response to no dose").value()).isEqualTo(0.1, NEAR);
    assertThat(curve.fit().term("response to infinite dose").value()).isEqualTo(2, NEAR);
    assertThat(curve.fit().term("ln midpoint").value()).isEqualTo(Math.log(4), NEAR);
    assertThat(curve.fit().term("slope").value()).isEqualTo(1.5, NEAR);
    assertThat(curve.dose(1.05, 1, 0.95).orThrow().inverted().value()).isEqualTo(4, NEAR);
    assertThat(curve.midpoint(0.95).value()).isEqualTo(4, NEAR);
    assertThat(curve.response(0).value()).isEqualTo(0.1, NEAR);
  }

  /// With g = 2 the response is halfway where (1 + (x / 4)^1.5)^2 = 2.
  @Test
  void curveThatIsNotSymmetricIsFoundAgain() {
    CalibrationCurve curve = FIVE.fit(standards(2, 0)).orThrow();
    assertThat(curve.fit().term("asymmetry").value()).isEqualTo(2, within(1e-9));
    double halfway = 4 * Math.pow(Math.sqrt(2) - 1, 1 / 1.5);
    assertThat(curve.midpoint(0.95).value()).isEqualTo(halfway, within(1e-9));
    assertThat(curve.dose(1.05, 1, 0.95).orThrow().inverted().value())
        .isEqualTo(halfway, within(1e-9));
  }

  @Test
  void fallingCurveIsTheRisingOneUpsideDown() {
    Observations rising = standards(1, 1);
    double[] y = new double[DOSES.length];
    Arrays.setAll(y, i -> -rising.y(i));
    CalibrationCurve up = FOUR.fit(rising).orThrow();
    CalibrationCurve down = FOUR.fit(Observations.of(DOSES, y)).orThrow();
    assertThat(down.fit().term("slope").value()).isEqualTo(up.fit().term("slope").value(), NEAR);
    Interval one = up.dose(1.2, 1, 0.9).orThrow().inverted().interval().orElseThrow();
    Interval other = down.dose(-1.2, 1, 0.9).orThrow().inverted().interval().orElseThrow();
    assertThat(other.low()).isEqualTo(one.low(), NEAR);
    assertThat(other.high()).isEqualTo(one.high(), NEAR);
  }

  @Test
  void responsesOutsideOfTheCurveAreSaid() {
    CalibrationCurve curve = FOUR.fit(standards(1, 1)).orThrow();
    assertThat(curve.dose(2.5, 1, 0.95).outcome().words())
        .isEqualTo("the response is above the curve");
    assertThat(curve.dose(-0.5, 1, 0.95).outcome().words())
        .isEqualTo("the response is below the curve");
  }

  @Test
  void limitBeyondAnAsymptoteIsOpen() {
    CalibrationCurve curve = FOUR.fit(standards(1, 1)).orThrow();
    CalibrationCurve.Dose high = curve.dose(1.98, 1, 0.95).orThrow();
    assertThat(high.inverted().interval().orElseThrow().high()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(high.delta().interval().orElseThrow().high()).isFinite();
    CalibrationCurve.Dose low = curve.dose(0.12, 1, 0.95).orThrow();
    assertThat(low.inverted().interval().orElseThrow().low()).isZero();
  }

  @Test
  void doseBeyondTheStandardsIsMarked() {
    CalibrationCurve curve = FOUR.fit(standards(1, 1)).orThrow();
    double far = curve.response(64).value();
    assertThat(curve.dose(far, 1, 0.95).orThrow().beyondStandards()).isTrue();
    assertThat(curve.dose(1, 1, 0.95).orThrow().beyondStandards()).isFalse();
  }

  @Test
  void moreReadingsGiveANarrowerInterval() {
    CalibrationCurve curve = FOUR.fit(standards(1, 1)).orThrow();
    Interval one = curve.dose(1, 1, 0.95).orThrow().inverted().interval().orElseThrow();
    Interval four = curve.dose(1, 4, 0.95).orThrow().inverted().interval().orElseThrow();
    assertThat(four.low()).isGreaterThan(one.low());
    assertThat(four.high()).isLessThan(one.high());
  }

  @Test
  void unitsOfTheDoseDoNotMatter() {
    Observations standards = standards(1, 1);
    double[] y = new double[DOSES.length];
    Arrays.setAll(y, standards::y);
    double[] thousandfold = Arrays.stream(DOSES).map(dose -> 1000 * dose).toArray();
    CalibrationCurve one = FOUR.fit(standards).orThrow();
    CalibrationCurve other = FOUR.fit(Observations.of(thousandfold, y)).orThrow();
    assertThat(other.dose(1, 1, 0.95).orThrow().inverted().interval().orElseThrow().high())
        .isEqualTo(
            1000 * one.dose(1, 1, 0.95).orThrow().inverted().interval().orElseThrow().high(),
            within(1e-8));
  }

  @Test
  void standardsThatShowNoCurveAreSaid() {
    Observations few = Observations.of(new double[] {1, 1, 2, 3}, new double[] {1, 2, 3, 4});
    assertThat(FOUR.fit(few).outcome().words())
        .isEqualTo("there are 3 doses for a curve of 4 parameters");
    assertThat(FIVE.fit(few).outcome().words())
        .isEqualTo("there are 3 doses for a curve of 5 parameters");
    Observations flat = Observations.of(new double[] {1, 2, 3, 4, 5}, new double[] {1, 1, 1, 1, 1});
    assertThat(FOUR.fit(flat).outcome().words())
        .isEqualTo("the response to the highest dose is that to the lowest");
    Observations exactlyFour =
        Observations.of(new double[] {1, 2, 4, 8}, new double[] {1, 2, 4, 5});
    assertThat(FOUR.fit(exactlyFour).value()).isEmpty();
  }

  /// A hook: the reading falls again at high doses, as where antigen is in excess.
  @Test
  void hookIsNoLogisticCurve() {
    Observations hook =
        Observations.of(new double[] {1, 2, 4, 8, 16, 32}, new double[] {1, 4, 8, 4, 3, 2});
    assertThat(FOUR.fit(hook).outcome().words())
        .isEqualTo("the responses do not follow a logistic curve");
    assertThat(FIVE.fit(hook).outcome().words())
        .isEqualTo("the responses do not follow a logistic curve");
  }

  @Test
  void asymptotesThemselvesStandForNoDose() {
    CalibrationCurve curve = FOUR.fit(standards(1, 1)).orThrow();
    double none = curve.fit().values().get(0);
    double infinite = curve.fit().values().get(1);
    assertThat(curve.dose(none, 1, 0.95).outcome().words())
        .isEqualTo("the response is below the curve");
    assertThat(curve.dose(infinite, 1, 0.95).outcome().words())
        .isEqualTo("the response is above the curve");
  }

  /// The limits are the doses at which the response read lies just on the edge of the prediction
  /// interval.
  @Test
  void limitsAreWhereThePredictionIntervalEndsAtTheResponse() {
    CalibrationCurve curve = FOUR.fit(standards(1, 1)).orThrow();
    Interval limits = curve.dose(1, 2, 0.9).orThrow().inverted().interval().orElseThrow();
    Interval atLow = curve.fit().single(0.9, 2, limits.low()).orThrow().interval().orElseThrow();
    Interval atHigh = curve.fit().single(0.9, 2, limits.high()).orThrow().interval().orElseThrow();
    assertThat(atLow.high()).isEqualTo(1, within(1e-12));
    assertThat(atHigh.low()).isEqualTo(1, within(1e-12));
  }

  @Test
  void doseBelowAllStandardsIsMarked() {
    double[] doses = {1, 2, 4, 8, 16, 32};
    double[] y = {0.2, 0.5, 1.0, 1.5, 1.8, 1.9};
    CalibrationCurve curve = FOUR.fit(Observations.of(doses, y)).orThrow();
    double below = curve.response(0.5).value();
    double above = curve.response(40).value();
    assertThat(curve.dose(below, 1, 0.95).orThrow().beyondStandards()).isTrue();
    assertThat(curve.dose(above, 1, 0.95).orThrow().beyondStandards()).isTrue();
    double inside = curve.response(1.5).value();
    assertThat(curve.dose(inside, 1, 0.95).orThrow().beyondStandards()).isFalse();
  }

  @Test
  void misuseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FOUR.fit(Observations.of(new double[] {-1}, new double[] {1})))
        .withMessage("the dose is -1.0 in row 0; it is one number, at least 0");
    CalibrationCurve curve = FOUR.fit(standards(1, 1)).orThrow();
    assertThatIllegalArgumentException().isThrownBy(() -> curve.dose(1, 0, 0.95));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curve.response(-1))
        .withMessage("the dose is -1.0; it is finite, at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curve.response(Double.POSITIVE_INFINITY))
        .withMessage("the dose is Infinity; it is finite, at least 0");
  }
}
