// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.golden.CertifiedCase;
import casebook.stats.golden.CertifiedSuite;
import casebook.stats.golden.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Certified values of the eleven NIST StRD linear models: the exact answer for the doubles read.
class LinearCertifiedTest {
  @TestFactory
  Stream<DynamicTest> linear() {
    return CertifiedSuite.read("nist_linear").tests(LinearCertifiedTest::check);
  }

  static Design design(JsonNode input) {
    double[][] rows = Json.matrix(input.get("data"));
    String model = input.get("model").asText();
    Design design =
        model.startsWith("y = b0*x")
            ? Design.withoutIntercept(rows.length)
            : Design.withIntercept(rows.length);
    if (model.contains("...") && !model.contains("x1")) {
      int degree = Integer.parseInt(model.substring(model.lastIndexOf('^') + 1));
      return design.andPowers("x", degree, column(rows, 1));
    }
    for (int j = 1; j < rows[0].length; j++) {
      design = design.and("x" + j, column(rows, j));
    }
    return design;
  }

  static double[] column(double[][] rows, int column) {
    return Stream.of(rows).mapToDouble(row -> row[column]).toArray();
  }

  private static void check(CertifiedCase one) {
    double[][] rows = Json.matrix(one.input().get("data"));
    Design design = design(one.input());
    LinearFit fit = Linear.standard().fit(design, column(rows, 0));
    assertThat(fit.outcome().usable()).isTrue();
    assertThat(fit.exact()).isEqualTo(one.id().matches("Wampler[12]"));
    for (String statistic : one.statistics()) {
      if (statistic.equals("f") && fit.exact()) {
        one.check(statistic, fit.test().value().isEmpty() ? "Infinity" : "a number");
      } else {
        one.check(statistic, value(fit, statistic));
      }
    }
  }

  private static double value(LinearFit fit, String statistic) {
    int place = statistic.contains("[") ? Integer.parseInt(statistic.replaceAll("\\D", "")) : 0;
    LeastSquaresCoefficient term = fit.terms().orThrow().get(place);
    return switch (statistic.replaceAll("\\[.*", "")) {
      case "beta" -> term.value();
      case "se" -> term.standardError();
      case "residual_sd" -> fit.residualStandardDeviation().orThrow();
      case "r_squared" -> fit.rSquared().orThrow();
      case "ss_regression" -> fit.regressionSumOfSquares();
      case "ss_residual" -> fit.residualSumOfSquares();
      case "ms_regression" -> fit.regressionSumOfSquares() / fit.regressionDf();
      case "ms_residual" -> fit.residualSumOfSquares() / fit.df();
      case "df_regression" -> fit.regressionDf();
      case "df_residual" -> fit.df();
      case "f" -> fit.test().orThrow().statistic().orElseThrow();
      default -> throw new IllegalArgumentException(statistic);
    };
  }
}
