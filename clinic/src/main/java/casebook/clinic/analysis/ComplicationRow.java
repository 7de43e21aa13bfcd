// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.record.Event.Complication;
import casebook.clinic.record.Timeline;
import casebook.study.finding.Cell;
import casebook.study.finding.Rows;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// One complication in all patients.
///
/// @param name as written
/// @param episodes each time that it happened
/// @param cells makes its cells
/// @param rows the patients behind it
record ComplicationRow(String name, List<Episode> episodes, OutcomeCells cells, Rows rows) {
  ComplicationRow {
    episodes = List.copyOf(episodes);
  }

  /// A complication of a patient.
  record Episode(Timeline patient, Complication event) {}

  /// How many patients had it.
  int patients() {
    return (int) episodes.stream().map(it -> it.patient().patient()).distinct().count();
  }

  Cell share() {
    return cells.proportion("patients", "patients", patients(), rows, "the treated patients");
  }

  Cell fraction() {
    return cells.share("patients", "patients", patients(), rows);
  }

  Cell numberOfPatients() {
    return count("patients", patients());
  }

  Cell events() {
    return count("events", episodes.size());
  }

  /// How many patients had it with a worst grade between two, both included.
  Cell grade(int from, int to) {
    long patients =
        episodes.stream()
            .map(Episode::patient)
            .distinct()
            .mapToInt(this::worst)
            .filter(grade -> grade >= from && grade <= to)
            .count();
    return count("grade_" + from, patients);
  }

  private int worst(Timeline patient) {
    return episodes.stream()
        .filter(it -> it.patient().equals(patient))
        .mapToInt(it -> it.event().grade().orElse(0))
        .max()
        .orElse(0);
  }

  Cell resolved() {
    return count("resolved", number(it -> it.until().isPresent()));
  }

  /// How many events were answered by something other than waiting.
  Cell acted() {
    return count(
        "acted",
        number(it ->
            !it.action().isBlank() && !it.action().toLowerCase(Locale.ROOT).startsWith("none")));
  }

  private long number(Predicate<Complication> which) {
    return episodes.stream().map(Episode::event).filter(which).count();
  }

  private Cell count(String slug, long count) {
    return cells.count(slug, slug.replace('_', ' '), count, rows);
  }

  /// How many events in 100 years on the drug.
  Cell rate(double years) {
    return cells.rate("rate", "events per 100 patient-years", episodes.size(), years / 100, rows);
  }
}
