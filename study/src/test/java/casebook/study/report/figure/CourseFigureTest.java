// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.PatientCourse;
import casebook.study.finding.TimelineFrame.Axes;
import casebook.study.finding.TimelineFrame.Kind;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Shape;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseFigureTest {
  private static final Numbers NUMBERS = new Numbers(Journals.named("plain"));

  @ParameterizedTest
  @CsvSource({"1", "2", "5", "9", "12", "13", "30", "100"})
  void everythingLiesOnThePageAndNoTextOverAnother(int patients) {
    for (Axes axes : List.of(new Axes(true, false), new Axes(true, true), new Axes(false, false))) {
      List<FigurePage> pages = CourseFigure.of(Patients.course(patients, axes), NUMBERS);
      for (FigurePage page : pages) {
        Layout.check(page.drawing());
        assertThat(page.drawing().width()).isEqualTo(FigurePage.WIDTH);
        assertThat(page.drawing().height()).isLessThanOrEqualTo(FigurePage.HEIGHT);
      }
      assertThat(pages.stream().flatMap(page -> page.patients().stream()).map(PatientCourse::id))
          .as("each patient once, in their order")
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, patients).mapToObj(Integer::toString).toList());
    }
  }

  @Test
  void sixFitOnAPageAndAHundredOnFew() {
    assertThat(CourseFigure.of(Patients.course(6, Patients.calendar()), NUMBERS)).hasSize(1);
    assertThat(CourseFigure.of(Patients.course(100, Patients.calendar()), NUMBERS))
        .hasSizeBetween(2, 8);
  }

  @Test
  void samePatientsGiveTheSameDrawing() {
    Timelines timelines = Patients.course(9, Patients.calendar());
    assertThat(CourseFigure.of(timelines, NUMBERS)).isEqualTo(CourseFigure.of(timelines, NUMBERS));
  }

  @Test
  void nobodyGivesNoPage() {
    assertThat(CourseFigure.of(Patients.course(0, Patients.calendar()), NUMBERS)).isEmpty();
  }

  @Test
  void patientWithoutAnyValueHasAnEmptyPanel() {
    Drawing drawing = only(List.of(Patients.bare("1", false)));
    Layout.check(drawing);
    assertThat(drawing.shapes()).noneMatch(Shape.Circle.class::isInstance);
  }

  @Test
  void deathOnTheFirstDayIsDrawnWithoutAnArrow() {
    Drawing drawing = only(List.of(Patients.bare("1", true)));
    Layout.check(drawing);
    assertThat(texts(drawing)).contains("†", "death").doesNotContain("goes on");
  }

  @Test
  void longIdsAreWrapped() {
    Drawing drawing = only(List.of(Patients.bare("HAEMATOLOGY-CENTRE-0001-A", false)));
    Layout.check(drawing);
  }

  @Test
  void eachValueIsADotAndUncountedOnesAreOpen() {
    Timelines timelines = Patients.course(1, Patients.calendar());
    List<Shape.Circle> dots =
        CourseFigure.of(timelines, NUMBERS).getFirst().drawing().shapes().stream()
            .filter(Shape.Circle.class::isInstance)
            .map(Shape.Circle.class::cast)
            .filter(circle -> circle.radius() < 1)
            .toList();
    assertThat(dots).hasSize(timelines.patients().getFirst().values().size());
    assertThat(dots.stream().filter(dot -> dot.fill() == Fill.PAPER)).hasSize(1);
  }

  @Test
  void dosesGapsAndOtherDrugsAreNamedBesideTheirBars() {
    List<String> texts = texts(only(Patients.course(3, Patients.calendar()).patients()));
    assertThat(texts)
        .contains("5, then 2.5–2.7 mg/kg/d", "felodipine", "cyclosporine discontinued")
        .contains("150 complete", "80 partial", "30 relapse")
        .contains("cyclosporine level, 200–400 ng/mL shaded");
  }

  @Test
  void idsLeadToTheNumberOfThePatient() {
    Drawing drawing = only(Patients.course(2, Patients.calendar()).patients());
    assertThat(
            drawing.shapes().stream()
                .filter(Shape.Text.class::isInstance)
                .map(shape -> ((Shape.Text) shape))
                .filter(text -> text.text().equals("2") && !text.address().isEmpty())
                .map(Shape.Text::address))
        .containsExactly("course.platelets.row_2");
  }

  @Test
  void wordsSayWhatHappenedToEachPatient() {
    Timelines timelines = Patients.course(3, Patients.calendar());
    CourseWords words = new CourseWords(timelines, NUMBERS);
    assertThat(words.alternative(timelines.patients().subList(2, 3)))
        .isEqualTo(
            "Platelets of 1 patient. Patient 3: 23 values from 18 to 215; cyclosporine from January"
                + " 1995 to August 1995; cyclosporine from October 1995 to September 1998;"
                + " felodipine from January 1995 to February 1995; felodipine from April 1995 to"
                + " September 1998; first response in May 1995; discontinued in August 1995;"
                + " response lost in September 1995; relapse in September 1995; restarted in October"
                + " 1995; death in September 1998.");
    assertThat(words.legend())
        .startsWith("Each panel is a patient, named as in the study. Dots are platelets (×10⁹/L)")
        .contains("Dotted lines: 30 (relapse), 80 (partial), 150 (complete).")
        .contains("their height the dose (mg/kg/d, by the last weight before)");
  }

  private static Drawing only(List<PatientCourse> patients) {
    Timelines timelines = Patients.of(Kind.COURSE, Patients.calendar(), patients);
    List<FigurePage> pages = CourseFigure.of(timelines, NUMBERS);
    assertThat(pages).hasSize(1);
    return pages.getFirst().drawing();
  }

  private static List<String> texts(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Text.class::isInstance)
        .map(shape -> ((Shape.Text) shape).text())
        .toList();
  }
}
