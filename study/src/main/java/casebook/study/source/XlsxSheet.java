// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.util.List;

/// One sheet of a workbook as it was read.
///
/// @param name the sheet's name
/// @param rows its rows that hold anything, in order, each at least as wide as the first
record XlsxSheet(String name, List<TextRow> rows) {
  XlsxSheet {
    rows = List.copyOf(rows);
  }

  /// The cells as text.
  List<List<String>> texts() {
    return rows.stream().map(row -> row.cells().stream().map(TextRow.Cell::text).toList()).toList();
  }
}
