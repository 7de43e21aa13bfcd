// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.record.Event.Measured;
import casebook.clinic.record.Facts;
import casebook.clinic.record.Timeline;
import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.Table;
import casebook.study.language.Dictionary.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The facts of a patient as if treatment started on a day: a table of one row. A day that lies
/// after it, such as that of the diagnosis, has not come yet and is not known.
final class StartedToday {
  private static final Presence[] KNOWN = {Presence.KNOWN};
  private static final Presence[] MISSING = {Presence.MISSING};

  private StartedToday() {}

  /// @param start the name of the date variable
  static Facts of(List<Moment> moments, Timeline patient, String start, LocalDate day) {
    Facts facts = patient.facts();
    List<Column> columns = new ArrayList<>();
    for (Column column : facts.table().columns()) {
      Optional<Moment> moment =
          moments.stream()
              .filter(it -> it.name().equals(column.name()) && it.day().equals(start))
              .findFirst();
      if (column.name().equals(start)) {
        columns.add(new Column.Dates(start, new LocalDate[] {day}, KNOWN));
      } else if (moment.isPresent()) {
        columns.add(measured(moment.get(), patient, day));
      } else {
        columns.add(row(column, facts.row(), day));
      }
    }
    int[] lines = {facts.table().line(facts.row())};
    return new Facts(new Table(facts.table().origin(), lines, columns), 0);
  }

  private static Column measured(Moment moment, Timeline patient, LocalDate day) {
    Optional<Measured> value = patient.latest(moment.measure(), day, moment.days());
    if (value.isEmpty()) {
      return new Column.Numeric(moment.name(), new double[1], MISSING);
    }
    BigDecimal number = value.get().value();
    Censoring side = value.get().quantity().censoring();
    return new Column.Numeric(
        moment.name(),
        new double[] {number.doubleValue()},
        KNOWN,
        Map.of(0, number),
        side == Censoring.NONE ? Map.of() : Map.of(0, side));
  }

  private static Column row(Column column, int row, LocalDate day) {
    if (column instanceof Column.Dates it && it.known(row) && it.value(row).isAfter(day)) {
      return new Column.Dates(it.name(), new LocalDate[] {LocalDate.EPOCH}, MISSING);
    }
    Presence[] presence = {column.presence(row)};
    boolean known = column.known(row);
    return switch (column) {
      case Column.Numeric it ->
          new Column.Numeric(
              it.name(),
              new double[] {known ? it.value(row) : 0},
              presence,
              known ? Map.of(0, it.decimal(row)) : Map.of(),
              known && it.censoring(row) != Censoring.NONE
                  ? Map.of(0, it.censoring(row))
                  : Map.of());
      case Column.Leveled it ->
          new Column.Leveled(
              it.name(), it.levels(), new int[] {known ? it.code(row) : 0}, presence);
      case Column.Dates it ->
          new Column.Dates(
              it.name(),
              new LocalDate[] {known ? it.value(row) : LocalDate.EPOCH},
              presence,
              it.partial(row).map(part -> Map.of(0, part)).orElse(Map.of()));
      case Column.Text it ->
          new Column.Text(it.name(), List.of(known ? it.value(row) : ""), presence);
    };
  }
}
