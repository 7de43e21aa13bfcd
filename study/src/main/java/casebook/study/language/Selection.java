// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Who belongs in the study, who is compared with whom, how they were matched.
///
/// @param cases who is a case; empty when the design has no cases
/// @param controls who is a control
/// @param eligibility the criteria, in order
/// @param matching how controls were matched to cases, as declared
public record Selection(
    Optional<Expr> cases,
    Optional<Expr> controls,
    List<Criterion> eligibility,
    Optional<Matching> matching) {
  public Selection {
    eligibility = List.copyOf(eligibility);
  }

  /// One criterion of eligibility.
  ///
  /// @param label its name in the flow diagram
  /// @param of to whom it applies: `all`, `cases` or `controls`
  /// @param require true for those who stay
  /// @param at the place
  public record Criterion(String label, String of, Expr require, Span at) {}

  /// Declared matching.
  ///
  /// @param kind frequency or individual
  /// @param set the variable that names the matched set; empty when there are no set ids
  /// @param exact variables that must be equal
  /// @param within variables that may differ by at most so much
  /// @param at the place
  public record Matching(
      Kind kind, Optional<String> set, List<String> exact, List<Caliper> within, Span at) {
    public Matching {
      exact = List.copyOf(exact);
      within = List.copyOf(within);
    }
  }

  /// The kinds of matching.
  public enum Kind {
    FREQUENCY,
    INDIVIDUAL
  }

  /// A largest difference, in the unit of the variable.
  public record Caliper(String variable, BigDecimal distance) {}
}
