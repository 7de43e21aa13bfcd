// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.golden.CertifiedCase;
import casebook.stats.golden.CertifiedSuite;
import casebook.stats.golden.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// Certified values of the 27 NIST StRD nonlinear sets, from each of their two starts.
class NonlinearCertifiedTest {
  /// Sets with more rows than this take seconds.
  private static final int SMALL = 100;

  private static Stream<DynamicTest> sets(boolean small, String start) {
    return CertifiedSuite.read("nist_nonlinear")
        .only(one -> one.input().get("data").size() <= SMALL == small)
        .tests(one -> check(one, start));
  }

  @TestFactory
  Stream<DynamicTest> smallSetsFromTheFarStart() {
    return sets(true, "start1");
  }

  @TestFactory
  Stream<DynamicTest> smallSetsFromTheNearStart() {
    return sets(true, "start2");
  }

  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> largeSetsFromTheFarStart() {
    return sets(false, "start1");
  }

  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> largeSetsFromTheNearStart() {
    return sets(false, "start2");
  }

  /// The certified values belong to the decimals as printed; these sets magnify what parsing to
  /// doubles takes from them.
  private static double ceiling(String id, String statistic) {
    boolean small = statistic.startsWith("se_") || statistic.startsWith("r");
    return switch (id) {
      case "Lanczos1" -> small ? 3 : 13;
      case "Lanczos2" -> small ? 10 : 12;
      default -> 16;
    };
  }

  private static CurveFit fit(JsonNode input, String start) {
    double[][] rows = Json.matrix(input.get("data"));
    String model = input.get("model").asText();
    List<String> variables = new ArrayList<>(List.of(input.get("columns").asText().split(" ")));
    variables.removeFirst();
    variables.replaceAll(name -> name.equals("x1") ? "x" : name);
    CurveText response = CurveText.of(input.get("response").asText(), List.of("y"), List.of());
    double[] y =
        Stream.of(rows).mapToDouble(row -> response.at(row, new Dual[0]).value()).toArray();
    double[][] x =
        Stream.of(rows)
            .map(row -> IntStream.range(1, row.length).mapToDouble(j -> row[j]).toArray())
            .toArray(double[][]::new);
    double[] from = Json.numbers(input.get(start));
    List<String> names = IntStream.rangeClosed(1, from.length).mapToObj(j -> "b" + j).toList();
    return NonlinearLeastSquares.standard()
        .fit(CurveText.of(model, variables, names), Observations.ofRows(x, y), from);
  }

  private static void check(CertifiedCase one, String start) {
    CurveFit fit = fit(one.input(), start);
    assertThat(fit.outcome().usable()).as(fit.outcome().words()).isTrue();
    for (String statistic : one.statistics()) {
      double value =
          switch (statistic) {
            case "rss" -> fit.residualSumOfSquares();
            case "residual_sd" -> fit.residualStandardDeviation().orThrow();
            default ->
                statistic.startsWith("se_")
                    ? fit.term(statistic.substring(3)).standardError()
                    : fit.term(statistic).value();
          };
      one.check(statistic, value, ceiling(one.id(), statistic));
    }
  }
}
