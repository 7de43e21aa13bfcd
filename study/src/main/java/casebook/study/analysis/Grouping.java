// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.provenance.Slugs;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Who stands in which column of a table.
///
/// @param groups the columns in their order; cases before controls
/// @param leftOut persons in no column, because the grouping variable is missing
record Grouping(List<Group> groups, int leftOut) {
  Grouping {
    groups = List.copyOf(groups);
  }

  /// One column.
  ///
  /// @param slug its part of an address
  /// @param label its head
  /// @param rows its persons
  record Group(String slug, String label, RowSet rows) {}

  /// The column of the cases.
  static Group cases(Cohort cohort) {
    return new Group("cases", "Cases", cohort.groups().cases());
  }

  /// The column of the controls.
  static Group controls(Cohort cohort) {
    return new Group("controls", "Controls", cohort.groups().controls());
  }

  /// Groups by a variable; without one by case and control, and when the study has neither, all in
  /// one column.
  static Grouping of(Cohort cohort, Optional<String> by) {
    if (by.isPresent()) {
      return byLevels(cohort, (Column.Leveled) cohort.table().column(by.get()));
    }
    int grouped = cohort.groups().cases().size() + cohort.groups().controls().size();
    return grouped == 0
        ? new Grouping(List.of(new Group("all", "All", cohort.rows())), 0)
        : new Grouping(List.of(cases(cohort), controls(cohort)), cohort.rows().size() - grouped);
  }

  private static String printed(Cohort cohort, Column.Leveled by, int level) {
    String name = by.levels().get(level);
    return StudyVariable.find(cohort.study(), by.name()).map(it -> it.printed(name)).orElse(name);
  }

  private static Grouping byLevels(Cohort cohort, Column.Leveled by) {
    List<String> slugs = Slugs.distinct(by.levels());
    List<Group> groups = new ArrayList<>();
    int counted = 0;
    for (int level = 0; level < by.levels().size(); level++) {
      int wanted = level;
      RowSet rows = cohort.rows().where(row -> by.known(row) && by.code(row) == wanted);
      groups.add(named(cohort, new Group(slugs.get(level), printed(cohort, by, level), rows)));
      counted += rows.size();
    }
    int cases =
        IntStream.range(0, groups.size()).filter(i -> isCases(groups.get(i))).findFirst().orElse(0);
    groups.addFirst(groups.remove(cases));
    return new Grouping(groups, cohort.rows().size() - counted);
  }

  private static boolean isCases(Group group) {
    return group.slug().equals("cases");
  }

  /// A level that is the cases or the controls is called so.
  private static Group named(Cohort cohort, Group level) {
    if (same(level.rows(), cohort.groups().cases())) {
      return cases(cohort);
    }
    return same(level.rows(), cohort.groups().controls()) ? controls(cohort) : level;
  }

  private static boolean same(RowSet one, RowSet other) {
    return one.size() > 0
        && one.size() == other.size()
        && IntStream.range(0, one.size()).allMatch(i -> one.row(i) == other.row(i));
  }
}
