// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Address;
import casebook.study.finding.Finding.Flow;
import casebook.study.finding.Finding.Heading;
import casebook.study.problem.Span;
import casebook.study.report.Numbered;
import casebook.study.report.figure.Drawing.Shape;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowFigureTest {
  private final Numbers numbers = new Numbers(Journals.named("plain"));

  private static Flow flow(List<Integer> start, List<Integer> left) {
    List<Integer> end = new ArrayList<>();
    for (int i = 0; i < start.size(); i++) {
      end.add(start.get(i) - left.get(i));
    }
    Flow.Out out = new Flow.Out("not met", false, counts("out", left));
    Heading heading =
        new Heading(
            new Address("flow"), "Participants", Span.ofLine("s", 1), false, List.of(), List.of());
    return new Flow(
        heading,
        List.of(
            new Flow.Step("In the data", counts("start", start), List.of()),
            new Flow.Step("adult", counts("adult", end), List.of(out))));
  }

  private static List<Flow.GroupCount> counts(String step, List<Integer> counts) {
    List<Flow.GroupCount> groups = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      String address = "flow." + step + ".group" + i;
      groups.add(
          new Flow.GroupCount("Group " + (i + 1), Numbered.count(address, step, counts.get(i), 1)));
    }
    return groups;
  }

  private List<String> texts(Flow flow) {
    Drawing drawing = FlowFigure.of(flow, numbers);
    return drawing.shapes().stream()
        .filter(Shape.Text.class::isInstance)
        .map(Shape.Text.class::cast)
        .peek(text -> assertThat(text.x()).isBetween(0.0, drawing.width()))
        .peek(text -> assertThat(text.y()).isBetween(0.0, drawing.height()))
        .map(Shape.Text::text)
        .toList();
  }

  @Test
  void twoGroupsStandSideBySide() {
    assertThat(texts(flow(List.of(250, 250), List.of(6, 0))))
        .contains("Group 1", "Group 2", "n = 244", "n = 250", "Left out (n = 6)")
        .contains("adult: not met (n\u00A0=\u00A06)")
        .doesNotContain("Left out (n = 0)");
  }

  @Test
  void oneGroupAndThreeGroupsShareALane() {
    assertThat(texts(flow(List.of(12), List.of(2)))).contains("n = 12", "n = 10");
    assertThat(texts(flow(List.of(5, 6, 7), List.of(1, 0, 2))))
        .contains("Group 3: n = 5", "Left out (n = 3)")
        .contains("Group 3: adult: not met (n\u00A0=\u00A02)");
  }

  @Test
  void criteriaThatKeepEverybodyAreNamed() {
    assertThat(FlowFigure.idle(flow(List.of(5), List.of(0)))).containsExactly("adult");
    assertThat(FlowFigure.idle(flow(List.of(5), List.of(1)))).isEmpty();
  }
}
