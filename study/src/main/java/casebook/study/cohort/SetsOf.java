// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.stats.sample.Eligibility;
import casebook.study.cohort.Cohort.Groups;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// The matched sets that the data name: a control names its set, a case names it or is its own id.
final class SetsOf {
  private final Groups groups;
  private final Column set;
  private final Optional<Column> subject;

  /// @param set the variable that names the set, such as the id of the case
  /// @param subject the variable that names a person
  SetsOf(Groups groups, Column set, Optional<Column> subject) {
    this.groups = groups;
    this.set = set;
    this.subject = subject;
  }

  /// Counts sets, people alone in theirs, and controls against the declared rule.
  ///
  /// @param eligibility which controls meet the rule for which case
  /// @param judged whether the matching variables of a row are known
  MatchedSets check(Eligibility eligibility, IntPredicate judged) {
    Map<String, List<Integer>> cases = new HashMap<>();
    RowSet caseRows = groups.cases();
    for (int i = 0; i < caseRows.size(); i++) {
      String name = name(caseRows.row(i), true).orElse("");
      cases.computeIfAbsent(name, any -> new ArrayList<>()).add(i);
    }
    Map<String, Integer> controls = new HashMap<>();
    int alone = 0;
    int without = 0;
    int against = 0;
    int notJudged = 0;
    RowSet controlRows = groups.controls();
    for (int j = 0; j < controlRows.size(); j++) {
      int row = controlRows.row(j);
      Optional<String> name = name(row, false);
      List<Integer> mates = name.map(it -> cases.getOrDefault(it, List.of())).orElse(List.of());
      name.ifPresent(it -> controls.merge(it, 1, Integer::sum));
      without += name.isEmpty() ? 1 : 0;
      alone += name.isPresent() && mates.isEmpty() ? 1 : 0;
      boolean open =
          !judged.test(row) || mates.stream().anyMatch(i -> !judged.test(caseRows.row(i)));
      int control = j;
      boolean meets = mates.stream().anyMatch(i -> allows(eligibility, i, control));
      notJudged += !mates.isEmpty() && !meets && open ? 1 : 0;
      against += !mates.isEmpty() && !meets && !open ? 1 : 0;
    }
    int casesAlone = 0;
    int sets = 0;
    for (Map.Entry<String, List<Integer>> one : cases.entrySet()) {
      boolean complete = controls.containsKey(one.getKey());
      sets += complete ? 1 : 0;
      casesAlone += complete ? 0 : one.getValue().size();
    }
    return new MatchedSets(sets, casesAlone, alone, without, against, notJudged);
  }

  private Optional<String> name(int row, boolean isCase) {
    if (set.known(row)) {
      return Optional.of(text(set, row));
    }
    return isCase
        ? subject.filter(column -> column.known(row)).map(column -> text(column, row))
        : Optional.empty();
  }

  private static String text(Column column, int row) {
    return switch (column) {
      case Column.Text text -> text.value(row);
      case Column.Leveled levels -> levels.level(row);
      case Column.Numeric numbers -> numbers.decimal(row).stripTrailingZeros().toPlainString();
      case Column.Dates dates -> dates.value(row).toString();
    };
  }

  private static boolean allows(Eligibility eligibility, int caseIndex, int control) {
    for (int k = 0; k < eligibility.count(caseIndex); k++) {
      if (eligibility.control(caseIndex, k) == control) {
        return true;
      }
    }
    return false;
  }
}
