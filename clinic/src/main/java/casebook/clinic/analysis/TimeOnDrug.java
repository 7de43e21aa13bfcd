// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.record.DoseChange;
import casebook.clinic.record.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The time that a patient took a drug, gaps left out.
///
/// @param patient the patient
/// @param drug the drug
record TimeOnDrug(Timeline patient, String drug) {
  private static final double DAYS_A_YEAR = 365.25;

  /// The days on the drug, from the first dose to the last contact.
  long days() {
    Optional<LocalDate> last = patient.lastContact();
    if (last.isEmpty()) {
      return 0;
    }
    List<DoseChange> changes = patient.doseChanges(drug);
    long days = 0;
    for (int i = 0; i < changes.size(); i++) {
      LocalDate until = i + 1 < changes.size() ? changes.get(i + 1).day() : last.get().plusDays(1);
      if (changes.get(i).to().signum() > 0) {
        days += Math.max(0, until.toEpochDay() - changes.get(i).day().toEpochDay());
      }
    }
    return days;
  }

  /// The years on the drug; a year has 365.25 days.
  double years() {
    return days() / DAYS_A_YEAR;
  }

  /// Whether something that began on a day counts: a day on the drug, or the day after.
  boolean counts(LocalDate day) {
    return patient.exposure(drug, day).isPresent()
        || patient.exposure(drug, day.minusDays(1)).isPresent();
  }
}
