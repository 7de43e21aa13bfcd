// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import java.util.List;

/// A part of a design that stands or falls together: a variable, a factor or an interaction.
///
/// @param name the name it was given
/// @param first the first of its columns in the design, counted from 0
/// @param columns the names of its columns: the name itself, or `name=level` for a factor
public record Term(String name, int first, List<String> columns) {
  public Term {
    columns = List.copyOf(columns);
  }

  /// Returns the number of columns.
  public int size() {
    return columns.size();
  }
}
