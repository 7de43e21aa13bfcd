// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import java.util.List;

/// The 2x2 tables of the strata of one study.
///
/// @param tables one table a stratum, at least one; empty ones and those with an empty margin may
///   be among them and add nothing where a method says so
public record Strata(List<TwoByTwo> tables) {
  public Strata {
    tables = List.copyOf(tables);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("there is no stratum");
    }
  }

  /// Makes strata from tables in order.
  public static Strata of(TwoByTwo... tables) {
    return new Strata(List.of(tables));
  }

  /// Returns the strata that say something about association: those without an empty margin.
  public List<TwoByTwo> informative() {
    return tables.stream().filter(t -> t.emptyMargin().isEmpty()).toList();
  }
}
