// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.clinic.amendment.PatientChange;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The same people by two study files.
///
/// @param all how many there are
/// @param left who is in the study by the earlier file only
/// @param joined who is in the study by the later file only
/// @param changes how each patient stands; none where one of the files treats nobody
record AmendedPeople(int all, List<String> left, List<String> joined, List<PatientChange> changes) {
  AmendedPeople {
    left = List.copyOf(left);
    joined = List.copyOf(joined);
    changes = List.copyOf(changes);
  }

  static AmendedPeople of(Cohort before, Cohort after, List<PatientChange> changes) {
    Set<String> one = ids(before);
    Set<String> two = ids(after);
    return new AmendedPeople(
        before.table().rows(),
        one.stream().filter(it -> !two.contains(it)).toList(),
        two.stream().filter(it -> !one.contains(it)).toList(),
        changes);
  }

  private static Set<String> ids(Cohort cohort) {
    Set<String> ids = new TreeSet<>();
    Column.Text column = (Column.Text) cohort.table().column(cohort.study().data().subject());
    cohort.rows().stream().forEach(row -> ids.add(column.value(row)));
    return ids;
  }

  /// The patients whose state or advice is not the same.
  List<PatientChange> changed() {
    return changes.stream().filter(PatientChange::any).toList();
  }
}
