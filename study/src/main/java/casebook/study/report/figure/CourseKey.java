// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The head of a figure of patients: what it shows, and each sign that occurs in it with its words.
final class CourseKey {
  private static final double SIZE = 7;
  private static final double LEADING = 11;
  private static final double SIGN = 12;
  private static final double BETWEEN = 7.5;

  private final String head;
  private final double width;
  private final List<List<Entry>> lines;

  /// A sign with its words.
  ///
  /// @param address of the number that counts it; empty when nothing does
  record Entry(Sign sign, String words, String address) {
    private double width() {
      return SIGN + TextWidth.of(words, SIZE);
    }
  }

  /// Draws a sign around a place.
  interface Sign {
    void draw(Canvas canvas, double x, double y);
  }

  CourseKey(String head, List<Entry> entries, double width) {
    this.head = head;
    this.width = width;
    this.lines = lines(entries, width);
  }

  private static List<List<Entry>> lines(List<Entry> entries, double width) {
    List<List<Entry>> all = new ArrayList<>();
    double x = width;
    for (Entry entry : entries) {
      if (x + entry.width() > width) {
        all.add(new ArrayList<>());
        x = 0;
      }
      all.getLast().add(entry);
      x += entry.width() + BETWEEN;
    }
    return all;
  }

  /// How much of the page the head takes.
  double height() {
    return 20 + lines.size() * LEADING + 6;
  }

  /// Draws the head at the top of a page.
  void draw(Canvas canvas) {
    canvas.line(0, 1, width, 1, Stroke.INK);
    canvas.text(head, 0, 13, SIZE + 1, Anchor.START, Weight.BOLD);
    double y = 13 + LEADING;
    for (List<Entry> line : lines) {
      double x = 0;
      for (Entry entry : line) {
        entry.sign().draw(canvas, x + SIGN / 2 - 1, y - 2.4);
        canvas.number(
            entry.words(), x + SIGN, y, SIZE, Anchor.START, Weight.NORMAL, entry.address());
        x += entry.width() + BETWEEN;
      }
      y += LEADING;
    }
  }

  static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
