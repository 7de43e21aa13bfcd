// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.contingency.ChiSquare;
import casebook.stats.contingency.FisherExact;
import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.genetic.GenotypeCounts;
import casebook.stats.genetic.GenotypeTable;
import casebook.stats.genetic.HardyWeinberg;
import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.ModelFrame;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The golden cases of a scan of 120 markers: allele counts and logistic regression (R 4.2.2).
class ScanGoldenTest {
  @TestFactory
  Stream<DynamicTest> scan() {
    return GoldenTopic.read("scan").tests(ScanGoldenTest::compare);
  }

  private static void compare(GoldenCase one) {
    GoldenData data = one.dataset();
    for (String marker : data.names().stream().filter(n -> n.matches("m\\d+")).toList()) {
      if (!one.args().has("formula")) {
        crude(one, marker + ".", data.numeric(marker), data.numeric("case"));
        continue;
      }
      ModelFrame frame =
          ModelFrame.of(
              data, one.args().get("formula").asText(), Map.of("g", data.numeric(marker)));
      marker(one, marker + ".", frame);
    }
  }

  private static void marker(GoldenCase one, String at, ModelFrame frame) {
    Fit fit = Logistic.standard().fit(frame.design(), frame.response());
    one.check(at + "n", fit.people());
    boolean exists = fit.outcome().usable();
    one.check(at + "ml_exists", exists);
    if (exists) {
      Coefficient term = fit.term("g");
      one.check(at + "log_or", term.value());
      one.check(at + "se", term.standardError());
      one.check(at + "or", term.oddsRatio(0.95).value());
      one.check(at + "p_wald", term.wald().p());
      one.check(at + "p_lr", fit.likelihoodRatio("g").orThrow().p());
    } else {
      Fit firth = Firth.standard().fit(frame.design(), frame.response());
      Interval limits = firth.profile("g", 0.95).orThrow().interval().orElseThrow();
      one.check(at + "firth_log_or", firth.term("g").value());
      one.check(at + "firth_lower", limits.low());
      one.check(at + "firth_upper", limits.high());
      one.check(at + "firth_plr_p", firth.likelihoodRatio("g").orThrow().p());
    }
  }

  private static void crude(GoldenCase one, String at, double[] copies, double[] outcome) {
    GenotypeTable table = new GenotypeTable(counts(copies, outcome, 1), counts(copies, outcome, 0));
    TwoByTwo alleles = table.alleles();
    one.check(at + "missing", (int) Arrays.stream(copies).filter(Double::isNaN).count());
    for (int c = 0; c < 3; c++) {
      one.check(at + "cases." + c, table.cases().withCopies(c));
      one.check(at + "controls." + c, table.controls().withCopies(c));
    }
    one.check(at + "allelic_or", OddsRatio.standard().sample(alleles).orThrow().value());
    TestResult pearson = ChiSquare.pearson(alleles).orThrow();
    one.check(at + "allelic_chisq", pearson.statistic().orElseThrow());
    one.check(at + "allelic_p", pearson.p());
    one.check(at + "allelic_p_fisher", FisherExact.twoSided(alleles).p());
    one.check(at + "trend_p", table.trend(0.5).orThrow().p());
    one.check(at + "hwe_controls_p", HardyWeinberg.of(table.controls()).exact().p());
    one.check(at + "hwe_all_p", HardyWeinberg.of(table.all()).exact().p());
  }

  private static GenotypeCounts counts(double[] copies, double[] outcome, int group) {
    int[] mine = new int[copies.length];
    Arrays.setAll(mine, i -> outcome[i] != group || Double.isNaN(copies[i]) ? -1 : (int) copies[i]);
    return GenotypeCounts.of(mine);
  }
}
