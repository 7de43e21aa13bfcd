// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OneCompartmentTest {
  /// The concentrations were rounded to doubles before the fit.
  private static final Offset<Double> NEAR = within(1e-11);

  private static final double[] TIMES = {0.25, 0.5, 1, 2, 4, 8, 12, 24};
  private static final OneCompartment METHOD = OneCompartment.standard();

  private static Observations samples(DoubleUnaryOperator curve) {
    return Observations.of(TIMES, Arrays.stream(TIMES).map(curve).toArray());
  }

  /// 100 mg in 20 L, cleared at 2 L/h: elimination 0.1 an hour, half-life ln 2 / 0.1, area 100 / 2.
  @Test
  void bolusByHand() {
    Kinetics kinetics = METHOD.bolus(100, samples(t -> 5 * Math.exp(-0.1 * t))).orThrow();
    assertThat(kinetics.clearance(0.95).value()).isEqualTo(2, NEAR);
    assertThat(kinetics.volume(0.95).value()).isEqualTo(20, NEAR);
    assertThat(kinetics.halfLife(0.95).value()).isEqualTo(Math.log(2) / 0.1, NEAR);
    assertThat(kinetics.area(0.95).value()).isEqualTo(50, NEAR);
    assertThat(kinetics.peak(0.95).value()).isEqualTo(5, NEAR);
    assertThat(kinetics.peakTime(0.95).outcome().words())
        .isEqualTo("after a bolus the concentration is highest at once");
  }

  /// The same drug absorbed at 1 an hour: 100 * 1 / (20 * 0.9) (e^-0.1t - e^-t), highest at ln(1 /
  /// 0.1) / 0.9.
  @Test
  void absorptionByHand() {
    Kinetics kinetics = absorbed(1, 0.1).orThrow();
    assertThat(kinetics.clearance(0.95).value()).isEqualTo(2, NEAR);
    assertThat(kinetics.volume(0.95).value()).isEqualTo(20, NEAR);
    assertThat(kinetics.peakTime(0.95).orThrow().value()).isEqualTo(Math.log(10) / 0.9, NEAR);
    assertThat(kinetics.peak(0.95).value())
        .isEqualTo(5 * Math.exp(-0.1 * Math.log(10) / 0.9), NEAR);
  }

  private static casebook.stats.result.Answer<Kinetics> absorbed(double in, double out) {
    double scale = 100 * in * out / (2 * (in - out));
    return METHOD.absorbed(100, samples(t -> scale * (Math.exp(-out * t) - Math.exp(-in * t))));
  }

  @Test
  void fasterRateIsCalledAbsorption() {
    Kinetics kinetics = absorbed(0.1, 1).orThrow();
    assertThat(kinetics.halfLife(0.95).value()).isEqualTo(Math.log(2) / 0.1, NEAR);
    assertThat(kinetics.fit().term("ln absorption").value()).isEqualTo(0, NEAR);
  }

  @Test
  void dataWithoutAFallAreSaid() {
    assertThat(METHOD.bolus(1, samples(t -> t)).outcome().words())
        .isEqualTo("the concentrations do not fall after a peak");
    assertThat(METHOD.absorbed(1, samples(_ -> 0)).outcome().words())
        .isEqualTo("the concentrations do not fall after a peak");
  }

  @Test
  void misuseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> METHOD.bolus(0, samples(t -> t)))
        .withMessage("the dose is 0.0; it is finite and above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> METHOD.absorbed(Double.POSITIVE_INFINITY, samples(t -> t)))
        .withMessage("the dose is Infinity; it is finite and above 0");
    Observations before = Observations.of(new double[] {-1}, new double[] {1});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> METHOD.absorbed(1, before))
        .withMessage("the time is -1.0 in row 0; it is one number, at least 0");
  }
}
