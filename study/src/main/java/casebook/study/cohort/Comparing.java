// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.data.Censoring;
import casebook.study.language.Expr.Relation;
import java.math.BigDecimal;

/// Compares two numbers or two days; where only bounds are known, the answer is unknown unless the
/// bounds decide.
final class Comparing {
  private Comparing() {}

  static Value compare(Relation relation, Value left, Value right) {
    if (left instanceof Value.Decimal a && right instanceof Value.Decimal b) {
      return holds(relation, a.value().compareTo(b.value()));
    }
    if (left instanceof Value.Beyond a && right instanceof Value.Decimal b) {
      return beyond(relation, a, b.value());
    }
    if (left instanceof Value.Decimal a && right instanceof Value.Beyond b) {
      return beyond(turned(relation), b, a.value());
    }
    if (isDay(left) && isDay(right)) {
      return days(relation, left, right);
    }
    return Logic.neither(left, right);
  }

  private static boolean isDay(Value value) {
    return value instanceof Value.Day || value instanceof Value.PartialDay;
  }

  private static Value.Truth holds(Relation relation, int sign) {
    return Value.Truth.of(
        switch (relation) {
          case LESS -> sign < 0;
          case AT_MOST -> sign <= 0;
          case GREATER -> sign > 0;
          case AT_LEAST -> sign >= 0;
          case EQUAL -> sign == 0;
          case NOT_EQUAL -> sign != 0;
        });
  }

  private static Relation turned(Relation relation) {
    return switch (relation) {
      case LESS -> Relation.GREATER;
      case AT_MOST -> Relation.AT_LEAST;
      case GREATER -> Relation.LESS;
      case AT_LEAST -> Relation.AT_MOST;
      case EQUAL, NOT_EQUAL -> relation;
    };
  }

  /// A value below (or above) its limit against a number: decided when the number is not beyond the
  /// limit.
  private static Value beyond(Relation relation, Value.Beyond value, BigDecimal number) {
    int limit = value.limit().compareTo(number);
    if (value.side() == Censoring.BELOW && limit <= 0) {
      return holds(relation, -1);
    }
    if (value.side() == Censoring.ABOVE && limit >= 0) {
      return holds(relation, 1);
    }
    return Logic.neither(value, new Value.Decimal(number));
  }

  /// Decided when the first and the last possible days give the same answer.
  private static Value days(Relation relation, Value left, Value right) {
    int lowest = first(left).date().compareTo(last(right).date());
    int highest = last(left).date().compareTo(first(right).date());
    if (relation == Relation.EQUAL || relation == Relation.NOT_EQUAL) {
      boolean apart = lowest > 0 || highest < 0;
      boolean same = lowest == 0 && highest == 0;
      return apart || same ? holds(relation, apart ? 1 : 0) : Logic.neither(left, right);
    }
    Value.Truth one = holds(relation, lowest);
    return one.equals(holds(relation, highest)) ? one : Logic.neither(left, right);
  }

  private static Value.Day first(Value value) {
    return value instanceof Value.PartialDay partial ? partial.first() : (Value.Day) value;
  }

  private static Value.Day last(Value value) {
    return value instanceof Value.PartialDay partial ? partial.last() : (Value.Day) value;
  }
}
