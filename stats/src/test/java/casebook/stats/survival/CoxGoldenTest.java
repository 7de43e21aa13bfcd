// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.math.Matrix;
import casebook.stats.regress.Coefficient;
import casebook.stats.regress.Design;
import casebook.stats.regress.Term;
import casebook.stats.result.Interval;
import casebook.stats.result.Outcome;
import casebook.stats.result.TestResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The golden topic `cox`: R 4.2 with survival 3.5.
class CoxGoldenTest {
  private static final Map<String, Ties> TIES =
      Map.of("efron", Ties.EFRON, "breslow", Ties.BRESLOW, "exact", Ties.EXACT);

  @TestFactory
  Stream<DynamicTest> cox() {
    return GoldenTopic.read("cox").tests(CoxGoldenTest::compare);
  }

  private static void compare(GoldenCase one) {
    var data = GoldenFollowUp.of(one);
    Ties ties = TIES.get(one.args().path("ties").asText("efron"));
    if (ties == null) {
      throw new IllegalArgumentException("ties of " + one.id());
    }
    Design design = data.design();
    CoxFit cox = Cox.standard().withTies(ties).fit(data.times(), design, data.numbers("strata"));
    if (one.expects("ml_exists")) {
      one.check("ml_exists", !(cox.outcome() instanceof Outcome.Separated));
      one.check("infinite_terms", ((Outcome.Separated) cox.outcome()).terms());
      return;
    }
    assertThat(cox.outcome().usable()).isTrue();
    one.check("n", data.size());
    one.check("events", cox.events());
    one.check("loglik_null", cox.fit().nullLogLikelihood());
    one.check("loglik", cox.fit().logLikelihood());
    boolean clustered = one.args().get("formula").asText().contains("cluster(");
    if (clustered) {
      CoxRobust robust = cox.robust(data.numbers("cluster")).orThrow();
      coefficients(one, robust.terms(), robust.covariance());
      test(one, "wald", robust.wald().orThrow());
      for (int j = 0; j < cox.fit().terms().size(); j++) {
        one.check("se_model_based." + j, cox.fit().terms().get(j).standardError());
      }
    } else {
      coefficients(one, cox.fit().terms(), cox.fit().covariance());
    }
    if (one.expects("aic")) {
      String[] terms = design.terms().stream().map(Term::name).toArray(String[]::new);
      one.check("aic", cox.fit().aic());
      test(one, "lr", cox.fit().likelihoodRatio().orThrow());
      test(one, "score", cox.fit().score(terms).orThrow());
      if (!clustered) {
        test(one, "wald", cox.fit().wald(terms).orThrow());
      }
    }
    more(one, cox);
  }

  private static String inR(String column) {
    return column.replace("=", "");
  }

  private static void coefficients(GoldenCase one, List<Coefficient> terms, Matrix covariance) {
    for (int j = 0; j < terms.size(); j++) {
      Coefficient term = terms.get(j);
      String name = inR(term.name());
      Interval limits = term.oddsRatio(0.95).interval().orElseThrow();
      one.check("coef." + name, term.value());
      one.check("se." + name, term.standardError());
      if (one.expects("z")) {
        one.check("z." + name, term.z());
        one.checkTail("p." + name, term.wald().p().value(), term.z());
        one.check("hr." + name, term.oddsRatio(0.95).value());
        one.check("hr_lower." + name, limits.low());
        one.check("hr_upper." + name, limits.high());
        for (int k = 0; k < terms.size(); k++) {
          one.check("vcov." + j + "." + k, covariance.at(j, k));
        }
      }
    }
  }

  private static void test(GoldenCase one, String path, TestResult test) {
    double statistic = test.statistic().orElseThrow();
    one.check(path + ".chisq", statistic);
    one.check(path + ".df", test.df());
    one.checkTail(path + ".p", test.p().value(), statistic);
  }

  private static void more(GoldenCase one, CoxFit cox) {
    if (one.expects("concordance")) {
      Concordance concordance = cox.concordance().orThrow();
      one.check("concordance.c", concordance.value());
      one.check("concordance.se", concordance.standardError());
    }
    if (one.expects("zph_km")) {
      proportional(one, "zph_km", cox.proportionalHazards(HazardScale.KAPLAN_MEIER).orThrow());
      proportional(one, "zph_identity", cox.proportionalHazards(HazardScale.TIME).orThrow());
      proportional(one, "zph_rank", cox.proportionalHazards(HazardScale.RANK).orThrow());
    }
    if (one.expects("predicted")) {
      predicted(one, cox);
    }
    if (one.expects("martingale_first")) {
      CoxResiduals residuals = cox.residuals().orThrow();
      for (int i = 0; i < 5; i++) {
        one.check("martingale_first." + i, residuals.martingale(i));
        one.check("deviance_first." + i, residuals.deviance(i));
      }
      int n = cox.fit().design().rows();
      DoubleStream all = IntStream.range(0, n).mapToDouble(residuals::martingale);
      one.check("sum_sq_martingale", all.map(m -> m * m).sum());
    }
  }

  private static void proportional(GoldenCase one, String path, ProportionalHazards tests) {
    for (Term term : tests.fit().design().terms()) {
      hazards(one, path, term.name(), tests.of(term.name()).orThrow());
    }
    hazards(one, path, "GLOBAL", tests.global().orThrow());
  }

  private static void hazards(GoldenCase one, String path, String name, TestResult test) {
    double statistic = test.statistic().orElseThrow();
    one.check(path + ".chisq." + name, statistic);
    one.check(path + ".df." + name, test.df());
    one.checkTail(path + ".p." + name, test.p().value(), statistic);
  }

  private static void predicted(GoldenCase one, CoxFit cox) {
    JsonNode person = one.expected("predicted.newdata");
    double[] covariates =
        cox.fit().design().terms().stream()
            .mapToDouble(term -> covariate(person, term.name()))
            .toArray();
    for (var member : person.properties()) {
      one.check("predicted.newdata." + member.getKey(), Json.number(member.getValue()));
    }
    CoxCurve curve = cox.predict(0, covariates).orThrow();
    double[] times = Json.numbers(one.expected("predicted.time"));
    for (int i = 0; i < times.length; i++) {
      CoxCurve.Point point = curve.at(times[i], ConfidenceBand.LOG, 0.95);
      Interval limits = point.interval().orElseThrow();
      one.check("predicted.time." + i, point.time());
      one.check("predicted.surv." + i + ".0", point.survival());
      one.check("predicted.se." + i + ".0", point.standardError());
      one.check("predicted.lower_log." + i + ".0", limits.low());
      one.check("predicted.upper_log." + i + ".0", limits.high());
    }
  }

  /// The covariate of a term for one person; a two-level factor is 0 at its first level, 1.
  private static double covariate(JsonNode person, String term) {
    if (term.startsWith("log(")) {
      return Math.log(person.get(term.substring(4, term.length() - 1)).doubleValue());
    }
    return term.startsWith("factor(")
        ? person.get(term.substring(7, term.length() - 1)).doubleValue() - 1
        : person.get(term).doubleValue();
  }
}
