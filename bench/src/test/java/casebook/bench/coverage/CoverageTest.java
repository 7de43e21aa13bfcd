// SPDX-License-Identifier: Apache-2.0
package casebook.bench.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.contingency.TwoByTwo;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
  private static final Offset<Double> TIGHT = within(1e-14);

  /// The groups of the bundled study.
  private static final TwoGroups STUDY = TwoGroups.ALL.get(16);

  private static Share share(Measure measure, String name, TwoGroups groups) {
    IntervalMethod method =
        IntervalMethods.ALL.stream()
            .filter(m -> m.measure() == measure && m.name().equals(name))
            .findFirst()
            .orElseThrow();
    return Share.of(method, groups, groups.tables());
  }

  @Test
  void workedByHand() {
    // two people in each group, chances 1/2: counts 0, 1, 2 with chances 1/4, 1/2, 1/4
    TwoGroups groups = new TwoGroups(2, 2, 0.5, 0.5);
    Map<TwoByTwo, Double> tables = groups.tables();
    assertThat(tables).hasSize(9);
    assertThat(tables.get(new TwoByTwo(1, 1, 1, 1))).isCloseTo(0.25, TIGHT);
    assertThat(tables.get(new TwoByTwo(0, 2, 1, 1))).isCloseTo(0.125, TIGHT);
    // Wald's odds ratio needs 1 and 1; his difference is undefined for 0 or 2 in both groups, and
    // 1/2 -+ 1.96 sqrt(1/8) contains 0
    Share odds = share(Measure.ODDS_RATIO, "Wald", groups);
    assertThat(odds.covers()).isCloseTo(0.25, TIGHT);
    assertThat(odds.undefined()).isCloseTo(0.75, TIGHT);
    assertThat(odds.whenDefined().orElseThrow()).isCloseTo(1, TIGHT);
    Share difference = share(Measure.RISK_DIFFERENCE, "Wald", groups);
    assertThat(difference.covers()).isCloseTo(0.75, TIGHT);
    assertThat(difference.undefined()).isCloseTo(0.25, TIGHT);
  }

  @Test
  void aShareWithoutIntervalsHasNoCoverage() {
    assertThat(new Share(0, 1).whenDefined()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Wald, 0.961, 0.138",
    "Haldane, 0.955, 0",
    "Firth PL, 0.960, 0",
    "mid-P, 0.973, 0",
    "exact, 0.987, 0"
  })
  void agreesWithEarlierSimulationsOfTheBundledStudy(
      String name, double whenDefined, double undefined) {
    // 4000 runs in R (600 for Firth and mid-P, standard error 0.008)
    Share share = share(Measure.ODDS_RATIO, name, STUDY);
    assertThat(share.whenDefined().orElseThrow()).isCloseTo(whenDefined, within(0.012));
    assertThat(share.undefined()).isCloseTo(undefined, within(0.012));
  }

  @Test
  void drawnTablesAreTheSameEachTime() {
    Map<TwoByTwo, Double> tables = STUDY.tables();
    assertThat(tables).isEqualTo(STUDY.tables());
    assertThat(tables.keySet()).allMatch(t -> t.row1() == 244 && t.row2() == 246);
    assertThat(tables.values().stream().mapToDouble(x -> x).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void exactIntervalsKeepTheirPromise() {
    TwoGroups groups = new TwoGroups(20, 20, 0.3, 0.1);
    for (String name : List.of("exact", "min. lik.", "Blaker")) {
      assertThat(share(Measure.ODDS_RATIO, name, groups).whenDefined().orElseThrow())
          .isGreaterThan(0.95);
    }
  }

  @Test
  void tablesArePrintedWithMeanAndLowest() {
    String text = Coverage.text(List.of(new TwoGroups(2, 2, 0.5, 0.5)));
    assertThat(text)
        .contains("| n1/n2, p1/p2 (%): odds ratio | Wald | Haldane |")
        .contains("| 2/2, 50/50 | 100.0 (75.0) |")
        .contains("| **mean** | 100.0 |")
        .contains("| **lowest** | 100.0 |");
    assertThat(TwoGroups.ALL).hasSize(24).doesNotHaveDuplicates();
  }
}
