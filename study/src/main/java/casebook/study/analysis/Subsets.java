// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationSpec.Subset;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.Restriction;
import casebook.study.data.RowSet;
import casebook.study.finding.Address;
import casebook.study.finding.Rows;
import casebook.study.language.Expr;
import casebook.study.language.Names;
import casebook.study.language.expression.ExprText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds the persons of a subset.
final class Subsets {
  private Subsets() {}

  /// The persons of a subset; who is not concerned by it stays.
  static Population of(Cohort cohort, Subset subset) {
    Expr keep = ExprText.truth(subset.keep(), Names.of(cohort.study())).orThrow();
    Map<String, Integer> out = new TreeMap<>();
    RowSet cases = cohort.groups().cases();
    RowSet controls = cohort.groups().controls();
    if (!subset.of().equals("controls")) {
      cases = kept(cohort, keep, subset, cases, out);
    }
    if (!subset.of().equals("cases")) {
      controls = kept(cohort, keep, subset, controls, out);
    }
    List<Rows.Out> reasons =
        out.entrySet().stream().map(it -> new Rows.Out(it.getKey(), it.getValue())).toList();
    return new Population(Address.slug(subset.label()), subset.label(), cases, controls, reasons);
  }

  private static RowSet kept(
      Cohort cohort, Expr keep, Subset subset, RowSet rows, Map<String, Integer> out) {
    Restriction restriction = Restriction.of(cohort, keep, subset.keep().words(), rows);
    for (Restriction.Left left : restriction.left()) {
      out.merge(subset.label() + ": " + left.reason(), left.count(), Integer::sum);
    }
    return restriction.kept();
  }
}
