// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.problem.LineNumbers;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Severity;
import casebook.study.problem.Span;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/// Looks for dates that cannot be: after the day on which the data were closed, after the day of
/// the run, before birth. Never asks a clock.
final class DateChecks {
  private static final String BIRTH = "birth";

  private final Table table;
  private final Queries queries;
  private final Problems problems;

  DateChecks(Table table, Queries queries, Problems problems) {
    this.table = table;
    this.queries = queries;
    this.problems = problems;
  }

  /// Adds a problem for each column that has such dates, and a query for each row.
  ///
  /// @param closed the day on which the data were closed, as declared; a later date is an error
  /// @param day the day of the run, where it was given; a later date is a warning
  void look(Optional<LocalDate> closed, Optional<LocalDate> day) {
    Optional<Column.Dates> birth =
        table.find(BIRTH).filter(Column.Dates.class::isInstance).map(Column.Dates.class::cast);
    for (Column column : table.columns()) {
      if (column instanceof Column.Dates dates) {
        closed.ifPresent(
            last -> future(dates, last, "the day on which the data were closed", Severity.ERROR));
        day.filter(last -> closed.isEmpty() || last.isAfter(closed.get()))
            .ifPresent(last -> future(dates, last, "the day of this run", Severity.WARNING));
        birth.filter(born -> born != dates).ifPresent(born -> beforeBirth(dates, born));
      }
    }
  }

  private void future(Column.Dates dates, LocalDate last, String what, Severity severity) {
    RowSet late = rows(row -> earliest(dates, row).filter(date -> date.isAfter(last)).isPresent());
    if (late.size() > 0) {
      String after = "after " + last + ", " + what;
      add(
          "data/future-date",
          severity,
          dates.name(),
          late,
          " after " + last + ", " + what + ".",
          "Correct the dates, or "
              + (severity == Severity.ERROR ? "`as of:` under `data:`." : "the day after --on."));
      late.stream()
          .forEach(row -> queries.check(row, dates.name(), dates.name() + " lies " + after));
    }
  }

  private void beforeBirth(Column.Dates dates, Column.Dates birth) {
    RowSet early =
        rows(row ->
            dates.known(row) && birth.known(row) && dates.value(row).isBefore(birth.value(row)));
    if (early.size() > 0) {
      add(
          "data/before-birth",
          Severity.ERROR,
          dates.name(),
          early,
          " before `birth`.",
          "Correct the dates.");
      early.stream()
          .forEach(row ->
              queries.check(row, dates.name() + ", " + BIRTH, dates.name() + " lies before birth"));
    }
  }

  private void add(
      String code, Severity severity, String variable, RowSet rows, String where, String fix) {
    String count = rows.size() == 1 ? "1 date of `" : rows.size() + " dates of `";
    problems.add(
        new Problem(
            severity,
            code,
            Span.ofLine(table.origin().file(), table.line(rows.row(0))),
            count
                + variable
                + (rows.size() == 1 ? "` lies" : "` lie")
                + where
                + " "
                + lines(rows)
                + ".",
            fix));
  }

  private RowSet rows(Predicate<Integer> test) {
    return RowSet.all(table.rows()).where(test::test);
  }

  private static Optional<LocalDate> earliest(Column.Dates dates, int row) {
    return dates.known(row)
        ? Optional.of(dates.value(row))
        : dates.partial(row).map(partial -> partial.first());
  }

  private String lines(RowSet rows) {
    String words =
        LineNumbers.words(rows.stream().limit(20).map(table::line).boxed().toList(), rows.size());
    return "See " + words;
  }
}
