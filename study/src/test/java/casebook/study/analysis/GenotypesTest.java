// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.study.analysis.genotype.GenotypesSpec;
import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.language.Clause;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Tables of genotypes counted by hand; -1 is missing, -2 was not asked.
class GenotypesTest {
  private static Clause word(String text) {
    return new Clause(
        text, text, Clause.Shape.PLAIN, List.of(), CohortFixture.AT, CohortFixture.AT);
  }

  private static Finding.Characteristics table(CohortFixture people, Optional<String> in) {
    GenotypesSpec spec =
        new GenotypesSpec(
            List.of(word("fvl")),
            Optional.empty(),
            in.map(GenotypesTest::word),
            Optional.empty(),
            CohortFixture.AT);
    return (Finding.Characteristics)
        new Genotypes().run(spec, people.cohort(), Settings.standard()).getFirst();
  }

  /// So many cases and controls with 0, 1, 2 counted alleles, and without a call.
  private static CohortFixture people(int[] cases, int[] controls) {
    List<Integer> codes = new ArrayList<>();
    for (int[] group : List.of(cases, controls)) {
      for (int place = 0; place < 4; place++) {
        for (int i = 0; i < group[place]; i++) {
          codes.add(place == 3 ? -1 : place);
        }
      }
    }
    return new CohortFixture(sum(cases), sum(controls))
        .genotype("fvl", codes.stream().mapToInt(Integer::intValue).toArray());
  }

  private static int sum(int[] counts) {
    return counts[0] + counts[1] + counts[2] + counts[3];
  }

  private static int[] counts(int aa, int ab, int bb, int missing) {
    return new int[] {aa, ab, bb, missing};
  }

  private static Statistic at(Finding.Characteristics table, String address) {
    return table.rows().stream()
        .flatMap(row -> row.cells().stream())
        .flatMap(cell -> cell.statistics().stream())
        .filter(statistic -> statistic.address().path().equals(address))
        .findFirst()
        .orElseThrow();
  }

  private static double value(Finding.Characteristics table, String address) {
    return at(table, address).estimate().orElseThrow().value();
  }

