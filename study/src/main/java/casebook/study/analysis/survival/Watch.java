// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.survival.Clock.Death;
import casebook.study.analysis.survival.Followed.End;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads from the table how long each person was followed, and what ended it.
///
/// A date that is empty did not happen; one of which only month or year is known leaves the person
/// out. The event counts when it came before death or on its day.
final class Watch {
  private final Cohort cohort;
  private final Clock clock;
  private final TimeUnit unit;
  private final Map<String, Integer> out = new TreeMap<>();
  private final List<Integer> negative = new ArrayList<>();

  Watch(Cohort cohort, Clock clock) {
    this.cohort = cohort;
    this.clock = clock;
    this.unit = unit(cohort, clock);
  }

  /// In which unit time is counted.
  static TimeUnit unit(Cohort cohort, Clock clock) {
    return clock.unit().or(() -> measured(cohort, clock)).orElse(TimeUnit.MONTHS);
  }

  /// The unit of a number of months, say; empty for a bare number.
  private static Optional<TimeUnit> measured(Cohort cohort, Clock clock) {
    return clock
        .time()
        .flatMap(it -> SurvivalName.find(cohort.study(), it.words()))
        .map(SurvivalName::type)
        .filter(Dictionary.Type.Measure.class::isInstance)
        .flatMap(it -> TimeUnit.of(((Dictionary.Type.Measure) it).unit()));
  }

  /// The unit as printed; empty where nothing says in what a bare number is.
  static String printed(Cohort cohort, Clock clock) {
    boolean bare =
        clock.time().isPresent() && clock.unit().isEmpty() && measured(cohort, clock).isEmpty();
    return bare ? "" : unit(cohort, clock).word();
  }

  /// The columns that are needed and that the data do not have.
  List<String> absent() {
    List<String> names = new ArrayList<>();
    clock.time().map(Clause::words).ifPresent(names::add);
    clock.from().map(Clause::words).ifPresent(names::add);
    clock.event().map(Clause::words).ifPresent(names::add);
    if (clock.from().isPresent()) {
      names.add(clock.lastContact());
    }
    clock.death().ifPresent(any -> names.add(clock.deaths()));
    return names.stream().filter(it -> cohort.table().find(it).isEmpty()).toList();
  }

  /// How long some persons were followed.
  Followed people(RowSet persons) {
    int[] rows = new int[persons.size()];
    double[] times = new double[persons.size()];
    End[] ends = new End[persons.size()];
    int n = 0;
    for (int i = 0; i < persons.size(); i++) {
      int row = persons.row(i);
      Optional<Stay> stay = clock.time().isPresent() ? counted(row) : dated(row);
      if (stay.isPresent() && stay.get().time() < 0) {
        negative.add(cohort.table().line(row));
        leave("the end lies before the beginning");
      } else if (stay.isPresent()) {
        rows[n] = row;
        times[n] = stay.get().time();
        ends[n] = awaited(stay.get().end());
        n++;
      }
    }
    return new Followed(
        Arrays.copyOf(rows, n), Arrays.copyOf(times, n), Arrays.copyOf(ends, n), out, negative);
  }

  /// How long, and what ended it.
  private record Stay(double time, End end) {}

  private End awaited(End end) {
    boolean counts = clock.death().filter(Death.IS_THE_EVENT::equals).isPresent();
    return end == End.DEATH && counts ? End.EVENT : end;
  }

  private Optional<Stay> counted(int row) {
    Column.Numeric time = (Column.Numeric) column(clock.time().orElseThrow().words());
    Optional<Boolean> event = happened(clock.event().map(Clause::words), row);
    Optional<Boolean> died = happened(deaths(), row);
    if (!time.known(row)) {
      return left(time, row);
    }
    if (event.isEmpty() || died.isEmpty()) {
      return Optional.empty();
    }
    End end = event.get() ? End.EVENT : died.get() ? End.DEATH : End.LAST_CONTACT;
    return Optional.of(new Stay(time.value(row) * scale(), end));
  }

