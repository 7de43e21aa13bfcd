// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.regress.LeastSquaresCoefficient;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Calibration curves and kinetics against `nls` of R 4.2.2.
class CurveGoldenTest {
  private static final List<String> LOGISTIC =
      List.of("zero", "infinite", "lnmid", "slope", "asym");

  @TestFactory
  Stream<DynamicTest> curves() {
    return GoldenTopic.read("curve").tests(CurveGoldenTest::compare);
  }

  private static void compare(GoldenCase one) {
    switch (one.method()) {
      case "four-parameter logistic" ->
          calibration(one, FourParameterLogistic.standard().fit(standards(one)).orThrow());
      case "five-parameter logistic" ->
          calibration(one, FiveParameterLogistic.standard().fit(standards(one)).orThrow());
      case "one compartment, first-order absorption" -> {
        Kinetics kinetics =
            OneCompartment.standard()
                .absorbed(one.args().get("dose").asDouble(), samples(one))
                .orThrow();
        kinetics(one, kinetics, List.of("lKe", "lKa", "lCl"));
        check(one, "peak_time", kinetics.peakTime(0.95).orThrow());
        check(one, "peak", kinetics.peak(0.95));
      }
      case "one compartment, bolus" ->
          kinetics(
              one,
              OneCompartment.standard()
                  .bolus(one.args().get("dose").asDouble(), samples(one))
                  .orThrow(),
              List.of("lKe", "lCl"));
      default -> throw new AssertionError("method not understood: " + one.method());
    }
  }

  private static Observations standards(GoldenCase one) {
    double[] dose;
    double[] response;
    if (one.hasDataset()) {
      GoldenData all = one.dataset();
      List<String> runs = all.text("Run");
      String run = one.args().get("run").asText();
      GoldenData data = all.where(row -> runs.get(row).equals(run));
      dose = data.numeric("conc");
      response = data.numeric("density");
    } else {
      dose = Json.numbers(one.data().get("dose"));
      response = Json.numbers(one.data().get("response"));
    }
    Observations standards = Observations.of(dose, response);
    return switch (one.args().get("weights").asText()) {
      case "1" -> standards;
      case "1 / density^2" ->
          standards.weighted(Arrays.stream(response).map(y -> 1 / (y * y)).toArray());
      default -> throw new AssertionError("weights not understood");
    };
  }

  private static void parameters(GoldenCase one, CurveFit fit, List<String> names) {
    List<LeastSquaresCoefficient> terms = fit.terms().orThrow();
    for (int j = 0; j < terms.size(); j++) {
      one.check("coef." + names.get(j), terms.get(j).value());
      one.check("se." + names.get(j), terms.get(j).standardError());
    }
    one.check("rss", fit.residualSumOfSquares());
    one.check("sigma", fit.residualStandardDeviation().orThrow());
  }

  private static void calibration(GoldenCase one, CalibrationCurve curve) {
    parameters(one, curve.fit(), LOGISTIC);
    one.check("df", curve.fit().df());
    double weight = one.args().get("replicates").asDouble();
    double[] responses = Json.numbers(one.args().get("responses"));
    for (int i = 0; i < responses.length; i++) {
      CalibrationCurve.Dose dose = curve.dose(responses[i], weight, 0.95).orThrow();
      one.check("dose." + i + ".dose", dose.inverted().value());
      one.check("dose." + i + ".ln_se", dose.lnStandardError());
      one.check("dose." + i + ".delta", dose.delta().interval().orElseThrow());
      one.check("dose." + i + ".inversion", dose.inverted().interval().orElseThrow());
    }
  }

  private static Observations samples(GoldenCase one) {
    return Observations.of(
        Json.numbers(one.data().get("time")), Json.numbers(one.data().get("concentration")));
  }

  private static void kinetics(GoldenCase one, Kinetics kinetics, List<String> names) {
    parameters(one, kinetics.fit(), names);
    check(one, "half_life", kinetics.halfLife(0.95));
    check(one, "clearance", kinetics.clearance(0.95));
    check(one, "volume", kinetics.volume(0.95));
    check(one, "area", kinetics.area(0.95));
  }

  private static void check(GoldenCase one, String path, Estimate found) {
    Interval limits = found.interval().orElseThrow();
    one.check(path, new double[] {found.value(), limits.low(), limits.high()});
  }
}
