// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.family;

import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A table with adjusted P values: behind each column that holds members of a family stands one
/// more, and before it the raw P values where the column shows ratios.
///
/// @param columns the columns as they were
/// @param rows the rows as they were
/// @param adjusted the adjusted P values by the addresses of the raw ones
record AdjustedTable(List<Column> columns, List<Row> rows, Map<Address, Statistic> adjusted) {
  /// The end of the slug of a column of adjusted P values.
  static final String ENDING = "_adjusted";

  List<Column> newColumns() {
    List<Column> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      all.add(column);
      if (holds(i)) {
        if (!tests(i)) {
          all.add(new Column(column.slug() + "_p", "P", 0, ""));
        }
        all.add(new Column(column.slug() + ENDING, "Adjusted P", 0, ""));
      }
    }
    return all;
  }

  List<Row> newRows() {
    return rows.stream()
        .map(row -> new Row(row.label(), row.unit(), row.indent(), cells(row)))
        .toList();
  }

  private List<Cell> cells(Row row) {
    List<Cell> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = row.cells().get(i);
      all.add(cell);
      if (holds(i)) {
        if (!tests(i)) {
          all.add(member(cell).isPresent() ? raw(cell) : Cell.of(Form.EMPTY));
        }
        all.add(member(cell).map(it -> Cell.of(Form.P, it)).orElseGet(() -> Cell.of(Form.EMPTY)));
      }
    }
    return all;
  }

  /// Says whether a P value of a member stands in the table.
  boolean showsP() {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .anyMatch(cell -> cell.form() == Form.P && member(cell).isPresent());
  }

  /// Says whether a column shows a member whose P value no other column shows.
  private boolean holds(int column) {
    return rows.stream()
        .anyMatch(row -> {
          Optional<Statistic> member = member(row.cells().get(column));
          return member.isPresent()
              && (row.cells().get(column).form() == Form.P
                  || row.cells().stream()
                      .noneMatch(it -> it.form() == Form.P && member(it).equals(member)));
        });
  }

  /// Says whether a column shows P values itself.
  private boolean tests(int column) {
    return IntStream.range(0, rows.size())
        .mapToObj(row -> rows.get(row).cells().get(column))
        .filter(cell -> member(cell).isPresent())
        .allMatch(cell -> cell.form() == Form.P);
  }

  private Optional<Statistic> member(Cell cell) {
    return cell.statistics().stream()
        .flatMap(it -> Optional.ofNullable(adjusted.get(it.address())).stream())
        .findFirst();
  }

  private static Cell raw(Cell cell) {
    Statistic number = cell.statistics().getFirst();
    Basis basis = number.basis();
    return Cell.of(
        Form.P,
        new Statistic(
            number.address().with("p"),
            number.label() + ": P",
            Optional.empty(),
            number.p(),
            "",
            FamilyMethods.RAW,
            new Basis(basis.counts(), basis.rows(), basis.at(), basis.data(), List.of()),
            ""));
  }
}
