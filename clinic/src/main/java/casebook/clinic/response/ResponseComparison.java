// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.response;

import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.clinic.record.Timeline;
import java.util.ArrayList;
import java.util.List;

/// The same patients by several definitions of response: who differs, and by which count.
///
/// @param definitions the definitions, in the order in which they are shown
/// @param patients the treated patients
public record ResponseComparison(List<ResponseDefinition> definitions, List<Patient> patients) {
  public ResponseComparison {
    definitions = List.copyOf(definitions);
    patients = List.copyOf(patients);
  }

  /// A patient's course by each definition, in their order.
  public record Patient(String id, List<ResponseCourse> courses) {
    public Patient {
      courses = List.copyOf(courses);
    }

    /// Says whether the best response is not the same by all definitions.
    public boolean differs() {
      return courses.stream().map(ResponseCourse::best).distinct().count() > 1;
    }
  }

  /// Follows all patients who were treated.
  ///
  /// @param drug the drug of the treatment
  public static ResponseComparison of(
      List<ResponseDefinition> definitions, List<Timeline> timelines, String drug) {
    List<Patient> patients = new ArrayList<>();
    for (Timeline timeline : timelines) {
      if (timeline.start(drug).isPresent()) {
        patients.add(
            new Patient(
                timeline.patient(),
                definitions.stream()
                    .map(definition -> ResponseCourse.of(definition, timeline, drug))
                    .toList()));
      }
    }
    return new ResponseComparison(definitions, patients);
  }

  /// How many patients have that best response by a definition.
  ///
  /// @param index of the definition, from 0
  public long count(int index, Response response) {
    return patients.stream()
        .filter(patient -> patient.courses().get(index).best() == response)
        .count();
  }

  /// Why a patient's best response differs between the first definition and another: that the
  /// response depends on the drug, or the first count that is not the same by both.
  ///
  /// @param index of the other definition
  public static String why(Patient patient, int index) {
    ResponseCourse first = patient.courses().getFirst();
    ResponseCourse other = patient.courses().get(index);
    for (ResponseCourse course : List.of(first, other)) {
      if (course.dependent() && !course.definition().course().dependentCounts()) {
        return "the response depends on the drug, which "
            + course.definition().name()
            + " does not count as a response";
      }
    }
    for (int i = 0; i < first.counts().size(); i++) {
      GradedCount here = first.counts().get(i);
      GradedCount there = other.counts().get(i);
      if (here.certain() != there.certain()) {
        return first.definition().measure()
            + " "
            + here.measured().quantity().written()
            + " on "
            + here.day()
            + " is "
            + said(here, first.definition())
            + ", and "
            + said(there, other.definition());
      }
    }
    return "the same counts, followed by other rules of loss";
  }

  private static String said(GradedCount count, ResponseDefinition definition) {
    String by = " by " + definition.name();
    if (count.grade().isEmpty()) {
      return "not to be graded" + by + " without a count before start";
    }
    if (!count.counted()) {
      return "not counted" + by + ", soon after rescue";
    }
    Response grade = count.grade().get();
    if (grade != count.certain()) {
      Steps confirmed = definition.confirming().confirmed().orElseThrow();
      return grade.word() + " but not confirmed after " + confirmed.words() + by;
    }
    String rule =
        definition.grades().stream()
            .filter(it -> it.response() == grade)
            .findFirst()
            .flatMap(ResponseDefinition.Grade::condition)
            .map(it -> " (" + it.words() + ")")
            .orElse("");
    return grade.word() + by + rule;
  }
}
