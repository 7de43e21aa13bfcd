// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One event as it was written: a row of the long form, or a part of a visit.
///
/// @param line the line of the file, from 1
/// @param patient the patient's id
/// @param day the day
/// @param cells what the row says, by column; without spaces around; empty cells are left out
record EventRow(int line, String patient, LocalDate day, Map<String, String> cells) {
  /// The kinds of events that a table may hold.
  static final List<String> KINDS =
      List.of(
          "measurement",
          "level",
          "dose",
          "comedication",
          "bleeding",
          "complication",
          "procedure",
          "death",
          "contact");

  EventRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /// What stands in a column; empty when nothing does.
  String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  /// The same row with other words in some columns.
  EventRow with(Map<String, String> other) {
    Map<String, String> all = new LinkedHashMap<>(cells);
    all.putAll(other);
    return new EventRow(line, patient, day, all);
  }
}
