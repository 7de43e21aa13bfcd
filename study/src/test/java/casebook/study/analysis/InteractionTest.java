// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Odds ratios within levels, where the answer is known by hand.
///
/// Without covariates the model with products falls apart into one 2x2 table a level, and so does
/// Firth's penalty: the determinant of the information is the product of those of the tables. The
/// odds ratios and their intervals are then those of each table alone.
class InteractionTest {
  /// 40 cases and 60 controls; 20 and 30 of them in each of two levels.
  private static final int[] SITE = new int[100];

  static {
    Arrays.fill(SITE, 20, 40, 1);
    Arrays.fill(SITE, 70, 100, 1);
  }

  private static int[] exposed(int casesA, int casesB, int controlsA, int controlsB) {
    int[] codes = new int[100];
    Arrays.fill(codes, 0, casesA, 1);
    Arrays.fill(codes, 20, 20 + casesB, 1);
    Arrays.fill(codes, 40, 40 + controlsA, 1);
    Arrays.fill(codes, 70, 70 + controlsB, 1);
    return codes;
  }

  private static Finding.Estimates run(int[] exposed) {
    Cohort cohort =
        new CohortFixture(40, 60)
            .yesNo("smoker", exposed)
            .levels("site", List.of("a", "b"), SITE)
            .cohort();
    AssociationSpec spec =
        new AssociationSpec(
            new Named("smoker", CohortFixture.AT),
            false,
            List.of(),
            List.of(),
            new AssociationRequests(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Named("site", CohortFixture.AT)),
                List.of(),
                Optional.empty(),
                Optional.empty()),
            "",
            Optional.empty(),
            CohortFixture.AT);
    List<Finding> findings = new Association().run(spec, cohort, Settings.standard());
    return (Finding.Estimates) findings.get(1);
  }

  private static Statistic at(Finding.Estimates table, String end) {
    return table.rows().stream()
        .flatMap(row -> row.cells().stream())
        .flatMap(cell -> cell.statistics().stream())
        .filter(it -> it.address().path().equals("association.smoker.interaction.site." + end))
        .findFirst()
        .orElseThrow();
  }

  private static void same(Statistic found, Estimate wanted) {
    Interval interval = found.estimate().orElseThrow().interval().orElseThrow();
    Interval limits = wanted.interval().orElseThrow();
    assertThat(found.estimate().orElseThrow().value())
        .isCloseTo(wanted.value(), within(1e-8 * wanted.value()));
    assertThat(interval.low()).isCloseTo(limits.low(), within(1e-8 * limits.low()));
    assertThat(interval.high()).isCloseTo(limits.high(), within(1e-8 * limits.high()));
  }

  @Test
  void crudeOddsRatiosAreThoseOfEachLevelAlone() {
    Finding.Estimates table = run(exposed(12, 8, 9, 14));
    OddsRatio method = OddsRatio.standard();
    same(
        at(table, "a.crude.odds_ratio"),
        method.profile(new TwoByTwo(12, 8, 9, 21)).orThrow().estimate());
    same(
        at(table, "b.crude.odds_ratio"),
        method.profile(new TwoByTwo(8, 12, 14, 16)).orThrow().estimate());
    // (12 * 21 / (8 * 9)) / (8 * 16 / (12 * 14)): what the second is of the first
    double product = 8.0 * 16 / (12 * 14) / (12.0 * 21 / (8 * 9));
    assertThat(table.further().getFirst().address().path())
        .isEqualTo("association.smoker.interaction.site.b.crude.product.odds_ratio");
    assertThat(table.further().getFirst().estimate().orElseThrow().value())
        .isCloseTo(product, within(1e-8));
    // one product, so that its test is that of the interaction
    assertThat(at(table, "crude.p").p().orElseThrow().ln())
        .isCloseTo(table.further().getFirst().p().orElseThrow().ln(), within(1e-8));
  }

  @Test
  void emptyCellInOneLevelMakesTheWholeTableFirths() {
    Finding.Estimates table = run(exposed(12, 4, 9, 0));
    OddsRatio method = OddsRatio.standard();
    same(
        at(table, "a.crude.odds_ratio"),
        method.firth(new TwoByTwo(12, 8, 9, 21)).orThrow().estimate());
    same(
        at(table, "b.crude.odds_ratio"),
        method.firth(new TwoByTwo(4, 16, 0, 30)).orThrow().estimate());
    assertThat(at(table, "crude.p").method().name())
        .isEqualTo("penalised likelihood-ratio test of interaction");
    assertThat(table.heading().notes())
        .anyMatch(note -> note.startsWith("All odds ratios are from Firth's penalised likelihood"));
  }

  @Test
  void exposureThatIsTheSameInEverybodyHasNoTest() {
    Finding.Estimates table = run(new int[100]);
    Statistic test = at(table, "crude.p");
    assertThat(test.p()).isEmpty();
    assertThat(test.whyNot()).contains("the same in everybody");
  }
}
