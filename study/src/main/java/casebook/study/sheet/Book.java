// SPDX-License-Identifier: Apache-2.0
package casebook.study.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A workbook: sheets in their order, the first one open.
///
/// @param title what it is
/// @param pages its sheets, at least one, each with a name of its own
public record Book(String title, List<Page> pages) {
  public Book {
    pages = List.copyOf(pages);
    Set<String> names = new HashSet<>();
    for (Page page : pages) {
      if (!names.add(page.name())) {
        throw new IllegalArgumentException("two sheets are called " + page.name());
      }
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a workbook of 0 sheets; at least 1");
    }
  }

  /// A sheet: headers in its first row, then rows, then rows that are free to be written in.
  ///
  /// @param name its name, at most 31 letters
  /// @param columns its columns
  /// @param rows the cells of each row, one a column; empty: nothing
  /// @param free how many rows below are made ready to be written in
  public record Page(String name, List<Heading> columns, List<List<String>> rows, int free) {
    private static final int LONGEST = 31;

    public Page {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      if (name.isEmpty() || name.length() > LONGEST || !name.matches("[\\p{L}\\p{Nd} _-]+")) {
        throw new IllegalArgumentException("a sheet cannot be called `" + name + "`");
      }
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "a row of " + row.size() + " cells under " + columns.size() + " columns");
        }
      }
    }

    /// The same sheet with other rows.
    public Page with(List<List<String>> other) {
      return new Page(name, columns, other, free);
    }
  }

  /// A column.
  ///
  /// @param text what stands in its head
  /// @param note what is said to it; empty: nothing
  /// @param width in letters
  /// @param cells what its cells hold
  public record Heading(String text, String note, int width, Cells cells) {}
}
