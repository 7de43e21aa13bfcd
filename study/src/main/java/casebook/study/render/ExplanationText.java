// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Explanation;
import casebook.study.report.Explanation.Part;
import casebook.study.report.Explanation.Value;
import java.util.ArrayList;
import java.util.List;

/// Writes an explanation for the terminal, not wider than 88 characters where words allow.
public final class ExplanationText {
  private static final int WIDTH = 88;
  private static final String INDENT = "  ";
  private static final int WIDEST_NAME = 34;

  private ExplanationText() {}

  /// The whole explanation; lines end with `\n`.
  public static String of(Explanation explanation) {
    StringBuilder out = new StringBuilder();
    out.append(explanation.title()).append('\n');
    out.append(explanation.printed()).append('\n');
    for (Part part : explanation.parts()) {
      List<String> lines = lines(part);
      if (!lines.isEmpty()) {
        out.append('\n').append(part.label()).append('\n');
        lines.forEach(line -> out.append(line.stripTrailing()).append('\n'));
      }
    }
    out.append("\nAddress\n").append(INDENT).append(explanation.address()).append('\n');
    return out.toString();
  }

  private static List<String> lines(Part part) {
    return switch (part) {
      case Part.Prose prose ->
          prose.lines().stream().flatMap(line -> wrapped(line, INDENT, INDENT).stream()).toList();
      case Part.Values values -> values(values.values());
      case Part.Grid grid -> grid(grid);
      // its numbers stand in the table that follows it
      case Part.Figure figure -> List.of();
      case Part.Quote quote ->
          quote.text().isEmpty()
              ? List.of(INDENT + quote.place())
              : List.of(INDENT + quote.place(), INDENT + INDENT + quote.text());
    };
  }

  private static List<String> values(List<Value> values) {
    int widest = values.stream().mapToInt(v -> v.name().length()).max().orElse(0);
    int width = Math.min(widest, WIDEST_NAME);
    List<String> lines = new ArrayList<>();
    for (Value value : values) {
      String name = INDENT + padded(value.name(), width) + INDENT;
      String rest = " ".repeat(INDENT.length() * 2 + width);
      lines.addAll(wrapped(value.text(), name, rest));
    }
    return lines;
  }

  private static List<String> grid(Part.Grid grid) {
    List<List<String>> all = new ArrayList<>();
    all.add(grid.head());
    all.addAll(grid.rows());
    List<String> lines = new ArrayList<>();
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder(INDENT);
      for (int i = 0; i < row.size(); i++) {
        int place = i;
        int width = all.stream().mapToInt(r -> r.get(place).length()).max().orElse(0);
        line.append(padded(row.get(i), width)).append(INDENT);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /// A text in lines; the first begins with `first`, the others with `rest`.
  private static List<String> wrapped(String text, String first, String rest) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(rest);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
