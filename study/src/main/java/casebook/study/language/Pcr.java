// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a number has to do with a quantitative polymerase chain reaction.
public sealed interface Pcr {
  /// A threshold cycle; words such as `Undetermined` say that the limit was passed.
  ///
  /// @param limit cycles beyond which nothing was detected; empty when none is declared
  record Cycles(OptionalDouble limit) implements Pcr {}

  /// Relative expression that stands in the data.
  record Ready() implements Pcr {}

  /// Relative expression that is computed from threshold cycles.
  ///
  /// @param cycles the name of the target's threshold cycle
  /// @param references the names of those of the reference genes, at least one
  /// @param calibrator the person whose expression is 1; empty when none is declared
  record Computed(Clause cycles, List<Clause> references, Optional<Clause> calibrator)
      implements Pcr {
    public Computed {
      references = List.copyOf(references);
    }
  }

  /// How well a reaction runs and where it ends, as an assay declares it.
  ///
  /// @param efficiency in percent, 100 when the product doubles; empty when not declared
  /// @param dilutions a dilution series from which the efficiency is taken; may be empty
  /// @param replicates the names of the columns that hold its replicates; empty for one column of
  ///   its own name
  /// @param limit cycles beyond which nothing was detected
  record Amplification(
      OptionalDouble efficiency,
      List<Dilution> dilutions,
      List<Clause> replicates,
      OptionalDouble limit) {
    /// Nothing is declared.
    public static final Amplification NOT_DECLARED =
        new Amplification(OptionalDouble.empty(), List.of(), List.of(), OptionalDouble.empty());

    public Amplification {
      dilutions = List.copyOf(dilutions);
      replicates = List.copyOf(replicates);
    }
  }

  /// One dilution of a standard.
  ///
  /// @param amount in any unit, above 0
  /// @param cycle its threshold cycle
  /// @param at its place
  record Dilution(double amount, double cycle, Span at) {}
}
