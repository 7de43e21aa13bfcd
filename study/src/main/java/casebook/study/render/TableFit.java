// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document.Block;
import casebook.study.report.Document.Head;
import casebook.study.report.Document.Line;
import casebook.study.report.Document.TableCell;
import casebook.study.report.figure.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How a table fits the width of a page: pages that do not grow must be told how wide each column
/// is.
///
/// @param size of the type in points
/// @param widths of the columns in points, gap included; together the width of the page
record TableFit(double size, List<Double> widths) {
  /// What stands between a column and the next, in points.
  static final double GAP = 8;

  /// What levels of a variable are moved in by, in points.
  static final double INDENT = 10;

  private static final List<Double> SIZES = List.of(8.5, 8.0, 7.5, 7.0);
  private static final double BOLD = 1.08;

  /// For programs whose letters are a little wider than ours.
  private static final double SLACK = 2;

  private static final double RAISED = 0.65;

  TableFit {
    widths = List.copyOf(widths);
  }

  /// The largest type at which no printed number must break; when there is none, the smallest.
  static TableFit of(Block.Table table, double width) {
    for (double size : SIZES) {
      double[] least = least(table, size, false);
      if (Arrays.stream(least).sum() <= width) {
        return spread(size, least, natural(table, size), width);
      }
    }
    double size = SIZES.getLast();
    double[] least = least(table, size, true);
    double scale = Math.min(1, width / Arrays.stream(least).sum());
    return spread(
        size, Arrays.stream(least).map(w -> w * scale).toArray(), natural(table, size), width);
  }

  /// Gives what is left to the columns that want it, and then to all alike.
  private static TableFit spread(double size, double[] least, double[] natural, double width) {
    double left = width - Arrays.stream(least).sum();
    double[] want = new double[least.length];
    for (int i = 0; i < want.length; i++) {
      want[i] = Math.max(0, natural[i] - least[i]);
    }
    double wanted = Arrays.stream(want).sum();
    double share = wanted > 0 ? Math.min(1, left / wanted) : 0;
    double each = Math.max(0, left - wanted * share) / least.length;
    List<Double> widths = new ArrayList<>();
    for (int i = 0; i < want.length; i++) {
      widths.add(least[i] + want[i] * share + each);
    }
    return new TableFit(size, widths);
  }

  private static double[] least(Block.Table table, double size, boolean breaking) {
    double[] widths = new double[table.head().size()];
    for (int i = 0; i < widths.length; i++) {
      Head head = table.head().get(i);
      widths[i] = BOLD * piece(head.text(), size) + marks(head.marks(), size);
    }
    for (Line line : table.rows()) {
      double label = piece(label(line), size) + line.indent() * INDENT;
      widths[0] = Math.max(widths[0], label + marks(line.marks(), size));
      for (int i = 0; i < line.cells().size(); i++) {
        TableCell cell = line.cells().get(i);
        String text = CsvRenderer.plain(cell.content());
        double wide = breaking ? piece(text, size) : TextWidth.of(text, size);
        widths[i + 1] = Math.max(widths[i + 1], wide + marks(cell.marks(), size));
      }
    }
    return Arrays.stream(widths).map(w -> w + GAP + SLACK).toArray();
  }

  /// Labels on one line, heads on three.
  private static double[] natural(Block.Table table, double size) {
    double[] widths = new double[table.head().size()];
    for (int i = 0; i < widths.length; i++) {
      Head head = table.head().get(i);
      widths[i] = BOLD * TextWidth.of(head.text(), size) / 3 + marks(head.marks(), size) + GAP;
    }
    for (Line line : table.rows()) {
      double label = TextWidth.of(label(line), size) + line.indent() * INDENT;
      widths[0] = Math.max(widths[0], label + marks(line.marks(), size) + GAP);
    }
    return widths;
  }

  private static String label(Line line) {
    return line.unit().isEmpty() ? line.label() : line.label() + ", " + line.unit();
  }

  /// The widest part of a text that stands on one line; what is in brackets at its end stays
  /// together.
  private static double piece(String text, double size) {
    int bracket = text.endsWith(")") ? text.lastIndexOf(" (") : -1;
    String words = bracket < 0 ? text : text.substring(0, bracket);
    double widest = bracket < 0 ? 0 : TextWidth.of(text.substring(bracket + 1), size);
    for (String word : words.split(" ", -1)) {
      widest = Math.max(widest, TextWidth.of(word, size));
    }
    return widest;
  }

  private static double marks(List<String> marks, double size) {
    return TextWidth.of(String.join(",", marks), size * RAISED);
  }
}
