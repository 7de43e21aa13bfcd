// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.util.List;

/// One record of a separated text.
///
/// @param line the line on which it begins, from 1
/// @param cells its fields, in order; empty for a blank line
record CsvRow(int line, List<Cell> cells) {
  CsvRow {
    cells = List.copyOf(cells);
  }

  /// One field.
  ///
  /// @param text what it holds, without its quotes
  /// @param line the line on which it begins, from 1
  /// @param column the column at which it begins, from 1
  /// @param length its characters in the file, at least 1
  record Cell(String text, int line, int column, int length) {}

  boolean blank() {
    return cells.isEmpty();
  }
}
