// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.figure.Drawing;
import casebook.study.report.figure.Drawing.Point;
import casebook.study.report.figure.Drawing.Shape;
import java.util.List;
import java.util.Locale;

/// Writes the shapes of a drawing as SVG elements whose classes a style sheet colours.
final class SvgText {
  private final boolean links;

  /// @param links whether numbers lead to their explanations
  SvgText(boolean links) {
    this.links = links;
  }

  /// The drawing's view box.
  static String viewBox(Drawing drawing) {
    return "0 0 " + number(drawing.width()) + " " + number(drawing.height());
  }

  /// Writes all shapes.
  void shapes(Markup out, Drawing drawing) {
    for (Shape shape : drawing.shapes()) {
      shape(out, shape);
      out.line();
    }
  }

  private void shape(Markup out, Shape shape) {
    switch (shape) {
      case Shape.Line line ->
          out.empty(
              "line",
              "class",
              stroke(line.stroke()),
              "x1",
              number(line.x1()),
              "y1",
              number(line.y1()),
              "x2",
              number(line.x2()),
              "y2",
              number(line.y2()));
      case Shape.Box box ->
          out.empty(
              "rect",
              "class",
              fill(box.fill()) + " " + stroke(box.stroke()),
              "x",
              number(box.x()),
              "y",
              number(box.y()),
              "width",
              number(box.width()),
              "height",
              number(box.height()));
      case Shape.Circle circle ->
          out.empty(
              "circle",
              "class",
              fill(circle.fill()) + " " + stroke(circle.stroke()),
              "cx",
              number(circle.x()),
              "cy",
              number(circle.y()),
              "r",
              number(circle.radius()));
      case Shape.Path path ->
          out.empty(
              "path",
              "class",
              fill(path.fill()) + " " + stroke(path.stroke()),
              "d",
              outline(path.points(), path.closed()));
      case Shape.Text text -> text(out, text);
    }
  }

  private void text(Markup out, Shape.Text text) {
    boolean link = links && !text.address().isEmpty();
    if (link) {
      out.open("a", "href", "#" + text.address(), "class", "n");
    }
    out.element(
        "text",
        text.text(),
        "class",
        "t-" + lower(text.weight()) + " a-" + lower(text.anchor()),
        "x",
        number(text.x()),
        "y",
        number(text.y()),
        "font-size",
        number(text.size()));
    if (link) {
      out.close();
    }
  }

  private static String outline(List<Point> points, boolean closed) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(number(point.x()))
          .append(' ')
          .append(number(point.y()));
    }
    return path.append(closed ? "Z" : "").toString();
  }

  private static String stroke(Drawing.Stroke stroke) {
    return "s-" + lower(stroke);
  }

  private static String fill(Drawing.Fill fill) {
    return "f-" + lower(fill);
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /// A coordinate with at most two decimals, the same in every locale.
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    String sign = hundredths < 0 ? "-" : "";
    long size = Math.abs(hundredths);
    String digits = sign + size / 100;
    long rest = size % 100;
    if (rest == 0) {
      return digits;
    }
    return rest % 10 == 0 ? digits + "." + rest / 10 : digits + "." + (rest < 10 ? "0" : "") + rest;
  }
}
