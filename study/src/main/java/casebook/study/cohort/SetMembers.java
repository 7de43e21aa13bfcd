// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.cohort.Cohort.Groups;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import java.util.HashSet;
import java.util.Set;

/// Who belongs to which matched set, and who in the study has nobody to be compared with.
public final class SetMembers {
  private final int[] sets;
  private final RowSet withoutSet;
  private final RowSet orphaned;
  private final RowSet alone;

  private SetMembers(int[] sets, RowSet withoutSet, RowSet orphaned, RowSet alone) {
    this.sets = sets;
    this.withoutSet = withoutSet;
    this.orphaned = orphaned;
    this.alone = alone;
  }

  /// Looks at the sets of a cohort.
  ///
  /// @param variable the variable that names the set of a person
  public static SetMembers of(Cohort cohort, String variable) {
    Table table = cohort.table();
    Groups groups = cohort.groups();
    SetNames names =
        new SetNames(table.column(variable), table.find(cohort.study().data().subject()));
    RowSet in =
        cohort.rows().where(row -> groups.cases().contains(row) || groups.controls().contains(row));
    // who is not in the study may have been a case whose own id names the set
    int[] sets =
        names.numbered(
            table.rows(), row -> groups.cases().contains(row) || !cohort.rows().contains(row));
    Set<Integer> withCase = new HashSet<>();
    groups.cases().stream().forEach(row -> withCase.add(sets[row]));
    Set<Integer> withControl = new HashSet<>();
    groups.controls().stream().forEach(row -> withControl.add(sets[row]));
    Set<Integer> outside = new HashSet<>();
    RowSet.all(table.rows()).where(row -> !cohort.rows().contains(row)).stream()
        .forEach(row -> outside.add(sets[row]));
    RowSet single =
        in.where(row ->
            sets[row] >= 0 && !(withCase.contains(sets[row]) && withControl.contains(sets[row])));
    return new SetMembers(
        sets,
        in.where(row -> sets[row] < 0),
        single.where(row -> outside.contains(sets[row])),
        single.where(row -> !outside.contains(sets[row])));
  }

  /// The number of the set of a row, from 0; -1 for none.
  public int set(int row) {
    return sets[row];
  }

  /// Cases and controls of no set.
  public RowSet withoutSet() {
    return withoutSet;
  }

  /// Cases and controls who lost all their partners because these are not in the study.
  public RowSet orphaned() {
    return orphaned;
  }

  /// Cases without a control and controls without a case, in the data themselves.
  public RowSet alone() {
    return alone;
  }
}
