// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.golden.ModelFrame;
import casebook.stats.golden.Selection;
import casebook.stats.regress.LeastSquaresCoefficient;
import casebook.stats.regress.Linear;
import casebook.stats.regress.LinearFit;
import casebook.stats.result.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CorrelationGoldenTest {
  @TestFactory
  Stream<DynamicTest> correlation() {
    return GoldenTopic.read("correlation").tests(CorrelationGoldenTest::compare);
  }

  private static void compare(GoldenCase one) {
    switch (one.method()) {
      case "correlation" -> correlate(one);
      case "partial correlation" -> {
        GoldenData data = one.dataset().complete("Ozone", "Wind", "Temp");
        Correlation found =
            PartialCorrelation.standard()
                .of(column(one, data, "x"), column(one, data, "y"), column(one, data, "given"))
                .orThrow();
        one.check("n", data.rows());
        one.check("r", found.estimate().value());
        one.check("df", found.test().df());
        one.check("t", found.test().statistic());
        one.check("p", found.test().p());
      }
      case "simple linear regression" -> regression(one);
      case "multiple linear regression" -> multipleRegression(one);
      case "Bland-Altman, Deming (ratio 1), Lin" -> agreement(one);
      default -> throw new IllegalArgumentException(one.method());
    }
  }

  private static double[] column(GoldenCase one, GoldenData data, String name) {
    return data.numeric(one.args().get(name).asText());
  }

  private static void correlate(GoldenCase one) {
    double[] x;
    double[] y;
    if (one.hasDataset()) {
      GoldenData data =
          one.dataset().complete(one.args().get("x").asText(), one.args().get("y").asText());
      x = column(one, data, "x");
      y = column(one, data, "y");
    } else {
      x = Json.numbers(one.args().get("x"));
      y = Json.numbers(one.args().get("y"));
    }
    one.check("n", x.length);
    Correlation pearson = Pearson.standard().of(x, y).orThrow();
    one.check("pearson.r", pearson.estimate().value());
    one.check("pearson.df", pearson.test().df());
    one.check("pearson.t", pearson.test().statistic());
    one.checkTail(
        "pearson.p", pearson.test().p().value(), pearson.test().statistic().orElseThrow());
    one.check("pearson.fisher_z_ci", pearson.estimate().interval().orElseThrow());
    spearman(one, x, y);
    Correlation kendall = Kendall.standard().of(x, y).orThrow();
    one.check("kendall.tau_b", kendall.estimate().value());
    one.check("kendall.s", (double) Kendall.score(x, y));
    one.check("kendall.z", kendall.test().statistic());
    one.checkTail(
        "kendall.p_asymptotic",
        kendall.test().p().value(),
        kendall.test().statistic().orElseThrow());
    if (one.expects("kendall.p_exact")) {
      one.check("kendall.p_exact", Kendall.exact(x, y).orThrow().p());
    }
  }

  private static void spearman(GoldenCase one, double[] x, double[] y) {
    Correlation spearman = Spearman.standard().of(x, y).orThrow();
    one.check("spearman.rho", spearman.estimate().value());
    one.check("spearman.s", Spearman.squaredDifferences(x, y));
    one.check("spearman.t", spearman.test().statistic());
    one.checkTail(
        "spearman.p_t", spearman.test().p().value(), spearman.test().statistic().orElseThrow());
    one.check("spearman.bonett_wright_ci", spearman.estimate().interval().orElseThrow());
    one.check(
        "spearman.fisher_z_ci",
        Spearman.standard().withFisherInterval(x, y).orThrow().estimate().interval().orElseThrow());
    if (one.expects("spearman.p_exact")) {
      one.check("spearman.p_exact", Spearman.exact(x, y).orThrow().p());
    }
  }

  private static void regression(GoldenCase one) {
    String[] sides = one.args().get("formula").asText().split(" ~ ");
    GoldenData data = one.dataset().complete(sides);
    SimpleRegression.Line line =
        SimpleRegression.standard().of(data.numeric(sides[1]), data.numeric(sides[0])).orThrow();
    coefficient(one, "(Intercept)", 0, line.intercept());
    coefficient(one, sides[1], 1, line.slope());
    one.check("r2", line.rSquared());
    one.check("adj_r2", line.adjustedRSquared());
    one.check("sigma", line.residualDeviation());
    one.check("f", line.f());
  }

  private static void coefficient(
      GoldenCase one, String name, int row, SimpleRegression.Coefficient found) {
    one.check("coef." + name, found.estimate().value());
    one.check("se." + name, found.standardError());
    one.check("t." + name, found.test().statistic());
    one.checkTail("p." + name, found.test().p().value(), found.test().statistic().orElseThrow());
    one.check("ci." + row, found.estimate().interval().orElseThrow());
  }

  private static void multipleRegression(GoldenCase one) {
    ModelFrame frame = ModelFrame.of(one.dataset(), one.args().get("formula").asText());
    LinearFit fit = Linear.standard().fit(frame.design(), frame.response());
    one.check("r2", fit.rSquared().orThrow());
    one.check("adj_r2", fit.adjustedRSquared().orThrow());
    one.check("sigma", fit.residualStandardDeviation().orThrow());
    one.check("f", fit.test().orThrow().statistic());
    one.check("df", new double[] {fit.regressionDf(), fit.df()});
    one.check("aic", fit.aic().orThrow());
    one.check("bic", fit.bic().orThrow());
    List<LeastSquaresCoefficient> terms = fit.terms().orThrow();
    for (int j = 0; j < terms.size(); j++) {
      LeastSquaresCoefficient term = terms.get(j);
      String name = ModelFrame.nameInR(term.name());
      TestResult test = term.test().orThrow();
      one.check("coef." + name, term.value());
      one.check("se." + name, term.standardError());
      one.check("t." + name, test.statistic());
      one.checkTail("p." + name, test.p().value(), test.statistic().orElseThrow());
      one.check("ci." + j, term.estimate(0.95).interval().orElseThrow());
    }
  }

  private static void agreement(GoldenCase one) {
    GoldenData data = one.dataset();
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    for (String run : data.levels("Run")) {
      for (String conc : data.levels("conc")) {
        double[] pair = Selection.of(data, "density, Run = " + run + ", conc = " + conc);
        first.add(pair[0]);
        second.add(pair[1]);
      }
    }
    double[] x = first.stream().mapToDouble(Double::doubleValue).toArray();
    double[] y = second.stream().mapToDouble(Double::doubleValue).toArray();
    Agreement.Limits limits = Agreement.standard().of(x, y).orThrow();
    one.check("n", x.length);
    one.check("mean_difference", limits.bias().value());
    one.check("sd_difference", limits.deviation());
    one.check("limits_of_agreement", new double[] {limits.lower().value(), limits.upper().value()});
    one.check(
        "sd_from_duplicates",
        casebook.stats.reference.Duplicates.of(x, y).orThrow().standardDeviation());
    Deming.Line line = Deming.standard().of(x, y).orThrow();
    one.check("deming_slope", line.slope().value());
    one.check("deming_intercept", line.intercept().value());
    one.check("lin_ccc", Concordance.standard().of(x, y).orThrow().value());
  }
}
