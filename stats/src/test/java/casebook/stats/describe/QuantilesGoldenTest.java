// SPDX-License-Identifier: Apache-2.0
package casebook.stats.describe;

import casebook.stats.compare.KruskalWallis;
import casebook.stats.compare.TTest;
import casebook.stats.contingency.ChiSquare;
import casebook.stats.contingency.Crosstab;
import casebook.stats.contingency.FisherExact;
import casebook.stats.contingency.FreemanHalton;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.golden.Selection;
import casebook.stats.reference.PercentileRanks;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class QuantilesGoldenTest {
  @TestFactory
  Stream<DynamicTest> quantiles() {
    return GoldenTopic.read("quantiles").tests(QuantilesGoldenTest::compare);
  }

  private static void compare(GoldenCase one) {
    switch (one.method()) {
      case "quantiles" -> nineTypes(one);
      case "descriptive statistics" -> describe(one);
      case "baseline table by group" -> baseline(one);
      default -> throw new IllegalArgumentException(one.method());
    }
  }

  // missing values are NaN
  private static double[] values(GoldenCase one) {
    return one.hasDataset()
        ? one.dataset().numeric(one.args().get("value").asText().split(",")[0])
        : Json.numbers(one.data().get("x"));
  }

  private static void nineTypes(GoldenCase one) {
    double[] values = Arrays.stream(values(one)).filter(x -> !Double.isNaN(x)).toArray();
    double[] probabilities = Json.numbers(one.expected("probs"));
    one.check("n", values.length);
    one.check("probs", probabilities);
    for (int type = 1; type <= 9; type++) {
      Quantile quantile = new Quantile(type);
      one.check(
          "type" + type,
          Arrays.stream(probabilities).map(p -> quantile.of(values, p).orElseThrow()).toArray());
    }
  }

  private static void describe(GoldenCase one) {
    double[] all = values(one);
    double[] values = Arrays.stream(all).filter(x -> !Double.isNaN(x)).toArray();
    Summary summary = Summary.of(all).orThrow();
    Moments moments = summary.moments();
    one.check("n", summary.n());
    one.check("missing", summary.missing());
    one.check("mean", summary.mean());
    one.check("sd", summary.standardDeviation());
    one.check("se", summary.standardError());
    one.check("variance", moments.variance());
    one.check("min", summary.order().minimum());
    one.check("max", summary.order().maximum());
    one.check("sum", moments.sum());
    one.check("median", summary.median());
    for (int type : new int[] {2, 6, 7}) {
      Summary.Order order = Summary.of(all, new Quantile(type)).orThrow().order();
      one.check("q1_type" + type, order.lowerQuartile());
      one.check("q3_type" + type, order.upperQuartile());
    }
    one.check("mad_1_4826", 1.4826 * summary.order().medianAbsoluteDeviation());
    one.check("cv_pct", 100 * moments.coefficientOfVariation().orElseThrow());
    one.check("skewness_g1", moments.skewness());
    one.check("kurtosis_excess_g2", moments.excessKurtosis());
    one.check("skewness_sas_spss", moments.adjustedSkewness());
    one.check("kurtosis_sas_spss", moments.adjustedKurtosis());
    one.check(
        "mean_ci",
        TTest.standard().oneSample(values, 0).orThrow().difference().interval().orElseThrow());
    Answer<GeometricMean> geometric = GeometricMean.of(values);
    if (one.expects("geometric_mean")) {
      one.check("geometric_mean", geometric.orThrow().mean());
      one.check("geometric_sd", geometric.orThrow().standardDeviation());
    }
    Arrays.sort(values);
    PercentileRanks ranks = PercentileRanks.of(values.length, 0.5, 0.95);
    double[] limits = {
      values[ranks.lower().orElseThrow() - 1], values[ranks.upper().orElseThrow() - 1]
    };
    one.check("median_ci_order_stat", limits);
    one.check("median_ci_coverage", ranks.coverage());
  }

  private static void baseline(GoldenCase one) {
    String group = one.args().get("group").asText().split(",")[0];
    GoldenData data = one.dataset().complete(group);
    List<String> groups = data.levels(group);
    one.check("groups", groups);
    for (Map.Entry<String, ?> variable : one.expected().properties()) {
      String name = variable.getKey();
      if (one.expects(name + ".mean")) {
        continuous(
            one,
            name,
            Selection.of(data, name + ", " + group + " = " + groups.get(0)),
            Selection.of(data, name + ", " + group + " = " + groups.get(1)));
      } else if (!name.equals("groups")) {
        categorical(one, name, data, group);
      }
    }
  }

  private static void continuous(GoldenCase one, String name, double[] first, double[] second) {
    Quantile type7 = new Quantile(7);
    Summary[] both = {Summary.of(first, type7).orThrow(), Summary.of(second, type7).orThrow()};
    for (int i = 0; i < 2; i++) {
      one.check(name + ".n." + i, both[i].n());
      one.check(name + ".mean." + i, both[i].mean());
      one.check(name + ".sd." + i, both[i].standardDeviation());
      one.check(name + ".median." + i, both[i].median());
      one.check(name + ".q1." + i, both[i].order().lowerQuartile());
      one.check(name + ".q3." + i, both[i].order().upperQuartile());
    }
    one.check(name + ".smd", StandardisedDifference.ofMeans(first, second).orThrow());
    TestResult pooled = TTest.standard().pooled(first, second).orThrow().test();
    TestResult welch = TTest.standard().welch(first, second).orThrow().test();
    TestResult kruskal = KruskalWallis.test(first, second).orThrow();
    tail(one, name + ".p_t_pooled", pooled);
    tail(one, name + ".p_welch", welch);
    tail(one, name + ".p_kruskal", kruskal);
  }

  private static void tail(GoldenCase one, String path, TestResult test) {
    one.checkTail(path, test.p().value(), test.statistic().orElseThrow());
  }

  private static void categorical(GoldenCase one, String name, GoldenData data, String group) {
    // the one prepared variable: old = (age > 60)
    boolean prepared = name.equals("old");
    double[] age = prepared ? data.numeric("age") : new double[0];
    List<String> levels = prepared ? List.of("0", "1") : data.levels(name);
    int[] codes =
        prepared ? Arrays.stream(age).mapToInt(x -> x > 60 ? 1 : 0).toArray() : data.factor(name);
    int[] groups = data.factor(group);
    int[][] byGroup = new int[2][];
    for (int g = 0; g < 2; g++) {
      int wanted = g;
      int[] own =
          IntStream.range(0, codes.length)
              .filter(row -> groups[row] == wanted)
              .map(row -> codes[row])
              .toArray();
      Frequencies frequencies = Frequencies.of(own, levels.size());
      byGroup[g] = frequencies.counts().stream().mapToInt(Integer::intValue).toArray();
      for (int level = 0; level < levels.size(); level++) {
        one.check(name + ".counts." + level + "." + g, byGroup[g][level]);
        one.check(
            name + ".percent." + level + "." + g, 100 * frequencies.proportion(level).orThrow());
      }
    }
    one.check(name + ".levels", levels);
    one.check(name + ".smd", StandardisedDifference.ofLevels(byGroup[0], byGroup[1]).orThrow());
    tests(one, name, byGroup);
  }

  private static void tests(GoldenCase one, String name, int[][] byGroup) {
    long[][] counts =
        Arrays.stream(byGroup)
            .map(row -> Arrays.stream(row).asLongStream().toArray())
            .toArray(long[][]::new);
    Crosstab table = Crosstab.of(counts);
    TestResult pearson = ChiSquare.pearson(table).orThrow();
    tail(one, name + ".p_chisq", pearson);
    if (counts[0].length == 2) {
      TwoByTwo two = new TwoByTwo(counts[0][0], counts[0][1], counts[1][0], counts[1][1]);
      tail(one, name + ".p_chisq_yates_if_2x2", ChiSquare.yates(two).orThrow());
      one.check(name + ".p_fisher", FisherExact.twoSided(two).p());
    } else {
      tail(one, name + ".p_chisq_yates_if_2x2", pearson);
      one.check(name + ".p_fisher", FreemanHalton.standard().test(table).orThrow().test().p());
    }
  }
}
