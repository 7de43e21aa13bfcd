// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.cohort.Attrition;
import casebook.study.cohort.Attrition.Count;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.ComputedLimit;
import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.language.Study.LimitRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CohortFindingsTest {
  private static Cohort with(Attrition attrition, List<ComputedLimit> limits) {
    Cohort plain = new CohortFixture(2, 3).number("igm", 1, 2, 3, 4, 5).cohort();
    return new Cohort(
        plain.study(), plain.table(), plain.rows(), plain.groups(), attrition, limits, List.of());
  }

  @Test
  void flowCountsWhoLeftAndWhyByGroup() {
    Attrition attrition =
        new Attrition(
            new Count(3, 4, 0),
            List.of(
                new Attrition.Step(
                    "plasma available",
                    List.of(
                        new Attrition.Out("not met", false, new Count(1, 0, 0)),
                        new Attrition.Out(
                            "unknown because igm is missing", true, new Count(0, 1, 0))),
                    new Count(2, 3, 0))));
    Finding.Flow flow = (Finding.Flow) CohortFindings.of(with(attrition, List.of())).getFirst();
    Printed printed = Printed.of(List.of(flow));
    assertThat(printed.value("flow.start.cases.count")).isEqualTo(3);
    assertThat(printed.value("flow.plasma_available.controls.count")).isEqualTo(3);
    assertThat(printed.value("flow.plasma_available.out.not_met.cases.count")).isEqualTo(1);
    assertThat(
            printed.value(
                "flow.plasma_available.out.unknown_because_igm_is_missing.controls.count"))
        .isEqualTo(1);
    assertThat(flow.steps().get(1).out())
        .extracting(Finding.Flow.Out::unknown)
        .containsExactly(false, true);
  }

  @Test
  void limitSaysItsRuleAndThePeopleBehindIt() {
    ComputedLimit limit =
        new ComputedLimit(
            new LimitRule(
                "igm",
                Optional.of(99.0),
                "controls",
                Optional.empty(),
                "",
                Optional.of(new BigDecimal("0.1")),
                CohortFixture.AT),
            OptionalDouble.of(8.2),
            OptionalDouble.of(8.23),
            246,
            2,
            6,
            "");
    Finding.Limits limits =
        (Finding.Limits)
            CohortFindings.of(with(new Attrition(new Count(2, 3, 0), List.of()), List.of(limit)))
                .get(1);
    Cell value = limits.rows().getFirst().cells().getFirst();
    assertThat(value.notes())
        .containsExactly(
            "99th percentile of the controls, type 6 (rank p(n + 1)), rounded to 0.1",
            "A 90% interval of this percentile needs at least 299 reference persons; there are 3");
    Printed printed = Printed.of(List.of(limits));
    assertThat(printed.value("limits.igm.limit")).isEqualTo(8.2);
    assertThat(printed.value("limits.igm.n")).isEqualTo(246);
    assertThat(printed.value("limits.igm.above")).isEqualTo(2);
  }

  @Test
  void limitOfAKitSaysWhereItComesFrom() {
    ComputedLimit limit =
        new ComputedLimit(
            new LimitRule(
                "igm",
                Optional.empty(),
                "controls",
                Optional.of(10.0),
                "kit",
                Optional.empty(),
                CohortFixture.AT),
            OptionalDouble.of(10),
            OptionalDouble.of(10),
            3,
            0,
            6,
            "");
    Finding.Limits limits =
        (Finding.Limits)
            CohortFindings.of(with(new Attrition(new Count(2, 3, 0), List.of()), List.of(limit)))
                .get(1);
    assertThat(limits.rows().getFirst().cells().getFirst().notes())
        .containsExactly("Limit from kit, as declared");
    assertThat(limits.heading().notes()).isEmpty();
  }

  /// 12 of 244 cases above a limit that 2 of its 246 controls exceed: P of at least 12 above the
  /// 244th control is 0.005622, above the 245th 0.001451.
  @Test
  void limitFromTheControlsBringsTheExceedanceTest() {
    CohortFixture fixture = new CohortFixture(244, 246);
    double[] values = new double[490];
    int[] above = fixture.firstOf(12, 2);
    for (int i = 0; i < values.length; i++) {
      values[i] = above[i] == 1 ? 9 + i * 0.01 : 1;
    }
    Cohort plain = fixture.number("igm", values).cohort();
    ComputedLimit limit =
        new ComputedLimit(
            new LimitRule(
                "igm",
                Optional.of(99.0),
                "controls",
                Optional.empty(),
                "",
                Optional.empty(),
                CohortFixture.AT),
            OptionalDouble.of(8.2),
            OptionalDouble.of(8.2),
            246,
            2,
            6,
            "");
    Cohort cohort =
        new Cohort(
            plain.study(),
            plain.table(),
            plain.rows(),
            plain.groups(),
            plain.attrition(),
            List.of(limit),
            List.of());
    Printed printed = Printed.of(CohortFindings.of(cohort));
    assertThat(printed.value("limits.igm.cases_above")).isEqualTo(12);
    assertThat(printed.at("limits.igm.exceedance").p().orElseThrow().value())
        .isCloseTo(0.005622, Offset.offset(5e-7));
    assertThat(printed.at("limits.igm.exceedance.bound").p().orElseThrow().value())
        .isCloseTo(0.001451, Offset.offset(5e-7));
  }
}
