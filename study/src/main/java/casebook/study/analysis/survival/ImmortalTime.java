// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.cohort.AsKnownThen;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.data.Table;
import casebook.study.language.Clause;
import casebook.study.language.ExprUses;
import casebook.study.language.Study.Derived;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Groups that were not known at time zero: who responds late had to live until then, so that
/// responders seem to live longer (immortal time).
///
/// Source: Anderson, Cain and Gelber, 1983, Journal of Clinical Oncology 1:710-719.
///
/// @param asked what is asked
/// @param people who is compared
record ImmortalTime(SurvivalQuestion asked, SurvivalPeople people) {

  /// A warning when some group rests on a day after time zero, or after the landmark; then no test
  /// compares the groups.
  Optional<String> warning() {
    if (asked.clock().from().isEmpty() || people.made().codes().isEmpty()) {
      return Optional.empty();
    }
    List<Column.Dates> days = days();
    long late = days.isEmpty() ? 0 : late();
    if (late == 0) {
      return Optional.empty();
    }
    String names = String.join(", ", days.stream().map(day -> "`" + day.name() + "`").toList());
    boolean landmark = asked.spec().wishes().landmark().isPresent();
    String persons = late == 1 ? "1 person" : late + " persons";
    return Optional.of(
        "The groups rest on "
            + names
            + ": "
            + persons
            + (late == 1 ? " was" : " were")
            + " not known to be in their group at "
            + (landmark ? "the landmark" : "time zero")
            + ", and had to stay under observation to come there (immortal time). The groups are not"
            + " compared by a test. "
            + (landmark
                ? "Derive groups that were known at the landmark."
                : "Write `landmark:` with a time at which the groups are known, or count from that"
                    + " day."));
  }

  /// How many were not known to be in their group at time zero or at the landmark.
  private long late() {
    Column.Dates from =
        (Column.Dates) asked.cohort().table().column(asked.clock().from().orElseThrow().words());
    double later =
        asked.spec().wishes().landmark().map(it -> SurvivalPeople.later(asked, it)).orElse(0.0);
    // six months of the calendar may have two days more than half a year
    double exact = later * Watch.unit(asked.cohort(), asked.clock()).days();
    long days = exact == 0 ? 0 : Math.round(Math.ceil(exact)) + 2;
    Table then =
        AsKnownThen.table(
            asked.cohort(),
            row -> from.known(row) ? from.value(row).plusDays(days) : LocalDate.MAX);
    Column.Leveled known = (Column.Leveled) then.column(people.made().name());
    Column.Leveled now = people.made().codes().orElseThrow().column();
    Followed all = people.followed();
    return IntStream.range(0, all.size())
        .map(all::row)
        .filter(row -> !known.known(row) || known.code(row) != now.code(row))
        .count();
  }

  /// The dates that the groups rest on, other than time zero.
  private List<Column.Dates> days() {
    Cohort cohort = asked.cohort();
    Set<String> names = new TreeSet<>();
    uses(people.made().name(), names, new HashSet<>());
    asked.clock().from().map(Clause::words).ifPresent(names::remove);
    return names.stream()
        .flatMap(name -> cohort.table().find(name).stream())
        .filter(Column.Dates.class::isInstance)
        .map(Column.Dates.class::cast)
        .toList();
  }

  /// The variables that a derived variable rests on, whatever stands between.
  private void uses(String name, Set<String> found, Set<String> seen) {
    if (!seen.add(name)) {
      return;
    }
    found.add(name);
    for (Derived derived : asked.cohort().study().derived()) {
      if (derived.name().equals(name)) {
        ExprUses.variables(derived.definition()).forEach(it -> uses(it, found, seen));
      }
    }
  }
}
