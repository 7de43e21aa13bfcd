// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.study.analysis.people.Subset;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.Restriction;
import casebook.study.data.RowSet;
import casebook.study.finding.Address;
import casebook.study.finding.Rows;
import casebook.study.language.Names;
import casebook.study.language.expression.ExprText;
import java.util.ArrayList;
import java.util.List;

/// Some persons of a cohort.
///
/// @param label such as `without trisomy 12`; empty for everybody
/// @param rows the persons
/// @param out who was left out to come here, by reason
record People(String label, RowSet rows, List<Rows.Out> out) {
  People {
    out = List.copyOf(out);
  }

  /// Everybody, and then each subset.
  static List<People> of(Cohort cohort, List<Subset> subsets) {
    List<People> all = new ArrayList<>();
    all.add(new People("", cohort.rows(), List.of()));
    for (Subset subset : subsets) {
      Restriction kept =
          Restriction.of(
              cohort,
              ExprText.truth(subset.keep(), Names.of(cohort.study())).orThrow(),
              subset.keep().words(),
              cohort.rows());
      List<Rows.Out> out =
          kept.left().stream()
              .map(it -> new Rows.Out(subset.label() + ": " + it.reason(), it.count()))
              .toList();
      all.add(new People(subset.label(), kept.kept(), out));
    }
    return all;
  }

  boolean isEverybody() {
    return label.isEmpty();
  }

  /// The beginning of their addresses.
  Address address(Address base) {
    return isEverybody() ? base : base.with("restricted").with(label);
  }

  /// A title with the subset behind it.
  String title(String words) {
    return isEverybody() ? words : words + ": " + label;
  }
}
