// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.stats.describe.Quantile;
import casebook.study.data.RowSet;
import casebook.study.language.Expr;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Who of a cohort stays when an analysis is restricted. Limits and percentiles remain those of the
/// whole cohort. Somebody to whom the expression does not apply stays.
///
/// @param kept rows for which the expression holds, or does not apply
/// @param left the others, by reason
public record Restriction(RowSet kept, List<Left> left) {
  public Restriction {
    left = List.copyOf(left);
  }

  /// Persons who were left out.
  ///
  /// @param reason `“not recurrent” does not hold`, or `unknown because recurrent is missing`
  /// @param count how many
  public record Left(String reason, int count) {}

  /// Restricts some rows of a cohort.
  ///
  /// @param asked the expression as the study file has it, for the reason
  public static Restriction of(Cohort cohort, Expr keep, String asked, RowSet rows) {
    Evaluate evaluate = new Evaluate(cohort.table(), cohortWise(cohort));
    BitSet kept = new BitSet();
    Map<String, Integer> left = new TreeMap<>();
    String broken = "“" + asked + "” does not hold";
    rows.stream()
        .forEach(row -> {
          switch (evaluate.value(keep, row)) {
            case Value.Unknown unknown -> left.merge(unknown.because(), 1, Integer::sum);
            case Value.Truth truth when !truth.yes() -> left.merge(broken, 1, Integer::sum);
            default -> kept.set(row);
          }
        });
    List<Left> reasons =
        left.entrySet().stream().map(it -> new Left(it.getKey(), it.getValue())).toList();
    return new Restriction(rows.where(kept::get), reasons);
  }

  private static CohortWise cohortWise(Cohort cohort) {
    Map<String, RowSet> groups =
        Map.of(
            "cases", cohort.groups().cases(),
            "controls", cohort.groups().controls(),
            "all", cohort.rows());
    Quantile quantile =
        cohort.limits().stream()
            .findFirst()
            .map(limit -> new Quantile(limit.quantileType()))
            .orElse(Quantile.standard());
    return CohortWise.of(
        cohort.table(),
        groups,
        cohort.limits().stream().map(ComputedLimit::rule).toList(),
        quantile);
  }
}
