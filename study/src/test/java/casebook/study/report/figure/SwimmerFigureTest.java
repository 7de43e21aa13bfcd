// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.PatientCourse;
import casebook.study.finding.TimelineFrame.Axes;
import casebook.study.finding.TimelineFrame.Kind;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Shape;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwimmerFigureTest {
  private static final Numbers NUMBERS = new Numbers(Journals.named("plain"));

  @ParameterizedTest
  @CsvSource({"1", "12", "40", "100"})
  void everythingLiesOnThePageAndNoTextOverAnother(int patients) {
    List<FigurePage> pages = SwimmerFigure.of(Patients.swimmer(patients), NUMBERS);
    for (FigurePage page : pages) {
      Layout.check(page.drawing());
      assertThat(page.drawing().height()).isLessThanOrEqualTo(FigurePage.HEIGHT);
    }
    assertThat(pages.stream().flatMap(page -> page.patients().stream()).map(PatientCourse::id))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, patients).mapToObj(Integer::toString).toList());
  }

  @Test
  void completeResponsesAreFilledAndPartialOnesOpen() {
    Drawing drawing = SwimmerFigure.of(Patients.swimmer(1), NUMBERS).getFirst().drawing();
    List<Fill> fills =
        drawing.shapes().stream()
            .filter(Shape.Box.class::isInstance)
            .map(Shape.Box.class::cast)
            .filter(box -> box.stroke() == Stroke.THIN)
            .map(Shape.Box::fill)
            .toList();
    assertThat(fills)
        .as("key, then lane")
        .containsExactly(Fill.INK, Fill.PAPER, Fill.INK, Fill.PAPER);
  }

  @Test
  void changeOfDoseIsNoGapInTheBar() {
    Timelines timelines = Patients.swimmer(1);
    Drawing drawing = SwimmerFigure.of(timelines, NUMBERS).getFirst().drawing();
    assertThat(timelines.patients().getFirst().bars()).hasSize(3);
    assertThat(
            drawing.shapes().stream()
                .filter(Shape.Box.class::isInstance)
                .map(Shape.Box.class::cast)
                .filter(box -> box.fill() == Fill.ACCENT))
        .as("key, before the gap, after it")
        .hasSize(3);
  }

  @Test
  void patientWithoutAnythingHasALane() {
    Timelines timelines =
        Patients.of(
            Kind.SWIMMER,
            new Axes(false, false),
            List.of(Patients.bare("1", false), Patients.bare("2", true)));
    Layout.check(SwimmerFigure.of(timelines, NUMBERS).getFirst().drawing());
    assertThat(SwimmerFigure.of(Patients.swimmer(0), NUMBERS)).isEmpty();
  }

  @Test
  void legendSaysHowToReadTheBars() {
    assertThat(new CourseWords(Patients.swimmer(2), NUMBERS).legend())
        .isEqualTo(
            "Each lane is a patient, named as in the study, from the first dose on. Lower bar: time"
                + " on cyclosporine; upper bar: time in response, filled when complete, open when"
                + " partial. Platelets that decide: 30 (relapse), 80 (partial), 150 (complete). An"
                + " arrow: followed on at the last contact.");
  }
}
