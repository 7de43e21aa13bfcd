// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.dist.Normal;
import casebook.stats.golden.Formula;
import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.golden.ModelFrame;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The golden cases of maximum-likelihood logistic regression (R 4.2.2).
class LogisticGoldenTest {
  @TestFactory
  Stream<DynamicTest> logistic() {
    return GoldenTopic.read("logistic").tests(LogisticGoldenTest::compare);
  }

  private static void compare(GoldenCase one) {
    switch (one.method()) {
      case "logistic regression" -> regression(one);
      case "likelihood-ratio test of nested logistic models" -> nested(one);
      case "predicted probability with 95% interval on the logit scale" -> predicted(one);
      case "ROC area, DeLong" -> area(one);
      case "paired DeLong test" -> pairedAreas(one);
      case "logistic regression, sandwich standard errors" -> sandwich(one);
      case "logistic regression with linearly dependent columns" -> aliased(one);
      default -> throw new AssertionError("method not understood: " + one.method());
    }
  }

  private static void regression(GoldenCase one) {
    Prepared data = Prepared.of(one);
    Fit fit = Logistic.standard().fit(data.design(), data.outcome());
    coefficients(one, fit);
    criteria(one, fit, data);
    tests(one, fit);
    if (one.expects("auc")) {
      discrimination(one, fit, data);
    }
  }

  private static void coefficients(GoldenCase one, Fit fit) {
    one.check("terms", fit.columnNames().stream().map(ModelFrame::nameInR).toList());
    double z = Normal.ofLevel(one.args().get("level").asDouble());
    for (Coefficient term : fit.terms()) {
      String name = ModelFrame.nameInR(term.name());
      Interval wald = term.oddsRatio(0.95).interval().orElseThrow();
      one.check("coef." + name, term.value());
      one.check(named(one, "se", name), term.standardError());
      one.check(named(one, "z", name), term.z());
      one.checkTail(named(one, "p", name), term.wald().p().value(), term.z());
      one.check("or." + name, term.oddsRatio(0.95).value());
      one.check("wald_lower." + name, wald.low());
      one.check("wald_upper." + name, wald.high());
      Interval profile = fit.profileOddsRatio(term.name(), 0.95).orThrow().interval().orElseThrow();
      one.check(named(one, "profile_lower", name), profile.low());
      one.check(named(one, "profile_upper", name), profile.high());
    }
    if (z < 1.9) {
      throw new AssertionError("level not understood");
    }
    matrix(one, fit);
  }

  /// Returns the path of a value by term; R drops the name of an only term.
  private static String named(GoldenCase one, String member, String term) {
    return one.expects(member + "." + term) ? member + "." + term : member;
  }

