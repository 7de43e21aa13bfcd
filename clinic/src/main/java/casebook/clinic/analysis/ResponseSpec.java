// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.study.analysis.people.Chosen;
import casebook.study.language.Clause;
import casebook.study.problem.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a study asks about the best response.
///
/// @param asOf the days until which it is judged; none: all that is known
/// @param by the definitions, by name; none: the study's own
/// @param of whom it is asked about
/// @param caption the title of the table, where one was given
/// @param name its part of the address, where one was given
/// @param at its place
record ResponseSpec(
    List<LocalDate> asOf,
    List<Clause> by,
    Chosen of,
    Optional<String> caption,
    Optional<String> name,
    Span at) {
  /// How the study's own definition is called.
  static final String OWN = "this study";

  ResponseSpec {
    asOf = List.copyOf(asOf);
    by = List.copyOf(by);
  }
}
