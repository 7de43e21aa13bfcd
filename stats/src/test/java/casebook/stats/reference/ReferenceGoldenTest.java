// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.describe.Moments;
import casebook.stats.describe.Quantile;
import casebook.stats.golden.CertifiedCase;
import casebook.stats.golden.CertifiedSuite;
import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.golden.Selection;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReferenceGoldenTest {
  @TestFactory
  Stream<DynamicTest> reference() {
    return GoldenTopic.read("reference").tests(ReferenceGoldenTest::compare);
  }

  @TestFactory
  Stream<DynamicTest> certifiedLimits() {
    return CertifiedSuite.read("reference_limits")
        .tests(one -> {
          double[] values = Json.numbers(one.input().get("values"));
          one.statistics().forEach(statistic -> certified(one, values, statistic));
        });
  }

  // such as q0.975_type6, ci_rank_lower_0.975, ci_coverage_0.975
  private static void certified(CertifiedCase one, double[] values, String statistic) {
    if (statistic.startsWith("q")) {
      double p = Double.parseDouble(statistic.replaceAll("^q|_type.*", ""));
      int type = Integer.parseInt(statistic.replaceAll(".*_type", ""));
      one.check(statistic, new Quantile(type).of(values, p).orElseThrow());
      return;
    }
    double p = Double.parseDouble(statistic.replaceAll(".*_", ""));
    PercentileRanks ranks = PercentileRanks.of(values.length, p, 0.95);
    switch (statistic.replaceAll("_[0-9.]+$", "")) {
      case "ci_rank_lower" -> one.check(statistic, words(ranks.lower()));
      case "ci_rank_upper" -> one.check(statistic, words(ranks.upper()));
      case "ci_coverage" -> one.check(statistic, ranks.coverage().orElseThrow());
      default -> throw new IllegalArgumentException(statistic);
    }
  }

  private static String words(OptionalInt rank) {
    return rank.isPresent() ? String.valueOf(rank.getAsInt()) : "none";
  }

  private static void compare(GoldenCase one) {
    switch (one.method()) {
      case "reference limits" -> limits(one);
      case "rank numbers of the interval of a percentile" -> {
        int n = one.args().get("n").asInt();
        double p = one.args().get("p").asDouble();
        ranks(one, "", PercentileRanks.of(n, p, one.args().get("level").asDouble()));
      }
      case "Harris-Boyd partition" -> partition(one);
      case "assay precision" -> precision(one);
      case "CV from duplicates" -> duplicates(one);
      default -> throw new IllegalArgumentException(one.method());
    }
  }

  private static void ranks(GoldenCase one, String path, PercentileRanks ranks) {
    one.check(path + "lower_rank", number(ranks.lower()));
    one.check(path + "upper_rank", number(ranks.upper()));
    one.check(path + "coverage", ranks.coverage());
  }

  private static OptionalDouble number(OptionalInt rank) {
    return rank.isPresent() ? OptionalDouble.of(rank.getAsInt()) : OptionalDouble.empty();
  }

  private static OptionalDouble finite(double limit) {
    return Double.isInfinite(limit) ? OptionalDouble.empty() : OptionalDouble.of(limit);
  }

  private static void limits(GoldenCase one) {
    double[] values =
        one.hasDataset()
            ? Selection.of(one.dataset(), one.args().get("value").asText())
            : Json.numbers(one.data().get("x"));
    one.check("n", values.length);
    for (double p : new double[] {0.01, 0.025, 0.05, 0.95, 0.975, 0.99}) {
      String percent = String.valueOf(100 * p).replaceAll("(\\.0+|(?<=\\.5)0+1?)$", "");
      String path = "nonparametric.p" + percent + ".";
      ReferenceLimit limit = new ReferenceLimit(p, one.args().get("level").asDouble());
      Answer<ReferenceLimit.Limit> found = limit.of(values);
      one.check(path + "p", p);
      one.check(path + "n", values.length);
      one.check(path + "rank", p * (values.length + 1));
      one.check(
          path + "estimate",
          found.value().stream().mapToDouble(l -> l.estimate().value()).findFirst());
      one.check(path + "ci_lower", finite(limit.interval(values).low()));
      one.check(path + "ci_upper", finite(limit.interval(values).high()));
      ranks(one, path, limit.ranks(values.length));
    }
    robust(one, values);
    parametric(one, "parametric_95.normal.", ParametricLimits.standard().normal(values));
    one.check(
        "parametric_95.normal.se_limit",
        ParametricLimits.standard().normal(values).orThrow().standardError());
    Answer<ParametricLimits.Limits> log = ParametricLimits.standard().lognormal(values);
    if (one.expects("parametric_95.lognormal")) {
      parametric(one, "parametric_95.lognormal.", log);
    }
    outliers(one, values);
  }

  private static void robust(GoldenCase one, double[] values) {
    RobustLimits.Limits robust = RobustLimits.standard().of(values).orThrow();
    one.check("robust_95.n", values.length);
    one.check("robust_95.median", robust.median());
    one.check("robust_95.mad_scaled", robust.scaledDeviation());
    one.check("robust_95.t_biweight", robust.location());
    one.check("robust_95.s_bi_205_6", robust.wideScale());
    one.check("robust_95.s_bi_3_7", robust.narrowScale());
    one.check("robust_95.s_t_3_7", robust.locationError());
    one.check("robust_95.lower", robust.limits().low());
    one.check("robust_95.upper", robust.limits().high());
  }

  private static void parametric(
      GoldenCase one, String path, Answer<ParametricLimits.Limits> limits) {
    Estimate lower = limits.orThrow().lower();
    Estimate upper = limits.orThrow().upper();
    one.check(path + "lower", lower.value());
    one.check(path + "upper", upper.value());
    one.check(path + "lower_ci", lower.interval().orElseThrow());
    one.check(path + "upper_ci", upper.interval().orElseThrow());
  }

  private static void outliers(GoldenCase one, double[] values) {
    DixonRatio dixon = DixonRatio.of(values).orThrow();
    one.check("outliers.range", dixon.range());
    one.check("outliers.dixon_ratio_low", dixon.low());
    one.check("outliers.dixon_ratio_high", dixon.high());
    for (int type = 6; type <= 7; type++) {
      TukeyFences.Fences fences =
          TukeyFences.standard().withQuartiles(new Quantile(type)).of(values).orThrow();
      one.check("outliers.tukey_fences_type" + type, new double[] {fences.lower(), fences.upper()});
      one.check("outliers.tukey_outliers_type" + type, fences.outside().size());
    }
  }

  private static void partition(GoldenCase one) {
    String value = one.args().get("value").asText();
    String by = one.args().get("by").asText();
    List<String> levels = one.dataset().levels(by);
    HarrisBoyd found =
        HarrisBoyd.of(
                Selection.of(one.dataset(), value + ", " + by + " = " + levels.get(0)),
                Selection.of(one.dataset(), value + ", " + by + " = " + levels.get(1)))
            .orThrow();
    one.check("z", found.z());
    one.check("z_critical", found.critical());
    one.check("sd_ratio", found.deviationRatio());
    one.check("partition", found.partition());
  }

  private static void precision(GoldenCase one) {
    GoldenData all = one.dataset();
    double[] conc = all.numeric("conc");
    double wanted = one.args().get("conc").asDouble();
    GoldenData data = all.where(row -> conc[row] == wanted);
    double[][] runs =
        data.levels("Run").stream()
            .map(run -> Selection.of(data, "density, Run = " + run))
            .filter(run -> run.length > 0)
            .toArray(double[][]::new);
    MeanSquares squares = MeanSquares.ofRuns(runs).orThrow();
    one.check("n", squares.n());
    one.check("runs", runs.length);
    one.check("grand_mean", squares.mean());
    one.check("ms_between", squares.between());
    one.check("ms_within", squares.within());
    one.check("n0", squares.runSize());
    AssayPrecision.Result found = AssayPrecision.standard().ofRuns(runs).orThrow();
    component(one, found, "repeatability", found.repeatability().standardDeviation().value());
    component(one, found, "between_run", found.betweenRun());
    component(one, found, "within_lab", found.withinLaboratory().standardDeviation().value());
    Moments means =
        Moments.of(Arrays.stream(runs).mapToDouble(run -> Moments.of(run).mean()).toArray());
    one.check("cv_of_run_means_pct", 100 * means.coefficientOfVariation().orElseThrow());
    Moments values = Moments.of(data.numeric("density"));
    one.check("cv_all_pct", 100 * values.coefficientOfVariation().orElseThrow());
  }

  private static void component(
      GoldenCase one, AssayPrecision.Result found, String name, double deviation) {
    one.check("sd_" + name, deviation);
    one.check("cv_" + name + "_pct", 100 * found.coefficientOfVariation(deviation).orThrow());
  }

  private static void duplicates(GoldenCase one) {
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
    Duplicates found =
        Duplicates.of(
                first.stream().mapToDouble(Double::doubleValue).toArray(),
                second.stream().mapToDouble(Double::doubleValue).toArray())
            .orThrow();
    one.check("pairs", found.pairs());
    one.check("sd_within", found.standardDeviation());
    one.check("cv_from_pooled_sd_pct", 100 * found.pooledCv());
    one.check("cv_root_mean_square_pct", 100 * found.rootMeanSquareCv());
  }
}
