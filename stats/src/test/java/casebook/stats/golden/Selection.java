// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import java.util.Arrays;
import java.util.List;

/// Reads a selection of values that a golden case gives in words, such as "kappa, mgus = 0, sex F,
/// first 120 rows".
///
/// The first words name a column, and perhaps a level of another. Each further clause keeps rows:
/// `COLUMN = VALUE`, `COLUMN VALUE`, or a value that only one factor has. "first N rows" counts the
/// rows kept so far. Missing values are dropped.
public final class Selection {
  private Selection() {}

  /// Picks the values.
  ///
  /// @param data the data set
  /// @param words the selection in words
  /// @return the numbers of the first column in the rows kept, missing ones dropped
  public static double[] of(GoldenData data, String words) {
    String[] clauses = words.split("[,;] ");
    String column = clauses[0];
    GoldenData kept = data;
    if (!data.names().contains(column)) {
      int space = column.indexOf(' ');
      kept = keep(kept, column.substring(space + 1));
      column = column.substring(0, space);
    }
    for (String clause : Arrays.asList(clauses).subList(1, clauses.length)) {
      kept = keep(kept, clause);
    }
    return kept.complete(column).numeric(column);
  }

  private static GoldenData keep(GoldenData data, String clause) {
    if (clause.equals("missing dropped")) {
      return data;
    }
    if (clause.matches("first \\d+ rows")) {
      int rows = Integer.parseInt(clause.split(" ")[1]);
      return data.where(row -> row < rows);
    }
    String[] parts = clause.split(" = | ", 2);
    if (parts.length == 2 && data.names().contains(parts[0])) {
      return where(data, parts[0], parts[1]);
    }
    List<String> owners =
        data.names().stream().filter(name -> data.text(name).contains(clause)).toList();
    if (owners.size() != 1) {
      throw new IllegalArgumentException("cannot tell which column '" + clause + "' belongs to");
    }
    return where(data, owners.getFirst(), clause);
  }

  private static GoldenData where(GoldenData data, String name, String value) {
    List<String> cells = data.text(name);
    if (!cells.contains(value)) {
      throw new IllegalArgumentException("column " + name + " never is '" + value + "'");
    }
    return data.where(row -> cells.get(row).equals(value));
  }
}
