// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Address;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Curve;
import casebook.study.finding.Finding.Curve.Mark;
import casebook.study.finding.Finding.Curve.Stretch;
import casebook.study.finding.Finding.Heading;
import casebook.study.problem.Span;
import casebook.study.report.Numbered;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Shape;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurveFigureTest {
  private final Numbers numbers = new Numbers(Journals.named("plain"));

  private static Stretch step(double from, double to, double low, double value, double high) {
    return new Stretch(
        from, to, new Estimate(value, new Interval(low, high, 0.95)), List.of((int) to, 2));
  }

  private static Curve curve(List<Mark> marks, Stretch... steps) {
    return new Curve(
        new Heading(
            new Address("assay.x.sweep"), "X", Span.ofLine("s", 1), false, List.of(), List.of()),
        new Curve.Axes("Cut-off of X", "AU", "Odds ratio"),
        Numbered.WALD,
        List.of(
            new Column("cases", "Cases above", 9, ""),
            new Column("controls", "Controls above", 9, "")),
        List.of(steps),
        marks);
  }

  private Drawing draw(Curve curve) {
    return CurveFigure.of(curve, numbers, "95");
  }

  private static List<Shape.Path> paths(Drawing drawing, Stroke stroke) {
    return drawing.shapes().stream()
        .filter(Shape.Path.class::isInstance)
        .map(Shape.Path.class::cast)
        .filter(path -> path.stroke() == stroke)
        .toList();
  }

  private static List<String> texts(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Text.class::isInstance)
        .map(shape -> ((Shape.Text) shape).text())
        .toList();
  }

  @Test
  void lineGoesInSteps() {
    Drawing drawing = draw(curve(List.of(), step(1, 2, 1, 2, 4), step(2, 4, 2, 4, 8)));
    Shape.Path line = paths(drawing, Stroke.ACCENT).getFirst();
    assertThat(line.points()).hasSize(4);
    assertThat(line.points().get(0).y()).isEqualTo(line.points().get(1).y());
    assertThat(line.points().get(1).x()).isEqualTo(line.points().get(2).x());
    // a higher ratio lies higher
    assertThat(line.points().get(2).y()).isLessThan(line.points().get(1).y());
  }

  /// The edge of the band is drawn as far as it lies within the axis, so that its end can be seen
  /// in print, where the band has no colour.
  @Test
  void edgeOfTheBandEndsWhereTheAxisEnds() {
    Drawing drawing =
        draw(
            curve(
                List.of(),
                step(1, 2, 1, 2, 4),
                step(2, 3, 2, 4, Double.POSITIVE_INFINITY),
                step(3, 4, 1, 2, 4)));
    assertThat(paths(drawing, Stroke.QUIET)).hasSize(3);
    for (Shape.Path path : paths(drawing, Stroke.NONE)) {
      assertThat(path.points()).allMatch(point -> Double.isFinite(point.y()));
    }
  }

  @Test
  void valueInUseIsMarkedOnTheLine() {
    Mark used = new Mark("In use", 2.5, Optional.of(new Interval(2, 3, 0.95)));
    Drawing drawing = draw(curve(List.of(used), step(1, 2, 1, 2, 4), step(2, 4, 2, 4, 8)));
    assertThat(texts(drawing)).contains("In use 2.5 (2.0–3.0) AU");
    assertThat(
            drawing.shapes().stream()
                .filter(Shape.Box.class::isInstance)
                .filter(box -> ((Shape.Box) box).fill() == Fill.ACCENT))
        .hasSize(2);
  }

  @Test
  void countsStandBelowTheTicks() {
    List<String> texts = texts(draw(curve(List.of(), step(1, 2, 1, 2, 4), step(2, 4, 2, 4, 8))));
    assertThat(texts)
        .containsSequence("Cases above", "2", "2", "2", "2", "2", "4", "Controls above");
  }

  /// A longest step, up to the largest value of all, does not push the others together.
  @Test
  void lastStepIsCutShort() {
    Drawing far = draw(curve(List.of(), step(1, 2, 1, 2, 4), step(2, 900, 2, 4, 8)));
    Shape.Path line = paths(far, Stroke.ACCENT).getFirst();
    double first = line.points().get(1).x() - line.points().get(0).x();
    double last = line.points().get(3).x() - line.points().get(2).x();
    assertThat(first).isGreaterThan(last);
  }

  @Test
  void wordsSayWhatTheLineShows() {
    Mark used = new Mark("In use", 2.5, Optional.empty());
    assertThat(
            CurveFigure.words(
                curve(List.of(used), step(1, 2, 1, 2, 4), step(2, 4, 2, 4, 8)), numbers))
        .isEqualTo(
            "Odds ratio by Cut-off of X. From 1 AU: 2.00 (1.00–4.00). From 2 AU: 4.0 (2.0–8.0)."
                + " In use: 2.5 AU.");
  }

  @Test
  void curveWithoutStepsIsRefused() {
    assertThatThrownBy(() -> curve(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> step(2, 2, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
