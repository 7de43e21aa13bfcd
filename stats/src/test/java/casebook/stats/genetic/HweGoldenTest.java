// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

import casebook.stats.contingency.ChiSquare;
import casebook.stats.contingency.FisherExact;
import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.regress.Design;
import casebook.stats.regress.Logistic;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The golden topic `hwe`: R 4.2, checked there against genetics 1.3.
class HweGoldenTest {
  @TestFactory
  Stream<DynamicTest> hwe() {
    return GoldenTopic.read("hwe")
        .tests(one -> {
          switch (one.method()) {
            case "Hardy-Weinberg" -> equilibrium(one);
            case "genotype-disease models" -> association(one);
            default -> throw new IllegalArgumentException(one.method());
          }
        });
  }

  private static void equilibrium(GoldenCase one) {
    JsonNode data = one.data();
    var counts =
        new GenotypeCounts(data.get("AA").asInt(), data.get("AB").asInt(), data.get("BB").asInt());
    var test = HardyWeinberg.of(counts);
    one.check("n", counts.people());
    one.check("allele_freq_a", test.alleleFrequencyA());
    one.check("maf", test.minorAlleleFrequency());
    one.check("expected", test.expected().stream().mapToDouble(e -> e).toArray());
    one.check("het_observed", test.observedHeterozygosity());
    one.check("het_expected", test.expectedHeterozygosity());
    test.inbreeding().value().ifPresentOrElse(f -> one.check("f", f), () -> one.checkAbsent("f"));
    chiSquare(one, "chisq", test.chiSquare());
    chiSquare(one, "chisq_cc", test.chiSquareCorrected());
    chiSquare(one, "lr", Answer.of(test.likelihoodRatio()));
    one.check("p_exact", test.exact().p());
    one.check("ln_p_exact", test.exact().p().ln());
    one.check("p_exact_midp", test.midP().p());
    one.check("p_exact_excess_het", test.excessOfHeterozygotes().p());
    one.check("p_exact_deficit_het", test.deficitOfHeterozygotes().p());
  }

  private static void chiSquare(GoldenCase one, String path, Answer<TestResult> answer) {
    one.check(path + ".df", 1);
    if (answer.value().isEmpty()) {
      one.checkAbsent(path + ".statistic");
      one.checkAbsent(path + ".p");
      return;
    }
    double statistic = answer.orThrow().statistic().orElseThrow();
    one.check(path + ".statistic", statistic);
    one.checkTail(path + ".p", answer.orThrow().p().value(), statistic);
  }

  private static GenotypeCounts counts(JsonNode node) {
    int[] counts = Json.integers(node);
    return new GenotypeCounts(counts[0], counts[1], counts[2]);
  }

  private static void association(GoldenCase one) {
    var table =
        new GenotypeTable(counts(one.data().get("cases")), counts(one.data().get("controls")));
    twoByTwo(one, "allelic", table.alleles());
    twoByTwo(one, "dominant", table.table(GenotypeModel.DOMINANT));
    twoByTwo(one, "recessive", table.table(GenotypeModel.RECESSIVE));
    twoByTwo(one, "codominant_ab_vs_aa", table.againstNone(1));
    twoByTwo(one, "codominant_bb_vs_aa", table.againstNone(2));
    TestResult genotypic = ChiSquare.pearson(table.genotypes()).orThrow();
    one.check("genotypic.chisq", genotypic.statistic());
    one.check("genotypic.df", genotypic.df());
    one.check("genotypic.p", genotypic.p());
    TestResult trend = table.trend(0.5).orThrow();
    double z = trend.statistic().orElseThrow();
    one.check("trend.z", z);
    one.check("trend.chisq", z * z);
    one.check("trend.p", trend.p());
    additive(one, table);
  }

  private static void twoByTwo(GoldenCase one, String path, TwoByTwo table) {
    one.check(path + ".or", OddsRatio.standard().sample(table).orThrow().value());
    OddsRatio.standard()
        .woolf(table)
        .value()
        .ifPresentOrElse(
            effect -> one.check(path + ".ci", effect.estimate().interval().orElseThrow()),
            () -> one.leaveOut(path + ".ci", "with an empty cell Woolf's interval is no answer"));
    TestResult pearson = ChiSquare.pearson(table).orThrow();
    one.check(path + ".chisq", pearson.statistic());
    one.check(path + ".p", pearson.p());
    one.check(path + ".p_fisher", FisherExact.twoSided(table).p());
  }

  private static void additive(GoldenCase one, GenotypeTable table) {
    double[] copies = {0, 1, 2, 0, 1, 2};
    double[] people = new double[6];
    for (int g = 0; g < 3; g++) {
      people[g] = table.cases().withCopies(g);
      people[3 + g] = table.controls().withCopies(g);
    }
    var design = Design.withIntercept(6).and("copies", copies).withFrequencies(people);
    var term =
        Logistic.standard().fit(design, true, true, true, false, false, false).term("copies");
    one.check("additive_logistic.or", term.oddsRatio(0.95).value());
    one.check("additive_logistic.se_log", term.standardError());
    one.check("additive_logistic.ci", term.oddsRatio(0.95).interval().orElseThrow());
    one.check("additive_logistic.p", term.wald().p());
  }
}
