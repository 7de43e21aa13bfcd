// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.data.Table;
import casebook.study.language.Expr;
import casebook.study.language.Study;
import casebook.study.language.Study.Derived;
import java.util.List;

/// What expressions give for one row, outside a cohort: without reference limits and percentiles,
/// which only the cohort has.
public final class Conditions {
  private final Evaluate evaluate;

  private Conditions(Table table) {
    evaluate = new Evaluate(table, CohortWise.notYet(table));
  }

  /// Asks a table.
  ///
  /// @param table has a column for each variable of the expressions
  public static Conditions of(Table table) {
    return new Conditions(table);
  }

  /// The value of an expression in a row, from 0.
  public Value value(Expr expr, int row) {
    return evaluate.value(expr, row);
  }

  /// The value of an expression in a row of a table.
  public static Value value(Expr expr, Table table, int row) {
    return of(table).value(expr, row);
  }

  /// A table with the derived variables of a study that need no cohort.
  public static Table withDerived(Study study, Table table) {
    List<Derived> rowWise = study.derived().stream().filter(it -> !it.cohortWise()).toList();
    return Derive.columns(table, rowWise, CohortWise.notYet(table));
  }
}
