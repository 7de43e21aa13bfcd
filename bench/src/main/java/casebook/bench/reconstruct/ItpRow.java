// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A row of `events.csv`.
///
/// @param day the day of the event
/// @param cells what stands in the other columns
record ItpRow(LocalDate day, Map<String, String> cells) {
  static final String COLUMNS =
      "date,kind,name,value,unit,until,specimen,assay,hours_since_dose,grade,action,note";

  static ItpRow of(LocalDate day, String kind, String name) {
    return new ItpRow(day, Map.of("date", day.toString(), "kind", kind, "name", name));
  }

  private ItpRow with(String column, String text) {
    Map<String, String> all = new LinkedHashMap<>(cells);
    all.put(column, text);
    return new ItpRow(day, all);
  }

  ItpRow value(String value, String unit) {
    return with("value", value).with("unit", unit);
  }

  ItpRow until(LocalDate last) {
    return with("until", last.toString());
  }

  /// A serum level so many hours after the dose.
  ItpRow sampled(String hours) {
    return with("specimen", "serum").with("assay", "FPIA").with("hours_since_dose", hours);
  }

  ItpRow graded(String grade) {
    return with("grade", grade);
  }

  ItpRow done(String action) {
    return with("action", action);
  }

  ItpRow noted(String note) {
    return with("note", note);
  }

  /// The line of the file.
  String text(String patient) {
    return Stream.concat(
            Stream.of(patient),
            Stream.of(COLUMNS.split(",")).map(column -> quoted(cells.getOrDefault(column, ""))))
        .collect(Collectors.joining(","));
  }

  private static String quoted(String text) {
    return text.contains(",") ? "\"" + text + "\"" : text;
  }
}
