// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.golden.CertifiedCase;
import casebook.stats.golden.CertifiedSuite;
import casebook.stats.golden.Json;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CertifiedStratifiedTest {
  @TestFactory
  Stream<DynamicTest> agreesWithTheCertifiedValues() {
    return CertifiedSuite.read("stratified").tests(CertifiedStratifiedTest::compare);
  }

  private static void compare(CertifiedCase one) {
    JsonNode input = one.input();
    for (String statistic : one.statistics()) {
      one.check(
          statistic,
          input.has("strata")
              ? stratified(statistic, strata(input.get("strata")))
              : input.has("discordant")
                  ? matched(statistic, counts(input.get("discordant")))
                  : trend(statistic, input));
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

  private static Strata strata(JsonNode node) {
    List<TwoByTwo> tables = new ArrayList<>();
    for (JsonNode row : node) {
      long[] t = counts(row);
      tables.add(new TwoByTwo(t[0], t[1], t[2], t[3]));
    }
    return new Strata(tables);
  }

  private static double stratified(String statistic, Strata strata) {
    MantelHaenszel method = MantelHaenszel.standard();
    ExactStrata exact = ExactStrata.standard();
    return switch (statistic) {
      case "mh_or" -> method.oddsRatio(strata).orThrow().estimate().value();
      case "mh_log_se_rbg" -> method.oddsRatio(strata).orThrow().standardError().orElseThrow();
      case "mh_lower" -> method.oddsRatio(strata).orThrow().low();
      case "mh_upper" -> method.oddsRatio(strata).orThrow().high();
      case "cmh_chi2" -> statistic(MantelHaenszel.test(strata));
      case "cmh_p" -> p(MantelHaenszel.test(strata));
      case "cmh_chi2_cc" -> statistic(MantelHaenszel.testCorrected(strata));
      case "cmh_cc_p" -> p(MantelHaenszel.testCorrected(strata));
      case "exact_p_two_sided" -> p(ExactStrata.twoSided(strata));
      case "exact_or_cmle" -> exact.central(strata).orThrow().estimate().value();
      case "exact_lower" -> exact.central(strata).orThrow().low();
      case "exact_upper" -> exact.central(strata).orThrow().high();
      case "breslow_day" -> statistic(BreslowDay.test(strata));
      case "breslow_day_df" -> BreslowDay.test(strata).orThrow().df().orElseThrow();
      case "breslow_day_p" -> p(BreslowDay.test(strata));
      case "tarone" -> statistic(BreslowDay.tarone(strata));
      default -> throw new IllegalArgumentException(statistic);
    };
  }

  private static double matched(String statistic, long[] discordant) {
    long b = discordant[0];
    long c = discordant[1];
    return switch (statistic) {
      case "mcnemar_exact_p" -> p(McNemar.exact(b, c));
      case "mcnemar_midp" -> p(McNemar.midP(b, c));
      case "mcnemar_chi2" -> statistic(McNemar.chiSquare(b, c));
      case "mcnemar_chi2_cc" -> statistic(McNemar.chiSquareCorrected(b, c));
      default -> throw new IllegalArgumentException(statistic);
    };
  }

  private static double trend(String statistic, JsonNode input) {
    long[] cases = counts(input.get("cases"));
    long[] totals = counts(input.get("controls"));
    for (int i = 0; i < totals.length; i++) {
      totals[i] += cases[i];
    }
    CochranArmitage trend = CochranArmitage.of(cases, totals, Json.numbers(input.get("weights")));
    return switch (statistic) {
      case "armitage_chi2" -> statistic(trend.test());
      case "armitage_p" -> p(trend.test());
      default -> throw new IllegalArgumentException(statistic);
    };
  }

  private static double p(Answer<TestResult> answer) {
    return answer.orThrow().p().value();
  }

  private static double statistic(Answer<TestResult> answer) {
    return answer.orThrow().statistic().orElseThrow();
  }
}
