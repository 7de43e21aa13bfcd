// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Problem;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What changes when the counted allele, the strand or the order of the rows change: what should,
/// and nothing else.
class GenotypeModelsTest {
  private static final Path STUDY = Path.of("src", "test", "resources", "studies", "genotypes");

  /// Sums in another order, and the profile likelihood of a model turned round.
  private static final double NEAR = 1e-9;

  @TempDir Path folder;

  private record Numbers(Map<String, Statistic> byAddress) {
    Statistic at(String address) {
      return Optional.ofNullable(byAddress.get(address)).orElseThrow();
    }

    double value(String address) {
      return at(address).estimate().orElseThrow().value();
    }

    double low(String address) {
      return at(address).estimate().orElseThrow().interval().orElseThrow().low();
    }

    double high(String address) {
      return at(address).estimate().orElseThrow().interval().orElseThrow().high();
    }

    double p(String address) {
      return at(address).p().orElseThrow().value();
    }
  }

  private static Numbers plain() throws IOException {
    return numbers(STUDY, Files.readString(STUDY.resolve("study.yaml")));
  }

  private Numbers changed(UnaryOperator<String> study, UnaryOperator<String> data)
      throws IOException {
    Files.writeString(
        folder.resolve("data.csv"), data.apply(Files.readString(STUDY.resolve("data.csv"))));
    return numbers(folder, study.apply(Files.readString(STUDY.resolve("study.yaml"))));
  }

  private static Numbers numbers(Path folder, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Study study = StudyReader.read("study.yaml", bytes, Analyses.forms(Analyses.ALL)).orThrow();
    Cohort cohort =
        CohortBuilder.standard()
            .build(study, Sources.read(folder, study.data(), study.dictionary()).orThrow())
            .orThrow();
    Map<String, Statistic> numbers = new TreeMap<>();
    for (Asked<?> asked : Analyses.asked(study, Analyses.ALL)) {
      for (Finding finding : asked.run(cohort, Settings.standard())) {
        statistics(finding).forEach(it -> numbers.put(it.address().path(), it));
      }
    }
    return new Numbers(numbers);
  }

  private static List<Statistic> statistics(Finding finding) {
    List<Statistic> all = new ArrayList<>();
    List<Finding.Row> rows =
        switch (finding) {
          case Finding.Characteristics it -> it.rows();
          case Finding.Estimates it -> {
            all.addAll(it.further());
            yield it.rows();
          }
          default -> throw new IllegalStateException(finding.heading().title());
        };
    for (Finding.Row row : rows) {
      row.cells().forEach(cell -> all.addAll(cell.statistics()));
    }
    for (Statistic statistic : List.copyOf(all)) {
      statistic.basis().others().forEach(other -> all.add(other.statistic()));
    }
    return all;
  }

  private static void same(Numbers one, Numbers other) {
    assertThat(other.byAddress().keySet()).isEqualTo(one.byAddress().keySet());
    one.byAddress().forEach((address, statistic) -> same(statistic, other.at(address)));
  }

  private static void same(Statistic one, Statistic other) {
    assertThat(other.estimate()).as(one.address().path()).isEqualTo(one.estimate());
    assertThat(other.p()).as(one.address().path()).isEqualTo(one.p());
    assertThat(other.whyNot()).isEqualTo(one.whyNot());
  }

  @Test
  void orderOfRowsChangesNoNumber() throws IOException {
    Numbers plain = plain();
    Numbers shuffled = changed(it -> it, GenotypeModelsTest::shuffled);
    assertThat(shuffled.byAddress().keySet()).isEqualTo(plain.byAddress().keySet());
    plain.byAddress().forEach((address, statistic) -> close(statistic, shuffled.at(address)));
  }

  private static String shuffled(String data) {
    List<String> lines = new ArrayList<>(data.lines().toList());
    List<String> rows = lines.subList(1, lines.size());
    Collections.shuffle(rows, new Random(5));
    return String.join("\n", lines) + "\n";
  }

