// SPDX-License-Identifier: Apache-2.0
package casebook.study.data;

import java.util.List;

/// A table as text: what a spreadsheet shows, before anything is known about its columns.
///
/// @param file the file's name
/// @param separator between fields, `,` when the file is a workbook
/// @param byteOrderMark whether the file begins with a byte order mark, as spreadsheets write it
/// @param header the column names, in order
/// @param rows the cells, each row as long as the header; an empty cell is an empty text
public record Sheet(
    String file,
    char separator,
    boolean byteOrderMark,
    List<String> header,
    List<List<String>> rows) {
  public Sheet {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " cells, the header " + header.size());
      }
    }
  }

  /// The cells of column `index`, from 0.
  public List<String> column(int index) {
    return rows.stream().map(row -> row.get(index)).toList();
  }
}
