// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.ModelFrame;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Linear models against `lm` of R 4.2.2.
class LinearGoldenTest {
  @TestFactory
  Stream<DynamicTest> linear() {
    return GoldenTopic.read("linear").tests(LinearGoldenTest::compare);
  }

  private static LinearFit fit(GoldenCase one) {
    ModelFrame frame = ModelFrame.of(one.dataset(), one.args().get("formula").asText());
    return Linear.standard().fit(frame.design(), frame.response());
  }

  private static void coefficient(GoldenCase one, LeastSquaresCoefficient term) {
    String name = ModelFrame.nameInR(term.name());
    TestResult test = term.test().orThrow();
    one.check("coef." + name, term.value());
    one.check("se." + name, term.standardError());
    one.check("t." + name, test.statistic());
    one.checkTail("p." + name, test.p().value(), test.statistic().orElseThrow());
  }

  private static void overall(GoldenCase one, LinearFit fit) {
    one.check("r2", fit.rSquared().orThrow());
    one.check("adj_r2", fit.adjustedRSquared().orThrow());
    one.check("sigma", fit.residualStandardDeviation().orThrow());
    one.check("f", fit.test().orThrow().statistic());
    one.check("df", new double[] {fit.regressionDf(), fit.df()});
    one.check("aic", fit.aic().orThrow());
    one.check("bic", fit.bic().orThrow());
  }

  private static void compare(GoldenCase one) {
    LinearFit fit = fit(one);
    overall(one, fit);
    one.check("log_lik", fit.logLikelihood().orThrow());
    one.check("aliased", List.of());
    assertThat(fit.outcome().usable()).isTrue();
    for (LeastSquaresCoefficient term : fit.terms().orThrow()) {
      coefficient(one, term);
      Interval limits = term.estimate(0.95).interval().orElseThrow();
      one.check("lower." + ModelFrame.nameInR(term.name()), limits.low());
      one.check("upper." + ModelFrame.nameInR(term.name()), limits.high());
    }
    for (int k = 0; k < fit.parameters() * fit.parameters(); k++) {
      int i = k / fit.parameters();
      int j = k % fit.parameters();
      one.check("vcov." + i + "." + j, fit.covariance().orThrow().at(i, j));
    }
    variance(one, fit);
    predictions(one, fit);
  }

  private static void variance(GoldenCase one, LinearFit fit) {
    List<AnovaLine> lines = fit.anova();
    for (int i = 0; i < lines.size(); i++) {
      TestResult test = lines.get(i).test().orThrow();
      one.check("anova.df." + i, lines.get(i).df());
      one.check("anova.ss." + i, lines.get(i).sumOfSquares());
      one.check("anova.f." + i, test.statistic());
      one.checkTail("anova.p." + i, test.p().value(), test.statistic().orElseThrow());
    }
    TestResult without = fit.test(one.args().get("without").asText()).orThrow();
    one.check("without.f", without.statistic());
    one.check("without.df", without.df());
    one.checkTail("without.p", without.p().value(), without.statistic().orElseThrow());
  }

  private static void predictions(GoldenCase one, LinearFit fit) {
    one.check("residuals", Arrays.copyOf(fit.residuals(), 5));
    List<LinearPrediction> all = fit.predict(fit.design(), 0.95).orThrow().subList(0, 5);
    check(one, "mean", all, p -> p.mean().value());
    check(one, "mean_se", all, LinearPrediction::standardError);
    check(one, "mean_lower", all, p -> p.mean().interval().orElseThrow().low());
    check(one, "mean_upper", all, p -> p.mean().interval().orElseThrow().high());
    check(one, "single_lower", all, p -> p.single().low());
    check(one, "single_upper", all, p -> p.single().high());
  }

  private static void check(
      GoldenCase one,
      String path,
      List<LinearPrediction> all,
      ToDoubleFunction<LinearPrediction> value) {
    one.check(path, all.stream().mapToDouble(value).toArray());
  }
}
