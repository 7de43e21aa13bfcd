// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Forecasts against base R: a matrix exponential and a search without derivatives.
class GoldenDosingTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/golden/dosing.csv", useHeadersInDisplayName = true)
  void forecastIsThatOfR(
      String id,
      double weight,
      double prednisolone,
      double last,
      double before,
      String hours,
      String levels,
      double typical,
      double clearance,
      double volume,
      double absorption,
      double bioavailability,
      double apparent,
      double trough,
      double deviation) {
    Covariates who = new Covariates(weight, prednisolone);
    TwiceDaily doses = new TwiceDaily(last, before);
    List<Occasion.Sample> samples = new ArrayList<>();
    for (int i = 0; i < hours.split(";").length; i++) {
      double hour = Double.parseDouble(hours.split(";")[i]);
      samples.add(new Occasion.Sample(hour, Double.parseDouble(levels.split(";")[i])));
    }
    TroughForecast forecast = TroughForecast.standard();
    PatientKinetics patient = forecast.of(who, List.of(new Occasion(doses, samples))).orThrow();
    assertThat(forecast.typical(who).level(doses, 12).value())
        .as(id)
        .isEqualTo(typical, within(1e-10 * typical));
    // R's minimum comes from differences and is good to seven digits
    assertThat(patient.deviations())
        .usingComparatorForType((a, b) -> Math.abs(a - b) <= 1e-7 ? 0 : 1, Double.class)
        .containsExactly(clearance, volume, absorption, bioavailability);
    assertThat(patient.clearance().value()).isEqualTo(apparent, within(1e-7 * apparent));
    assertThat(patient.level(doses, 12).value()).isEqualTo(trough, within(1e-7 * trough));
    // so is its curvature, to five
    assertThat(patient.deviation()).isEqualTo(deviation, within(1e-5 * deviation));
  }
}