  /// 10 people with 2 of 20 alleles A: GG 8, GA 2.
  @Test
  void genotypesAllelesAndCallsAreCounted() {
    Finding.Characteristics table = table(people(counts(8, 2, 0, 2), counts(5, 4, 1, 0)), none());
    assertThat(value(table, "genotypes.fvl.gg.cases.count")).isEqualTo(8);
    assertThat(value(table, "genotypes.fvl.gg.cases.percent")).isEqualTo(80);
    assertThat(value(table, "genotypes.fvl.call_rate.cases.count")).isEqualTo(10);
    assertThat(at(table, "genotypes.fvl.call_rate.cases.count").basis().counts())
        .containsEntry("of", 12L);
    assertThat(value(table, "genotypes.fvl.allele_a.cases.frequency")).isEqualTo(0.1);
    assertThat(value(table, "genotypes.fvl.allele_a.controls.frequency")).isEqualTo(0.3);
    assertThat(table.heading().notes())
        .contains("fvl, cases: nobody has AA.")
        .noneMatch(note -> note.startsWith("fvl, controls"));
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  /// The golden `hwe/five`: 3, 0, 2. Expected counts are 1.8, 2.4, 0.8. Of the 5 people with 4
  /// alleles of one kind the heterozygotes can be 0, 2 or 4, with probabilities 10, 120 and 80 of
  /// 210; so the mid-P of the rarest is 5/210.
  @Test
  void equilibriumIsExactAndChiSquareIsRefusedWhereFewAreExpected() {
    Finding.Characteristics table = table(people(counts(9, 0, 1, 0), counts(3, 0, 2, 0)), none());
    Statistic test = at(table, "genotypes.fvl.hardy_weinberg.controls.p");
    assertThat(test.p().orElseThrow().value()).isCloseTo(5 / 210.0, within(1e-15));
    Statistic chiSquare = test.basis().others().get(1).statistic();
    assertThat(chiSquare.p()).isEmpty();
    assertThat(chiSquare.whyNot()).isEqualTo("an expected count is below 5");
    assertThat(table.heading().warnings()).hasSize(1);
    assertThat(table.heading().warnings().getFirst())
        .startsWith("fvl: the genotypes of controls are not in Hardy–Weinberg equilibrium.");
  }

  @Test
  void chiSquareStandsBesideWhereItHolds() {
    Finding.Characteristics table =
        table(people(counts(9, 0, 1, 0), counts(298, 489, 213, 0)), none());
    Statistic test = at(table, "genotypes.fvl.hardy_weinberg.controls.p");
    assertThat(test.p().orElseThrow().value()).isCloseTo(0.6330965329428901, within(1e-9));
    assertThat(test.basis().others().get(1).statistic().p().orElseThrow().value())
        .isCloseTo(0.6379072637822244, within(1e-9));
    assertThat(table.heading().warnings()).isEmpty();
  }

  @Test
  void monomorphicMarkerIsAnsweredInWords() {
    Finding.Characteristics table = table(people(counts(9, 1, 0, 0), counts(12, 0, 0, 0)), none());
    assertThat(at(table, "genotypes.fvl.hardy_weinberg.controls.p").whyNot())
        .isEqualTo("only one allele is seen");
    assertThat(at(table, "genotypes.fvl.hardy_weinberg.controls.inbreeding").whyNot())
        .isEqualTo("only one allele is seen");
    assertThat(value(table, "genotypes.fvl.allele_a.controls.frequency")).isZero();
    assertThat(table.heading().notes())
        .contains(
            "fvl, controls: only one allele is seen, so that there is nothing to compare and no"
                + " equilibrium to test.");
    assertThat(table.heading().warnings()).isEmpty();
  }

  @Test
  void nobodyGenotypedIsAnsweredInWords() {
    Finding.Characteristics table = table(people(counts(3, 1, 0, 0), counts(0, 0, 0, 5)), none());
    assertThat(at(table, "genotypes.fvl.hardy_weinberg.controls.p").whyNot())
        .isEqualTo("no genotype is known");
    assertThat(at(table, "genotypes.fvl.allele_a.controls.frequency").whyNot())
        .isEqualTo("there are no genotypes");
    assertThat(table.heading().notes()).contains("fvl, controls: no genotype is known.");
  }

  @Test
  void declaredGroupGetsAColumnWhereThereIsNone() {
    CohortFixture people = people(counts(5, 4, 1, 0), counts(8, 2, 0, 0));
    assertThat(slugs(table(people, none()))).containsExactly("cases", "controls");
    assertThat(table(people, none()).heading().notes().getFirst())
        .isEqualTo(
            "Hardy–Weinberg equilibrium is judged in controls; in other columns it is for"
                + " information.");
    Finding.Characteristics all = table(people, Optional.of("all"));
    assertThat(slugs(all)).containsExactly("cases", "controls", "all");
    assertThat(value(all, "genotypes.fvl.allele_a.all.frequency")).isEqualTo(0.2);
    assertThat(all.heading().notes().getFirst())
        .startsWith("Hardy–Weinberg equilibrium is judged in all persons, as declared;");
    people.design("cross-sectional");
    assertThat(slugs(table(people, none()))).containsExactly("cases", "controls", "all");
  }

  private static List<String> slugs(Finding.Characteristics table) {
    return table.columns().stream().map(Finding.Column::slug).toList();
  }

  @Test
  void everyRowHasACellForEveryColumn() {
    Finding.Characteristics table = table(people(counts(1, 1, 1, 0), counts(0, 0, 0, 0)), none());
    assertThat(table.rows()).allSatisfy(row -> assertThat(row.cells()).hasSize(2));
    assertThat(table.rows().getFirst().cells())
        .allSatisfy(cell -> assertThat(cell.form()).isEqualTo(Cell.Form.EMPTY));
  }

  private static List<String> problems(String analysis) {
    String text =
        """
        casebook: 1
        title: Genotypes
        design: cross-sectional
        data: data.csv
        subject: id
        variables:
          snp309: {is: genotype, alleles: T>G}
          age: {is: number, unit: years}
        analyses:
        """
            + analysis;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Study study = StudyReader.read("study.yaml", bytes, Analyses.forms(Analyses.ALL)).orThrow();
    return Analyses.check(study, Analyses.ALL).stream().map(Problem::code).toList();
  }

  @Test
  void whatIsNoGenotypeIsRefused() {
    assertThat(problems("  - genotypes: [snp309, age]\n"))
        .containsExactly("study/genotypes-of-another-kind");
    assertThat(problems("  - genotypes: snp310\n")).containsExactly("study/unknown-variable");
    assertThat(problems("  - genotypes: snp309\n    in: controls\n"))
        .containsExactly("study/genotypes-in-no-group");
    assertThat(problems("  - genotypes: snp309\n    in: all\n")).isEmpty();
    assertThat(problems("  - genotypes: snp309\n    by: age\n")).hasSize(1);
  }
}
