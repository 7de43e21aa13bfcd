// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.study.language.Expr.Relation;

/// What a relation says of the result of `compareTo`.
final class Comparisons {
  private Comparisons() {}

  /// @param side below 0, 0 or above 0
  static boolean stands(int side, Relation relation) {
    return switch (relation) {
      case LESS -> side < 0;
      case AT_MOST -> side <= 0;
      case GREATER -> side > 0;
      case AT_LEAST -> side >= 0;
      case EQUAL -> side == 0;
      case NOT_EQUAL -> side != 0;
    };
  }
}
