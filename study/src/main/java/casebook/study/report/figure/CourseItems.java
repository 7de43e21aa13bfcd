// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import java.util.ArrayList;
import java.util.List;

/// Puts labelled bars and remarks of a panel into rows, so that none lies over another.
final class CourseItems {
  static final double SIZE = 6.5;
  static final double ROW = 8;
  static final double ARROW = 7;
  private static final double GAP = 3.5;

  private final double left;
  private final double right;
  private final List<List<Item>> rows = new ArrayList<>();

  /// @param left the left edge of the panel
  /// @param right its right edge
  CourseItems(double left, double right) {
    this.left = left;
    this.right = right;
  }

  /// What an item shows beside its words.
  enum Kind {
    BAR,
    /// A bar that goes on.
    ONGOING,
    /// A mark on a day.
    DAY,
    /// Nothing.
    WORDS
  }

  /// A bar or a mark with its words.
  ///
  /// @param from where it begins
  /// @param to where it ends; equal to `from` for a day
  /// @param text its words; may be empty
  /// @param x where they begin
  record Item(Kind kind, double from, double to, String text, double x) {
    private double leftmost() {
      return text.isEmpty() ? from : Math.min(from, x);
    }

    private double rightmost() {
      double end = to + (kind == Kind.ONGOING ? ARROW : 0);
      return text.isEmpty() ? end : Math.max(end, x + TextWidth.of(text, SIZE));
    }

    private boolean meets(Item other) {
      return leftmost() < other.rightmost() + GAP && other.leftmost() < rightmost() + GAP;
    }
  }

  /// Puts a bar or a mark, with its words where there is room: to the right of it, to the left, or
  /// in a row below.
  void put(Kind kind, double from, double to, String text) {
    double after = to + GAP + (kind == Kind.ONGOING ? ARROW : 0);
    double width = TextWidth.of(text, SIZE);
    if (after + width <= right) {
      put(new Item(kind, from, to, text, after));
    } else if (from - GAP - width >= left) {
      put(new Item(kind, from, to, text, from - GAP - width));
    } else {
      put(new Item(kind, from, to, "", from));
      words(text, from);
    }
  }

  /// Puts words alone, as near to a place as they fit; what is longer than the panel is cut.
  void words(String text, double near) {
    String cut = TextWidth.wrap(text, SIZE, right - left).getFirst();
    double x = Math.max(left, Math.min(near, right - TextWidth.of(cut, SIZE)));
    put(new Item(Kind.WORDS, x, x, cut, x));
  }

  private void put(Item item) {
    for (List<Item> row : rows) {
      if (row.stream().noneMatch(item::meets)) {
        row.add(item);
        return;
      }
    }
    rows.add(new ArrayList<>(List.of(item)));
  }

  /// The items of each row.
  List<List<Item>> rows() {
    return rows.stream().map(List::copyOf).toList();
  }

  double height() {
    return rows.size() * ROW;
  }
}
