// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.record.Facts;
import casebook.study.data.Column;
import casebook.study.data.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The table of patients and the row of each id. The table may still be read while nobody asks.
final class Places {
  private final Supplier<Optional<Table>> patients;
  private final String subject;
  private Optional<Table> table = Optional.empty();
  private boolean asked;
  private final Map<String, Integer> rows = new HashMap<>();

  /// @param patients gives the table, or nothing when it cannot be read
  /// @param subject the column of ids
  Places(Supplier<Optional<Table>> patients, String subject) {
    this.patients = patients;
    this.subject = subject;
  }

  /// The table; waits for it.
  synchronized Optional<Table> table() {
    if (!asked) {
      asked = true;
      table = patients.get();
      for (int row = 0; row < table.map(Table::rows).orElse(0); row++) {
        rows.put(id(row), row);
      }
    }
    return table;
  }

  /// The id of a row.
  String id(int row) {
    return ((Column.Text) table().orElseThrow().column(subject)).value(row);
  }

  /// The facts of a patient; empty when there is no such patient.
  Optional<Facts> facts(String id) {
    return table().flatMap(it -> Optional.ofNullable(rows.get(id)).map(row -> new Facts(it, row)));
  }
}
