// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.ModelFrame;
import casebook.stats.regress.ConditionalLogistic.Matched;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The golden cases of matched sets (R 4.2.2, survival 3.5-3).
class ClogitGoldenTest {
  @TestFactory
  Stream<DynamicTest> clogit() {
    return GoldenTopic.read("clogit").tests(ClogitGoldenTest::compare);
  }

  private static void compare(GoldenCase one) {
    switch (one.method()) {
      case "conditional logistic regression" -> regression(one);
      case "exact conditional inference, binary exposure in matched sets" -> exact(one);
      default -> throw new AssertionError("method not understood: " + one.method());
    }
  }

  private static void regression(GoldenCase one) {
    ModelFrame frame = frame(one);
    Design design = frame.designWithoutIntercept();
    one.check("n", design.rows());
    for (Ties ties : Ties.values()) {
      String at = ties.name().toLowerCase(Locale.ROOT);
      if (one.expects(at)) {
        Matched matched =
            ConditionalLogistic.standard()
                .withTies(ties)
                .fit(design, frame.strata(), frame.response());
        compare(one, at + ".", matched.fit());
      }
    }
  }

  private static void compare(GoldenCase one, String at, Fit fit) {
    for (Coefficient term : fit.terms()) {
      String name = "." + ModelFrame.nameInR(term.name());
      Interval limits = term.oddsRatio(0.95).interval().orElseThrow();
      one.check(at + "coef" + name, term.value());
      one.check(at + "se" + name, term.standardError());
      one.check(at + "z" + name, term.z());
      one.check(at + "p" + name, term.wald().p());
      one.check(at + "or" + name, term.oddsRatio(0.95).value());
      one.check(at + "or_lower" + name, limits.low());
      one.check(at + "or_upper" + name, limits.high());
    }
    String[] terms = fit.design().terms().stream().map(Term::name).toArray(String[]::new);
    TestResult ratio = fit.likelihoodRatio().orThrow();
    one.check(at + "loglik_null", fit.nullLogLikelihood());
    one.check(at + "loglik", fit.logLikelihood());
    one.check(at + "lr_chisq", ratio.statistic().orElseThrow());
    one.check(at + "lr_df", ratio.df().orElseThrow());
    one.checkTail(at + "lr_p", ratio.p().value(), ratio.statistic().orElseThrow());
    one.check(at + "wald_chisq", fit.wald(terms).orThrow().statistic().orElseThrow());
    one.check(at + "score_chisq", fit.score(terms).orThrow().statistic().orElseThrow());
    for (int i = 0; i < fit.parameters(); i++) {
      for (int j = 0; j < fit.parameters(); j++) {
        one.check(at + "vcov." + i + "." + j, fit.covariance().at(i, j));
      }
    }
  }

  private static ModelFrame frame(GoldenCase one) {
    GoldenData data = one.dataset();
    String formula = one.args().get("formula").asText();
    String prepare = one.args().path("prepare").asText();
    return switch (prepare) {
      case "" -> ModelFrame.of(data, formula);
      case "set5 = floor((stratum - 1) / 5)" -> {
        double[] sets = data.numeric("stratum");
        Arrays.setAll(sets, i -> Math.floor((sets[i] - 1) / 5));
        yield ModelFrame.of(data, formula, Map.of("set5", sets));
      }
      case "keep the case and the first listed control of each stratum; x = 1 when spontaneous > 0" ->
          pairs(data, formula);
      case "any = (induced > 0)" ->
          ModelFrame.of(data, formula, Map.of("any", positive(data, "induced")));
      case "grp = floor(r / 5), r = rank of age, ties by row order" ->
          ModelFrame.of(data, formula, Map.of("grp", groupsOfFive(data.numeric("age"))));
      default -> throw new AssertionError("preparation not understood: " + prepare);
    };
  }

  private static double[] positive(GoldenData data, String name) {
    return Arrays.stream(data.numeric(name)).map(v -> v > 0 ? 1 : 0).toArray();
  }

  private static ModelFrame pairs(GoldenData data, String formula) {
    double[] cases = data.numeric("case");
    List<String> strata = data.text("stratum");
    Set<String> seen = new HashSet<>();
    GoldenData kept = data.where(row -> cases[row] == 1 || seen.add(strata.get(row)));
    return ModelFrame.of(kept, formula, Map.of("x", positive(kept, "spontaneous")));
  }

  private static double[] groupsOfFive(double[] age) {
    int[] order =
        IntStream.range(0, age.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> age[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] groups = new double[age.length];
    for (int rank = 1; rank <= order.length; rank++) {
      groups[order[rank - 1]] = Math.floor(rank / 5.0);
    }
    return groups;
  }

  private static void exact(GoldenCase one) {
    GoldenData data = one.dataset();
    String exposure = one.args().get("exposure").asText();
    if (!exposure.endsWith(" > 0")) {
      throw new AssertionError("exposure not understood: " + exposure);
    }
    double[] exposed = positive(data, exposure.replace(" > 0", ""));
    Design design = Design.withoutIntercept(data.rows()).and("exposed", exposed);
    int[] sets = data.factor(one.args().get("set").asText());
    ExactDistribution distribution =
        ExactLogistic.standard().within(design, "exposed", sets, data.numeric("case")).orThrow();
    one.check("informative_sets", distribution.informative());
    one.check("or", Math.exp(distribution.conditional()));
    one.check("ci_central", distribution.central(0.95).interval().orElseThrow().exp());
    one.check("ci_mid_p", distribution.midP(0.95).interval().orElseThrow().exp());
    one.check("p_minlike", distribution.minimumLikelihoodTest().p());
    one.check("p_central", distribution.centralTest().p());
  }
}
