// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.study.analysis.comparison.ComparisonSpec.Scale;
import casebook.study.analysis.people.Subset;
import casebook.study.language.Clause;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;

/// What a `correlation` clause says.
///
/// @param names the names of both measurements
/// @param wishes on which scale, and what is concluded
/// @param adjusted the names of what is held constant
/// @param by the name of what makes groups, where one was given
/// @param subsets repeated in these
/// @param primary whether this is the primary analysis
/// @param name its part of the address, where one was given
/// @param at its place
public record CorrelationSpec(
    Names names,
    Wishes wishes,
    List<Clause> adjusted,
    Optional<Clause> by,
    List<Subset> subsets,
    boolean primary,
    Optional<String> name,
    Span at) {
  public CorrelationSpec {
    adjusted = List.copyOf(adjusted);
    subsets = List.copyOf(subsets);
  }

  /// Two measurements.
  public record Names(Clause first, Clause second) {}

  /// How measurements are correlated.
  ///
  /// @param scale the scale of Pearson's correlation, as declared; empty when not said
  /// @param conclusion what the authors conclude, in their words
  public record Wishes(Optional<Scale> scale, Optional<Clause> conclusion) {}

  /// The scale of Pearson's correlation: as declared, else logarithms.
  public Scale pearson() {
    return wishes.scale().orElse(Scale.LOG);
  }
}
