// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.survival.Clock.Death;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Optional;

/// How time and event are written.
final class ClockForm {
  static final Field FROM =
      Field.optional("from", Kind.VARIABLE, "The date on which time begins.", "start");

  static final Field TO =
      Field.optional("to", Kind.VARIABLE, "The date of the last contact.", "last_contact")
          .otherwise("last contact");

  static final Field DIED =
      Field.optional("died", Kind.VARIABLE, "Who died: yes/no, or a date.", "died")
          .otherwise("death, where there is such a variable");

  static final Field UNIT =
      Field.optional("unit", Kind.WORD, "In which unit time is counted.", "years")
          .among("days", "weeks", "months", "years")
          .otherwise("the unit of `time`; months between two dates");

  private static final List<Field> FIELDS =
      List.of(
          Field.optional("time", Kind.VARIABLE, "Time as a number.", "months"),
          FROM,
          TO,
          Field.required(
              "event", Kind.VARIABLE, "What is waited for: yes/no, or a date.", "relapsed"),
          Field.optional(
                  "death",
                  Kind.WORD,
                  "What death does; must be said where deaths are known and are not the event.",
                  "censors")
              .among(words()),
          DIED,
          UNIT);

  private ClockForm() {}

  private static String[] words() {
    return List.of(Death.values()).stream().map(Death::words).toArray(String[]::new);
  }

  static Field[] fields() {
    return FIELDS.toArray(new Field[0]);
  }

  /// Reads time and event.
  static Optional<Clock> read(Clause clause, Problems problems) {
    Problems own = new Problems();
    Entries entries = Entries.of(clause, FIELDS, own);
    Optional<Clause> time = name(entries, "time");
    Optional<Clause> from = name(entries, "from");
    Clock clock =
        new Clock(
            time,
            from,
            name(entries, "to"),
            name(entries, "event"),
            name(entries, "died"),
            entries.word("death").flatMap(Death::of),
            entries.word("unit").flatMap(TimeUnit::of),
            clause.at());
    timeOrDates(clock, own);
    own.list().forEach(problems::add);
    return own.hasErrors() ? Optional.empty() : Optional.of(clock);
  }

  /// Time is a number, or lies between two dates.
  static void timeOrDates(Clock clock, Problems problems) {
    if (clock.time().isPresent() == clock.from().isPresent() && !problems.hasErrors()) {
      problems.error(
          "study/time-or-dates",
          clock.at(),
          clock.time().isPresent()
              ? "Time is given twice, as a number (`time`) and from a date on (`from`)."
              : "Nothing says how long people were followed.",
          "Write `time: months` for a number, or `from: start` and `to: last_contact` for two"
              + " dates.");
    }
  }

  /// The name under a key.
  static Optional<Clause> name(Entries entries, String key) {
    return entries.text(key).flatMap(text -> entries.clause(key));
  }
}
