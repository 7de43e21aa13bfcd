// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.dosing.Occasion.Sample;
import casebook.stats.math.Newton;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroughForecastTest {
  private static final TroughForecast FORECAST = TroughForecast.standard();
  private static final Covariates SEVENTY = Covariates.ofWeight(70);
  private static final TwiceDaily HUNDRED = TwiceDaily.each(100);

  private static PatientKinetics after(Covariates who, Sample... samples) {
    return FORECAST.of(who, List.of(Occasion.of(HUNDRED, samples))).orThrow();
  }

  /// Six forecasts for 70 kg and 100 mg twice a day, to the digits of a table that was computed
  /// twice, by matrix exponential and by superposition of integrated doses.
  @ParameterizedTest
  @CsvSource({
    "0, 12, 145, 0, 0, -.0163, .0093, -.0018, .0066, 27.57, 141.7, 141",
    "0, 12, 260, 0, 0, -.1747, .1102, -.0189, .0742, 21.99, 200.6, 100",
    "0, 12, 60, 0, 0, .2332, -.1097, .0251, -.0894, 38.95, 82.0, 244",
    "20, 12, 145, 0, 0, -.0584, .0393, -.0232, .0248, 33.28, 132.9, 150",
    "0, 10, 260, 0, 0, -.1398, .1036, -.0202, .0613, 23.07, 187.1, 107",
    "0, 12, 145, 2, 900, -.0372, -.1361, .0087, .0612, 25.56, 150.0, 133"
  })
  void forecastsAreThoseOfTheTable(
      double prednisolone,
      double hours,
      double level,
      double otherHours,
      double otherLevel,
      double clearance,
      double volume,
      double absorption,
      double bioavailability,
      double apparent,
      double trough,
      double dose) {
    Covariates who = SEVENTY.withPrednisolone(prednisolone);
    Sample first = new Sample(hours, level);
    PatientKinetics patient =
        otherLevel == 0 ? after(who, first) : after(who, first, new Sample(otherHours, otherLevel));
    assertThat(patient.deviations())
        .usingComparatorForType((a, b) -> Math.abs(a - b) <= 5e-5 ? 0 : 1, Double.class)
        .containsExactly(clearance, volume, absorption, bioavailability);
    assertThat(patient.clearance().value()).isEqualTo(apparent, within(0.005));
    assertThat(patient.level(HUNDRED, 12).value()).isEqualTo(trough, within(0.05));
    assertThat(patient.doseFor(200, 12).value()).isEqualTo(dose, within(0.5));
  }

  /// Standard deviation of ln(CL/F) that samples leave: three troughs on three occasions tell
  /// little more than one, because bioavailability changes between them.
  @Test
  void informationInSamples() {
    assertThat(FORECAST.typical(SEVENTY).deviation()).isEqualTo(0.224, within(5e-4));
    assertThat(deviation(12)).isEqualTo(0.151, within(5e-4));
    assertThat(deviation(Collections.nCopies(3, List.of(12.0)))).isEqualTo(0.143, within(5e-4));
    assertThat(deviation(2)).isEqualTo(0.195, within(5e-4));
    assertThat(deviation(12, 2)).isEqualTo(0.135, within(5e-4));
    assertThat(deviation(12, 1, 3)).isEqualTo(0.125, within(5e-4));
  }

  private static double deviation(List<List<Double>> hours) {
    return FORECAST.expected(SEVENTY, hours).deviation();
  }

  private static double deviation(double... hours) {
    return deviation(List.of(Arrays.stream(hours).boxed().toList()));
  }

  @Test
  void withoutLevelsThePopulationSpeaks() {
    PatientKinetics nobody = FORECAST.typical(SEVENTY);
    assertThat(nobody.deviations()).containsOnly(0.0);
    assertThat(nobody.populationDeviation()).isEqualTo(Math.sqrt(0.05), within(1e-15));
    assertThat(nobody.deviation()).isEqualTo(Math.sqrt(0.05), within(1e-15));
    assertThat(nobody.shrinkage()).isEqualTo(1, within(1e-14));
    // 15 (70 / 76)^0.75 / 0.5 = 28.2056...
    double typical = 30 * Math.pow(70 / 76.0, 0.75);
    Estimate clearance = nobody.clearance();
    assertThat(clearance.value()).isEqualTo(typical, within(1e-12));
    Interval interval = clearance.interval().orElseThrow();
    double factor = Math.exp(1.959963984540054 * Math.sqrt(0.05));
    assertThat(interval.low()).isEqualTo(typical / factor, within(1e-12));
    assertThat(interval.high()).isEqualTo(typical * factor, within(1e-12));
  }

  @Test
  void sampleWithoutErrorLeavesThePatientTypical() {
    double expected = FORECAST.typical(SEVENTY).level(HUNDRED, 12).value();
    PatientKinetics patient = after(SEVENTY, new Sample(12, expected));
    assertThat(patient.deviations()).allSatisfy(eta -> assertThat(eta).isZero());
    assertThat(patient.shrinkage()).isEqualTo(Math.pow(deviation(12), 2) / 0.05, within(1e-12));
  }

  @Test
  void levelIsProportionalToTheDose() {
    PatientKinetics patient = after(SEVENTY, new Sample(12, 260));
    double level = patient.level(HUNDRED, 12).value();
    assertThat(patient.level(TwiceDaily.each(150), 12).value())
        .isEqualTo(1.5 * level, within(1e-11));
    Estimate dose = patient.doseFor(300, 12);
    assertThat(dose.value()).isEqualTo(100 * 300 / level, within(1e-10));
    assertThat(patient.level(TwiceDaily.each(dose.value()), 12).value())
        .isEqualTo(300, within(1e-10));
    Interval wide = dose.interval().orElseThrow();
    Interval levels = patient.level(HUNDRED, 12).interval().orElseThrow();
    assertThat(wide.high() / dose.value()).isEqualTo(levels.high() / level, within(1e-12));
    assertThat(wide.low() * levels.high()).isEqualTo(100 * 300, within(1e-8));
  }

  @Test
  void measuredLevelsScatterMoreThanTrueOnes() {
    PatientKinetics patient = after(SEVENTY, new Sample(12, 145));
    Estimate level = patient.level(HUNDRED, 12);
    double truth =
        Math.log(level.interval().orElseThrow().high() / level.value()) / 1.959963984540054;
    Interval measured = patient.measured(HUNDRED, 12);
    double both = Math.log(measured.high() / level.value()) / 1.959963984540054;
    assertThat(both * both - truth * truth).isEqualTo(0.07, within(1e-12));
    assertThat(measured.low() * measured.high())
        .isEqualTo(level.value() * level.value(), within(1e-8));
    assertThat(measured.level()).isEqualTo(0.95);
  }

  @Test
  void orderOfSamplesDoesNotMatter() {
    PatientKinetics one = after(SEVENTY, new Sample(12, 145), new Sample(2, 900));
    PatientKinetics other = after(SEVENTY, new Sample(2, 900), new Sample(12, 145));
    for (int i = 0; i < 4; i++) {
      assertThat(one.deviations().get(i)).isEqualTo(other.deviations().get(i), within(1e-12));
    }
  }

  /// Each occasion has a bioavailability of its own; what follows is said for the last.
  @Test
  void lastOccasionCounts() {
    List<Occasion> rising =
        List.of(
            Occasion.of(HUNDRED, new Sample(12, 100)), Occasion.of(HUNDRED, new Sample(12, 200)));
    PatientKinetics up = FORECAST.of(SEVENTY, rising).orThrow();
    PatientKinetics down = FORECAST.of(SEVENTY, rising.reversed()).orThrow();
    assertThat(up.deviations()).hasSize(5);
    assertThat(up.deviations().get(0)).isEqualTo(down.deviations().get(0), within(1e-12));
    assertThat(up.deviations().get(3)).isEqualTo(down.deviations().get(4), within(1e-12));
    assertThat(up.deviations().get(4)).isGreaterThan(up.deviations().get(3));
    assertThat(up.level(HUNDRED, 12).value()).isGreaterThan(down.level(HUNDRED, 12).value());
  }

  @Test
  void narrowerLevelGivesNarrowerInterval() {
    PatientKinetics half = FORECAST.withLevel(0.5).typical(SEVENTY);
    Interval interval = half.clearance().interval().orElseThrow();
    assertThat(interval.level()).isEqualTo(0.5);
    // the quartile of the normal distribution is 0.6744897501960817
    assertThat(Math.log(interval.high() / half.clearance().value()))
        .isEqualTo(0.6744897501960817 * Math.sqrt(0.05), within(1e-13));
  }

  @Test
  void searchThatMayNotEndGivesNoAnswer() {
    TroughForecast hasty =
        new TroughForecast(PopulationModel.press2010(), new Newton(1, 1e-16), 0.95);
    var answer = hasty.of(SEVENTY, List.of(Occasion.of(HUNDRED, new Sample(12, 1000))));
    assertThat(answer.value()).isEmpty();
    assertThat(answer.outcome().words()).isEqualTo("not converged after 1 iterations");
  }

  @Test
  void wildLevelsStillEnd() {
    for (double level : new double[] {0.01, 1e5}) {
      PatientKinetics patient = after(SEVENTY, new Sample(12, level), new Sample(1, 1 / level));
      assertThat(patient.deviations()).allSatisfy(eta -> assertThat(eta).isBetween(-3.0, 3.0));
    }
  }

  @Test
  void misuseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FORECAST.of(SEVENTY, List.of()))
        .withMessageContaining("no occasion");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FORECAST.withLevel(1))
        .withMessageContaining("1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> FORECAST.withLevel(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Covariates.ofWeight(0))
        .withMessageContaining("0.0 kg");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Covariates(Double.POSITIVE_INFINITY, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SEVENTY.withPrednisolone(-1))
        .withMessageContaining("-1.0 mg");
    assertThatIllegalArgumentException().isThrownBy(() -> new Sample(12, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Sample(-0.1, 100));
    assertThatIllegalArgumentException().isThrownBy(() -> new Sample(48, 100));
    assertThatIllegalArgumentException().isThrownBy(() -> TwiceDaily.each(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new TwiceDaily(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new TwiceDaily(1, -2));
    PatientKinetics typical = FORECAST.typical(SEVENTY);
    assertThatIllegalArgumentException().isThrownBy(() -> typical.doseFor(0, 12));
    assertThatIllegalArgumentException().isThrownBy(() -> typical.level(HUNDRED, 48));
    assertThatIllegalArgumentException().isThrownBy(() -> typical.shareOfSteadyState(0));
  }

  @Test
  void zeroOfTwoDosesAndTimesAtTheEndsAreAllowed() {
    PatientKinetics typical = FORECAST.typical(SEVENTY);
    double evening = typical.level(new TwiceDaily(0, 100), 0).value();
    assertThat(typical.level(new TwiceDaily(100, 0), 12).value()).isEqualTo(evening, within(1e-11));
    assertThat(typical.toString()).contains("Press 2010");
  }
}
