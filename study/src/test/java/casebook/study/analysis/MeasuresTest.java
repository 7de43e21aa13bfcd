// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Estimate;
import casebook.study.finding.Finding;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Further measures of effect of tables that papers print.
class MeasuresTest {
  private static Finding.Estimates run(CohortFixture people, int cases, int controls) {
    List<Measure.Wanted> all =
        Arrays.stream(Measure.values())
            .map(measure -> new Measure.Wanted(measure, CohortFixture.AT))
            .toList();
    AssociationSpec spec =
        new AssociationSpec(
            new Named("exposed", CohortFixture.AT),
            false,
            List.of(),
            List.of(),
            new AssociationRequests(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                all,
                Optional.empty(),
                Optional.empty()),
            "",
            Optional.empty(),
            CohortFixture.AT);
    CohortFixture whole = people.yesNo("exposed", people.firstOf(cases, controls));
    Settings standard = Settings.standard();
    Settings wald = new Settings(Profile.SPSS14, "plain", 0.95, 1, 1, Optional.empty());
    List<Finding> findings = new Association().run(spec, whole.cohort(), standard);
    assertThat(new Association().run(spec, whole.cohort(), wald)).hasSize(2);
    return (Finding.Estimates) findings.get(1);
  }

  private static Statistic at(Finding.Estimates table, String end) {
    return table.rows().stream()
        .flatMap(row -> row.cells().stream())
        .flatMap(cell -> cell.statistics().stream())
        .filter(it -> it.address().path().equals("association.exposed." + end))
        .findFirst()
        .orElseThrow();
  }

  private static void printed(Statistic found, double value, double low, double high, double half) {
    Estimate estimate = found.estimate().orElseThrow();
    assertThat(estimate.value()).isCloseTo(value, within(half));
    assertThat(estimate.interval().orElseThrow().low()).isCloseTo(low, within(half));
    assertThat(estimate.interval().orElseThrow().high()).isCloseTo(high, within(half));
  }

  /// 56 of 70 against 48 of 80: Newcombe, Statistics in Medicine 17 (1998) 873, table II, example
  /// (a), method 10: 0.2000 (0.0524 to 0.3339). The number needed is 1 / 0.2.
  @Test
  void riskDifferenceIsThatOfNewcombe() {
    Finding.Estimates table = run(new CohortFixture(104, 46).design("cohort"), 56, 14);
    printed(at(table, "risk_difference"), 20, 5.24, 33.39, 0.005);
    printed(at(table, "number_needed"), 5, 1 / 0.3339, 1 / 0.0524, 0.02);
    assertThat(at(table, "measures.exposed.percent").estimate().orElseThrow().value())
        .isCloseTo(80, within(1e-12));
    assertThat(at(table, "measures.unexposed.percent").estimate().orElseThrow().value())
        .isCloseTo(60, within(1e-12));
  }

  /// ln(4/3) has the variance 14 / (56 * 70) + 32 / (48 * 80) = 0.0119048; without exposure 48 / 80
  /// of 150 would be cases instead of 104, a fraction of 1 - 90 / 104.
  @Test
  void riskRatioAndFractionAreThoseWorkedByHand() {
    Finding.Estimates table = run(new CohortFixture(104, 46).design("cohort"), 56, 14);
    Statistic ratio = at(table, "risk_ratio");
    assertThat(ratio.estimate().orElseThrow().value()).isCloseTo(4.0 / 3, within(1e-12));
    double half = 1.959963984540054 * Math.sqrt(14 / (56.0 * 70) + 32 / (48.0 * 80));
    printed(
        ratio.basis().others().getFirst().statistic(),
        4.0 / 3,
        4.0 / 3 * Math.exp(-half),
        4.0 / 3 * Math.exp(half),
        1e-12);
    assertThat(at(table, "attributable_fraction").estimate().orElseThrow().value())
        .isCloseTo(100 * (1 - 90.0 / 104), within(1e-12));
  }

  /// 12 of 244 cases and 2 of 246 controls: 12 / 244 of (1 - 1 / 6.3103).
  @Test
  void caseControlStudyAttributesByTheOddsRatio() {
    Finding.Estimates table = run(new CohortFixture(244, 246), 12, 2);
    double oddsRatio = 12.0 * 244 / (232 * 2);
    assertThat(at(table, "attributable_fraction").estimate().orElseThrow().value())
        .isCloseTo(100 * 12.0 / 244 * (1 - 1 / oddsRatio), within(1e-12));
    assertThat(at(table, "attributable_fraction").method().name()).contains("case-control");
    assertThat(at(table, "measures.cases.count").basis().counts().get("of")).isEqualTo(244);
  }

  @Test
  void numberNeededIsNotGivenThroughInfinity() {
    Finding.Estimates table = run(new CohortFixture(53, 47).design("cohort"), 28, 22);
    assertThat(at(table, "number_needed").whyNot())
        .isEqualTo("the interval of the risk difference holds 0");
  }

  @Test
  void nobodyExposedHasNoRisk() {
    Finding.Estimates table = run(new CohortFixture(10, 10).design("cohort"), 0, 0);
    assertThat(at(table, "risk_difference").whyNot()).isNotEmpty();
    assertThat(at(table, "risk_ratio").whyNot()).isNotEmpty();
    assertThat(at(table, "number_needed").whyNot()).isNotEmpty();
    assertThat(at(table, "attributable_fraction").whyNot()).isNotEmpty();
    assertThat(at(table, "measures.exposed.percent").whyNot()).isEqualTo("nobody is there");
  }
}
