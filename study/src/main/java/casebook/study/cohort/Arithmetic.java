// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.language.Expr.Operator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Adds, subtracts, multiplies and divides numbers (to 34 digits), days and periods.
final class Arithmetic {
  private Arithmetic() {}

  static Value apply(Operator operator, Value left, Value right) {
    if (left instanceof Value.Decimal a && right instanceof Value.Decimal b) {
      return numbers(operator, a.value(), b.value());
    }
    if (right instanceof Value.Steps steps && operator == Operator.ADD) {
      return moved(left, steps, 1);
    }
    if (right instanceof Value.Steps steps && operator == Operator.SUBTRACT) {
      return moved(left, steps, -1);
    }
    if (left instanceof Value.Steps steps && operator == Operator.ADD) {
      return moved(right, steps, 1);
    }
    if (left instanceof Value.Day to
        && right instanceof Value.Day from
        && operator == Operator.SUBTRACT) {
      long days = ChronoUnit.DAYS.between(from.date(), to.date());
      return new Value.Decimal(BigDecimal.valueOf(days));
    }
    return Logic.neither(left, right);
  }

  private static Value numbers(Operator operator, BigDecimal a, BigDecimal b) {
    MathContext digits = MathContext.DECIMAL128;
    if (operator == Operator.DIVIDE && b.signum() == 0) {
      return new Value.Unknown(List.of(new Value.Cause("a divisor", "is 0")));
    }
    BigDecimal result =
        switch (operator) {
          case ADD -> a.add(b, digits);
          case SUBTRACT -> a.subtract(b, digits);
          case MULTIPLY -> a.multiply(b, digits);
          case DIVIDE -> a.divide(b, digits);
        };
    return Double.isInfinite(result.doubleValue())
        ? new Value.Unknown(List.of(new Value.Cause("a result", "is too large")))
        : new Value.Decimal(result);
  }

  private static Value moved(Value value, Value.Steps steps, int sign) {
    return switch (value) {
      case Value.Day day -> moved(day, steps, sign);
      case Value.PartialDay day ->
          new Value.PartialDay(
              moved(day.first(), steps, sign), moved(day.last(), steps, sign), day.cause());
      case Value.Steps other ->
          new Value.Steps(
              other.months() + sign * steps.months(), other.days() + sign * steps.days());
      case Value.Unknown unknown -> unknown;
      case Value.NotApplicable none -> none;
      case Value.Decimal number -> Logic.neither(number, steps);
      case Value.Beyond number -> Logic.neither(number, steps);
      case Value.Truth truth -> Logic.neither(truth, steps);
      case Value.Word word -> Logic.neither(word, steps);
    };
  }

  private static Value.Day moved(Value.Day day, Value.Steps steps, int sign) {
    return new Value.Day(
        day.anchor(), day.months() + sign * steps.months(), day.days() + sign * steps.days());
  }
}
