// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GoldenStratifiedTest {
  @TestFactory
  Stream<DynamicTest> agreesWithTheGoldenValues() {
    return GoldenTopic.read("stratified").tests(GoldenStratifiedTest::compare);
  }

  private static void compare(GoldenCase one) {
    switch (one.method()) {
      case "stratified 2x2 tables" -> strata(one);
      case "McNemar, paired 2x2" -> pairs(one);
      case "Cochran-Armitage trend" -> trend(one);
      case "r x c table" -> table(one);
      case "Cohen kappa" -> kappa(one);
      default -> throw new IllegalArgumentException(one.method());
    }
  }

  private static long[] counts(JsonNode node) {
    double[] numbers = Json.numbers(node);
    long[] counts = new long[numbers.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Math.round(numbers[i]);
    }
    return counts;
  }

  private static void strata(GoldenCase one) {
    List<TwoByTwo> tables = new ArrayList<>();
    for (JsonNode row : one.data().get("strata")) {
      long[] t = counts(row);
      tables.add(new TwoByTwo(t[0], t[1], t[2], t[3]));
    }
    Strata strata = new Strata(tables);
    double level = Json.number(one.args().get("level"));
    one.check("k", tables.size());
    MantelHaenszel method = new MantelHaenszel(level);
    effect(one, "or_mh", "log_or_se_rbg", "or_ci", method.oddsRatio(strata));
    effect(one, "rr_mh", "log_rr_se", "rr_ci", method.riskRatio(strata));
    effect(
        one,
        "rd_mh",
        "rd_se_greenland_robins",
        "rd_ci_greenland_robins",
        method.riskDifference(strata));
    Effect sato = method.riskDifferenceSato(strata).orThrow();
    one.check("rd_se_sato", sato.standardError());
    one.check("rd_ci_sato", sato.estimate().interval().orElseThrow());
    test(one, "cmh", MantelHaenszel.test(strata));
    test(one, "cmh_cc", MantelHaenszel.testCorrected(strata));
    if (one.expects("or_woolf")) {
      Effect woolf = new InverseVariance(level).oddsRatio(strata).orThrow();
      one.check("or_woolf", woolf.estimate().value());
      one.check("or_woolf_ci", woolf.estimate().interval().orElseThrow());
      test(one, "woolf_homogeneity", InverseVariance.homogeneity(strata));
    }
    test(one, "breslow_day", BreslowDay.test(strata));
    test(one, "breslow_day_tarone", BreslowDay.tarone(strata));
    Effect central = new ExactStrata(level).central(strata).orThrow();
    one.check("exact.or_cond_mle", central.estimate().value());
    one.check("exact.ci_central", central.estimate().interval().orElseThrow());
    Effect mid = new ExactStrata(level).midP(strata).orThrow();
    one.check("exact.ci_mid_p", mid.estimate().interval().orElseThrow());
    one.check("exact.p_two_sided", ExactStrata.twoSided(strata).orThrow().p());
    one.check("exact.p_less", ExactStrata.less(strata).orThrow().p());
    one.check("exact.p_greater", ExactStrata.greater(strata).orThrow().p());
  }

  private static void effect(
      GoldenCase one, String value, String error, String interval, Answer<Effect> answer) {
    Effect effect = answer.orThrow();
    one.check(value, effect.estimate().value());
    one.check(error, effect.standardError());
    one.check(interval, effect.estimate().interval().orElseThrow());
  }

  private static void test(GoldenCase one, String name, Answer<TestResult> answer) {
    if (answer.value().isEmpty()) {
      one.checkAbsent(name + ".p");
      one.leaveOut(name + ".statistic", "one stratum is compared with nothing: no answer, not 0");
      one.leaveOut(name + ".df", "one stratum is compared with nothing: no answer, not 0");
      return;
    }
    TestResult test = answer.orThrow();
    double statistic = test.statistic().orElseThrow();
    one.check(name + ".statistic", statistic);
    one.check(name + ".df", test.df());
    one.checkTail(name + ".p", test.p().value(), statistic);
    if (one.expects(name + ".ln_p")) {
      one.check(name + ".ln_p", test.p().ln());
    }
  }

  private static void pairs(GoldenCase one) {
    TwoByTwo t = one.hasDataset() ? infertPairs(one) : FisherExtremeTest.table(one.data());
    McNemar method = McNemar.standard();
    one.check("discordant", (double) (t.b() + t.c()));
    test(one, "chisq", McNemar.chiSquare(t.b(), t.c()));
    test(one, "chisq_cc", McNemar.chiSquareCorrected(t.b(), t.c()));
    one.check("p_exact", McNemar.exact(t.b(), t.c()).orThrow().p());
    one.check("p_midp", McNemar.midP(t.b(), t.c()).orThrow().p());
    Effect exact = method.exactOddsRatio(t.b(), t.c()).orThrow();
    one.check("or", exact.estimate().value());
    one.check("or_exact_ci", exact.estimate().interval().orElseThrow());
    interval(one, "or_mid_p_ci", method.midPOddsRatio(t.b(), t.c()));
    interval(one, "or_wald_ci", method.wald(t.b(), t.c()));
    Effect difference = PairedDifference.standard().wald(t).orThrow();
    one.check("rd", difference.estimate().value());
    one.check("rd_wald_ci", difference.estimate().interval().orElseThrow());
  }

  private static void interval(GoldenCase one, String name, Answer<Effect> answer) {
    Optional<Interval> interval = answer.value().map(Effect::estimate).flatMap(Estimate::interval);
    interval.ifPresentOrElse(found -> one.check(name, found), () -> one.checkAbsent(name));
  }

  // each case with the first listed control of its stratum; exposed: spontaneous > 0
  private static TwoByTwo infertPairs(GoldenCase one) {
    GoldenData data = one.dataset();
    double[] stratum = data.numeric("stratum");
    double[] isCase = data.numeric("case");
    double[] spontaneous = data.numeric("spontaneous");
    long[] pairs = new long[4];
    for (int i = 0; i < data.rows(); i++) {
      for (int j = 0; isCase[i] == 1 && j < data.rows(); j++) {
        if (isCase[j] == 0 && stratum[j] == stratum[i]) {
          pairs[(spontaneous[i] > 0 ? 0 : 2) + (spontaneous[j] > 0 ? 0 : 1)]++;
          break;
        }
      }
    }
    one.check("a", (double) pairs[0]);
    one.check("b", (double) pairs[1]);
    one.check("c", (double) pairs[2]);
    one.check("d", (double) pairs[3]);
    return new TwoByTwo(pairs[0], pairs[1], pairs[2], pairs[3]);
  }

  private static void trend(GoldenCase one) {
    CochranArmitage trend =
        CochranArmitage.of(
            counts(one.data().get("events")),
            counts(one.data().get("totals")),
            Json.numbers(one.data().get("scores")));
    one.check("z", trend.z().orThrow());
    part(one, "", trend.test());
    part(one, "nminus1", trend.testNMinusOne());
    part(one, "overall", trend.overall());
    part(one, "departure", trend.departure());
    one.check("p_exact_two_sided", trend.exact().orThrow().p());
  }

  private static void part(GoldenCase one, String name, Answer<TestResult> answer) {
    TestResult test = answer.orThrow();
    double x = test.statistic().orElseThrow();
    switch (name) {
      case "" -> {
        one.check("chisq", x);
        one.checkTail("p", test.p().value(), x);
      }
      case "nminus1" -> {
        one.check("chisq_nminus1", x);
        one.checkTail("p_nminus1", test.p().value(), x);
      }
      default -> {
        one.check(name + "_chisq", x);
        one.check(name + "_df", test.df());
        one.checkTail(name + "_p", test.p().value(), x);
      }
    }
  }

  private static Crosstab crosstab(GoldenCase one) {
    List<long[]> rows = new ArrayList<>();
    one.data().get("table").forEach(row -> rows.add(counts(row)));
    return Crosstab.of(rows.toArray(long[][]::new));
  }

  private static void table(GoldenCase one) {
    Crosstab table = crosstab(one);
    one.check("n", (double) table.n());
    test(one, "chisq", ChiSquare.pearson(table));
    test(one, "lr_chisq", ChiSquare.likelihoodRatio(table));
    one.check("expected_min", table.smallestExpected());
    one.check("cells_expected_below_5", table.cellsExpectedBelow(5));
    one.check("cramers_v", NominalAssociation.cramersV(table).orThrow());
    one.check("contingency_c", NominalAssociation.contingencyCoefficient(table).orThrow());
    if (one.expects("fisher_p")) {
      one.check("fisher_p", FreemanHalton.standard().test(table).orThrow().test().p());
    }
    if (one.expects("linear_by_linear")) {
      one.check("linear_by_linear.r", OrdinalAssociation.correlation(table).orThrow());
      test(one, "linear_by_linear", OrdinalAssociation.linearByLinear(table));
      one.check("gamma", OrdinalAssociation.gamma(table).orThrow());
      one.check("tau_b", OrdinalAssociation.tauB(table).orThrow());
      one.check("tau_c", OrdinalAssociation.tauC(table).orThrow());
      one.check("somers_d_col_given_row", OrdinalAssociation.somersD(table).orThrow());
    }
  }

  private static void kappa(GoldenCase one) {
    Crosstab table = crosstab(one);
    one.check("observed_agreement", Kappa.observedAgreement(table).orThrow());
    kappa(one, "unweighted", Kappa.Weights.NONE, table);
    kappa(one, "linear", Kappa.Weights.LINEAR, table);
    kappa(one, "quadratic", Kappa.Weights.QUADRATIC, table);
  }

  private static void kappa(GoldenCase one, String name, Kappa.Weights weights, Crosstab table) {
    Effect effect = Kappa.standard().withWeights(weights).of(table).orThrow();
    one.check(name + ".kappa", effect.estimate().value());
    one.check(name + ".se", effect.standardError());
    one.check(name + ".ci", effect.estimate().interval().orElseThrow());
  }
}
