// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// One thing that happened to a patient. Events are never changed: a wrong one is struck, kept
/// aside, and listed.
public sealed interface Event {
  /// When it happened and where it was written down.
  Entry entry();

  /// The day, or the first day of what lasts.
  default LocalDate day() {
    return entry().day();
  }

  /// A value that was measured: of blood, of a drug level, of a body.
  sealed interface Measured extends Event permits Measurement, Level {
    /// What was measured, as the study file names it: `platelets`, `creatinine`, `weight`.
    String name();

    /// The value in the declared unit.
    Quantity quantity();

    /// The number in the declared unit.
    default BigDecimal value() {
      return quantity().value();
    }
  }

  /// What lasts from its day on.
  sealed interface Lasting extends Event permits Dose, CoMedication, Complication {
    /// The last day; empty: ongoing, or not known.
    Optional<LocalDate> until();

    /// Says whether it lasted on a day, both ends included.
    default boolean on(LocalDate day) {
      return !day.isBefore(day()) && until().map(last -> !day.isAfter(last)).orElse(true);
    }
  }

  /// A measured value that is not a drug level: a count, creatinine, weight, blood pressure.
  record Measurement(Entry entry, String name, Quantity quantity) implements Measured {}

  /// A drug level.
  ///
  /// @param name what was measured, such as `cya_level`
  /// @param specimen `serum`, `plasma` or `whole blood` as written; empty: not written down
  /// @param assay the method, as written
  /// @param lastDose when the last dose before it was taken
  /// @param hours the hours since the last dose, where they were written down instead
  record Level(
      Entry entry,
      String name,
      Quantity quantity,
      Optional<String> specimen,
      Optional<String> assay,
      Optional<LocalDateTime> lastDose,
      Optional<BigDecimal> hours)
      implements Measured {

    /// The hours between the last dose and the sample, as the difference of clock readings; below 0
    /// when the sample was taken before the dose. Empty when a time is not known.
    public Optional<BigDecimal> hoursSinceDose() {
      return hours.or(
          () -> lastDose.flatMap(dose -> entry.moment().map(sample -> between(dose, sample))));
    }

    private static BigDecimal between(LocalDateTime dose, LocalDateTime sample) {
      BigDecimal minutes = BigDecimal.valueOf(Duration.between(dose, sample).toMinutes());
      return minutes.divide(BigDecimal.valueOf(60), 4, RoundingMode.HALF_EVEN);
    }
  }

  /// A daily dose of a drug from a day on. It lasts until its last day or until the next dose of
  /// the same drug; 0 mg/d is a stop.
  ///
  /// @param drug the drug, as the study file names it
  /// @param mgPerDay mg a day, at least 0
  /// @param until the last day with this dose; empty: ongoing
  record Dose(Entry entry, String drug, BigDecimal mgPerDay, Optional<LocalDate> until)
      implements Lasting {
    public Dose {
      if (mgPerDay.signum() < 0) {
        throw new IllegalArgumentException("a dose of less than 0 mg/d in line " + entry.line());
      }
    }
  }

  /// Another drug or food that matters.
  ///
  /// @param name as the study file names it, or as written where it names no such drug
  /// @param listed whether the study file names it; what is not listed has unknown interactions
  /// @param until the last day; empty: ongoing
  record CoMedication(Entry entry, String name, boolean listed, Optional<LocalDate> until)
      implements Lasting {}

  /// A bleeding episode.
  record Bleeding(Entry entry, Severity severity) implements Event {}

  /// How grave a bleeding is.
  enum Severity {
    /// Written `+`.
    MINOR,
    /// Written `++`.
    MAJOR
  }

  /// A complication.
  ///
  /// @param name as written: hypertension, gingival hyperplasia
  /// @param grade its grade, 1 to 5; empty: not written down
  /// @param until the last day; empty: ongoing or not written down
  /// @param action what was done, as written; may be empty
  record Complication(
      Entry entry, String name, Optional<Integer> grade, Optional<LocalDate> until, String action)
      implements Lasting {
    public Complication {
      grade.ifPresent(number -> {
        if (number < 1 || number > 5) {
          throw new IllegalArgumentException("grade " + number + " is not one of 1 to 5");
        }
      });
    }
  }

  /// A procedure, such as splenectomy.
  record Procedure(Entry entry, String name) implements Event {}

  /// Death, with its cause as written; the cause may be empty.
  record Death(Entry entry, String cause) implements Event {}

  /// The patient was seen or heard of, alive.
  record Contact(Entry entry) implements Event {}
}