  /// Models add up their rows in another order.
  private static void close(Statistic one, Statistic other) {
    String address = one.address().path();
    assertThat(other.estimate().isPresent()).as(address).isEqualTo(one.estimate().isPresent());
    one.estimate()
        .filter(it -> Double.isFinite(it.value()))
        .ifPresent(it ->
            assertThat(other.estimate().orElseThrow().value())
                .as(address)
                .isCloseTo(it.value(), within(NEAR * Math.abs(it.value()) + 1e-12)));
    one.p()
        .ifPresent(p ->
            assertThat(other.p().orElseThrow().ln())
                .as(address)
                .isCloseTo(p.ln(), within(NEAR * Math.abs(p.ln()) + 1e-12)));
  }

  /// The data on the other strand with the strand declared give the same numbers to the last bit.
  @Test
  void strandOfTheDataChangesNoNumber() throws IOException {
    Numbers turned =
        changed(
            study -> study.replace("strand: forward,", "strand: forward, data strand: reverse,"),
            data ->
                data.replace("T/T,", "a/a,")
                    .replace("T/G,", "a/c,")
                    .replace("G/G,", "c/c,")
                    .replace("a/", "A/")
                    .replace("/a", "/A")
                    .replace("c/", "C/")
                    .replace("/c", "/C"));
    same(plain(), turned);
  }

  @Test
  void wayOfWritingGenotypesChangesNoNumber() throws IOException {
    Numbers written =
        changed(
            study -> study.replace("dna: germline,", "dna: germline, spelling: loose,"),
            data -> data.replace("T/T,", "t t,").replace("T/G,", "g|t,").replace("G/G,", "GG,"));
    same(plain(), written);
  }

  /// Counting T instead of G turns every ratio round, swaps dominant with recessive and the ends of
  /// the codominant model, and leaves tests, equilibrium and the other genotypes alone.
  @Test
  void countedAlleleTurnsRatiosAndSwapsDominantWithRecessive() throws IOException {
    Numbers plain = plain();
    Numbers other = changed(study -> study.replace("alleles: T>G", "alleles: G>T"), it -> it);
    for (String model : List.of("crude", "age_and_sex", "other_snp")) {
      turned(
          plain, "association.snp.additive." + model, other, "association.snp.additive." + model);
      turned(
          plain, "association.snp.dominant." + model, other, "association.snp.recessive." + model);
      turned(
          plain, "association.snp.recessive." + model, other, "association.snp.dominant." + model);
      String over = "association.snp.overdominant." + model + ".odds_ratio";
      assertThat(other.value(over)).isCloseTo(plain.value(over), within(NEAR));
      assertThat(other.high(over)).isCloseTo(plain.high(over), within(NEAR));
      // GG against TT becomes TT against GG
      turned(
          plain,
          "association.snp.codominant." + model + ".gg",
          other,
          "association.snp.codominant." + model + ".tt");
    }
    String genotypes = "genotypes.snp_other_scarce_same.snp.";
    for (String group : List.of("cases", "controls")) {
      assertThat(other.value(genotypes + "allele_t." + group + ".frequency"))
          .isCloseTo(1 - plain.value(genotypes + "allele_g." + group + ".frequency"), within(NEAR));
      assertThat(other.low(genotypes + "allele_t." + group + ".frequency"))
          .isCloseTo(1 - plain.high(genotypes + "allele_g." + group + ".frequency"), within(NEAR));
      String test = genotypes + "hardy_weinberg." + group + ".p";
      assertThat(other.p(test)).isCloseTo(plain.p(test), within(NEAR));
      String count = genotypes + "gg." + group + ".count";
      assertThat(other.value(count)).isEqualTo(plain.value(count));
    }
    for (String test :
        List.of("codominant.crude.p", "additive.crude.cochran_armitage", "max3.p.integrated")) {
      String address = "association.snp." + test;
      assertThat(other.p(address)).as(address).isCloseTo(plain.p(address), within(NEAR));
    }
    assertThat(other.value("association.snp.max3.p"))
        .isCloseTo(plain.value("association.snp.max3.p"), within(NEAR));
    plain.byAddress().keySet().stream()
        .filter(it -> it.contains("scarce.") || it.contains("_same.other."))
        .forEach(it -> same(plain.at(it), other.at(it)));
  }

