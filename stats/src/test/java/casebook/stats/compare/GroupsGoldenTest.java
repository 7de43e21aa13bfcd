// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.golden.Selection;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GroupsGoldenTest {
  // R's ptukey is accurate to about 1e-11 absolutely, whatever the probability
  private static final double PTUKEY_ERROR = 3e-11;
  private static final double FAR = 1e-6;

  @TestFactory
  Stream<DynamicTest> groups() {
    return GoldenTopic.read("groups").tests(GroupsGoldenTest::compare);
  }

  private static void compare(GoldenCase one) {
    switch (one.method()) {
      case "two-sample t tests" -> twoSample(one);
      case "paired t and signed rank" -> paired(one);
      case "Mann-Whitney / Wilcoxon rank sum" -> mannWhitney(one);
      case "several groups" -> severalGroups(one);
      case "Friedman test" -> {
        TestResult test = Friedman.test(Json.matrix(one.data().get("rows_are_blocks"))).orThrow();
        chiSquare(one, "", "chisq", test);
      }
      case "Shapiro-Wilk" -> shapiro(one);
      case "Kolmogorov-Smirnov, two samples" -> {
        TestResult test = KolmogorovSmirnov.test(values(one, "x"), values(one, "y")).orThrow();
        one.check("d", test.statistic());
        one.check("p_asymptotic", test.p());
      }
      default -> throw new IllegalArgumentException(one.method());
    }
  }

  private static double[] values(GoldenCase one, String name) {
    JsonNode inline = one.hasDataset() ? null : one.data().get(name);
    if (inline == null && one.args().path(name).isArray()) {
      inline = one.args().get(name);
    }
    return inline == null
        ? Selection.of(one.dataset(), one.args().get(name).asText())
        : Json.numbers(inline);
  }

  private static void twoSample(GoldenCase one) {
    double[] x = values(one, "x");
    double[] y = values(one, "y");
    Answer<MeanDifference> pooled = TTest.standard().pooled(x, y);
    Answer<MeanDifference> welch = TTest.standard().welch(x, y);
    if (one.expects("estimable")) {
      one.check("estimable", pooled.outcome().usable() || welch.outcome().usable());
      one.check("difference", Sample.of(x).minus(Sample.of(y)));
      return;
    }
    one.check("mean_x", Sample.of(x).mean().doubleValue());
    one.check("mean_y", Sample.of(y).mean().doubleValue());
    one.check("sd_x", Math.sqrt(Sample.of(x).variance()));
    one.check("sd_y", Math.sqrt(Sample.of(y).variance()));
    one.check("difference", welch.orThrow().difference().value());
    t(one, "pooled.", pooled.orThrow());
    t(one, "welch.", welch.orThrow());
    one.check("cohen_d", EffectSize.cohensD(x, y).orThrow());
    one.check("hedges_g_exact", EffectSize.hedgesG(x, y).orThrow());
    VarianceRatio.Ratio ratio = VarianceRatio.standard().of(x, y).orThrow();
    one.check("f_ratio", ratio.ratio().value());
    one.check("f_p", ratio.test().p());
  }

  private static void t(GoldenCase one, String path, MeanDifference found) {
    one.check(path + "t", found.test().statistic());
    one.check(path + "df", found.test().df());
    one.checkTail(path + "p", found.test().p().value(), found.test().statistic().orElseThrow());
    one.check(path + "ci", found.difference().interval().orElseThrow());
  }

  private static void paired(GoldenCase one) {
    double[] x = pairedValues(one, "x");
    double[] y = pairedValues(one, "y");
    double[] differences = Pairs.differences(x, y);
    MeanDifference found = TTest.standard().paired(x, y).orThrow();
    one.check("estimate", found.difference().value());
    one.check("sd_difference", Math.sqrt(Sample.of(differences).variance()));
    one.check("se", found.standardError());
    t(one, "", found);
    one.check("cohen_dz", EffectSize.ofPairs(x, y).orThrow());
    one.check("signed_rank.n_pairs", x.length);
    one.check("signed_rank.zeros_dropped", x.length - SignedRank.nonzeroCount(differences));
    one.check("signed_rank.v", SignedRank.v(differences));
    SignedRank corrected = SignedRank.standard();
    TestResult plain = corrected.withContinuityCorrection(false).asymptotic(differences).orThrow();
    one.check("signed_rank.z", plain.statistic());
    one.check("signed_rank.p_asymptotic", plain.p());
    one.check("signed_rank.z_cc", corrected.asymptotic(differences).orThrow().statistic());
    one.check("signed_rank.p_asymptotic_cc", corrected.asymptotic(differences).orThrow().p());
    one.check("signed_rank.p_exact", corrected.exact(differences).orThrow().p());
    one.check(
        "signed_rank.pseudomedian_walsh",
        HodgesLehmann.standard().centreExact(differences).orThrow().value());
    SignTest signs = SignTest.of(differences);
    one.check("signed_rank.sign_test.positive", signs.positive());
    one.check("signed_rank.sign_test.negative", signs.negative());
    one.check("signed_rank.sign_test.p_exact", signs.test().orThrow().p());
  }

  private static double[] pairedValues(GoldenCase one, String name) {
    if (!one.hasDataset()) {
      return values(one, name);
    }
    // the pairs stand in the same order in both groups once sorted by their number
    String words = one.args().get(name).asText().replaceAll(", (matched by|same pair).*", "");
    GoldenData data = one.dataset();
    return Selection.of(data.sortedBy(data.names().contains("ID") ? "ID" : "pair"), words);
  }

  private static void mannWhitney(GoldenCase one) {
    double[] x = values(one, "x");
    double[] y = values(one, "y");
    MannWhitney corrected = MannWhitney.standard();
    HodgesLehmann shift = HodgesLehmann.standard();
    one.check("m", x.length);
    one.check("n", y.length);
    one.check("u", MannWhitney.u(x, y));
    one.check("u_other", MannWhitney.u(y, x));
    one.check("rank_sum_x", Ranks.of(x, y).doubledSum(0, x.length) / 2.0);
    one.check("ties", Ranks.of(x, y).tied());
    TestResult plain = corrected.withContinuityCorrection(false).asymptotic(x, y).orThrow();
    one.check("z", plain.statistic());
    one.check("p_asymptotic", plain.p());
    one.check("z_cc", corrected.asymptotic(x, y).orThrow().statistic());
    one.check("p_asymptotic_cc", corrected.asymptotic(x, y).orThrow().p());
    one.check("prob_superiority", MannWhitney.superiority(x, y).orThrow());
    one.check("hodges_lehmann", shift.shift(x, y).orThrow().value());
    one.check("hl_ci_moses_normal", shift.shift(x, y).orThrow().interval().orElseThrow());
    one.check("hl_ci_moses_rank", (double) shift.normalRank(x.length, y.length));
    if (one.expects("p_exact")) {
      one.check("p_exact", corrected.exact(x, y).orThrow().p());
      one.check("p_exact_doubled", corrected.exactDoubled(x, y).orThrow().p());
      one.check("hl_ci_exact_rank", (double) shift.exactRank(x.length, y.length).orElseThrow());
    }
    for (String path : List.of("hl_ci_exact", "hl_ci_exact_permutation")) {
      if (one.expects(path)) {
        one.check(path, shift.shiftExact(x, y).orThrow().interval().orElseThrow());
      }
    }
  }

  private static void shapiro(GoldenCase one) {
    double[] values = values(one, "value");
    TestResult test = ShapiroWilk.test(values).orThrow();
    one.check("n", values.length);
    one.check("w", test.statistic());
    one.check("p", test.p());
  }

  private static void severalGroups(GoldenCase one) {
    String value = one.args().get("value").asText().split(",")[0];
    String group = one.args().get("group").asText().split(",")[0];
    GoldenData data = one.dataset().complete(value, group);
    List<String> levels = data.levels(group);
    if (one.args().get("group").asText().contains(" < ")) {
      levels = List.of(one.args().get("group").asText().split("ordered ")[1].split(" < "));
    }
    double[][] groups =
        levels.stream()
            .map(level -> Selection.of(data, value + ", " + group + " = " + level))
            .toArray(double[][]::new);
    one.check("groups", levels);
    for (int i = 0; i < groups.length; i++) {
      Sample sample = Sample.of(groups[i]);
      one.check("n." + i, sample.n());
      one.check("mean." + i, sample.mean().doubleValue());
      one.check("sd." + i, Math.sqrt(sample.variance()));
    }
    anova(one, groups);
    chiSquare(one, "kruskal_wallis.", "h", KruskalWallis.test(groups).orThrow());
    chiSquare(one, "bartlett.", "k2", EqualVariances.bartlett(groups).orThrow());
    TestResult levene = EqualVariances.brownForsythe(groups).orThrow();
    one.check("brown_forsythe.f", levene.statistic());
    one.check("brown_forsythe.p", levene.p());
    pairwise(one, groups, levels);
    if (one.expects("jonckheere_terpstra")) {
      trend(one, groups);
    }
  }

  private static void chiSquare(GoldenCase one, String path, String name, TestResult test) {
    one.check(path + name, test.statistic());
    one.check(path + "df", test.df());
    one.checkTail(path + "p", test.p().value(), test.statistic().orElseThrow());
  }

  private static void anova(GoldenCase one, double[][] groups) {
    Anova table = Anova.oneWay(groups).orThrow();
    one.check("ss_between", table.ssBetween());
    one.check("ss_within", table.ssWithin());
    one.check("df1", table.dfBetween());
    one.check("df2", table.dfWithin());
    one.check("f", table.test().orThrow().statistic());
    one.check("p", table.test().orThrow().p());
    one.check("eta_squared", table.etaSquared().orThrow());
    WelchAnova welch = WelchAnova.test(groups).orThrow();
    one.check("welch.f", welch.statistic());
    one.check("welch.df1", welch.df1());
    one.check("welch.df2", welch.df2());
    one.check("welch.p", welch.p());
  }

  private static void pairwise(GoldenCase one, double[][] groups, List<String> levels) {
    for (TukeyHonest.Pair pair : TukeyHonest.standard().of(groups).orThrow()) {
      String path = "tukey_hsd." + levels.get(pair.first()) + "-" + levels.get(pair.second()) + ".";
      one.check(path + "difference", pair.difference().value());
      one.check(path + "lower", pair.difference().interval().orElseThrow().low());
      one.check(path + "upper", pair.difference().interval().orElseThrow().high());
      double expected = one.expected(path + "p").doubleValue();
      if (expected < FAR && Math.abs(pair.p().value() - expected) < PTUKEY_ERROR) {
        one.leaveOut(path + "p", "ptukey is 8.6e-12 too small there: StudentizedRangeTest.farTail");
      } else {
        one.check(path + "p", pair.p());
      }
    }
    PairwiseTests holm = PairwiseTests.standard();
    matrix(one, "pairwise_t_holm", holm.pooledT(groups).orThrow());
    matrix(
        one,
        "pairwise_wilcoxon_holm_cc",
        holm.each(MannWhitney.standard()::asymptotic, groups).orThrow());
  }

  // rows are groups 1 to k - 1, columns groups 0 to k - 2, empty above the diagonal
  private static void matrix(GoldenCase one, String path, List<PairwiseTests.Pair> pairs) {
    for (PairwiseTests.Pair pair : pairs) {
      one.check(path + "." + (pair.first() - 1) + "." + pair.second(), pair.adjusted());
    }
    int size = one.expected(path).size();
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        one.checkAbsent(path + "." + i + "." + j);
      }
    }
  }

  private static void trend(GoldenCase one, double[][] groups) {
    String path = "jonckheere_terpstra.";
    JonckheereTerpstra test = JonckheereTerpstra.standard();
    JonckheereTerpstra.Score score = JonckheereTerpstra.score(groups).orThrow();
    one.check(path + "jt", score.statistic());
    one.check(path + "expected", score.expected());
    one.check(path + "variance", score.variance());
    TestResult both = test.asymptotic(groups).orThrow();
    double z = both.statistic().orElseThrow();
    one.check(path + "z", z);
    one.checkTail(path + "p_two_sided", both.p().value(), z);
    TestResult rising = test.withAlternative(Alternative.GREATER).asymptotic(groups).orThrow();
    one.checkTail(path + "p_increasing", rising.p().value(), z);
    TestResult falling = test.withAlternative(Alternative.LESS).asymptotic(groups).orThrow();
    one.checkTail(path + "p_decreasing", falling.p().value(), z);
  }
}
