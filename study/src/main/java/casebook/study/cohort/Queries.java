// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.data.Column;
import casebook.study.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gathers what the data manager should look at, while a cohort is built.
final class Queries {
  private final Table table;
  private final Optional<Column> subjects;
  private final Set<Query> gathered = new LinkedHashSet<>();

  /// @param subject the variable that names a person
  Queries(Table table, String subject) {
    this.table = table;
    this.subjects = table.find(subject);
  }

  /// Adds a failed check of a row.
  void check(int row, String variables, String message) {
    add(row, variables, "check", message);
  }

  /// Adds something that mattered and is not known.
  void unknown(int row, Value.Unknown why, String message) {
    add(row, why.variables(), "unknown", message);
  }

  private void add(int row, String variables, String kind, String message) {
    gathered.add(
        new Query(table.origin().file(), table.line(row), subject(row), variables, kind, message));
  }

  private String subject(int row) {
    return subjects
        .filter(column -> column.known(row))
        .map(column -> column instanceof Column.Text text ? text.value(row) : "")
        .orElse("");
  }

  /// The queries by line; those of one line in the order in which they came.
  List<Query> list() {
    List<Query> sorted = new ArrayList<>(gathered);
    sorted.sort((one, other) -> Integer.compare(one.line(), other.line()));
    return sorted;
  }
}
