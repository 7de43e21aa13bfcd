// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.study.finding.Plot.Axis;
import casebook.study.finding.Plot.Dot;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Point;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// What figures of single values share: axes, and the mark of a value.
///
/// @param canvas takes the shapes
/// @param numbers how ticks are printed
record PlotMarks(Canvas canvas, Numbers numbers) {
  static final double SIZE = 8;
  static final double RADIUS = 2.4;
  private static final double GAP = 6;
  private static final int CORNERS = 16;

  /// The words of an axis.
  static String title(Axis axis) {
    return axis.label()
        + (axis.unit().isEmpty() ? "" : ", " + axis.unit())
        + (axis.logarithmic() ? " (log scale)" : "");
  }

  static DoubleStream values(List<Dot> dots) {
    return dots.stream().mapToDouble(Dot::at);
  }

  /// Draws an axis on the left of a figure.
  void left(ValueAxis axis, double x) {
    canvas.line(x, axis.from(), x, axis.to(), Stroke.INK);
    for (double tick : axis.ticks()) {
      double y = axis.place(tick);
      canvas.line(x - 3.5, y, x, y, Stroke.INK);
      canvas.text(tick(tick), x - GAP, y + 2.8, SIZE - 0.5, Anchor.END, Weight.NORMAL);
    }
  }

  /// Draws an axis below a figure.
  void below(ValueAxis axis, double y) {
    canvas.line(axis.from(), y, axis.to(), y, Stroke.INK);
    for (double tick : axis.ticks()) {
      double x = axis.place(tick);
      canvas.line(x, y, x, y + 3.5, Stroke.INK);
      canvas.text(tick(tick), x, y + 13, SIZE - 0.5, Anchor.MIDDLE, Weight.NORMAL);
    }
  }

  /// The room that the labels of an axis on the left take.
  double room(ValueAxis axis) {
    double widest = 0;
    for (double tick : axis.ticks()) {
      widest = Math.max(widest, TextWidth.of(tick(tick), SIZE - 0.5));
    }
    return widest + GAP + 6;
  }

  private String tick(double value) {
    return numbers.quantity(Estimate.of(value));
  }

  /// Draws a value: an open circle, or a triangle towards where the true value lies.
  ///
  /// @param beyond -1 for down, 1 for up, 0 for a value that is known
  void mark(double x, double y, int beyond, Stroke stroke) {
    if (beyond == 0) {
      circle(x, y, RADIUS, stroke);
      return;
    }
    double tip = beyond < 0 ? y + RADIUS + 0.6 : y - RADIUS - 0.6;
    double base = beyond < 0 ? y - RADIUS : y + RADIUS;
    outline(
        List.of(new Point(x - RADIUS, base), new Point(x + RADIUS, base), new Point(x, tip)),
        stroke);
  }

  private void circle(double x, double y, double radius, Stroke stroke) {
    List<Point> corners = new ArrayList<>();
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      corners.add(
          new Point(
              tenth(x + radius * StrictMath.cos(angle)),
              tenth(y + radius * StrictMath.sin(angle))));
    }
    outline(corners, stroke);
  }

  /// A mark of another group: a diamond, a square or a cross.
  void mark(double x, double y, int beyond, int group) {
    if (group % 4 == 0 || beyond != 0) {
      mark(x, y, beyond, group % 2 == 0 ? Stroke.ACCENT : Stroke.INK);
      return;
    }
    double r = RADIUS;
    switch (group % 4) {
      case 1 ->
          outline(
              List.of(
                  new Point(x - r, y - r),
                  new Point(x + r, y - r),
                  new Point(x + r, y + r),
                  new Point(x - r, y + r)),
              Stroke.INK);
      case 2 ->
          outline(
              List.of(
                  new Point(x, y - r - 1),
                  new Point(x + r + 1, y),
                  new Point(x, y + r + 1),
                  new Point(x - r - 1, y)),
              Stroke.ACCENT);
      default -> {
        canvas.line(x - r, y - r, x + r, y + r, Stroke.INK);
        canvas.line(x - r, y + r, x + r, y - r, Stroke.INK);
      }
    }
  }

  private void outline(List<Point> corners, Stroke stroke) {
    List<Point> closed = new ArrayList<>(corners);
    closed.add(corners.getFirst());
    canvas.path(closed, stroke);
  }

  private static double tenth(double value) {
    return Math.rint(value * 100) / 100;
  }
}
