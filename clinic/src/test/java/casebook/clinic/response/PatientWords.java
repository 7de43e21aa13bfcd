// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.response;

import casebook.clinic.record.Entry;
import casebook.clinic.record.Event;
import casebook.clinic.record.Quantity;
import casebook.clinic.record.Timeline;
import casebook.study.data.Censoring;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/// A patient in few words, with days from the first dose: `0:15 dose0=200 28:160 rescue40
/// bleeding50 dose200=0` has counts of 15 and 160, rescue, a bleeding, and a stop. `28:<30` is a
/// count below 30; `felodipine20` is another drug.
final class PatientWords {
  static final String DRUG = "cyclosporine";
  static final LocalDate START = LocalDate.of(1994, 4, 12);
  private static final Unit COUNT = Units.read("10^9/L").orElseThrow();

  private PatientWords() {}

  static Timeline patient(String words) {
    return Timeline.of(
        "1", Stream.of(words.split(" ")).map(PatientWords::event).toArray(Event[]::new));
  }

  private static Event event(String word) {
    String name = word.replaceAll("[0-9].*", "");
    String[] parts = word.substring(name.length()).split("[:=]");
    Entry entry = Entry.of(START.plusDays(Integer.parseInt(parts[0])), 1);
    return switch (name) {
      case "" -> new Event.Measurement(entry, "platelets", count(parts[1]));
      case "dose" -> new Event.Dose(entry, DRUG, new BigDecimal(parts[1]), Optional.empty());
      case "bleeding" -> new Event.Bleeding(entry, Event.Severity.MINOR);
      default -> new Event.CoMedication(entry, name, true, Optional.of(entry.day()));
    };
  }

  private static Quantity count(String word) {
    Censoring side =
        word.startsWith("<")
            ? Censoring.BELOW
            : word.startsWith(">") ? Censoring.ABOVE : Censoring.NONE;
    Quantity plain = Quantity.of(new BigDecimal(word.replaceAll("[<>]", "")), COUNT);
    return new Quantity(plain.value(), Optional.empty(), COUNT, side, word);
  }

  /// The days from the first dose.
  static long day(LocalDate day) {
    return day.toEpochDay() - START.toEpochDay();
  }
}
