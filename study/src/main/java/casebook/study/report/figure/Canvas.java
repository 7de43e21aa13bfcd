// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Point;
import casebook.study.report.figure.Drawing.Shape;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import java.util.ArrayList;
import java.util.List;

/// Gathers the shapes of a drawing, in points, y downwards.
public final class Canvas {
  private final List<Shape> shapes = new ArrayList<>();

  /// A straight line.
  public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
    shapes.add(new Shape.Line(x1, y1, x2, y2, stroke));
  }

  /// A rectangle from its upper left corner.
  public void box(double x, double y, double width, double height, Fill fill, Stroke stroke) {
    shapes.add(new Shape.Box(x, y, width, height, fill, stroke));
  }

  /// A circle around a centre.
  public void circle(double x, double y, double radius, Fill fill, Stroke stroke) {
    shapes.add(new Shape.Circle(x, y, radius, fill, stroke));
  }

  /// A line of words; nothing when they are empty.
  public void text(String text, double x, double y, double size, Anchor anchor, Weight weight) {
    number(text, x, y, size, anchor, weight, "");
  }

  /// A text that shows the number of an address.
  public void number(
      String text, double x, double y, double size, Anchor anchor, Weight weight, String address) {
    if (!text.isEmpty()) {
      shapes.add(new Shape.Text(text, x, y, size, anchor, weight, address));
    }
  }

  /// A line through points.
  public void path(List<Point> points, Stroke stroke) {
    shapes.add(new Shape.Path(points, false, Fill.NONE, stroke));
  }

  /// A filled area without an edge.
  public void area(List<Point> outline, Fill fill) {
    shapes.add(new Shape.Path(outline, true, fill, Stroke.NONE));
  }

  /// A straight arrow with a small filled head.
  public void arrow(double x1, double y1, double x2, double y2, Stroke stroke) {
    line(x1, y1, x2, y2, stroke);
    double length = Math.hypot(x2 - x1, y2 - y1);
    double dx = (x2 - x1) / length;
    double dy = (y2 - y1) / length;
    double backX = x2 - 5 * dx;
    double backY = y2 - 5 * dy;
    Point tip = new Point(x2, y2);
    Point left = new Point(backX - 2.2 * dy, backY + 2.2 * dx);
    Point right = new Point(backX + 2.2 * dy, backY - 2.2 * dx);
    shapes.add(new Shape.Path(List.of(tip, left, right), true, Fill.INK, Stroke.NONE));
  }

  /// What was gathered.
  public Drawing drawing(double width, double height) {
    return new Drawing(width, height, shapes);
  }
}
