// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.util.List;

/// One record of a separated text, or one row of a sheet.
///
/// @param line the line on which it begins, from 1
/// @param cells its fields, in order; empty for a blank line
record TextRow(int line, List<Cell> cells) {
  TextRow {
    cells = List.copyOf(cells);
  }

  /// One field.
  ///
  /// @param text what it holds, without its quotes
  /// @param line the line on which it begins, from 1
  /// @param column the column at which it begins, from 1
  /// @param length its characters in the file, at least 1
  /// @param nature what a workbook says of it
  record Cell(String text, int line, int column, int length, Nature nature) {
    /// A field of a separated text, which says nothing of its nature.
    Cell(String text, int line, int column, int length) {
      this(text, line, column, length, Nature.PLAIN);
    }
  }

  boolean blank() {
    return cells.isEmpty();
  }
}
