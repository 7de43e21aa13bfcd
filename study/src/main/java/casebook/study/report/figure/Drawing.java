// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import java.util.List;

/// A drawing without a format: shapes in points (1/72 inch), y downwards. Renderers turn it into
/// SVG.
///
/// @param width in points
/// @param height in points
/// @param shapes in drawing order
public record Drawing(double width, double height, List<Shape> shapes) {
  public Drawing {
    shapes = List.copyOf(shapes);
  }

  /// A thing drawn.
  public sealed interface Shape {
    /// A straight line.
    record Line(double x1, double y1, double x2, double y2, Stroke stroke) implements Shape {}

    /// A rectangle.
    record Box(double x, double y, double width, double height, Fill fill, Stroke stroke)
        implements Shape {}

    /// A circle.
    ///
    /// @param x its centre
    /// @param y its centre
    record Circle(double x, double y, double radius, Fill fill, Stroke stroke) implements Shape {}

    /// A closed or open path through points.
    record Path(List<Point> points, boolean closed, Fill fill, Stroke stroke) implements Shape {
      public Path {
        points = List.copyOf(points);
      }
    }

    /// A line of text.
    ///
    /// @param x where it is anchored
    /// @param y its baseline
    /// @param size in points
    /// @param address of the number that it shows; empty for words
    record Text(
        String text, double x, double y, double size, Anchor anchor, Weight weight, String address)
        implements Shape {}
  }

  /// A point.
  public record Point(double x, double y) {}

  /// Which part of a text stands at its x.
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  /// How heavy a text is.
  public enum Weight {
    NORMAL,
    BOLD,
    QUIET
  }

  /// How an area is filled; the page decides the colours for light, dark and print.
  public enum Fill {
    NONE,
    PAPER,
    INK,
    ACCENT,
    QUIET,
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    FIFTH;

    /// A light area of a group, that lets others shine through; the sixth is as the first.
    public static Fill ofGroup(int group) {
      return List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH).get(group % 5);
    }
  }

  /// How a line is drawn.
  public enum Stroke {
    NONE,
    INK,
    THIN,
    DASHED,
    ACCENT,
    QUIET,
    /// For lines that only guide the eye.
    FAINT,
    /// For values to be compared with.
    DOTTED,
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    FIFTH;

    /// The line of a group, told from others by its dashes as well as by its colour; the sixth is
    /// as the first.
    public static Stroke ofGroup(int group) {
      return List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH).get(group % 5);
    }
  }
}
