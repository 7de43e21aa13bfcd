// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.result.Estimate;
import casebook.study.finding.Address;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Survival;
import casebook.study.finding.GroupCurve;
import casebook.study.finding.GroupCurve.Step;
import casebook.study.problem.Span;
import casebook.study.report.figure.Drawing.Shape;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurvivalFigureTest {
  private static final Numbers NUMBERS = new Numbers(Journals.named("plain"));

  /// Ten people: events at 2 and 5, one censored at 4, seven at 30.
  private static GroupCurve curve(String label) {
    return new GroupCurve(
        label,
        10,
        List.of(
            new Step(2, Estimate.of(0.9), 10, 1, 0, 0),
            new Step(4, Estimate.of(0.9), 9, 0, 1, 0),
            new Step(5, Estimate.of(0.7875), 8, 1, 0, 0),
            new Step(30, Estimate.of(0.7875), 7, 0, 7, 0)),
        Double.POSITIVE_INFINITY);
  }

  private static Survival survival(GroupCurve... curves) {
    Heading heading =
        new Heading(
            Address.of("survival", "relapse"),
            "Time to relapse",
            new Span("study.yaml", 1, 1, 1),
            false,
            List.of(),
            List.of());
    var course = new GroupCurve.Course("Relapse", "First dose", "months", false);
    return new Survival(heading, course, List.of(), List.of(), List.of(curves), List.of());
  }

  @Test
  void countsBelowAlwaysMakeUpTheGroup() {
    List<RiskTable.Line> lines = new RiskTable(survival(curve("TT"))).lines();
    assertThat(lines)
        .extracting(RiskTable.Line::head)
        .containsExactly("At risk", "Censored", "Events");
    for (double time : new double[] {0, 2, 4, 4.5, 5, 6, 30, 31}) {
      assertThat(lines.stream().mapToInt(line -> line.count(time)).sum())
          .as("at " + time)
          .isEqualTo(10);
    }
    assertThat(lines.getFirst().count(4.5)).isEqualTo(8);
  }

  @Test
  void groupsAreToldApartByLinesAndNamedBesideThem() {
    Drawing drawing = SurvivalFigure.of(survival(curve("TT"), curve("TG or GG")), NUMBERS);
    assertThat(drawing.shapes())
        .filteredOn(Shape.Path.class::isInstance)
        .extracting(shape -> ((Shape.Path) shape).stroke())
        .contains(Stroke.FIRST, Stroke.SECOND);
    assertThat(drawing.shapes())
        .filteredOn(Shape.Text.class::isInstance)
        .extracting(shape -> ((Shape.Text) shape).text())
        .contains("Without relapse, %", "Months since first dose", "TG or GG", "12", "24");
  }

  @Test
  void nobodyFollowedGivesNoFigure() {
    assertThat(SurvivalFigure.worthDrawing(survival())).isFalse();
    var still = new GroupCurve("TT", 1, List.of(new Step(0, Estimate.of(1), 1, 0, 1, 0)), 1);
    assertThat(SurvivalFigure.worthDrawing(survival(still))).isFalse();
  }

  @Test
  void ticksAreThoseOfACalendar() {
    assertThat(new SurvivalAxis(30, "months", 0, 100).ticks())
        .containsExactly(0.0, 6.0, 12.0, 18.0, 24.0, 30.0);
    assertThat(new SurvivalAxis(96, "months", 0, 100).ticks()).hasSize(9).endsWith(96.0);
    assertThat(new SurvivalAxis(1000, "years", 0, 100).ticks()).hasSizeLessThan(10);
  }
}
