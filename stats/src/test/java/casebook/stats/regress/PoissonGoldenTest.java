// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.ModelFrame;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Poisson models against `glm` of R 4.2.2 at epsilon 1e-14.
class PoissonGoldenTest {
  @TestFactory
  Stream<DynamicTest> poisson() {
    return GoldenTopic.read("poisson").tests(PoissonGoldenTest::compare);
  }

  private static Fit fit(GoldenCase one) {
    GoldenData data = one.dataset();
    ModelFrame frame = ModelFrame.of(data, one.args().get("formula").asText(), derived(data));
    Design design = frame.design();
    if (one.args().has("offset")) {
      String name = one.args().get("offset").asText().replaceAll("^log\\(|\\)$", "");
      Map<String, double[]> derived = derived(data);
      double[] exposure = derived.containsKey(name) ? derived.get(name) : data.numeric(name);
      design = design.withOffset(Arrays.stream(frame.pick(exposure)).map(Math::log).toArray());
    }
    return Poisson.standard().fit(design, frame.response());
  }

  private static Map<String, double[]> derived(GoldenData data) {
    if (data.names().contains("ncases")) {
      double[] cases = data.numeric("ncases");
      double[] controls = data.numeric("ncontrols");
      double[] people = new double[cases.length];
      Arrays.setAll(people, i -> cases[i] + controls[i]);
      return Map.of("people", people);
    }
    if (data.names().contains("status")) {
      double[] died =
          Arrays.stream(data.numeric("status")).map(status -> status == 1 ? 1 : 0).toArray();
      return Map.of("died", died);
    }
    return Map.of();
  }

  private static void compare(GoldenCase one) {
    Fit fit = fit(one);
    one.check("terms", fit.columnNames().stream().map(ModelFrame::nameInR).toList());
    for (Coefficient term : fit.terms()) {
      coefficient(one, fit, term);
    }
    int size = fit.parameters();
    for (int k = 0; k < size * size; k++) {
      one.check("vcov." + k / size + "." + k % size, fit.covariance().at(k / size, k % size));
    }
    one.check("deviance", fit.deviance());
    one.check("null_deviance", fit.nullDeviance());
    one.check("log_lik", fit.logLikelihood());
    one.check("aic", fit.aic());
    one.check("bic", fit.bic());
    one.check("df_residual", fit.people() - size);
    one.check("pearson", Dispersion.of(fit).orThrow().pearson());
    double[] means = Arrays.stream(fit.predictor()).map(Math::exp).toArray();
    one.check("fitted_first", Arrays.copyOf(means, 5));
    one.check("lr_chisq", fit.likelihoodRatio().orThrow().statistic());
    for (Term term : fit.design().terms()) {
      if (!term.name().equals(Design.INTERCEPT)) {
        TestResult ratio = fit.likelihoodRatio(term.name()).orThrow();
        one.check(named(one, "term_lr", term.name()), ratio.statistic());
        one.checkTail(
            named(one, "term_p", term.name()), ratio.p().value(), ratio.statistic().orElseThrow());
      }
    }
  }

  /// Returns the path of a value by term; R drops the name of an only term.
  private static String named(GoldenCase one, String member, String term) {
    return one.expects(member + "." + term) ? member + "." + term : member;
  }

  private static void coefficient(GoldenCase one, Fit fit, Coefficient term) {
    String name = ModelFrame.nameInR(term.name());
    one.check("coef." + name, term.value());
    one.check("se." + name, term.standardError());
    one.check("z." + name, term.z());
    one.checkTail("p." + name, term.wald().p().value(), term.z());
    one.check("rate_ratio." + name, term.oddsRatio(0.95).value());
    Interval wald = term.oddsRatio(0.95).interval().orElseThrow();
    one.check("wald_lower." + name, wald.low());
    one.check("wald_upper." + name, wald.high());
    Interval profile = fit.profileOddsRatio(term.name(), 0.95).orThrow().interval().orElseThrow();
    one.check("profile_lower." + name, profile.low());
    one.check("profile_upper." + name, profile.high());
  }
}
