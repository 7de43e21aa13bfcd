// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.golden.CertifiedCase;
import casebook.stats.golden.CertifiedSuite;
import casebook.stats.golden.Json;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Certified values of logistic models: 40 digits, computed with mpmath.
class LogisticCertifiedTest {
  static Design design(JsonNode input) {
    JsonNode rows = input.get("X");
    int columns = rows.get(0).size();
    Design design = Design.withIntercept(rows.size());
    for (int j = 1; j < columns; j++) {
      double[] column = new double[rows.size()];
      for (int i = 0; i < column.length; i++) {
        column[i] = Json.number(rows.get(i).get(j));
      }
      design = design.and("x" + j, column);
    }
    return design.withFrequencies(Json.numbers(input.get("freq")));
  }

  static String name(int column) {
    return column == 0 ? Design.INTERCEPT : "x" + column;
  }

  @TestFactory
  Stream<DynamicTest> maximumLikelihood() {
    return CertifiedSuite.read("logistic_ml").tests(LogisticCertifiedTest::checkLikelihood);
  }

  private static void checkLikelihood(CertifiedCase one) {
    Fit fit = Logistic.standard().fit(design(one.input()), Json.numbers(one.input().get("y")));
    for (String statistic : one.statistics()) {
      one.check(statistic, value(fit, statistic));
    }
  }

  private static double value(Fit fit, String statistic) {
    if (statistic.equals("cov[0,1]")) {
      return fit.covariance().at(0, 1);
    }
    if (!statistic.contains("[")) {
      return overall(fit, statistic);
    }
    int column = Integer.parseInt(statistic.replaceAll("\\D", ""));
    Coefficient term = fit.term(name(column));
    Interval wald = term.oddsRatio(0.95).interval().orElseThrow();
    return switch (statistic.replaceAll("\\[.*", "")) {
      case "beta" -> term.value();
      case "se" -> term.standardError();
      case "z" -> term.z();
      case "p_wald" -> term.wald().p().value();
      case "or" -> term.oddsRatio(0.95).value();
      case "or_lower" -> wald.low();
      case "or_upper" -> wald.high();
      case "or_profile_lower" -> profile(fit, column).low();
      case "or_profile_upper" -> profile(fit, column).high();
      default -> throw new IllegalArgumentException(statistic);
    };
  }

  private static Interval profile(Fit fit, int column) {
    Estimate ratio = fit.profileOddsRatio(name(column), 0.95).orThrow();
    return ratio.interval().orElseThrow();
  }

  private static double overall(Fit fit, String statistic) {
    TestResult ratio = fit.likelihoodRatio().orThrow();
    return switch (statistic) {
      case "loglik" -> fit.logLikelihood();
      case "loglik_null" -> fit.nullLogLikelihood();
      case "lr_chi2" -> ratio.statistic().orElseThrow();
      case "lr_p" -> ratio.p().value();
      default -> throw new IllegalArgumentException(statistic);
    };
  }

  @TestFactory
  Stream<DynamicTest> firth() {
    return CertifiedSuite.read("logistic_firth").tests(LogisticCertifiedTest::checkFirth);
  }

  private static void checkFirth(CertifiedCase one) {
    Fit fit = Firth.standard().fit(design(one.input()), Json.numbers(one.input().get("y")));
    for (String statistic : one.statistics()) {
      int column = statistic.contains("[") ? statistic.charAt(statistic.length() - 2) - '0' : 0;
      one.check(
          statistic,
          switch (statistic.replaceAll("\\[.*", "")) {
            case "penalized_loglik" -> fit.penalizedLogLikelihood();
            case "beta" -> fit.term(name(column)).value();
            case "se" -> fit.term(name(column)).standardError();
            case "plr_chi2" -> ratio(fit, column).statistic().orElseThrow();
            case "plr_p" -> ratio(fit, column).p().value();
            case "ppl_lower" -> limits(fit, column).low();
            case "ppl_upper" -> limits(fit, column).high();
            default -> throw new IllegalArgumentException(statistic);
          });
    }
  }

  private static TestResult ratio(Fit fit, int column) {
    return fit.likelihoodRatio(name(column)).orThrow();
  }

  private static Interval limits(Fit fit, int column) {
    return fit.profile(name(column), 0.95).orThrow().interval().orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> separation() {
    return CertifiedSuite.read("separation").tests(LogisticCertifiedTest::checkSeparation);
  }

  private static void checkSeparation(CertifiedCase one) {
    Design design = design(one.input());
    double[] y = Json.numbers(one.input().get("y"));
    Separation separation = Separation.find(design, y);
    Fit fit = Logistic.standard().fit(design, y);
    String status = status(separation);
    for (String statistic : one.statistics()) {
      switch (statistic) {
        case "status" -> one.check(statistic, status);
        case "ml_finite" -> one.check(statistic, String.valueOf(status.equals("overlap")));
        default -> one.check(statistic, value(fit, statistic));
      }
    }
  }

  static String status(Separation separation) {
    if (!separation.aliased().isEmpty()) {
      return "rank_deficient";
    }
    return switch (separation.status()) {
      case OVERLAP -> "overlap";
      case QUASI_COMPLETE -> "quasi_complete_separation";
      case COMPLETE -> "complete_separation";
      case ONE_OUTCOME -> "outcome_constant";
    };
  }
}
