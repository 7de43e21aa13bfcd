// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.language.Expr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The variables that an expression mentions.
final class Mentioned {
  private Mentioned() {}

  /// The names, in the order in which they come, each once.
  static Set<String> in(Expr expr) {
    Set<String> names = new LinkedHashSet<>();
    names(expr).forEach(names::add);
    return names;
  }

  private static Stream<String> names(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral number -> Stream.empty();
      case Expr.DateLiteral date -> Stream.empty();
      case Expr.Period period -> Stream.empty();
      case Expr.Variable variable -> Stream.of(variable.name());
      case Expr.Arithmetic it -> all(List.of(it.left(), it.right()));
      case Expr.Comparison it -> all(List.of(it.left(), it.right()));
      case Expr.Between it -> all(List.of(it.value(), it.low(), it.high()));
      case Expr.IsLevel it -> names(it.value());
      case Expr.IsKnown it -> names(it.value());
      case Expr.Carries it -> names(it.value());
      case Expr.AboveLimit it -> names(it.variable());
      case Expr.Quantified it -> all(it.variables());
      case Expr.CountOf it -> all(it.variables());
      case Expr.Percentile it -> names(it.variable());
      case Expr.PartOf it -> names(it.variable());
      case Expr.AgeAt it -> names(it.date());
      case Expr.Not it -> names(it.operand());
      case Expr.And it -> all(it.parts());
      case Expr.Or it -> all(it.parts());
    };
  }

  private static Stream<String> all(List<? extends Expr> parts) {
    return parts.stream().flatMap(Mentioned::names);
  }
}
