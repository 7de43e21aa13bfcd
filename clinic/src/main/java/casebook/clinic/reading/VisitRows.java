// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.protocol.Measures;
import casebook.clinic.protocol.Measures.Kind;
import casebook.clinic.protocol.Measures.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table with one row a visit: a column for each event, named as the study file names it (with a
/// space or an underscore), and some that stand beside them. A visit becomes as many events as it
/// has cells.
final class VisitRows {
  private static final List<String> BESIDE =
      List.of(
          "time",
          "specimen",
          "assay",
          "last_dose",
          "hours_since_dose",
          "bleeding",
          "complication",
          "grade",
          "procedure",
          "confirmed",
          "struck",
          "note");

  /// The cell that names the column of a value, for problems.
  static final String COLUMN = "its column";

  private static final List<String> GRADED = List.of("complication", "bleeding");

  private VisitRows() {}

  /// The columns that a table of visits may have.
  static List<String> columns(Measures measures) {
    List<String> columns = new ArrayList<>(BESIDE);
    measures.list().forEach(it -> columns.add(it.name()));
    return columns;
  }

  /// A header as the study file writes it: `blood_pressure` is `blood pressure`.
  static String plain(String header, Measures measures) {
    String spaced = header.replace('_', ' ');
    return measures.find(header).isEmpty() && measures.find(spaced).isPresent() ? spaced : header;
  }

  /// The events of a visit; a contact where it has no other.
  static List<EventRow> of(EventRow visit, Measures measures) {
    Map<String, String> beside = new LinkedHashMap<>();
    for (String column : BESIDE) {
      if (!visit.cell(column).isEmpty() && !isEvent(column)) {
        beside.put(column, visit.cell(column));
      }
    }
    List<EventRow> events = new ArrayList<>();
    visit
        .cells()
        .forEach((column, text) -> {
          String name = plain(column, measures);
          measures
              .find(name)
              .map(measure -> cells(measure, text))
              .or(() -> words(column, text))
              .ifPresent(cells -> events.add(event(visit, beside, cells)));
        });
    return events.isEmpty()
        ? List.of(event(visit, beside, Map.of("kind", "contact")))
        : events.stream().sorted((a, b) -> order(a, measures) - order(b, measures)).toList();
  }

  private static int order(EventRow row, Measures measures) {
    int kind = EventRow.KINDS.indexOf(row.cell("kind"));
    int name = measures.list().stream().map(Measure::name).toList().indexOf(row.cell("name"));
    return 1000 * kind + name;
  }

  private static boolean isEvent(String column) {
    return List.of("bleeding", "complication", "procedure").contains(column);
  }

  private static EventRow event(
      EventRow visit, Map<String, String> beside, Map<String, String> cells) {
    Map<String, String> all = new LinkedHashMap<>(beside);
    all.putAll(cells);
    if (!GRADED.contains(all.getOrDefault("kind", ""))) {
      all.remove("grade");
    }
    return new EventRow(visit.line(), visit.patient(), visit.day(), all);
  }

  private static Map<String, String> cells(Measure measure, String text) {
    String kind =
        switch (measure.kind()) {
          case NUMBER -> "measurement";
          case LEVEL -> "level";
          case DRUG -> "drug";
          case TEXT -> "complication";
          case CAUSE -> "death";
        };
    boolean words = measure.kind() == Kind.TEXT || measure.kind() == Kind.CAUSE;
    return words
        ? Map.of("kind", kind, "name", text)
        : Map.of("kind", kind, "name", measure.name(), "value", text, COLUMN, measure.name());
  }

  private static Optional<Map<String, String>> words(String column, String text) {
    return switch (column) {
      case "bleeding" -> Optional.of(Map.of("kind", "bleeding", "grade", text));
      case "complication", "procedure" -> Optional.of(Map.of("kind", column, "name", text));
      default -> Optional.empty();
    };
  }
}
