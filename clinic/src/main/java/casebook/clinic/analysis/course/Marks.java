// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis.course;

import casebook.clinic.record.DoseChange;
import casebook.clinic.record.Event.Measured;
import casebook.clinic.record.Timeline;
import casebook.clinic.response.ResponseCourse;
import casebook.clinic.response.Spell;
import casebook.study.finding.PatientCourse.Followed;
import casebook.study.finding.PatientCourse.Mark;
import casebook.study.finding.PatientCourse.Mark.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What happened to a patient, as marks on a figure.
///
/// @param patient the patient
/// @param measure what is drawn; a mark on one of its values lies on that value
/// @param drug the drug of the treatment
record Marks(Timeline patient, String measure, String drug) {
  /// A break in treatment shorter than this is seen as a gap, and not named.
  static final int NAMED_BREAK_DAYS = 28;

  /// The marks in order of time.
  ///
  /// @param course the response, where the study defines one
  List<Mark> of(Optional<ResponseCourse> course, Followed followed) {
    List<Mark> marks = new ArrayList<>();
    add(marks, Kind.START, followed.start());
    course.ifPresent(it -> responses(it, marks));
    breaks(marks, followed.last());
    if (followed.died()) {
      add(marks, Kind.DEATH, followed.last());
    }
    marks.sort(Comparator.comparing(Mark::day).thenComparing(Mark::kind));
    return marks;
  }

  private void responses(ResponseCourse course, List<Mark> marks) {
    course.spells().stream().findFirst().ifPresent(it -> add(marks, Kind.RESPONSE, it.from()));
    for (Spell spell : course.spells()) {
      spell.lost().ifPresent(day -> add(marks, Kind.LOST, day));
    }
    course.relapse().ifPresent(day -> add(marks, Kind.RELAPSE, day));
  }

  private void breaks(List<Mark> marks, LocalDate end) {
    Optional<LocalDate> stopped = Optional.empty();
    for (DoseChange change : patient.doseChanges(drug)) {
      if (change.to().signum() == 0) {
        stopped = Optional.of(change.day());
      } else if (stopped.isPresent() && change.from().signum() == 0 && !change.day().isAfter(end)) {
        if (!change.day().isBefore(stopped.get().plusDays(NAMED_BREAK_DAYS))) {
          add(marks, Kind.STOPPED, stopped.get());
          add(marks, Kind.RESTARTED, change.day());
        }
        stopped = Optional.empty();
      }
    }
  }

  private void add(List<Mark> marks, Kind kind, LocalDate day) {
    OptionalDouble value =
        patient.between(measure, day, day).stream()
            .map(Measured::value)
            .mapToDouble(Number::doubleValue)
            .reduce((first, last) -> last);
    marks.add(new Mark(kind, day, value));
  }
}
