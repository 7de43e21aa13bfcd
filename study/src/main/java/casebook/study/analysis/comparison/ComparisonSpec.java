// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.study.analysis.people.Subset;
import casebook.study.language.Clause;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a `comparison` clause says.
///
/// @param measured the name of what was measured
/// @param by the name of what makes the groups
/// @param models the genetic models, the primary one first; empty when not said
/// @param wishes on which scale, and which difference would not matter
/// @param subsets repeated in these
/// @param primary whether this is the primary analysis
/// @param name its part of the address, where one was given
/// @param at its place
public record ComparisonSpec(
    Clause measured,
    Clause by,
    List<Clause> models,
    Wishes wishes,
    List<Subset> subsets,
    boolean primary,
    Optional<String> name,
    Span at) {
  public ComparisonSpec {
    models = List.copyOf(models);
    subsets = List.copyOf(subsets);
  }

  /// How groups are compared.
  ///
  /// @param scale as declared; empty when not said
  /// @param margin differences below it do not matter: a ratio above 1, or a difference
  /// @param conclusion what the authors conclude, in their words
  /// @param contrast which of several contrasts is the primary one, such as `GG against TT`
  public record Wishes(
      Optional<Scale> scale,
      Optional<Margin> margin,
      Optional<Clause> conclusion,
      Optional<Clause> contrast) {}

  /// The scale on which groups are compared.
  public enum Scale {
    /// Ratios of geometric means.
    LOG,
    /// Differences of means.
    AS_IS
  }

  /// A margin of equivalence.
  ///
  /// @param value the ratio or the difference
  /// @param fold whether `fold` was written
  /// @param unit what was written behind the number otherwise; empty for nothing
  /// @param at its place
  public record Margin(double value, boolean fold, String unit, Span at) {}

  /// The scale: as declared, else ratios.
  public Scale scale() {
    return wishes.scale().orElse(Scale.LOG);
  }

  /// The declared margin on its scale; empty without one.
  public OptionalDouble margin() {
    return wishes.margin().map(it -> OptionalDouble.of(it.value())).orElse(OptionalDouble.empty());
  }
}
