// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.expression;

import casebook.study.language.Expr;
import casebook.study.problem.Problems;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.Optional;

/// Reads a number of days, weeks, months or years as a step of the calendar.
final class ExprPeriods {
  /// The unit of the difference of two dates.
  static final Unit DAYS = Units.read("days").orElseThrow();

  private ExprPeriods() {}

  /// The calendar step that a written number stands for; empty when it is none.
  static Optional<Expr.Period> of(Expr steps, Problems problems) {
    if (!(steps instanceof Expr.NumberLiteral number)) {
      return Optional.empty();
    }
    Optional<Expr.Step> step = step(number.unit());
    if (step.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal amount = number.value();
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    if (!whole || amount.abs().compareTo(new BigDecimal("100000")) > 0) {
      problems.error(
          "study/not-whole",
          number.at(),
          "A date moves by whole days, weeks, months or years, at most 100000 of them.",
          "Write, for example, 18 months for 1.5 years.");
      return Optional.of(new Expr.Period(0, step.get(), number.at()));
    }
    return Optional.of(new Expr.Period(amount.intValueExact(), step.get(), number.at()));
  }

  private static Optional<Expr.Step> step(Unit unit) {
    return switch (unit.code()) {
      case "d" -> Optional.of(Expr.Step.DAYS);
      case "wk" -> Optional.of(Expr.Step.WEEKS);
      case "mo" -> Optional.of(Expr.Step.MONTHS);
      case "a" -> Optional.of(Expr.Step.YEARS);
      default -> Optional.empty();
    };
  }
}
