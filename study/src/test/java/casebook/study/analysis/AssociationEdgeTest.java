// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static casebook.study.analysis.CohortFixture.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssociationEdgeTest {
  private static final Settings SPSS =
      new Settings(Profile.SPSS14, "plain", 0.95, 1, 1, Optional.empty());

  private static Finding.Estimates run(
      Cohort cohort, Settings settings, String exposure, String... covariates) {
    List<CovariateSet> sets =
        covariates.length == 0
            ? List.of()
            : List.of(
                new CovariateSet(
                    "set", Arrays.stream(covariates).map(it -> new Named(it, AT)).toList(), AT));
    AssociationSpec spec =
        new AssociationSpec(
            new Named(exposure, AT),
            false,
            sets,
            List.of(),
            Optional.empty(),
            "",
            Optional.empty(),
            AT);
    return (Finding.Estimates) new Association().run(spec, cohort, settings).getFirst();
  }

  private static Statistic at(Finding finding, String address) {
    return Printed.of(List.of(finding)).at(address);
  }

  @Test
  void emptyMarginHasNoOddsRatio() {
    CohortFixture fixture = new CohortFixture(10, 12).yesNo("exposed", new int[22]);
    Finding.Estimates finding = run(fixture.cohort(), Settings.standard(), "exposed");
    Statistic ratio = at(finding, "association.exposed.crude.odds_ratio");
    assertThat(ratio.estimate()).isEmpty();
    assertThat(ratio.whyNot()).isEqualTo("nobody is exposed");
    assertThat(at(finding, "association.exposed.crude.p").whyNot()).isNotEmpty();
  }

  @Test
  void studyWithoutControlsIsRefusedWithAReason() {
    CohortFixture fixture = new CohortFixture(10, 0);
    fixture.yesNo("exposed", fixture.firstOf(4, 0));
    Finding.Estimates finding = run(fixture.cohort(), Settings.standard(), "exposed");
    assertThat(finding.heading().warnings())
        .contains("There are no controls, so that nothing can be compared.");
    assertThat(at(finding, "association.exposed.crude.odds_ratio").whyNot())
        .isEqualTo("there are no controls");
  }

  @Test
  void exposureMissingInEverybodyIsNamed() {
    int[] missing = new int[20];
    Arrays.fill(missing, -1);
    Cohort cohort = new CohortFixture(10, 10).yesNo("exposed", missing).cohort();
    Finding.Estimates finding = run(cohort, Settings.standard(), "exposed");
    assertThat(finding.heading().warnings()).contains("exposed is missing in everybody.");
  }

  @Test
  void separatedCovariateIsNamedAndFirthTakesTheRow() {
    CohortFixture fixture = new CohortFixture(60, 60);
    int[] marker = fixture.firstOf(20, 0);
    int[] exposed = IntStream.range(0, 120).map(i -> i % 3 == 0 ? 1 : 0).toArray();
    Cohort cohort = fixture.yesNo("exposed", exposed).yesNo("marker", marker).cohort();
    Finding.Estimates finding = run(cohort, Settings.standard(), "exposed", "marker");
    Statistic adjusted = at(finding, "association.exposed.set.odds_ratio");
    assertThat(adjusted.method().name()).contains("Firth");
    assertThat(at(finding, "association.exposed.crude.odds_ratio").method().name())
        .contains("Firth");
    Cell crude = finding.rows().getFirst().cells().get(2);
    assertThat(crude.notes().getFirst()).contains("marker predicts perfectly who is a case");
    Statistic term =
        at(
            run(cohort, SPSS, "exposed", "marker"),
            "association.exposed.set.term.marker.odds_ratio");
    assertThat(term.estimate()).isEmpty();
    assertThat(term.whyNot()).contains("no finite answer").contains("marker");
  }

  @Test
  void collinearCovariatesAreBothNamed() {
    CohortFixture fixture = new CohortFixture(60, 60);
    int[] sex = IntStream.range(0, 120).map(i -> i % 2).toArray();
    int[] male = IntStream.of(sex).map(code -> 1 - code).toArray();
    Cohort cohort =
        fixture
            .yesNo("exposed", fixture.firstOf(30, 15))
            .levels("sex", List.of("male", "female"), sex)
            .yesNo("man", male)
            .cohort();
    Finding.Estimates finding = run(cohort, Settings.standard(), "exposed", "sex", "man");
    assertThat(finding.heading().warnings())
        .contains("The model adjusted for set: man says the same as sex female; it was left out.");
    assertThat(at(finding, "association.exposed.set.odds_ratio").estimate()).isPresent();
    assertThat(at(finding, "association.exposed.set.term.man.odds_ratio").whyNot())
        .isEqualTo("it follows from other covariates and was left out");
  }

  @Test
  void exposureThatFollowsFromACovariateHasNoAdjustedOddsRatio() {
    CohortFixture fixture = new CohortFixture(60, 60);
    int[] codes = fixture.firstOf(30, 15);
    Cohort cohort = fixture.yesNo("exposed", codes).yesNo("same", codes).cohort();
    Statistic adjusted =
        at(
            run(cohort, Settings.standard(), "exposed", "same"),
            "association.exposed.set.odds_ratio");
    assertThat(adjusted.estimate()).isEmpty();
    assertThat(adjusted.whyNot()).contains("cannot be told apart from the covariates");
  }

  @Test
  void constantCovariateIsLeftOutAndNamed() {
    CohortFixture fixture = new CohortFixture(40, 40);
    Cohort cohort =
        fixture
            .yesNo("exposed", fixture.firstOf(20, 10))
            .levels("sex", List.of("male", "female"), new int[80])
            .cohort();
    Finding.Estimates finding = run(cohort, SPSS, "exposed", "sex");
    assertThat(finding.heading().warnings())
        .contains("The model adjusted for set: sex is the same in everybody and was left out.");
    Printed printed = Printed.of(List.of(finding));
    assertThat(printed.value("association.exposed.set.odds_ratio"))
        .isCloseTo(printed.value("association.exposed.crude.odds_ratio"), within(1e-12));
  }

  @Test
  void moreCovariatesThanCasesAreRefused() {
    CohortFixture fixture = new CohortFixture(4, 40);
    fixture.yesNo("exposed", fixture.firstOf(2, 10));
    String[] names = new String[4];
    for (int k = 0; k < 4; k++) {
      int shift = k;
      names[k] = "x" + k;
      fixture.number(
          names[k], IntStream.range(0, 44).mapToDouble(i -> (i * (7 + shift)) % 11).toArray());
    }
    Finding.Estimates finding = run(fixture.cohort(), Settings.standard(), "exposed", names);
    assertThat(at(finding, "association.exposed.set.odds_ratio").whyNot())
        .isEqualTo("the model has 5 coefficients for 4 cases");
    assertThat(finding.heading().warnings()).anyMatch(it -> it.contains("Choose fewer covariates"));
  }

  @Test
  void fewCasesForEachCoefficientAreWarnedOf() {
    CohortFixture fixture = new CohortFixture(30, 300);
    fixture.yesNo("exposed", fixture.firstOf(12, 100));
    for (int k = 0; k < 3; k++) {
      int shift = k;
      fixture.number(
          "x" + k, IntStream.range(0, 330).mapToDouble(i -> (i * (7 + shift)) % 13).toArray());
    }
    Finding.Estimates finding =
        run(fixture.cohort(), Settings.standard(), "exposed", "x0", "x1", "x2");
    assertThat(finding.heading().warnings())
        .anyMatch(it -> it.contains("4 coefficients for 30 persons"));
  }

  @Test
  void levelsOfAFactorStandAgainstTheFirst() {
    CohortFixture fixture = new CohortFixture(60, 60);
    int[] site = IntStream.range(0, 120).map(i -> i < 60 ? i % 3 : (i % 6) / 2).toArray();
    Cohort cohort = fixture.levels("site", List.of("a", "b", "c", "d"), site).cohort();
    Finding.Estimates finding = run(cohort, Settings.standard(), "site");
    assertThat(finding.rows())
        .extracting(Finding.Row::label)
        .containsExactly("site", "a", "b", "c", "d");
    assertThat(finding.rows().get(1).cells().get(2).form()).isEqualTo(Cell.Form.REFERENCE);
    assertThat(at(finding, "association.site.crude.b.odds_ratio").estimate()).isPresent();
    assertThat(at(finding, "association.site.crude.d.odds_ratio").whyNot())
        .isEqualTo("nobody is exposed");
    assertThat(finding.rows()).allMatch(row -> row.cells().size() == finding.columns().size());
  }

  @Test
  void genotypeIsCountedByItsSecondAllele() {
    CohortFixture fixture = new CohortFixture(80, 80);
    int[] fvl = IntStream.range(0, 160).map(i -> i < 80 ? i % 3 : (i % 8) / 4).toArray();
    Cohort cohort = fixture.yesNo("exposed", fixture.firstOf(40, 20)).genotype("fvl", fvl).cohort();
    Printed carrier = Printed.of(List.of(run(cohort, SPSS, "exposed", "fvl carrier")));
    Printed additive = Printed.of(List.of(run(cohort, SPSS, "exposed", "fvl additive")));
    assertThat(carrier.all()).containsKey("association.exposed.set.term.fvl_carrier.odds_ratio");
    assertThat(additive.all()).containsKey("association.exposed.set.term.fvl_additive.odds_ratio");
  }
}
