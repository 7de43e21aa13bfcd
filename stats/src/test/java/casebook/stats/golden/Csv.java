// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import java.util.ArrayList;
import java.util.List;

/// Splits comma-separated text; a quoted cell may hold commas and doubled quotes, but no line end.
final class Csv {
  private Csv() {}

  static List<List<String>> parse(String text) {
    return text.lines().filter(line -> !line.isEmpty()).map(Csv::cells).toList();
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return List.copyOf(cells);
  }
}
