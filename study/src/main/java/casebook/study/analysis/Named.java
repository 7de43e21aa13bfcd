// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.problem.Span;
import java.util.Optional;

/// A name as it stands in the study file.
///
/// @param name as written
/// @param at its place
public record Named(String name, Span at) {
  /// Written out, as the generated one must be made anew at each start.
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /// The words of a clause with their place.
  static Named of(Clause clause) {
    return new Named(clause.words(), clause.wordsAt());
  }

  /// The name that stands as one word or text under a key, if it is there; what stands there
  /// otherwise is a problem of the entries.
  static Optional<Named> of(Entries entries, String key) {
    return entries
        .clause(key)
        .flatMap(clause -> entries.text(key).map(name -> new Named(name, clause.wordsAt())));
  }
}
