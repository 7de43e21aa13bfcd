// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Looks through an expression: which variables it uses, and whether it needs the cohort.
public final class ExprUses {
  private ExprUses() {}

  /// The names of the variables that an expression uses, in order, each once.
  public static Set<String> variables(Expr expr) {
    Set<String> names = new LinkedHashSet<>();
    walk(
        expr,
        node -> {
          if (node instanceof Expr.Variable variable) {
            names.add(variable.name());
          }
        });
    return names;
  }

  /// Says whether an expression itself asks for a limit, a percentile or a part of a distribution,
  /// which exist only after the cohort. The variables that it uses may ask for them as well.
  public static boolean cohortWise(Expr expr) {
    boolean[] found = {false};
    walk(
        expr,
        node ->
            found[0] |=
                node instanceof Expr.AboveLimit
                    || node instanceof Expr.Percentile
                    || node instanceof Expr.PartOf);
    return found[0];
  }

  /// Visits an expression and all its parts, the whole before the parts.
  public static void walk(Expr expr, Consumer<Expr> visit) {
    visit.accept(expr);
    for (Expr part : expr.parts()) {
      walk(part, visit);
    }
  }
}
