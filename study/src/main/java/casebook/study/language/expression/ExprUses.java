// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.expression;

import casebook.study.language.Expr;
import java.util.LinkedHashSet;
import java.util.List;
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
    for (Expr part : parts(expr)) {
      walk(part, visit);
    }
  }

  /// The expressions that an expression is made of.
  static List<? extends Expr> parts(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral number -> List.of();
      case Expr.DateLiteral date -> List.of();
      case Expr.Variable variable -> List.of();
      case Expr.Period period -> List.of();
      case Expr.Arithmetic it -> List.of(it.left(), it.right());
      case Expr.Comparison it -> List.of(it.left(), it.right());
      case Expr.Between it -> List.of(it.value(), it.low(), it.high());
      case Expr.IsLevel it -> List.of(it.value());
      case Expr.IsKnown it -> List.of(it.value());
      case Expr.Carries it -> List.of(it.value());
      case Expr.AboveLimit it -> List.of(it.variable());
      case Expr.Quantified it -> it.variables();
      case Expr.CountOf it -> it.variables();
      case Expr.Percentile it -> List.of(it.variable());
      case Expr.PartOf it -> List.of(it.variable());
      case Expr.AgeAt it -> List.of(it.date());
      case Expr.Not it -> List.of(it.operand());
      case Expr.And it -> it.parts();
      case Expr.Or it -> it.parts();
    };
  }
}
