// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.study.analysis.people.Chosen;
import casebook.study.problem.Span;
import java.util.Optional;

/// What a study asks about complications.
///
/// @param byYear whether rates per time on the drug are asked for; else numbers of patients
/// @param of whom it is asked about
/// @param caption the title of the table, where one was given
/// @param name its part of the address, where one was given
/// @param at its place
record ComplicationSpec(
    boolean byYear, Chosen of, Optional<String> caption, Optional<String> name, Span at) {}
