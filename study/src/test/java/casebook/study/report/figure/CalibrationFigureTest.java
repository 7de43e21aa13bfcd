// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Address;
import casebook.study.finding.Finding.Calibration;
import casebook.study.finding.Finding.Curve;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.PlateCurve;
import casebook.study.problem.Span;
import casebook.study.report.Numbered;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Shape;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalibrationFigureTest {
  private static final Numbers NUMBERS = new Numbers(Journals.named("plain"));

  @Test
  void everyStandardOfEveryPlateIsASquareInsideOfTheFigure() {
    Drawing drawing = CalibrationFigure.of(calibration(3), NUMBERS);
    List<Shape.Box> squares =
        drawing.shapes().stream()
            .filter(Shape.Box.class::isInstance)
            .map(Shape.Box.class::cast)
            .filter(box -> box.fill() == Fill.PAPER)
            .toList();
    assertThat(squares).hasSize(3 * 4);
    assertThat(squares)
        .allMatch(box -> box.x() >= 0 && box.x() + box.width() <= drawing.width())
        .allMatch(box -> box.y() >= 0 && box.y() + box.height() <= drawing.height());
  }

  @Test
  void ticksAreRoundConcentrations() {
    assertThat(texts(CalibrationFigure.of(calibration(1), NUMBERS)))
        .contains("0.5", "1", "2", "5", "10", "20", "50", "Plate 1")
        .contains("Concentration of IgM, AU, log scale");
  }

  @Test
  void wordsNameThePlatesAndTheCutoff() {
    assertThat(CalibrationFigure.words(calibration(2), NUMBERS))
        .isEqualTo(
            "Response (od) along Concentration of IgM. Plate 1: 4 standards. Plate 2: 4 standards."
                + " Cut-off in use: 12.3.");
  }

  private static List<String> texts(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Text.class::isInstance)
        .map(shape -> ((Shape.Text) shape).text())
        .toList();
  }

  private static Calibration calibration(int plates) {
    List<PlateCurve.Dot> standards =
        List.of(
            new PlateCurve.Dot(0.5, 0.1),
            new PlateCurve.Dot(4, 0.7),
            new PlateCurve.Dot(16, 1.6),
            new PlateCurve.Dot(64, 2.4));
    List<PlateCurve> all = new ArrayList<>();
    for (int i = 1; i <= plates; i++) {
      all.add(
          new PlateCurve(
              "Plate " + i, standards, standards, Optional.of(new PlateCurve.Range(0.8, 40))));
    }
    return new Calibration(
        new Heading(
            Address.of("assay", "igm"),
            "IgM",
            new Span("study.yaml", 1, 1, 1),
            false,
            List.of(),
            List.of()),
        new Curve.Axes("Concentration of IgM", "AU", "Response (od)"),
        Numbered.LIMIT,
        all,
        List.of(new Curve.Mark("Cut-off in use", 12.3, Optional.empty())));
  }
}
