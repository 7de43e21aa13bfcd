// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static casebook.study.analysis.CohortFixture.AT;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.cohort.Cohort;
import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CharacteristicsTest {
  private static Finding.Characteristics run(
      Cohort cohort, Map<Named, Summarised> summaries, boolean compared, String... variables) {
    CharacteristicsSpec spec =
        new CharacteristicsSpec(
            Arrays.stream(variables).map(it -> new Named(it, AT)).toList(),
            Optional.of(new Named("group", AT)),
            summaries,
            compared,
            compared,
            Optional.empty(),
            Optional.empty(),
            AT);
    return (Finding.Characteristics)
        new Characteristics().run(spec, cohort, Settings.standard()).getFirst();
  }

  private static Statistic at(Finding finding, String address) {
    return Printed.of(List.of(finding)).at(address);
  }

  private static Cohort people() {
    double missing = Double.NaN;
    double notAsked = Double.POSITIVE_INFINITY;
    return new CohortFixture(3, 4)
        .number("age", 40, 50, 60, 44, missing, 46, 48)
        .number("duration", 1, 2, missing, notAsked, notAsked, notAsked, notAsked)
        .yesNo("la", 1, 0, 0, 0, -1, 0, 1)
        .levels("site", List.of("DVT", "PE"), 0, 1, 1, -2, -2, -2, -2)
        .number("same", 7, 7, 7, 7, 7, 7, 7)
        .cohort();
  }

  /// Cases 40, 50, 60: mean 50, variance (100 + 0 + 100) / 2, SE 10 / sqrt 3.
  @Test
  void meanHasStandardDeviationOrErrorAsDeclared() {
    Finding plain = run(people(), Map.of(), false, "age");
    assertThat(at(plain, "characteristics.age.cases.mean").estimate().orElseThrow().value())
        .isEqualTo(50);
    assertThat(
            at(plain, "characteristics.age.cases.standard_deviation")
                .estimate()
                .orElseThrow()
                .value())
        .isEqualTo(10);
    Finding declared =
        run(people(), Map.of(new Named("age", AT), Summarised.MEAN_SE), false, "age");
    assertThat(
            at(declared, "characteristics.age.cases.standard_error")
                .estimate()
                .orElseThrow()
                .value())
        .isCloseTo(10 / Math.sqrt(3), Offset.offset(1e-14));
    assertThat(plain.heading().notes()).anyMatch(note -> note.contains("not declared for age"));
    assertThat(declared.heading().notes()).noneMatch(note -> note.contains("not declared"));
  }

  @Test
  void casesStandBeforeControlsAndMissingHasARowOfItsOwn() {
    Finding.Characteristics finding = run(people(), Map.of(), false, "age", "la");
    assertThat(finding.columns())
        .extracting(Finding.Column::label)
        .containsExactly("Cases", "Controls");
    assertThat(finding.columns()).extracting(Finding.Column::n).containsExactly(3, 4);
    assertThat(finding.rows())
        .extracting(Finding.Row::label)
        .containsExactly("age", "Missing", "la", "Missing");
    Statistic percent = at(finding, "characteristics.la.controls.percent");
    assertThat(percent.basis().counts()).containsEntry("count", 1L).containsEntry("of", 3L);
    assertThat(percent.basis().rows().out().getFirst().reason()).isEqualTo("la is missing");
  }

  @Test
  void whatWasNotAskedIsADash() {
    Finding.Characteristics finding = run(people(), Map.of(), true, "duration", "site");
    assertThat(finding.rows().getFirst().cells().get(1).form()).isEqualTo(Form.NOT_APPLICABLE);
    assertThat(finding.rows().getFirst().cells().get(2).form()).isEqualTo(Form.NOT_APPLICABLE);
    Finding.Row site =
        finding.rows().stream().filter(row -> row.label().equals("PE")).findFirst().orElseThrow();
    assertThat(site.cells().get(0).form()).isEqualTo(Form.COUNT_PERCENT);
    assertThat(site.cells().get(1).form()).isEqualTo(Form.NOT_APPLICABLE);
  }

  @Test
  void constantHasQuantilesAndNoTest() {
    Finding finding =
        run(people(), Map.of(new Named("same", AT), Summarised.MEDIAN_QUARTILES), true, "same");
    assertThat(at(finding, "characteristics.same.cases.median").estimate().orElseThrow().value())
        .isEqualTo(7);
    assertThat(
            at(finding, "characteristics.same.standardised_difference")
                .estimate()
                .orElseThrow()
                .value())
        .isEqualTo(0);
    assertThat(
            at(finding, "characteristics.same.p").p().isPresent()
                || !at(finding, "characteristics.same.p").whyNot().isEmpty())
        .isTrue();
  }

  @Test
  void oneValueHasNoSpread() {
    Cohort cohort = new CohortFixture(1, 2).number("age", 40, 50, 60).cohort();
    Finding finding = run(cohort, Map.of(), true, "age");
    Statistic deviation = at(finding, "characteristics.age.cases.standard_deviation");
    assertThat(deviation.estimate()).isEmpty();
    assertThat(deviation.whyNot()).isEqualTo("one value alone has no spread");
    assertThat(
            at(finding, "characteristics.age.controls.standard_deviation")
                .estimate()
                .orElseThrow()
                .value())
        .isCloseTo(Math.sqrt(50), Offset.offset(1e-14));
    assertThat(at(finding, "characteristics.age.p").whyNot()).isNotEmpty();
  }

  @Test
  void variableMissingInEverybodyIsWarnedOf() {
    double missing = Double.NaN;
    Cohort cohort =
        new CohortFixture(2, 2).number("x", missing, missing, missing, missing).cohort();
    Finding finding = run(cohort, Map.of(), false, "x");
    assertThat(finding.heading().warnings())
        .containsExactly("x is missing in everybody; there is nothing to describe.");
    assertThat(at(finding, "characteristics.x.cases.mean").whyNot()).isEqualTo("no value is known");
  }

  @Test
  void summariesAreReadAsCliniciansWriteThem() {
    assertThat(Summarised.read("mean SE")).contains(Summarised.MEAN_SE);
    assertThat(Summarised.read("mean (SD)")).contains(Summarised.MEAN_SD);
    assertThat(Summarised.read("Median (Q1–Q3)")).contains(Summarised.MEDIAN_QUARTILES);
    assertThat(Summarised.read("median (IQR)")).contains(Summarised.MEDIAN_QUARTILES);
    assertThat(Summarised.read("median (range)")).contains(Summarised.MEDIAN_RANGE);
    assertThat(Summarised.read("mode")).isEmpty();
  }

  @Test
  void groupsComeFromTheLevelsOfAVariable() {
    Cohort cohort =
        new CohortFixture(2, 2)
            .levels("site", List.of("<10", ">10", "other"), 0, 1, 2, -1)
            .number("age", 1, 2, 3, 4)
            .cohort();
    CharacteristicsSpec spec =
        new CharacteristicsSpec(
            List.of(new Named("age", AT)),
            Optional.of(new Named("site", AT)),
            Map.of(),
            true,
            true,
            Optional.empty(),
            Optional.of("by site"),
            AT);
    Finding.Characteristics finding =
        (Finding.Characteristics)
            new Characteristics().run(spec, cohort, Settings.standard()).getFirst();
    assertThat(finding.columns())
        .extracting(Finding.Column::slug)
        .containsExactly("10", "10_2", "other", "p");
    assertThat(finding.heading().address().path()).isEqualTo("characteristics.by_site");
    assertThat(finding.heading().notes())
        .contains("1 person is in no column: the group is not known.");
  }

  /// `<2` among 1.. : the median of 2 (below), 3, 5, 7 is 4 whatever the first is; a mean is not.
  @Test
  void valuesBeyondALimitOfDetectionHaveAMedianButNoMean() {
    Column.Numeric censored =
        new Column.Numeric(
            "crp",
            new double[] {2, 3, 5, 7, 2, 2},
            new Presence[] {
              Presence.KNOWN,
              Presence.KNOWN,
              Presence.KNOWN,
              Presence.KNOWN,
              Presence.KNOWN,
              Presence.KNOWN
            },
            Map.of(),
            Map.of(0, Censoring.BELOW, 4, Censoring.BELOW, 5, Censoring.BELOW));
    Cohort cohort = new CohortFixture(4, 2).column(censored).cohort();
    Finding median =
        run(cohort, Map.of(new Named("crp", AT), Summarised.MEDIAN_RANGE), false, "crp");
    assertThat(at(median, "characteristics.crp.cases.median").estimate().orElseThrow().value())
        .isEqualTo(4);
    assertThat(at(median, "characteristics.crp.cases.minimum").estimate()).isEmpty();
    assertThat(at(median, "characteristics.crp.controls.median").whyNot())
        .isEqualTo("some values lie beyond a limit of detection");
    Finding mean = run(cohort, Map.of(), true, "crp");
    assertThat(at(mean, "characteristics.crp.cases.mean").estimate()).isEmpty();
    assertThat(at(mean, "characteristics.crp.p").whyNot()).isNotEmpty();
    assertThat(at(mean, "characteristics.crp.standardised_difference").estimate()).isEmpty();
  }
}
