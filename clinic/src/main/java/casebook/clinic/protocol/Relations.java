// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.study.language.Expr.Relation;

/// The signs of a comparison.
final class Relations {
  /// The signs, for the patterns of others: one group.
  static final String PATTERN = "(>=|<=|≥|≤|>|<)";

  private Relations() {}

  /// The relation that a sign stands for.
  static Relation of(String sign) {
    return switch (sign) {
      case ">" -> Relation.GREATER;
      case "<" -> Relation.LESS;
      case ">=", "≥" -> Relation.AT_LEAST;
      default -> Relation.AT_MOST;
    };
  }
}
