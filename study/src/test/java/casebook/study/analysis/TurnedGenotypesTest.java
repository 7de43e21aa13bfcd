// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every number of the genotype table, of comparison, correlation and survival by genotype when the
/// other allele is counted, the data name the other strand, or the rows stand in another order:
/// what changes as it must, and nothing else. The odds ratios of genotypes have their own tests.
class TurnedGenotypesTest {
  private static final Path DATA = Path.of("..", "studies", "mdm2-cll");

  /// Sums in another order, and likelihoods turned round.
  private static final double NEAR = 1e-9;

  /// Profile limits are found to 1e-8 of a standard error.
  private static final double ROOT = 1e-7;

  private static final String STUDY =
      """
      analyses:
        - genotypes: snp309
        - comparison: mdm2 by snp309
          models: [additive, codominant, dominant, recessive, overdominant]
          equivalence margin: 2 fold
          restricted to: {without trisomy 12: not trisomy12}
        - correlation: mdm2 with p53
          by: snp309
        - survival: {from: diagnosed, to: last_contact, event: died, unit: years}
          by: snp309
          adjusted for: [age]
          at: [5]
          name: three
        - survival: {from: diagnosed, to: last_contact, event: died, unit: years}
          by: snp309 as additive
          adjusted for: [age]
          name: additive
        - survival: {from: diagnosed, to: last_contact, event: died, unit: years}
          by: snp309 as dominant
          adjusted for: [age]
          name: dominant
        - survival: {from: diagnosed, to: last_contact, event: died, unit: years}
          by: snp309 as recessive
          adjusted for: [age]
          name: recessive
        - survival: {from: diagnosed, to: last_contact, event: died, unit: years}
          by: snp309 as overdominant
          adjusted for: [age]
          name: overdominant
      """;

  /// The best of several models allows for the choice by random orders, which fall otherwise.
  private static final String BY_CHANCE = "largest_of_models.p";

  @TempDir private Path folder;

  private static String study() throws IOException {
    String text = Files.readString(DATA.resolve("study.yaml"));
    return text.substring(0, text.indexOf("analyses:")) + STUDY;
  }

  private static Printed printed(Path folder, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Study study = StudyReader.read("study.yaml", bytes, Analyses.forms(Analyses.ALL)).orThrow();
    Cohort cohort =
        CohortBuilder.standard()
            .build(study, Sources.read(folder, study.data(), study.dictionary()).orThrow())
            .orThrow();
    return Printed.of(
        Analyses.asked(study, Analyses.ALL).stream()
            .flatMap(asked -> asked.run(cohort, Settings.standard()).stream())
            .toList());
  }

