// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.amendment;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.record.Timeline;
import casebook.clinic.response.ResponseComparison;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// How the same patient stands by two protocols on the last day on which anything is known.
///
/// @param patient the patient's id
/// @param day the day
/// @param before by the earlier protocol
/// @param after by the later one
public record PatientChange(String patient, LocalDate day, Standing before, Standing after) {

  /// All patients of whom anything is known, in the order of the data.
  ///
  /// @param before the earlier protocol
  /// @param first the patients with the variables of its study file
  /// @param after the later protocol
  /// @param second the same patients with the variables of the other study file
  public static List<PatientChange> of(
      Protocol before, List<Timeline> first, Protocol after, List<Timeline> second) {
    List<PatientChange> changes = new ArrayList<>();
    for (Timeline patient : first) {
      Optional<Timeline> same =
          second.stream().filter(it -> it.patient().equals(patient.patient())).findFirst();
      Optional<LocalDate> day = patient.lastContact();
      if (same.isPresent() && day.isPresent()) {
        changes.add(
            new PatientChange(
                patient.patient(),
                day.get(),
                Standing.of(before, patient, day.get()),
                Standing.of(after, same.get(), day.get())));
      }
    }
    return List.copyOf(changes);
  }

  /// Says whether eligibility differs.
  public boolean eligibility() {
    return !before.verdict().equals(after.verdict()) || !before.against().equals(after.against());
  }

  /// Says whether the best response differs.
  public boolean response() {
    return !before.best().equals(after.best());
  }

  /// Says whether anything differs.
  public boolean any() {
    return eligibility() || response() || !advice().isEmpty();
  }

  /// Something that is not advised alike.
  ///
  /// @param about what it concerns: the dose, a line of the calendar, or the sentence itself
  /// @param before what the earlier protocol says of it; empty: nothing
  /// @param after what the later protocol says of it; empty: nothing
  public record AdviceChange(String about, Optional<String> before, Optional<String> after) {}

  /// What is not advised alike for the day.
  public List<AdviceChange> advice() {
    TreeSet<String> topics = new TreeSet<>(before.advice().keySet());
    topics.addAll(after.advice().keySet());
    return topics.stream()
        .map(it ->
            new AdviceChange(
                it,
                Optional.ofNullable(before.advice().get(it)),
                Optional.ofNullable(after.advice().get(it))))
        .filter(it -> !it.before().equals(it.after()))
        .toList();
  }

  /// Why the best response differs; empty where one of the protocols defines none.
  public Optional<String> why() {
    return before
        .response()
        .flatMap(first ->
            after
                .response()
                .map(second ->
                    ResponseComparison.why(
                        new ResponseComparison.Patient(patient, List.of(first, second)), 1)));
  }
}
