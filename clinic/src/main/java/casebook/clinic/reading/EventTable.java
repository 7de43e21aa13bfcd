// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.protocol.Measures;
import casebook.study.data.Column;
import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.problem.Checked;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import casebook.study.source.Columns;
import casebook.study.source.Sources;
import casebook.study.source.WrittenDate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the table of events: the long form with one row an event, or one row a visit, which is
/// told by its headers.
final class EventTable {
  /// Said of a column without a value, which is nothing to wonder about among events.
  private static final String ALL_MISSING = Columns.ALL_MISSING;

  private static final List<String> NEEDED = List.of("date", "kind", "name", "value");
  private static final List<String> FURTHER =
      List.of(
          "time",
          "unit",
          "until",
          "specimen",
          "assay",
          "last_dose",
          "hours_since_dose",
          "grade",
          "action",
          "confirmed",
          "struck",
          "note");

  private static final List<String> OF_DAYS = List.of("date", "until", "last_dose");

  private final String subject;
  private final Measures measures;
  private final DataFiles files;
  private final Problems problems;
  private String patient = "patient";
  private boolean visits;

  private EventTable(String subject, Measures measures, DataFiles files, Problems problems) {
    this.subject = subject;
    this.measures = measures;
    this.files = files;
    this.problems = problems;
  }

  /// What was read.
  ///
  /// @param rows the events, in the order of the file
  /// @param origin the file
  record Rows(List<EventRow> rows, Table.Origin origin) {}

  /// Reads the table.
  ///
  /// @param folder the folder of the study file
  /// @param files which file
  /// @param subject what the table of patients calls the id
  /// @param measures what may happen
  static Optional<Rows> read(
      Path folder, DataFiles files, String subject, Measures measures, Problems problems) {
    EventTable reading = new EventTable(subject, measures, files, problems);
    Checked<Table> table = Sources.read(folder, files, reading.asTexts());
    table.problems().stream().filter(it -> !it.code().equals(ALL_MISSING)).forEach(problems::add);
    return table.value().map(reading::rows);
  }

  /// Every column is read as text first, so that a flaw of one cell hides no other.
  private Columns asTexts() {
    return new Columns() {
      @Override
      public List<Variable> of(List<String> header) {
        return columns(header);
      }

      @Override
      public boolean mayHoldDays(Variable text) {
        return OF_DAYS.contains(text.name());
      }
    };
  }

  /// Says whether these are the columns of a table with one row an event, and no others.
  static boolean known(List<String> header) {
    return header.containsAll(NEEDED)
        && header.stream().allMatch(it -> NEEDED.contains(it) || FURTHER.contains(it));
  }

  private List<Variable> columns(List<String> header) {
    patient = header.contains(subject) || !header.contains("patient") ? subject : "patient";
    visits = !header.contains("kind");
    List<Variable> columns = new ArrayList<>(List.of(variable(patient)));
    List<String> known = new ArrayList<>(visits ? VisitRows.columns(measures) : FURTHER);
    (visits ? List.of("date") : NEEDED).forEach(name -> columns.add(variable(name)));
    List<String> unread = new ArrayList<>();
    for (String name : header) {
      boolean there = columns.stream().anyMatch(it -> it.name().equals(name));
      String plain = visits ? VisitRows.plain(name, measures) : name;
      if (!there && known.contains(plain)) {
        columns.add(variable(name));
      } else if (!there && !name.isEmpty()) {
        unread.add(name);
      }
    }
    unread(unread, known);
    return columns;
  }

  private void unread(List<String> unread, List<String> known) {
    for (String name : unread) {
      String nearest = NearestWord.question(name, known);
      problems.add(
          Problem.warning(
              "data/unread-column",
              Span.ofLine(files.file(), 1),
              "Column `" + name + "` is not read.",
              nearest.isEmpty()
                  ? visits
                      ? "A table of visits has columns named as the events of the study file."
                      : "Columns are "
                          + String.join(", ", NEEDED)
                          + ", "
                          + String.join(", ", FURTHER)
                          + "."
                  : nearest));
    }
  }

  private Variable variable(String name) {
    Dictionary.Type text = new Dictionary.Type.Text();
    return new Variable(name, name, name, text, "all", List.of(), files.at());
  }

  private Rows rows(Table table) {
    RowFlaws flaws = new RowFlaws(files.file());
    List<EventRow> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      int line = table.line(row);
      row(line, cells(table, row), flaws)
          .ifPresent(read -> rows.addAll(visits ? VisitRows.of(read, measures) : List.of(read)));
    }
    flaws.into(problems);
    return new Rows(rows, table.origin());
  }

  private Optional<EventRow> row(int line, Map<String, String> cells, RowFlaws flaws) {
    String who = cells.getOrDefault(patient, "");
    Optional<LocalDate> day = day(line, "date", cells, flaws);
    Optional<LocalDate> until = day(line, "until", cells, flaws);
    String kind = cells.getOrDefault("kind", "");
    if (who.isEmpty()) {
      flaws.error(
          line, "data/event-of-nobody", "The row does not say whose it is.", "Write the id.");
    }
    if (!cells.containsKey("date")) {
      flaws.error(
          line,
          "data/event-without-day",
          "The row has no date.",
          "Write the day, or strike the row: `date not known` in the column `struck`.");
    }
    if (!visits && !EventRow.KINDS.contains(kind)) {
      String nearest = NearestWord.question(kind, EventRow.KINDS);
      flaws.error(
          line,
          "data/unknown-kind-of-event",
          kind.isEmpty()
              ? "The row does not say what kind of event it is."
              : "`" + kind + "` is not a kind of event.",
          nearest.isEmpty() ? "There are " + String.join(", ", EventRow.KINDS) + "." : nearest);
    }
    Map<String, String> read = new LinkedHashMap<>(cells);
    until.ifPresent(it -> read.put("until", it.toString()));
    boolean whole = !who.isEmpty() && (until.isPresent() || !cells.containsKey("until"));
    return day.filter(it -> whole).map(it -> new EventRow(line, who, it, read));
  }

  private Optional<LocalDate> day(
      int line, String column, Map<String, String> cells, RowFlaws flaws) {
    if (!cells.containsKey(column)) {
      return Optional.empty();
    }
    Checked<LocalDate> day =
        WrittenDate.read(
            cells.getOrDefault(column, ""), files.writing(), Span.ofLine(files.file(), line));
    flaws.take(line, column, day.problems());
    return day.value();
  }

  private static Map<String, String> cells(Table table, int row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      if (column.known(row)) {
        String text =
            switch (column) {
              case Column.Text it -> it.value(row).strip();
              case Column.Dates it -> it.value(row).toString();
              case Column.Leveled it -> it.level(row);
              case Column.Numeric it -> it.decimal(row).toPlainString();
            };
        if (!text.isEmpty()) {
          cells.put(column.name(), text);
        }
      }
    }
    return cells;
  }
}
