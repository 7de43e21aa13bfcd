// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.Table;
import casebook.study.language.Study.Derived;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Derived variables as they were known on a day: dates after it have not come yet.
public final class AsKnownThen {
  private AsKnownThen() {}

  /// The columns of a cohort as they were known; variables that need the cohort as a whole stay as
  /// they are.
  ///
  /// @param cohort the people
  /// @param day the day for each row
  public static Table table(Cohort cohort, IntFunction<LocalDate> day) {
    List<Derived> definitions =
        cohort.study().derived().stream().filter(it -> !it.cohortWise()).toList();
    List<Column> then = new ArrayList<>();
    Table before = cohort.table().without(definitions.stream().map(Derived::name).toList());
    for (Column column : before.columns()) {
      then.add(column instanceof Column.Dates dates ? until(dates, day) : column);
    }
    Table table = before.of(then);
    return Derive.columns(table, definitions, CohortWise.notYet(table));
  }

  private static Column until(Column.Dates dates, IntFunction<LocalDate> day) {
    Presence[] marks = new Presence[dates.size()];
    for (int row = 0; row < marks.length; row++) {
      boolean later = dates.known(row) && dates.value(row).isAfter(day.apply(row));
      marks[row] = later ? Presence.MISSING : dates.presence(row);
    }
    return dates.marked(marks);
  }
}
