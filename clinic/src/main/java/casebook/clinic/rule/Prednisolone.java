// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Measures;
import casebook.clinic.protocol.Measures.Kind;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.CoMedication;
import casebook.clinic.record.Timeline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The daily dose of prednisolone, which changes the levels of cyclosporine from 20 mg a day on
/// ([casebook.stats.dosing.Covariates]); prednisone counts as the same amount.
///
/// Known from doses in the events; none where the study file names the drug and none is taken; not
/// known where it is written down without a dose. A study file that does not name it leaves an
/// assumption, which is said.
///
/// @param state how well it is known
/// @param milligrams a day; 0 where it is not known
/// @param facts the events that say so
record Prednisolone(State state, double milligrams, List<Event> facts) {
  /// From so many mg a day on the model has other numbers.
  private static final double MUCH = 20;

  private static final List<String> NAMES = List.of("prednisolone", "prednisone");

  Prednisolone {
    facts = List.copyOf(facts);
  }

  /// How well the dose is known.
  enum State {
    /// The study does not record it.
    ASSUMED,
    /// It is known.
    KNOWN,
    /// It is taken, and nobody wrote down how much.
    UNKNOWN
  }

  /// The dose of a patient on a day.
  static Prednisolone on(Measures measures, Timeline patient, LocalDate day) {
    List<String> names =
        measures.names(Kind.DRUG).stream()
            .filter(it -> NAMES.contains(it.toLowerCase(Locale.ROOT)))
            .toList();
    for (String name : names) {
      Optional<Event.Dose> dose = patient.exposure(name, day);
      if (dose.isPresent()) {
        double milligrams = dose.get().mgPerDay().doubleValue();
        return new Prednisolone(State.KNOWN, milligrams, List.of(dose.get()));
      }
    }
    Optional<CoMedication> taken =
        patient.all(CoMedication.class).stream()
            .filter(it -> NAMES.contains(it.name().toLowerCase(Locale.ROOT)) && it.on(day))
            .findFirst();
    if (taken.isPresent()) {
      return new Prednisolone(State.UNKNOWN, 0, List.of(taken.get()));
    }
    return new Prednisolone(names.isEmpty() ? State.ASSUMED : State.KNOWN, 0, List.of());
  }

  /// Says whether the model has other numbers at this dose.
  boolean much() {
    return milligrams >= MUCH;
  }

  /// As a note says it: `no prednisolone`.
  String words() {
    return switch (state) {
      case ASSUMED -> "prednisolone assumed below 20 mg a day, as it is not recorded";
      case KNOWN ->
          milligrams == 0
              ? "no prednisolone"
              : "prednisolone " + DoseOnDay.plain(BigDecimal.valueOf(milligrams)) + " mg a day";
      case UNKNOWN -> "prednisolone of an unknown dose";
    };
  }
}
