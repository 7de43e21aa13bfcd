// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.describe.Moments;
import casebook.stats.golden.CertifiedCase;
import casebook.stats.golden.CertifiedSuite;
import casebook.stats.golden.Json;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CertifiedComparisonsTest {
  @TestFactory
  Stream<DynamicTest> ranksAndMeans() {
    return CertifiedSuite.read("ranks_means")
        .tests(one -> {
          switch (one.input().get("test").asText()) {
            case "mann_whitney" -> mannWhitney(one);
            case "wilcoxon_signed_rank" -> signedRank(one);
            case "kruskal_wallis" -> kruskalWallis(one);
            case "correlation" -> correlation(one);
            case "t_test_independent" -> tTest(one);
            default -> throw new IllegalArgumentException(one.input().get("test").asText());
          }
        });
  }

  private static double[] numbers(CertifiedCase one, String name) {
    return Json.numbers(one.input().get(name));
  }

  private static double p(TestResult test) {
    return test.p().value();
  }

  private static void mannWhitney(CertifiedCase one) {
    double[] x = numbers(one, "x");
    double[] y = numbers(one, "y");
    MannWhitney test = MannWhitney.standard();
    one.check("u", MannWhitney.u(x, y));
    one.check("p_exact_two_sided", p(test.exact(x, y).orThrow()));
    one.check("p_exact_less", p(test.withAlternative(Alternative.LESS).exact(x, y).orThrow()));
    one.check(
        "p_exact_greater", p(test.withAlternative(Alternative.GREATER).exact(x, y).orThrow()));
    one.check("p_normal_cc", p(test.asymptotic(x, y).orThrow()));
    one.check("p_normal", p(test.withContinuityCorrection(false).asymptotic(x, y).orThrow()));
  }

  private static void signedRank(CertifiedCase one) {
    double[] differences = numbers(one, "differences");
    one.check("v", SignedRank.v(differences));
    one.check("p_exact_two_sided", p(SignedRank.standard().exact(differences).orThrow()));
    one.check("n_nonzero", SignedRank.nonzeroCount(differences));
  }

  private static void kruskalWallis(CertifiedCase one) {
    TestResult test = KruskalWallis.test(Json.matrix(one.input().get("groups"))).orThrow();
    one.check("h", test.statistic().orElseThrow());
    one.check("p", p(test));
  }

  private static void correlation(CertifiedCase one) {
    double[] x = numbers(one, "x");
    double[] y = numbers(one, "y");
    Correlation pearson = Pearson.standard().of(x, y).orThrow();
    Interval interval = pearson.estimate().interval().orElseThrow();
    one.check("pearson", pearson.estimate().value());
    one.check("pearson_p", p(pearson.test()));
    one.check("pearson_lower", interval.low());
    one.check("pearson_upper", interval.high());
    Correlation spearman = Spearman.standard().of(x, y).orThrow();
    one.check("spearman", spearman.estimate().value());
    one.check("spearman_p_t", p(spearman.test()));
  }

  private static void tTest(CertifiedCase one) {
    double[] x = numbers(one, "x");
    double[] y = numbers(one, "y");
    TestResult welch = TTest.standard().welch(x, y).orThrow().test();
    TestResult pooled = TTest.standard().pooled(x, y).orThrow().test();
    one.check("welch_t", welch.statistic().orElseThrow());
    one.check("welch_df", welch.df().orElseThrow());
    one.check("welch_p", p(welch));
    one.check("pooled_t", pooled.statistic().orElseThrow());
    one.check("pooled_p", p(pooled));
    one.check("mean_x", Moments.of(x).mean());
    one.check("sem_x", Moments.of(x).standardError().orElseThrow());
  }

  @TestFactory
  Stream<DynamicTest> analysisOfVariance() {
    return CertifiedSuite.read("nist_anova")
        .tests(one -> {
          Anova table = Anova.oneWay(groups(one.input().get("data"))).orThrow();
          one.check("df_between", table.dfBetween());
          one.check("df_within", table.dfWithin());
          one.check("ss_between", table.ssBetween());
          one.check("ss_within", table.ssWithin());
          one.check("ms_between", table.meanSquareBetween());
          one.check("ms_within", table.meanSquareWithin());
          one.check("f", table.test().orThrow().statistic().orElseThrow());
          one.check("r_squared", table.etaSquared().orThrow());
          one.check("residual_sd", table.residualStandardDeviation());
        });
  }

  private static double[][] groups(JsonNode rows) {
    Map<String, List<Double>> groups = new LinkedHashMap<>();
    for (JsonNode row : rows) {
      groups
          .computeIfAbsent(row.get(0).asText(), _ -> new ArrayList<>())
          .add(Json.number(row.get(1)));
    }
    return groups.values().stream()
        .map(group -> group.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }
}
