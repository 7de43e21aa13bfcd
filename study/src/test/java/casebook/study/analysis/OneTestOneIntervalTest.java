// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static casebook.study.analysis.CohortFixture.AT;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Interval;
import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.finding.Address;
import casebook.study.finding.Profile;
import casebook.study.finding.Rows;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// In profile `casebook` an interval and the P beside it belong to one test: P is below 0.05
/// exactly when the 95% interval leaves 1 out.
class OneTestOneIntervalTest {
  private static final Address RATIO = new Address("association.x.crude.odds_ratio");
  private static final Address P = new Address("association.x.crude.p");
  private static final Basis BASIS =
      new Basis(Map.of(), Rows.all(1), AT, List.of("data.csv"), List.of());

  private static void agree(String what, Statistic ratio, double p) {
    Interval interval = ratio.estimate().orElseThrow().interval().orElseThrow();
    assertThat(p < 0.05).as(what + " " + interval + " p " + p).isEqualTo(!interval.contains(1));
  }

  /// Every table of 1 to 10 cases and 1 to 10 controls, by the method of its own counts and by
  /// Firth's.
  @Test
  void everySmallTableAgrees() {
    int checked = 0;
    for (int cases = 1; cases <= 10; cases++) {
      for (int controls = 1; controls <= 10; controls++) {
        for (int a = 0; a <= cases; a++) {
          for (int c = 0; c <= controls; c++) {
            checked += agrees(new TwoByTwo(a, cases - a, c, controls - c)) ? 1 : 0;
          }
        }
      }
    }
    // 65 x 65 tables; in 2 x 100 nobody or everybody is exposed
    assertThat(checked).isEqualTo(65 * 65 - 200);
  }

  private static boolean agrees(TwoByTwo table) {
    CrudeOdds odds = new CrudeOdds(table, "x", List.of(), BASIS, 0.95);
    Statistic own = odds.headline(RATIO, Profile.CASEBOOK, false);
    Statistic test = new TableTests(table, "x", BASIS).headline(P, Profile.CASEBOOK);
    if (own.estimate().isEmpty()) {
      assertThat(test.p()).as(table.toString()).isEmpty();
      return false;
    }
    agree(table + " own", own, own.p().orElseThrow().value());
    // what the column P prints
    agree(table + " column", own, test.p().orElseThrow().value());
    Statistic firth = odds.headline(RATIO, Profile.CASEBOOK, true);
    agree(table + " Firth", firth, firth.p().orElseThrow().value());
    return true;
  }

  @Test
  void everyNumberOfManyModelsAgrees() {
    Random random = new Random(20261122);
    int checked = 0;
    for (int study = 0; study < 40; study++) {
      for (Statistic statistic : study(random).all().values()) {
        boolean paired =
            statistic.p().isPresent()
                && statistic.estimate().flatMap(it -> it.interval()).isPresent();
        if (paired) {
          agree(statistic.address().path(), statistic, statistic.p().get().value());
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(400);
  }

  /// A study of random size with a rare or common exposure, two covariates and a rare marker.
  private static Printed study(Random random) {
    int cases = 12 + random.nextInt(60);
    int controls = 12 + random.nextInt(60);
    int n = cases + controls;
    double share = 0.05 + 0.4 * random.nextDouble();
    double effect = 0.3 * random.nextDouble();
    int[] exposed =
        IntStream.range(0, n)
            .map(i -> random.nextDouble() < share + (i < cases ? effect : 0) ? 1 : 0)
            .toArray();
    CohortFixture fixture =
        new CohortFixture(cases, controls)
            .yesNo("exposed", exposed)
            .yesNo(
                "marker", IntStream.range(0, n).map(i -> random.nextInt(12) == 0 ? 1 : 0).toArray())
            .number("age", random.doubles(n, 20, 70).toArray());
    AssociationSpec spec =
        new AssociationSpec(
            new Named("exposed", AT),
            true,
            List.of(
                new CovariateSet(
                    "both", List.of(new Named("marker", AT), new Named("age", AT)), AT)),
            List.of(),
            Optional.empty(),
            "",
            Optional.empty(),
            AT);
    return Printed.of(new Association().run(spec, fixture.cohort(), Settings.standard()));
  }
}
