// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Three-valued logic with reasons (Kleene's strong logic); parts that are not applicable are left
/// out.
final class Logic {
  private Logic() {}

  /// Yes becomes no; unknown stays unknown.
  static Value not(Value operand) {
    return operand instanceof Value.Truth truth ? Value.Truth.of(!truth.yes()) : truth(operand);
  }

  /// No when any part is no, otherwise unknown when any is unknown.
  static Value and(List<Value> parts) {
    return decide(parts, false);
  }

  /// Yes when any part is yes, otherwise unknown when any is unknown.
  static Value or(List<Value> parts) {
    return decide(parts, true);
  }

  private static Value decide(List<Value> parts, boolean deciding) {
    List<Value.Cause> causes = new ArrayList<>();
    boolean any = false;
    for (Value part : parts) {
      Value value = truth(part);
      if (value instanceof Value.Truth truth && truth.yes() == deciding) {
        return truth;
      }
      any |= value instanceof Value.Truth;
      causes.addAll(value.causes());
    }
    if (!causes.isEmpty()) {
      return new Value.Unknown(causes);
    }
    return any ? Value.Truth.of(!deciding) : new Value.NotApplicable();
  }

  /// Or over the parts that are known; unknown only when none is.
  static Value anyKnown(List<Value> parts) {
    List<Value> known = parts.stream().filter(part -> part instanceof Value.Truth).toList();
    return known.isEmpty() ? or(parts) : or(known);
  }

  /// How many parts are yes; unknown when any is unknown.
  static Value count(List<Value> parts) {
    List<Value.Cause> causes = new ArrayList<>();
    int count = 0;
    int asked = 0;
    for (Value part : parts) {
      Value truth = truth(part);
      causes.addAll(truth.causes());
      asked += truth instanceof Value.NotApplicable ? 0 : 1;
      count += truth instanceof Value.Truth known && known.yes() ? 1 : 0;
    }
    if (!causes.isEmpty()) {
      return new Value.Unknown(causes);
    }
    return asked == 0 ? new Value.NotApplicable() : new Value.Decimal(BigDecimal.valueOf(count));
  }

  /// The value of something that needs both, when at least one of them is not there: not applicable
  /// before unknown, and unknown because of both.
  static Value neither(Value left, Value right) {
    if (left instanceof Value.NotApplicable || right instanceof Value.NotApplicable) {
      return new Value.NotApplicable();
    }
    List<Value.Cause> causes = new ArrayList<>(left.causes());
    causes.addAll(right.causes());
    if (causes.isEmpty()) {
      throw new IllegalArgumentException(
          "the study language joins " + kind(left) + " and " + kind(right));
    }
    return new Value.Unknown(causes);
  }

  private static String kind(Value value) {
    return value.getClass().getSimpleName();
  }

  private static Value truth(Value value) {
    boolean fits =
        value instanceof Value.Truth
            || value instanceof Value.Unknown
            || value instanceof Value.NotApplicable;
    if (!fits) {
      throw new IllegalArgumentException("yes or no was expected, not " + kind(value));
    }
    return value;
  }
}
