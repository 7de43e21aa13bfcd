// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.study.analysis.people.Chosen;
import casebook.study.language.Clause;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;

/// What a study asks to list of single patients.
///
/// @param columns the variables, and `complications`, in order, each with its place
/// @param of whom it lists
/// @param caption the title of the table, where one was given
/// @param name its part of the address, where one was given
/// @param at its place
record ListingSpec(
    List<Clause> columns, Chosen of, Optional<String> caption, Optional<String> name, Span at) {
  ListingSpec {
    columns = List.copyOf(columns);
  }
}
