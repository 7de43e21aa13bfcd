// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis.course;

import casebook.clinic.record.DoseChange;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.CoMedication;
import casebook.clinic.record.Timeline;
import casebook.study.finding.PatientCourse.Bar;
import casebook.study.finding.PatientCourse.Dose;
import casebook.study.finding.PatientCourse.Followed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What was given to a patient, as bars without the time in which it was not.
///
/// @param patient the patient
/// @param followed until when; later days are cut off
record DrugBars(Timeline patient, Followed followed) {
  private static final String WEIGHT = "weight";

  /// The bars of a drug or food: one a dose where doses were written down, else one a time.
  ///
  /// @param lane the place of its lane, from 0
  List<Bar> of(String name, int lane) {
    List<Bar> bars = new ArrayList<>(doses(name, lane));
    for (CoMedication other : patient.all(CoMedication.class)) {
      if (other.name().equals(name) && !other.day().isAfter(followed.last())) {
        bars.add(bar(lane, other.day(), other.until(), Optional.empty()));
      }
    }
    return bars;
  }

  private List<Bar> doses(String drug, int lane) {
    List<DoseChange> changes =
        patient.doseChanges(drug).stream()
            .filter(it -> !it.day().isAfter(followed.last()))
            .toList();
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      DoseChange change = changes.get(i);
      if (change.to().signum() > 0) {
        Optional<LocalDate> last =
            i + 1 < changes.size()
                ? Optional.of(changes.get(i + 1).day().minusDays(1))
                : change.dose().until();
        bars.add(bar(lane, change.day(), last, Optional.of(dose(change))));
      }
    }
    return bars;
  }

  private Bar bar(int lane, LocalDate from, Optional<LocalDate> until, Optional<Dose> dose) {
    LocalDate end = followed.last();
    boolean toTheEnd = until.map(last -> last.isAfter(end)).orElse(true);
    LocalDate last = toTheEnd ? end : until.orElseThrow();
    return new Bar(lane, from, last, toTheEnd && !followed.died(), dose);
  }

  /// The dose, by the last weight on or before its first day.
  private Dose dose(DoseChange change) {
    double mg = change.to().doubleValue();
    OptionalDouble perKg =
        patient.latest(WEIGHT, change.day()).stream()
            .map(Event.Measured::quantity)
            .filter(it -> it.exact() && it.value().signum() > 0)
            .mapToDouble(it -> mg / it.value().doubleValue())
            .findFirst();
    return new Dose(mg, perKg);
  }
}
