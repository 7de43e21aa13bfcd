// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.golden.ModelFrame;
import casebook.stats.regress.LogisticGoldenTest.Prepared;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The golden cases of Firth's logistic regression and of separation (R 4.2.2, brglm2).
class FirthGoldenTest {
  @TestFactory
  Stream<DynamicTest> firth() {
    return GoldenTopic.read("firth").tests(FirthGoldenTest::compare);
  }

  private static void compare(GoldenCase one) {
    switch (one.method()) {
      case "Firth logistic regression" -> {
        if (one.args().has("frequency_weights")) {
          table(one);
        } else {
          regression(one);
        }
      }
      case "separation" -> separation(one);
      default -> throw new AssertionError("method not understood: " + one.method());
    }
  }

  private static void regression(GoldenCase one) {
    Prepared data = Prepared.of(one);
    Fit fit = Firth.standard().fit(data.design(), data.outcome());
    one.check("n", fit.people());
    for (Coefficient term : fit.terms()) {
      String name = ModelFrame.nameInR(term.name());
      one.check("coef." + name, term.value());
      one.check("se." + name, term.standardError());
      one.check("wald_z." + name, term.z());
      one.check("wald_p." + name, term.wald().p());
      Interval wald = term.estimate(0.95).interval().orElseThrow();
      one.check("wald_lower." + name, wald.low());
      one.check("wald_upper." + name, wald.high());
    }
    profiles(one, fit, "profile_lower", "profile_upper");
    one.check("penalised_loglik", fit.penalizedLogLikelihood());
    one.check("loglik_at_estimate", fit.logLikelihood());
    TestResult global = fit.likelihoodRatio().orThrow();
    one.check("global_plr_chisq", global.statistic().orElseThrow());
    one.check("global_df", global.df().orElseThrow());
    one.check("global_p", global.p());
    for (int i = 0; i < fit.parameters(); i++) {
      for (int j = 0; j < fit.parameters(); j++) {
        one.check("vcov." + i + "." + j, fit.covariance().at(i, j));
      }
    }
  }

  private static void profiles(GoldenCase one, Fit fit, String lower, String upper) {
    for (Coefficient term : fit.terms()) {
      String name = ModelFrame.nameInR(term.name());
      Interval profile = fit.profile(term.name(), 0.95).orThrow().interval().orElseThrow();
      one.check(lower + "." + name, profile.low());
      one.check(upper + "." + name, profile.high());
      TestResult test = fit.likelihoodRatioOfColumn(term.name()).orThrow();
      String chisq = "plr_chisq." + name;
      if (one.expects(chisq)) {
        one.check(chisq, test.statistic().orElseThrow());
      }
      one.check((one.expects("plr_p") ? "plr_p." : "firth_plr_p.") + name, test.p());
    }
  }

  private static void table(GoldenCase one) {
    Design design =
        Design.withIntercept(4)
            .and("x", Json.numbers(one.data().get("x")))
            .withFrequencies(Json.numbers(one.data().get("w")));
    Fit fit = Firth.standard().fit(design, Json.numbers(one.data().get("y")));
    for (Coefficient term : fit.terms()) {
      one.check("coef." + term.name(), term.value());
      one.check("se." + term.name(), term.standardError());
    }
    one.check("or", fit.term("x").oddsRatio(0.95).value());
    one.check("profile_ci", fit.profileOddsRatio("x", 0.95).orThrow().interval().orElseThrow());
    TestResult test = fit.likelihoodRatio("x").orThrow();
    one.check("plr_chisq", test.statistic().orElseThrow());
    one.check("plr_p", test.p());
  }

  private static void separation(GoldenCase one) {
    Design design;
    double[] y;
    if (one.hasDataset()) {
      Prepared data = Prepared.of(one);
      design = data.design();
      y = data.outcome();
    } else {
      y = Json.numbers(one.data().get("y"));
      design = Design.withIntercept(y.length).and("x", Json.numbers(one.data().get("x")));
    }
    Separation found = Separation.find(design, y);
    boolean complete = found.status() == Separation.Status.COMPLETE;
    one.check("separation", complete ? "complete" : "quasi-complete");
    one.check("ml_exists", found.finite());
    one.check("infinite_terms", found.infinite());
    Fit likelihood = Logistic.standard().fit(design, y);
    assertThat(likelihood.terms()).isEmpty();
    if (complete) {
      one.check("ml_deviance_limit", likelihood.deviance());
    } else {
      one.leaveOut("ml_deviance_limit", "R gives none; the limit is tested by hand");
    }
    Fit fit = Firth.standard().fit(design, y);
    fit.terms().forEach(term -> one.check("firth_coef." + term.name(), term.value()));
    profiles(one, fit, "firth_profile_lower", "firth_profile_upper");
  }
}
