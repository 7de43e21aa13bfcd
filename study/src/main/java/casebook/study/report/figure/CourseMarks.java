// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.study.finding.PatientCourse.Mark;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Point;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import java.util.List;

/// The marks of what happened to patients, told apart by their shapes alone.
///
/// @param canvas takes the shapes
record CourseMarks(Canvas canvas) {
  static final double RADIUS = 2.5;
  private static final double DAGGER = 9;
  private static final double DRUG = 4.4;
  private static final double RESPONSE = 2.6;

  /// What a mark says, in the key of a figure.
  static String words(Mark.Kind kind) {
    return switch (kind) {
      case START -> "first dose";
      case RESPONSE -> "first response";
      case LOST -> "response lost";
      case RELAPSE -> "relapse";
      case STOPPED -> "discontinued";
      case RESTARTED -> "restarted";
      case DEATH -> "death";
    };
  }

  /// Draws a mark around a place.
  void draw(Mark.Kind kind, double x, double y) {
    double r = RADIUS;
    switch (kind) {
      case START -> canvas.line(x, y - r, x, y + r, Stroke.INK);
      case RESPONSE -> canvas.circle(x, y, r, Fill.INK, Stroke.INK);
      case LOST -> canvas.circle(x, y, r, Fill.PAPER, Stroke.INK);
      case RELAPSE ->
          canvas.area(
              List.of(
                  new Point(x - r - 0.6, y - r),
                  new Point(x + r + 0.6, y - r),
                  new Point(x, y + r + 0.8)),
              Fill.INK);
      case STOPPED, RESTARTED ->
          canvas.area(
              List.of(new Point(x - 2, y + 2), new Point(x + 2, y + 2), new Point(x, y - 2)),
              Fill.INK);
      case DEATH -> canvas.text("†", x, y + 3, DAGGER, Anchor.MIDDLE, Weight.BOLD);
    }
  }

  /// Draws an arrow for what goes on.
  void goesOn(double x, double y) {
    canvas.arrow(x, y, x + CourseItems.ARROW, y, Stroke.INK);
  }

  /// Draws time on the drug around a height.
  void drug(double from, double to, double middle) {
    canvas.box(from, middle - DRUG / 2, to - from, DRUG, Fill.ACCENT, Stroke.NONE);
  }

  /// Draws time in response around a height: filled when complete, open when partial.
  void response(double from, double to, double middle, boolean complete) {
    canvas.box(
        from,
        middle - RESPONSE / 2,
        to - from,
        RESPONSE,
        complete ? Fill.INK : Fill.PAPER,
        Stroke.THIN);
  }
}