  private static void matrix(GoldenCase one, Fit fit) {
    int size = fit.parameters();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        one.check("vcov." + i + "." + j, fit.covariance().at(i, j));
      }
    }
  }

  private static void criteria(GoldenCase one, Fit fit, Prepared data) {
    int rows = data.design().rows();
    // R counts rows of weighted data here, this library people
    one.check("n", data.weighted() ? rows : fit.people());
    one.check("df_null", rows - 1);
    one.check("df_residual", rows - fit.parameters());
    one.check("null_deviance", fit.nullDeviance());
    one.check("deviance", fit.deviance());
    one.check("log_lik", fit.logLikelihood());
    one.check("aic", fit.aic());
    one.check("bic", fit.bic());
    Explained explained = Explained.of(fit);
    one.check("brier", explained.brier());
    if (one.expects("r2_mcfadden")) {
      one.check("r2_mcfadden", explained.mcfadden());
      one.check("r2_cox_snell", explained.coxSnell());
      one.check("r2_nagelkerke", explained.nagelkerke());
    }
    double[] fitted = Prediction.probabilities(fit);
    one.check("fitted_first", Arrays.copyOf(fitted, Math.min(5, fitted.length)));
  }

  private static void tests(GoldenCase one, Fit fit) {
    if (one.expects("lr_chisq")) {
      TestResult all = fit.likelihoodRatio().orThrow();
      one.check("lr_chisq", all.statistic().orElseThrow());
      one.check("lr_df", all.df().orElseThrow());
      one.checkTail("lr_p", all.p().value(), all.statistic().orElseThrow());
    }
    List<String> names = new ArrayList<>();
    one.expected("lr_terms").fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      TestResult term = fit.likelihoodRatio(name).orThrow();
      one.check("lr_terms." + name + ".chisq", term.statistic().orElseThrow());
      one.check("lr_terms." + name + ".df", term.df().orElseThrow());
      one.checkTail("lr_terms." + name + ".p", term.p().value(), term.statistic().orElseThrow());
    }
  }

  private static void discrimination(GoldenCase one, Fit fit, Prepared data) {
    boolean[] events = new boolean[data.outcome().length];
    for (int i = 0; i < events.length; i++) {
      events[i] = data.outcome()[i] == 1;
    }
    // one covariate: the linear predictor ranks as the covariate does, without rounding
    boolean single = fit.parameters() == 2;
    double[] marker = single ? signed(fit) : fit.predictor();
    area(one, "auc.", Roc.of(events, marker).orThrow());
    one.check("auc.se", Math.sqrt(Roc.of(events, marker).orThrow().variance()));
    if (one.expects("hosmer_lemeshow")) {
      HosmerLemeshow.Result result = HosmerLemeshow.standard().test(fit).orThrow();
      one.check("hosmer_lemeshow.groups", result.groups().size());
      one.check("hosmer_lemeshow.statistic", result.test().statistic().orElseThrow());
      one.check("hosmer_lemeshow.df", result.test().df().orElseThrow());
      one.check("hosmer_lemeshow.p", result.test().p());
      double[] people =
          result.groups().stream().mapToDouble(HosmerLemeshow.Group::people).toArray();
      one.check("hosmer_lemeshow.n", people);
      one.check(
          "hosmer_lemeshow.observed",
          result.groups().stream().mapToDouble(HosmerLemeshow.Group::observed).toArray());
      one.check(
          "hosmer_lemeshow.expected",
          result.groups().stream().mapToDouble(HosmerLemeshow.Group::expected).toArray());
    }
  }

  private static double[] signed(Fit fit) {
    double sign = Math.signum(fit.terms().get(1).value());
    double[] values = new double[fit.design().rows()];
    Arrays.setAll(values, i -> sign * fit.design().at(i, 1));
    return values;
  }

  private static void area(GoldenCase one, String at, Roc roc) {
    one.check(at + "auc", roc.area());
    one.check(at + "var", roc.variance());
    one.check(at + "ci", roc.area(0.95).interval().orElseThrow());
    one.check(at + "n_case", roc.cases());
    one.check(at + "n_control", roc.controls());
  }

  private static void nested(GoldenCase one) {
    ModelFrame small = ModelFrame.of(one.dataset(), one.args().get("small").asText());
    ModelFrame large = ModelFrame.of(one.dataset(), one.args().get("large").asText());
    Fit fit = Logistic.standard().fit(large.design(), large.events());
    String[] added =
        large.design().terms().stream()
            .map(Term::name)
            .filter(name -> small.design().terms().stream().noneMatch(t -> t.name().equals(name)))
            .toArray(String[]::new);
    TestResult test = fit.likelihoodRatio(added).orThrow();
    one.check("chisq", test.statistic().orElseThrow());
    one.check("df", test.df().orElseThrow());
    one.checkTail("p", test.p().value(), test.statistic().orElseThrow());
  }

  private static void predicted(GoldenCase one) {
    ModelFrame frame = ModelFrame.of(one.dataset(), one.args().get("formula").asText());
    Fit fit = Logistic.standard().fit(frame.design(), frame.events());
    JsonNode rows = one.args().get("newdata");
    List<String> races = one.dataset().levels("race");
    Design people =
        Design.withIntercept(3)
            .and("lwt", Json.numbers(rows.get("lwt")))
            .and("race", Factor.of(Json.texts(rows.get("race")), races))
            .and("smoke", Json.numbers(rows.get("smoke")));
    List<Prediction> all = Prediction.of(fit, people, 0.95);
    for (int i = 0; i < all.size(); i++) {
      Estimate probability = all.get(i).probability();
      one.check("logit." + i, all.get(i).logit());
      one.check("se." + i, all.get(i).standardError());
      one.check("probability." + i, probability.value());
      one.check("lower." + i, probability.interval().orElseThrow().low());
      one.check("upper." + i, probability.interval().orElseThrow().high());
    }
  }

  private static Roc marker(GoldenData data, String name) {
    // an ordered grade is ranked by the place of its level
    boolean grade = data.text(name).stream().anyMatch(cell -> !cell.matches("[0-9.]+"));
    double[] values =
        grade ? Arrays.stream(data.factor(name)).asDoubleStream().toArray() : data.numeric(name);
    boolean[] poor = new boolean[data.rows()];
    for (int i = 0; i < poor.length; i++) {
      poor[i] = data.text("outcome").get(i).equals("Poor");
    }
    return Roc.of(poor, values).orThrow();
  }

  private static void area(GoldenCase one) {
    Roc roc = marker(one.dataset(), one.args().get("marker").asText());
    area(one, "", roc);
    if (one.expects("se")) {
      one.check("se", Math.sqrt(roc.variance()));
    }
    Roc.Threshold best = roc.youden();
    one.check("youden.threshold", best.threshold());
    one.check("youden.sensitivity", best.sensitivity());
    one.check("youden.specificity", best.specificity());
    one.check("youden.tp", best.truePositives());
    one.check("youden.fp", best.falsePositives());
    one.check("youden.tn", best.trueNegatives());
    one.check("youden.fn", best.falseNegatives());
  }

  private static void pairedAreas(GoldenCase one) {
    if (!one.id().equals("logistic/auc-compare-s100b-wfns")) {
      throw new AssertionError("the markers of this case are not known");
    }
    Roc first = marker(one.dataset(), "s100b");
    Roc second = marker(one.dataset(), "wfns");
    TestResult test = first.compare(second).orThrow();
    one.check("auc1", first.area());
    one.check("auc2", second.area());
    one.check("z", test.statistic().orElseThrow());
    one.check("p", test.p());
  }

  private static void sandwich(GoldenCase one) {
    ModelFrame frame = ModelFrame.of(one.dataset(), one.args().get("formula").asText());
    Fit fit = Logistic.standard().fit(frame.design(), frame.events());
    int[] clusters = one.dataset().factor(one.args().get("cluster").asText());
    double[] plain = Sandwich.of(fit).diagonal();
    double[] clustered = Sandwich.clustered(fit, clusters, false).diagonal();
    // the case's words speak of a further factor (n-1)/(n-k); its numbers are G/(G-1) times those
    // without adjustment, as vcovCL makes them for a glm
    double[] adjusted = Sandwich.clustered(fit, clusters, true).diagonal();
    for (int j = 0; j < plain.length; j++) {
      String name = fit.columnNames().get(j);
      one.check("coef." + name, fit.term(name).value());
      one.check("se_hc0." + name, Math.sqrt(plain[j]));
      one.check("se_cluster_hc0." + name, Math.sqrt(clustered[j]));
      one.check("se_cluster_adjusted." + name, Math.sqrt(adjusted[j]));
    }
  }

  private static void aliased(GoldenCase one) {
    double[] age = one.dataset().numeric("age");
    double[] twice = Arrays.stream(age).map(a -> 2 * a + 1).toArray();
    ModelFrame frame =
        ModelFrame.of(one.dataset(), one.args().get("formula").asText(), Map.of("twice", twice));
    Fit fit = Logistic.standard().fit(frame.design(), frame.events());
    List<String> gone =
        frame.design().columnNames().stream().filter(n -> !fit.columnNames().contains(n)).toList();
    one.check("aliased", gone);
    fit.terms().forEach(term -> one.check("coef." + term.name(), term.value()));
    gone.forEach(name -> one.checkAbsent("coef." + name));
    one.check("deviance", fit.deviance());
    one.check("df_residual", fit.people() - fit.parameters());
  }

  /// What a case's formula, weights and preparation in words come to.
  record Prepared(Design design, List<Double> outcomes, boolean weighted) {
    double[] outcome() {
      return outcomes.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static Prepared of(GoldenCase one) {
      String formula = one.args().get("formula").asText();
      if (one.args().has("frequency_weights")) {
        return one.hasDataset() ? grouped(one.dataset(), formula) : inline(one);
      }
      ModelFrame frame = ModelFrame.of(data(one), formula, derived(one));
      return new Prepared(frame.design(), list(frame.response()), false);
    }

    private static List<Double> list(double[] values) {
      return Arrays.stream(values).boxed().toList();
    }

    private static GoldenData data(GoldenCase one) {
      GoldenData data = one.dataset();
      return one.args().path("prepare").asText().startsWith("rows with trt present")
          ? data.complete("trt")
          : data;
    }

    private static Map<String, double[]> derived(GoldenCase one) {
      GoldenData data = data(one);
      String prepare = one.args().path("prepare").asText();
      return switch (prepare) {
        case "" -> Map.of();
        case "dead = (status == 2)",
            "dead = (status == 2); sex: text, levels f and m in alphabetical order; rows with a"
                + " missing value are dropped" ->
            Map.of("dead", equal(data, "status", "2"));
        case "rows with trt present; y = (status == 1); sex text, f before m" ->
            Map.of("y", equal(data, "status", "1"));
        case "better = (Improved other than None)" ->
            Map.of(
                "better", Arrays.stream(equal(data, "Improved", "None")).map(v -> 1 - v).toArray());
        case "better = (Improved == Marked)" -> Map.of("better", equal(data, "Improved", "Marked"));
        case "y = (outcome == Poor)" -> Map.of("y", equal(data, "outcome", "Poor"));
        case "other = (status == 3)" -> Map.of("other", equal(data, "status", "3"));
        default -> throw new AssertionError("preparation not understood: " + prepare);
      };
    }

    private static double[] equal(GoldenData data, String column, String value) {
      return data.text(column).stream().mapToDouble(cell -> cell.equals(value) ? 1 : 0).toArray();
    }

    private static Prepared inline(GoldenCase one) {
      double[] y = Json.numbers(one.data().get("y"));
      String name = one.args().get("formula").asText().split("~ ")[1];
      Design design =
          Design.withIntercept(y.length)
              .and(name, Json.numbers(one.data().get(name)))
              .withFrequencies(Json.numbers(one.data().get("w")));
      return new Prepared(design, list(y), true);
    }

    /// One row for each group and outcome, weighted by the number of cases or controls.
    private static Prepared grouped(GoldenData data, String formula) {
      double[] cases = data.numeric("ncases");
      double[] controls = data.numeric("ncontrols");
      int n = data.rows();
      int[] rows =
          IntStream.range(0, 2 * n).filter(i -> (i < n ? cases[i] : controls[i - n]) > 0).toArray();
      Design design = Design.withIntercept(rows.length);
      for (String name : Formula.parse(formula).variables()) {
        int[] codes = data.factor(name);
        int[] picked = Arrays.stream(rows).map(i -> codes[i % n]).toArray();
        design = design.and(name, Factor.of(picked, data.levels(name)));
      }
      double[] weights =
          Arrays.stream(rows).mapToDouble(i -> i < n ? cases[i] : controls[i - n]).toArray();
      double[] y = Arrays.stream(rows).mapToDouble(i -> i < n ? 1 : 0).toArray();
      return new Prepared(design.withFrequencies(weights), list(y), true);
    }
  }
}
