// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyStateTest {
  private static final PopulationModel MODEL = PopulationModel.press2010();
  private static final Covariates SEVENTY = Covariates.ofWeight(70);
  private static final TwiceDaily HUNDRED = TwiceDaily.each(100);

  private static PatientKinetics typical() {
    return TroughForecast.standard().typical(SEVENTY);
  }

  /// 70 kg, 100 mg every 12 hours; the reference value has six digits.
  @Test
  void levelWithoutIntervalIsTheOneWithIt() {
    TroughForecast forecast = TroughForecast.standard();
    for (double weight : new double[] {35, 70, 120}) {
      Covariates who = Covariates.ofWeight(weight).withPrednisolone(weight == 70 ? 30 : 0);
      for (double hours : new double[] {0, 2, 12, 47}) {
        TwiceDaily doses = new TwiceDaily(125, 100);
        double level = forecast.typical(who).level(doses, hours).value();
        // one goes through the logarithm, the other does not
        assertThat(forecast.typicalLevel(who, doses, hours))
            .isCloseTo(level, within(1e-13 * level));
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> forecast.typicalLevel(SEVENTY, HUNDRED, 48));
  }

  @Test
  void typicalTrough() {
    assertThat(typical().level(HUNDRED, 12).value()).isEqualTo(136.706, within(5e-4));
    assertThat(typical().level(TwiceDaily.each(105), 12).value()).isEqualTo(144, within(0.5));
    assertThat(typical().level(TwiceDaily.each(105), 2).value()).isEqualTo(651, within(0.5));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 1.13, 0.005",
    "11, 1.06, 0.005",
    "13, 0.95, 0.005",
    "8, 1.31, 0.005",
    "2, 4.5, 0.05"
  })
  void levelsBeforeAndAfterTheTrough(double hours, double ratio, double rounding) {
    double trough = typical().level(HUNDRED, 12).value();
    assertThat(typical().level(HUNDRED, hours).value() / trough).isEqualTo(ratio, within(rounding));
  }

  @ParameterizedTest
  @CsvSource({"4, 0.91", "6, 0.97", "8, 0.99"})
  void steadyStateIsReachedInDays(int doses, double share) {
    assertThat(typical().shareOfSteadyState(doses)).isEqualTo(share, within(0.005));
  }

  /// What enters in a day leaves in a day: the area under the level is F times the dose over CL.
  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0", "0.3, -0.5, 0.2, 0", "-0.2, 0.4, -0.9, 25", "0.1, 0.1, 0.1, 20"})
  void areaIsDoseOverClearance(double clearance, double volume, double absorption, double drug) {
    Covariates who = SEVENTY.withPrednisolone(drug);
    SteadyState state = new SteadyState(MODEL, who, new double[] {clearance, volume, absorption});
    TwiceDaily doses = new TwiceDaily(100, 50);
    int steps = 4800;
    double area = 0;
    for (TwiceDaily now : new TwiceDaily[] {doses, new TwiceDaily(50, 100)}) {
      for (int i = 0; i <= steps; i++) {
        double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
        area += weight * state.level(now, 12.0 * i / steps).value() * 12 / steps / 3;
      }
    }
    double expected =
        1000 * 150 * MODEL.bioavailability(who) / (MODEL.clearance(who) * Math.exp(clearance));
    // Simpson's rule with 4800 steps of smooth pieces
    assertThat(area).isEqualTo(expected, within(1e-9 * expected));
  }

  /// Runge and Kutta know nothing of exponentials: doses are given one by one until nothing
  /// changes.
  @ParameterizedTest
  @CsvSource({
    "70, 0, 0, 0, 0, 100, 100, 12",
    "70, 0, 0, 0, 0, 100, 100, 2",
    "49, 20, 0.4, -0.6, 0.3, 75, 50, 13.5",
    "140, 30, -0.4, 0.5, -0.8, 0, 150, 5",
    "70, 20, 0, 0, -0.376, 100, 100, 12",
    "70, 20, 0, 0, -0.37, 100, 50, 3"
  })
  void closedFormAgreesWithIntegration(
      double weight,
      double prednisolone,
      double clearance,
      double volume,
      double absorption,
      double last,
      double before,
      double hours) {
    Covariates who = new Covariates(weight, prednisolone);
    double[] eta = {clearance, volume, absorption};
    double expected = integrated(who, eta, last, before, hours);
    double found =
        new SteadyState(MODEL, who, eta).level(new TwiceDaily(last, before), hours).value();
    // the step of 1/200 h leaves an error of about 1e-10
    assertThat(found).isEqualTo(expected, within(1e-9 * expected));
  }

  private static double integrated(
      Covariates who, double[] eta, double last, double before, double hours) {
    double volume = MODEL.centralVolume(who) * Math.exp(eta[1]);
    double clearance = MODEL.clearance(who) * Math.exp(eta[0]);
    double absorption = MODEL.absorption(who) * Math.exp(eta[2]);
    double[] amount = new double[4];
    for (int day = 0; day < 60; day++) {
      for (double dose : new double[] {last, before}) {
        amount[0] += dose * MODEL.bioavailability(who);
        run(amount, 12, clearance, volume, absorption);
      }
    }
    amount[0] += last * MODEL.bioavailability(who);
    run(amount, hours, clearance, volume, absorption);
    return 1000 * amount[2] / volume;
  }

  private static void run(
      double[] x, double hours, double clearance, double volume, double absorption) {
    double step = 0.005;
    int steps = (int) Math.round(hours / step);
    for (int s = 0; s < steps; s++) {
      double[] sum = new double[4];
      double[] at = x.clone();
      double[] weights = {1, 2, 2, 1};
      double[] reach = {0.5, 0.5, 1, 0};
      for (int stage = 0; stage < 4; stage++) {
        double[] slope = {
          -absorption * at[0],
          absorption * (at[0] - at[1]),
          absorption * at[1] - (clearance + 14) / volume * at[2] + 14.0 / 125 * at[3],
          14 / volume * at[2] - 14.0 / 125 * at[3]
        };
        for (int i = 0; i < 4; i++) {
          sum[i] += weights[stage] * slope[i];
          at[i] = x[i] + reach[stage] * step * slope[i];
        }
      }
      for (int i = 0; i < 4; i++) {
        x[i] += step * sum[i] / 6;
      }
    }
  }

  /// The two ways to compute one value meet where the one gives way to the other.
  @ParameterizedTest
  @ValueSource(doubles = {-0.30, -0.05, 0.0, 0.05, 0.30})
  void derivativesAreThoseOfDifferences(double absorption) {
    Covariates who = SEVENTY.withPrednisolone(20);
    double[] eta = {0.05, -0.1, -0.376 + absorption};
    SecondOrder here = log(who, eta);
    double h = 1e-4;
    for (int i = 0; i < 3; i++) {
      double[] up = eta.clone();
      up[i] += h;
      double[] down = eta.clone();
      down[i] -= h;
      SecondOrder above = log(who, up);
      SecondOrder below = log(who, down);
      // central differences are good to h^2
      assertThat(here.slope(i)).isEqualTo((above.value() - below.value()) / (2 * h), within(1e-7));
      for (int j = 0; j < 3; j++) {
        assertThat(here.bend(i, j))
            .isEqualTo((above.slope(j) - below.slope(j)) / (2 * h), within(1e-6));
        assertThat(here.bend(i, j)).isEqualTo(here.bend(j, i));
      }
    }
  }

  private static SecondOrder log(Covariates who, double[] eta) {
    return new SteadyState(MODEL, who, eta).level(new TwiceDaily(100, 75), 11).ln();
  }

  @Test
  void weightsOfTheModel() {
    assertThat(MODEL.covers(Covariates.ofWeight(49))).isTrue();
    assertThat(MODEL.covers(Covariates.ofWeight(140))).isTrue();
    assertThat(MODEL.covers(Covariates.ofWeight(48.9))).isFalse();
    assertThat(MODEL.covers(Covariates.ofWeight(140.1))).isFalse();
  }

  @Test
  void prednisoloneCountsFromTwentyMilligrams() {
    Covariates little = SEVENTY.withPrednisolone(19.9);
    Covariates much = SEVENTY.withPrednisolone(20);
    assertThat(MODEL.absorption(little)).isEqualTo(2);
    assertThat(MODEL.absorption(much)).isEqualTo(0.9, within(1e-15));
    assertThat(MODEL.bioavailability(little)).isEqualTo(0.5);
    assertThat(MODEL.bioavailability(much)).isEqualTo(0.39, within(1e-15));
  }

  @Test
  void modelSaysItsProvenance() {
    assertThat(TroughForecast.standard().toString())
        .contains("Press 2010", "clearance=15.0", "residual=0.07", "tolerance=1.0E-16");
  }
}
