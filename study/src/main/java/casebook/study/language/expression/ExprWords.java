// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.expression;

import casebook.study.language.Expr;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes an expression in the words of the language, with brackets around every part that is made
/// of parts: two expressions with the same words mean the same.
public final class ExprWords {
  private ExprWords() {}

  /// The words of an expression.
  public static String of(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral number -> number(number);
      case Expr.DateLiteral date -> date.value().toString();
      case Expr.Variable variable -> variable.name();
      case Expr.Period period ->
          period.amount() + " " + period.step().name().toLowerCase(Locale.ROOT);
      case Expr.Arithmetic it ->
          part(it.left()) + " " + sign(it.operator()) + " " + part(it.right());
      case Expr.Comparison it ->
          part(it.left()) + " " + sign(it.relation()) + " " + part(it.right());
      case Expr.Between it ->
          part(it.value()) + " between " + part(it.low()) + " and " + part(it.high());
      case Expr.IsLevel it ->
          part(it.value())
              + (it.negated() ? " is not " : " is ")
              + String.join(" or ", it.levels());
      case Expr.IsKnown it -> part(it.value()) + (it.negated() ? " is missing" : " is known");
      case Expr.Carries it -> part(it.value()) + " carries " + it.allele();
      case Expr.AboveLimit it ->
          it.variable().name() + (it.below() ? " below limit" : " above limit");
      case Expr.Quantified it -> quantifier(it.quantifier()) + " of " + names(it.variables());
      case Expr.CountOf it -> count(it);
      case Expr.Percentile it ->
          "percentile " + it.percent() + " of " + it.variable().name() + " in " + it.group();
      case Expr.PartOf it -> fraction(it.equalParts()) + " of " + it.variable().name();
      case Expr.AgeAt it -> "age at " + it.date().name();
      case Expr.Not it -> "not " + part(it.operand());
      case Expr.And it -> joined(it.parts(), " and ");
      case Expr.Or it -> joined(it.parts(), " or ");
    };
  }

  private static String joined(List<Expr> parts, String word) {
    return parts.stream().map(ExprWords::part).collect(Collectors.joining(word));
  }

  private static String part(Expr expr) {
    return expr.parts().isEmpty() ? of(expr) : "(" + of(expr) + ")";
  }

  private static String number(Expr.NumberLiteral number) {
    String unit = number.unit().printed();
    return number.value().toPlainString() + (unit.isEmpty() ? "" : " " + unit);
  }

  private static String names(List<Expr.Variable> variables) {
    return variables.stream().map(Expr.Variable::name).collect(Collectors.joining(" "));
  }

  private static String count(Expr.CountOf it) {
    String except = it.except().isEmpty() ? "" : " except " + String.join(" ", it.except());
    return "count of " + names(it.variables()) + except;
  }

  private static String quantifier(Expr.Quantifier quantifier) {
    return switch (quantifier) {
      case ANY -> "any";
      case ANY_KNOWN -> "any known";
      case ALL -> "all";
    };
  }

  private static String fraction(int parts) {
    return switch (parts) {
      case 2 -> "half";
      case 3 -> "third";
      case 4 -> "quarter";
      case 5 -> "fifth";
      default -> "tenth";
    };
  }

  private static String sign(Expr.Operator operator) {
    return switch (operator) {
      case ADD -> "+";
      case SUBTRACT -> "-";
      case MULTIPLY -> "*";
      case DIVIDE -> "/";
    };
  }

  private static String sign(Expr.Relation relation) {
    return switch (relation) {
      case LESS -> "<";
      case AT_MOST -> "<=";
      case GREATER -> ">";
      case AT_LEAST -> ">=";
      case EQUAL -> "=";
      case NOT_EQUAL -> "!=";
    };
  }
}