  private Path written(UnaryOperator<List<String>> change) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(DATA.resolve("samples.csv")));
    Files.write(folder.resolve("samples.csv"), change.apply(lines));
    return folder;
  }

  private static List<String> shuffled(List<String> lines) {
    Collections.shuffle(lines.subList(1, lines.size()), new Random(11));
    return lines;
  }

  /// The genotypes as the other strand names them.
  private static List<String> onTheOtherStrand(List<String> lines) {
    return lines.stream()
        .map(line -> {
          String[] cells = line.split(",", -1);
          cells[1] = cells[1].replace('T', 'A').replace('G', 'C');
          return String.join(",", cells);
        })
        .toList();
  }

  @Test
  void orderOfRowsChangesNothing() throws IOException {
    Printed one = printed(DATA, study());
    Printed other = printed(written(TurnedGenotypesTest::shuffled), study());
    assertThat(other.all().keySet()).isEqualTo(one.all().keySet());
    one.all().forEach((address, number) -> near(number, other.at(address), it -> it));
    assertThat(other.at("comparison.mdm2_by_snp309." + BY_CHANCE).p())
        .isEqualTo(one.at("comparison.mdm2_by_snp309." + BY_CHANCE).p());
  }

  @Test
  void strandOfTheDataChangesNoBit() throws IOException {
    String turned =
        study().replace("alleles: T>G,", "alleles: T>G, strand: forward, data strand: reverse,");
    assertThat(turned).isNotEqualTo(study());
    Printed one = printed(DATA, study());
    Printed other = printed(written(TurnedGenotypesTest::onTheOtherStrand), turned);
    assertThat(other.all().keySet()).isEqualTo(one.all().keySet());
    one.all()
        .forEach((address, number) -> {
          Statistic same = other.at(address);
          assertThat(same.estimate()).as(address).isEqualTo(number.estimate());
          assertThat(same.p()).as(address).isEqualTo(number.p());
          assertThat(same.label()).isEqualTo(number.label());
          assertThat(same.whyNot()).isEqualTo(number.whyNot());
        });
  }

  @Test
  void countingTheOtherAlleleTurnsWhatDependsOnItAndNothingElse() throws IOException {
    Printed one = printed(DATA, study());
    Printed other = printed(DATA, study().replace("alleles: T>G", "alleles: G>T"));
    Set<String> expected = new TreeSet<>();
    for (Statistic number : one.all().values()) {
      String address = number.address().path();
      String place = turned(address);
      expected.add(place);
      if (heterozygotesAgainstTheReference(address)) {
        continue; // the reference is another one
      }
      if (address.endsWith("allele_g.all.frequency")) {
        near(number, other.at(place), it -> 1 - it);
      } else if (address.endsWith("mean_ratio") || address.endsWith("hazard_ratio")) {
        boolean stays = address.contains("overdominant");
        near(number, other.at(place), stays ? it -> it : it -> 1 / it);
      } else if (address.endsWith("jonckheere_terpstra.p")) {
        near(number, other.at(place), it -> -it);
      } else if (!address.endsWith(BY_CHANCE)) {
        near(number, other.at(place), it -> it);
      }
    }
    assertThat(new TreeSet<>(other.all().keySet())).isEqualTo(expected);
  }

  /// TG against GG is TG against TT over GG against TT, and the best of the models has the same
  /// statistic; its P falls within the error of 9999 random orders.
  @Test
  void heterozygotesAndTheBestModelFollowFromTheOthers() throws IOException {
    Printed one = printed(DATA, study());
    Printed other = printed(DATA, study().replace("alleles: T>G", "alleles: G>T"));
    for (String people :
        List.of(
            "comparison.mdm2_by_snp309.",
            "comparison.mdm2_by_snp309.restricted.without_trisomy_12.")) {
      assertThat(other.value(people + "gt.mean_ratio"))
          .isCloseTo(
              one.value(people + "tg.mean_ratio") / one.value(people + "gg.mean_ratio"),
              within(NEAR));
      assertThat(other.value(people + BY_CHANCE))
          .isCloseTo(one.value(people + BY_CHANCE), within(NEAR));
      double p = one.at(people + BY_CHANCE).p().orElseThrow().value();
      assertThat(other.at(people + BY_CHANCE).p().orElseThrow().value())
          .isCloseTo(p, within(4 * Math.sqrt(2 * p * (1 - p) / 9999)));
    }
    for (String fit : List.of("crude", "adjusted")) {
      String ratio = "." + fit + ".hazard_ratio";
      assertThat(other.value("survival.three.gt" + ratio))
          .isCloseTo(
              one.value("survival.three.tg" + ratio) / one.value("survival.three.gg" + ratio),
              within(NEAR));
    }
  }

  private static boolean heterozygotesAgainstTheReference(String address) {
    return address.matches("comparison\\..*\\.tg\\.(mean_ratio|equivalence|detectable_ratio)")
        || address.matches("survival\\.three\\.tg\\..*hazard_ratio");
  }

  /// Where a number stands when T is counted: dominant is recessive, the reference is GG.
  private static String turned(String address) {
    String place = address;
    if (place.contains(".dominant.")) {
      place = place.replace(".dominant.", ".recessive.");
    } else {
      place = place.replace(".recessive.", ".dominant.");
    }
    if (address.endsWith("hazard_ratio")) {
      place = place.replace(".tg_or_gg.", ".tt.");
      place = place.replace("survival.dominant.gg.", "survival.dominant.gt_or_tt.");
      place = place.replace("survival.three.gg.", "survival.three.tt.");
    }
    if (address.matches("comparison\\..*\\.gg\\.(mean_ratio|equivalence|detectable_ratio)")) {
      place = place.replace(".gg.", ".tt.");
    }
    return place
        .replace(".tg_or_gg.", ".gg_or_gt.")
        .replace(".tt_or_tg.", ".gt_or_tt.")
        .replace(".tt_or_gg.", ".gg_or_tt.")
        .replace(".tg.", ".gt.")
        .replace(".by_tg.", ".by_gt.")
        .replace(".allele_g.", ".allele_t.");
  }

  private static void near(Statistic one, Statistic other, UnaryOperator<Double> change) {
    String address = one.address().path();
    assertThat(other.whyNot()).as(address).isEqualTo(one.whyNot());
    assertThat(other.estimate().isPresent()).as(address).isEqualTo(one.estimate().isPresent());
    one.estimate().ifPresent(it -> near(address, it, other.estimate().orElseThrow(), change));
    assertThat(other.p().isPresent()).as(address).isEqualTo(one.p().isPresent());
    Optional<PValue> p = one.p();
    p.ifPresent(it -> near(address, it.value(), other.p().orElseThrow().value(), NEAR));
  }

  private static void near(
      String address, Estimate one, Estimate other, UnaryOperator<Double> change) {
    near(address, change.apply(one.value()), other.value(), NEAR);
    assertThat(other.interval().isPresent()).as(address).isEqualTo(one.interval().isPresent());
    if (one.interval().isPresent()) {
      Interval limits = one.interval().get();
      Interval others = other.interval().orElseThrow();
      double low = change.apply(limits.low());
      double high = change.apply(limits.high());
      near(address, Math.min(low, high), others.low(), ROOT);
      near(address, Math.max(low, high), others.high(), ROOT);
    }
  }

  private static void near(String address, double expected, double actual, double relative) {
    if (Double.isInfinite(expected)) {
      assertThat(actual).as(address).isEqualTo(expected);
    } else {
      assertThat(actual)
          .as(address)
          .isCloseTo(expected, within(relative * Math.abs(expected) + 1e-12));
    }
  }
}
