// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.language.Clause;
import casebook.study.problem.Span;
import java.util.Optional;

/// How time is taken: a number, or two dates; what ends it; what death does.
///
/// @param time a number; empty when the time lies between two dates
/// @param from the date on which time begins
/// @param to the date of the last contact
/// @param event what is waited for: yes/no, or a date; empty where only the follow-up is asked for
/// @param died who died: yes/no, or a date
/// @param death what death does; empty when not said
/// @param unit in which time is counted; empty when not said
/// @param at its place
record Clock(
    Optional<Clause> time,
    Optional<Clause> from,
    Optional<Clause> to,
    Optional<Clause> event,
    Optional<Clause> died,
    Optional<Death> death,
    Optional<TimeUnit> unit,
    Span at) {
  /// The name of the variable that says who died, when no other is named.
  static final String DEATH = "death";

  /// The date of the last contact, when no other is named.
  static final String LAST_CONTACT = "last contact";

  /// What death does.
  enum Death {
    /// Whoever dies is no longer observed; the curve speaks of a world in which nobody dies.
    CENSORS("censors"),
    /// Whoever dies cannot have the event any more.
    COMPETES("competes"),
    /// Death counts as the event.
    IS_THE_EVENT("is the event");

    private final String words;

    Death(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    static Optional<Death> of(String words) {
      for (Death death : values()) {
        if (death.words.equals(words)) {
          return Optional.of(death);
        }
      }
      return Optional.empty();
    }
  }

  /// The name of the date of the last contact.
  String lastContact() {
    return to.map(Clause::words).orElse(LAST_CONTACT);
  }

  /// The name of what says who died.
  String deaths() {
    return died.map(Clause::words).orElse(DEATH);
  }
}
