// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.Grouping.Group;
import casebook.study.cohort.Cohort;
import casebook.study.data.RowSet;
import casebook.study.finding.Rows;
import java.util.List;
import java.util.stream.IntStream;

/// The persons that a row of odds ratios is about.
///
/// @param slug its part of an address; empty for everybody in the study
/// @param label such as `first events`; empty for everybody
/// @param cases the cases
/// @param controls the controls
/// @param out who was left out to come here, by reason
record Population(String slug, String label, RowSet cases, RowSet controls, List<Rows.Out> out) {
  Population {
    out = List.copyOf(out);
  }

  static Population everybody(Cohort cohort) {
    return new Population("", "", cohort.groups().cases(), cohort.groups().controls(), List.of());
  }

  boolean isEverybody() {
    return slug.isEmpty();
  }

  /// The columns of counts.
  List<Group> groups() {
    return List.of(new Group("cases", "Cases", cases), new Group("controls", "Controls", controls));
  }

  /// All persons, in rising order of their rows.
  int[] rows() {
    return IntStream.concat(cases.stream(), controls.stream()).sorted().toArray();
  }
}
