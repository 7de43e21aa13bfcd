// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Shape;
import casebook.study.report.figure.Drawing.Weight;
import java.util.ArrayList;
import java.util.List;

/// What holds for every drawing: everything lies inside of it, and no text over another.
final class Layout {
  private Layout() {}

  /// The place that a shape takes.
  private record Area(String what, double left, double top, double right, double bottom) {
    private static final double LEAST = 0.5;

    boolean meets(Area other) {
      return left + LEAST < other.right
          && other.left + LEAST < right
          && top + LEAST < other.bottom
          && other.top + LEAST < bottom;
    }
  }

  static void check(Drawing drawing) {
    List<Area> texts = new ArrayList<>();
    for (Shape shape : drawing.shapes()) {
      Area area = area(shape);
      assertThat(area.left).as(area.what).isGreaterThanOrEqualTo(-0.01);
      assertThat(area.top).as(area.what).isGreaterThanOrEqualTo(-0.01);
      assertThat(area.right).as(area.what).isLessThanOrEqualTo(drawing.width() + 0.01);
      assertThat(area.bottom).as(area.what).isLessThanOrEqualTo(drawing.height() + 0.01);
      if (shape instanceof Shape.Text text && !text.text().equals("†")) {
        assertThat(texts.stream().filter(area::meets)).as(area.what).isEmpty();
        texts.add(area);
      }
    }
  }

  private static Area area(Shape shape) {
    return switch (shape) {
      case Shape.Line it ->
          new Area(
              it.toString(),
              Math.min(it.x1(), it.x2()),
              Math.min(it.y1(), it.y2()),
              Math.max(it.x1(), it.x2()),
              Math.max(it.y1(), it.y2()));
      case Shape.Box it -> {
        assertThat(it.width()).as(it.toString()).isNotNegative();
        assertThat(it.height()).as(it.toString()).isNotNegative();
        yield new Area(it.toString(), it.x(), it.y(), it.x() + it.width(), it.y() + it.height());
      }
      case Shape.Circle it ->
          new Area(
              it.toString(),
              it.x() - it.radius(),
              it.y() - it.radius(),
              it.x() + it.radius(),
              it.y() + it.radius());
      case Shape.Path it ->
          new Area(
              it.toString(),
              it.points().stream().mapToDouble(Drawing.Point::x).min().orElseThrow(),
              it.points().stream().mapToDouble(Drawing.Point::y).min().orElseThrow(),
              it.points().stream().mapToDouble(Drawing.Point::x).max().orElseThrow(),
              it.points().stream().mapToDouble(Drawing.Point::y).max().orElseThrow());
      case Shape.Text it -> text(it);
    };
  }

  private static Area text(Shape.Text it) {
    double width = TextWidth.of(it.text(), it.size() * (it.weight() == Weight.BOLD ? 1.06 : 1));
    double left =
        it.anchor() == Anchor.START
            ? it.x()
            : it.anchor() == Anchor.END ? it.x() - width : it.x() - width / 2;
    return new Area(
        it.text(), left, it.y() - 0.72 * it.size(), left + width, it.y() + 0.1 * it.size());
  }
}