  /// From the unit of the number to that of the analysis.
  private double scale() {
    return measured(cohort, clock).map(it -> it.days() / unit.days()).orElse(1.0);
  }

  /// The name of what says who died, where the data say it.
  private Optional<String> deaths() {
    return Optional.of(clock.deaths())
        .filter(it -> cohort.table().find(it).isPresent())
        .filter(it -> clock.event().filter(event -> event.words().equals(it)).isEmpty());
  }

  private Optional<Stay> dated(int row) {
    Column.Dates from = (Column.Dates) column(clock.from().orElseThrow().words());
    if (!from.known(row)) {
      return left(from, row);
    }
    Optional<String> event = clock.event().map(Clause::words);
    if (unclear(event, row) || unclear(deaths(), row)) {
      return Optional.empty();
    }
    Optional<LocalDate> eventDay = day(event, row);
    Optional<LocalDate> deathDay = day(deaths(), row);
    if (eventDay.isPresent() && deathDay.filter(death -> eventDay.get().isAfter(death)).isEmpty()) {
      return Optional.of(new Stay(time(from.value(row), eventDay.get()), End.EVENT));
    }
    if (deathDay.isPresent()) {
      return Optional.of(new Stay(time(from.value(row), deathDay.get()), End.DEATH));
    }
    Optional<Boolean> happened = told(event, row);
    Optional<Boolean> died = told(deaths(), row);
    Column.Dates to = (Column.Dates) column(clock.lastContact());
    if (happened.isEmpty() || died.isEmpty()) {
      return Optional.empty();
    }
    if (!to.known(row)) {
      return left(to, row);
    }
    End end = happened.get() ? End.EVENT : died.get() ? End.DEATH : End.LAST_CONTACT;
    return Optional.of(new Stay(time(from.value(row), to.value(row)), end));
  }

  private double time(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) / unit.days();
  }

  /// Whether something is a date of which the day is not known.
  private boolean unclear(Optional<String> name, int row) {
    Optional<Column.Dates> dates = name.flatMap(this::dates);
    boolean partial = dates.flatMap(it -> it.partial(row)).isPresent();
    if (partial) {
      leave("the day of " + dates.orElseThrow().name() + " is missing");
    }
    return partial;
  }

  private Optional<LocalDate> day(Optional<String> name, int row) {
    return name.flatMap(this::dates).filter(it -> it.known(row)).map(it -> it.value(row));
  }

  private Optional<Column.Dates> dates(String name) {
    return cohort
        .table()
        .find(name)
        .filter(Column.Dates.class::isInstance)
        .map(Column.Dates.class::cast);
  }

  /// What yes and no say; no for a date, which is looked at elsewhere, and where nothing is asked.
  private Optional<Boolean> told(Optional<String> name, int row) {
    return name.flatMap(this::dates).isPresent() ? Optional.of(false) : happened(name, row);
  }

  /// What yes and no say; empty where that is missing. Who was not asked had no event.
  private Optional<Boolean> happened(Optional<String> name, int row) {
    if (name.isEmpty()) {
      return Optional.of(false);
    }
    Column.Leveled column = (Column.Leveled) column(name.get());
    if (column.presence(row) == Presence.MISSING) {
      leave(column.name() + " is missing");
      return Optional.empty();
    }
    return Optional.of(column.known(row) && column.code(row) == 1);
  }

  private Optional<Stay> left(Column column, int row) {
    boolean missing = column.presence(row) == Presence.MISSING;
    leave(missing ? column.name() + " is missing" : "no " + column.name());
    return Optional.empty();
  }

  private void leave(String reason) {
    out.merge(reason, 1, Integer::sum);
  }

  private Column column(String name) {
    Table table = cohort.table();
    return table.column(name);
  }
}
