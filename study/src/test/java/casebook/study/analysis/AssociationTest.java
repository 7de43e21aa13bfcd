// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static casebook.study.analysis.CohortFixture.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Interval;
import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssociationTest {
  private static final Settings SPSS =
      new Settings(Profile.SPSS14, "plain", 0.95, 1, 1, Optional.empty());

  private static Printed run(Cohort cohort, Settings settings, CovariateSet... sets) {
    AssociationSpec spec =
        new AssociationSpec(
            new Named("exposed", AT),
            true,
            List.of(sets),
            List.of(),
            Optional.empty(),
            "",
            Optional.empty(),
            AT);
    return Printed.of(new Association().run(spec, cohort, settings));
  }

  private static Cohort letter() {
    CohortFixture fixture = new CohortFixture(244, 246);
    return fixture.yesNo("exposed", fixture.firstOf(12, 2)).cohort();
  }

  /// 12 244 / (232 2) = 6.3103...; s^2 = 1/12 + 1/232 + 1/2 + 1/244, limits exp(ln OR -+ z s).
  @Test
  void letterHasTheWaldIntervalUnderSpss() {
    Statistic crude = run(letter(), SPSS).at("association.exposed.crude.odds_ratio");
    double s = Math.sqrt(1 / 12.0 + 1 / 232.0 + 1 / 2.0 + 1 / 244.0);
    Interval limits = crude.estimate().orElseThrow().interval().orElseThrow();
    assertThat(crude.estimate().orElseThrow().value()).isCloseTo(6.310344827586207, within(1e-14));
    assertThat(limits.low()).isCloseTo(1.39723113384921, within(1e-13));
    assertThat(limits.high()).isCloseTo(28.4995451921711, within(1e-12));
    assertThat(Math.log(limits.high() / limits.low()) / (2 * s))
        .isCloseTo(1.959963984540054, within(1e-13));
    assertThat(crude.basis().counts())
        .containsEntry("cases_exposed", 12L)
        .containsEntry("controls_unexposed", 244L)
        .containsEntry("n", 490L);
  }

  @Test
  void letterTellsWhatCasebookWouldPrint() {
    Statistic crude = run(letter(), SPSS).at("association.exposed.crude.odds_ratio");
    Statistic own =
        crude.basis().others().stream()
            .filter(other -> other.label().equals(Basis.CASEBOOK))
            .findFirst()
            .orElseThrow()
            .statistic();
    // methods: score (Miettinen-Nurminen) 1.5588 to 25.4482
    Interval limits = own.estimate().orElseThrow().interval().orElseThrow();
    assertThat(limits.low()).isCloseTo(1.5588, within(5e-5));
    assertThat(limits.high()).isCloseTo(25.4482, within(5e-5));
  }

  @Test
  void zeroCellIsFirthInCasebookAndNamedInSpss() {
    CohortFixture fixture = new CohortFixture(244, 246);
    Cohort cohort = fixture.yesNo("exposed", fixture.firstOf(6, 0)).cohort();
    Statistic firth = run(cohort, Settings.standard()).at("association.exposed.crude.odds_ratio");
    // 13.44 (1.575 to 1755.8), P = 0.0126
    assertThat(firth.estimate().orElseThrow().value()).isCloseTo(13.44, within(5e-3));
    assertThat(firth.p().orElseThrow().value()).isCloseTo(0.0126, within(5e-5));
    Statistic none = run(cohort, SPSS).at("association.exposed.crude.odds_ratio");
    assertThat(none.estimate()).isEmpty();
    assertThat(none.whyNot()).startsWith("there is no control with exposed, so");
  }
}
