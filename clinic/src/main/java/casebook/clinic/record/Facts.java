// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.record;

import casebook.study.data.Column;
import casebook.study.data.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What does not change: the row of a patient in the table of patients.
///
/// @param table the patients, one row each
/// @param row the patient's row, from 0
public record Facts(Table table, int row) {
  private static final Facts NONE =
      new Facts(new Table(new Table.Origin("", "", 1), new int[] {0}, List.of()), 0);

  public Facts {
    if (row < 0 || row >= table.rows()) {
      throw new IllegalArgumentException(
          "row " + row + " is not one of 0 to " + (table.rows() - 1));
    }
  }

  /// A patient of whom only events are known.
  public static Facts none() {
    return NONE;
  }

  /// A date of the patient; empty when there is no such variable or its value is missing.
  public Optional<LocalDate> date(String variable) {
    return table
        .find(variable)
        .filter(column -> column instanceof Column.Dates && column.known(row))
        .map(column -> ((Column.Dates) column).value(row));
  }

  /// The level of the patient: `female`, `yes`; empty when there is no such variable or its value
  /// is missing.
  public Optional<String> level(String variable) {
    return table
        .find(variable)
        .filter(column -> column instanceof Column.Leveled && column.known(row))
        .map(column -> ((Column.Leveled) column).level(row));
  }
}
