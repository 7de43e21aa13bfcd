// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.Treatment.DoseRule;
import casebook.clinic.protocol.Treatment.Trigger.Happening;
import casebook.clinic.record.Event.Complication;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// Whether a complication holds the dose on a day.
final class Held {
  private Held() {}

  /// Says whether any complication does.
  static boolean any(Protocol protocol, DoseOnDay now) {
    List<Complication> complications = now.patient().all(Complication.class);
    return !complications.isEmpty()
        && protocol.treatment().doseRules().stream()
            .anyMatch(rule ->
                rule.trigger() instanceof Happening happening
                    && complications.stream()
                        .anyMatch(it -> of(happening, it) && !over(rule, it, now.day())));
  }

  /// Says whether a complication is of a kind: its name or the note beside it has the word.
  static boolean of(Happening happening, Complication complication) {
    String words =
        (complication.name() + " " + complication.entry().note()).toLowerCase(Locale.ROOT);
    return happening.names().stream().anyMatch(it -> words.contains(it.toLowerCase(Locale.ROOT)));
  }

  /// The last day on which it holds the dose.
  static LocalDate last(DoseRule rule, Complication complication) {
    return complication.day().plusDays(MeasuredRule.days(rule.actions()) - 1L);
  }

  /// Says whether it holds the dose no longer on a day after which nothing is known.
  static boolean over(DoseRule rule, Complication complication, LocalDate day) {
    return day.isAfter(last(rule, complication));
  }
}
