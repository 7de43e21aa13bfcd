// SPDX-License-Identifier: Apache-2.0
package casebook.study.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An immutable table: named columns of one length, and where its rows came from.
public final class Table {
  private final Origin origin;
  private final int rows;
  private final int[] lines;
  private final Map<String, Column> columns;
  private final List<Table> beside;

  /// Where a table came from.
  ///
  /// @param file the file's name as the study gives it
  /// @param sha256 digest of the bytes that were read, 64 hexadecimal digits
  /// @param rows rows read
  public record Origin(String file, String sha256, int rows) {}

  /// Makes a table.
  ///
  /// @param lines for each row the line of the file on which it begins, from 1
  public Table(Origin origin, int[] lines, List<Column> columns) {
    this(origin, lines, columns, List.of());
  }

  private Table(Origin origin, int[] lines, List<Column> columns, List<Table> beside) {
    this.origin = origin;
    this.beside = List.copyOf(beside);
    this.rows = lines.length;
    this.lines = lines.clone();
    this.columns = new LinkedHashMap<>();
    for (Column column : columns) {
      add(column);
    }
  }

  private void add(Column column) {
    if (column.size() != rows) {
      throw new IllegalArgumentException(
          column.name() + " has " + column.size() + " rows, the table " + rows);
    }
    if (columns.putIfAbsent(column.name(), column) != null) {
      throw new IllegalArgumentException("two columns are called " + column.name());
    }
  }

  /// This table without some of its columns.
  public Table without(Collection<String> names) {
    List<Column> kept =
        columns.values().stream().filter(column -> !names.contains(column.name())).toList();
    return of(kept);
  }

  /// Where this table came from.
  public Origin origin() {
    return origin;
  }

  /// The number of rows.
  public int rows() {
    return rows;
  }

  /// The line of the file on which row `row` begins, from 1.
  public int line(int row) {
    return lines[row];
  }

  /// All columns, in order.
  public List<Column> columns() {
    return List.copyOf(columns.values());
  }

  /// The column with that name, if there is one.
  public Optional<Column> find(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  /// The column with that name; throws `IllegalArgumentException` when there is none.
  public Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("there is no column " + name);
    }
    return column;
  }

  /// This table with one more column.
  public Table with(Column column) {
    Table table = of(columns());
    table.add(column);
    return table;
  }

  /// The same rows with these columns.
  public Table of(List<Column> replaced) {
    return new Table(origin, lines, replaced, beside);
  }

  /// This table with a further table that was read for the same study, such as the readings of an
  /// assay.
  public Table beside(Table other) {
    List<Table> all = new ArrayList<>(beside);
    all.add(other);
    return new Table(origin, lines, columns(), all);
  }

  /// The further tables that were read for the same study.
  public List<Table> beside() {
    return beside;
  }
}