  private static void turned(Numbers one, String from, Numbers other, String to) {
    String before = from + ".odds_ratio";
    String after = to + ".odds_ratio";
    assertThat(other.value(after)).as(after).isCloseTo(1 / one.value(before), within(NEAR));
    assertThat(other.low(after)).as(after).isCloseTo(1 / one.high(before), within(NEAR));
    assertThat(other.high(after)).as(after).isCloseTo(1 / one.low(before), within(NEAR));
    assertThat(p(other, after).isPresent()).isEqualTo(p(one, before).isPresent());
    p(one, before)
        .ifPresent(p -> assertThat(p(other, after).orElseThrow()).isCloseTo(p, within(NEAR)));
  }

  private static Optional<Double> p(Numbers numbers, String address) {
    return numbers.at(address).p().map(it -> it.value());
  }

  /// With 9999 permutations the error is a few thousandths at most; 4 errors are allowed.
  @Test
  void permutedMax3AgreesWithTheIntegral() throws IOException {
    Numbers plain = plain();
    for (String subset : List.of("", "restricted.men.")) {
      String address = "association.snp." + subset + "max3.p";
      double exact = plain.p(address + ".integrated");
      double error = Math.sqrt(exact * (1 - exact) / 9999);
      assertThat(plain.p(address)).isCloseTo(exact, within(4 * error + 1e-4));
    }
  }

  @Test
  void absentGenotypeAndMonomorphicMarkerAreAnsweredInWords() throws IOException {
    Numbers numbers = plain();
    assertThat(numbers.at("association.scarce.recessive.crude.odds_ratio").whyNot()).isNotBlank();
    assertThat(numbers.at("association.scarce.codominant.crude.tt.odds_ratio").whyNot())
        .isNotBlank();
    assertThat(numbers.at("association.scarce.dominant.crude.odds_ratio").estimate()).isPresent();
    assertThat(numbers.at("association.same.additive.crude.odds_ratio").whyNot()).isNotBlank();
    assertThat(numbers.at("association.same.max3.p").whyNot()).isNotBlank();
  }

  private static List<String> problems(String analysis) throws IOException {
    String text = Files.readString(STUDY.resolve("study.yaml"));
    String asked = text.substring(0, text.indexOf("analyses:")) + "analyses:\n" + analysis;
    byte[] bytes = asked.getBytes(StandardCharsets.UTF_8);
    var read = StudyReader.read("study.yaml", bytes, Analyses.forms(Analyses.ALL));
    List<Problem> problems = new ArrayList<>(read.problems());
    read.value().ifPresent(it -> problems.addAll(Analyses.check(it, Analyses.ALL)));
    return problems.stream().map(Problem::code).toList();
  }

  @Test
  void modelsThatDoNotFitAreRefused() throws IOException {
    assertThat(problems("  - association: snp\n    models: [additive, multiplicative]\n"))
        .contains("study/unknown-word");
    assertThat(problems("  - association: snp\n    models: [additive, additive]\n"))
        .contains("study/model-twice");
    assertThat(problems("  - association: age\n    models: [additive]\n"))
        .containsExactly("study/models-of-another-kind");
    assertThat(problems("  - association: snp\n    models: [additive]\n    trend: yes\n"))
        .containsExactly("study/models-alone");
    assertThat(problems("  - association: snp\n    models: additive\n    stratified by: sex\n"))
        .containsExactly("study/models-alone");
  }
}
