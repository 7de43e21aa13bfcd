// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.TimelineFrame.Axes;
import casebook.study.report.Document.Block;
import casebook.study.report.figure.Patients;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineBlocksTest {
  private static final Numbers NUMBERS = new Numbers(Journals.named("plain"));

  @Test
  void pagesAfterTheFirstAreContinuedAndOnlyTheFirstHasLegendAndData() {
    List<Block.Figure> figures = figures(Patients.course(40, new Axes(true, false)));
    assertThat(figures).hasSizeGreaterThan(1);
    assertThat(figures.getFirst().name()).isEqualTo("figure-1-course");
    assertThat(figures.getFirst().caption())
        .isEqualTo("Figure 1. Course of platelets in each patient");
    assertThat(figures.getFirst().legend()).endsWith("Of: responders. Made up.");
    assertThat(figures.get(1).name()).isEqualTo("figure-1-course-2");
    assertThat(figures.get(1).caption())
        .isEqualTo("Figure 1 (continued). Course of platelets in each patient");
    assertThat(figures.get(1).legend()).isEqualTo("Made up.");
    assertThat(figures.get(1).data()).isEmpty();
    assertThat(figures)
        .extracting(figure -> figure.alternative().split("Patient ", -1).length - 1)
        .as("each page describes its own patients")
        .allMatch(patients -> patients < 40);
  }

  @Test
  void dataHoldEveryThingThatIsDrawn() {
    Timelines timelines = Patients.course(1, new Axes(true, false));
    List<List<String>> data = figures(timelines).getFirst().data();
    assertThat(data.getFirst())
        .containsExactly(
            "patient", "what", "name", "day", "from", "until", "value", "unit", "note");
    assertThat(data)
        .contains(
            List.of("1", "value", "platelets", "-5", "1994-07-02", "", "16", "×10⁹/L", ""),
            List.of(
                "1", "value", "platelets", "361", "1995-07-03", "", "193", "×10⁹/L", "not counted"),
            List.of("1", "level", "cyclosporine level", "0", "1994-07-07", "", "180", "ng/mL", ""),
            List.of(
                "1", "given", "cyclosporine", "0", "1994-07-07", "1994-07-12", "350", "mg/d", ""),
            List.of(
                "1", "given", "cyclosporine", "0", "1994-07-07", "1994-07-12", "5", "mg/kg/d", ""),
            List.of("1", "response", "complete", "117", "1994-11-01", "1995-02-22", "", "", ""),
            List.of("1", "mark", "lost", "230", "1995-02-22", "", "", "", ""),
            List.of("1", "mark", "last contact", "713", "1996-06-19", "", "", "", ""));
    // head, values, levels, two for each dose, responses, marks, last contact
    assertThat(data).hasSize(1 + 12 + 12 + 6 + 2 + 6 + 1);
  }

  @Test
  void swimmerHasANameOfItsOwn() {
    assertThat(figures(Patients.swimmer(3)))
        .extracting(Block.Figure::name)
        .containsExactly("figure-1-swimmer");
  }

  private static List<Block.Figure> figures(Timelines timelines) {
    Numbering numbering = new Numbering();
    List<Block> blocks = new TimelineBlocks(timelines, NUMBERS, "Made up.").figures();
    return numbering.of(blocks).stream().map(Block.Figure.class::cast).toList();
  }
}
