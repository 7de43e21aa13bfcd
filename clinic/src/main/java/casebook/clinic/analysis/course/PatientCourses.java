// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis.course;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.record.Event;
import casebook.clinic.record.Timeline;
import casebook.clinic.response.GradedCount;
import casebook.clinic.response.ResponseCourse;
import casebook.study.analysis.provenance.Counts;
import casebook.study.finding.PatientCourse;
import casebook.study.finding.PatientCourse.Bar;
import casebook.study.finding.PatientCourse.Followed;
import casebook.study.finding.PatientCourse.Mark;
import casebook.study.finding.PatientCourse.Reading;
import casebook.study.finding.PatientCourse.Stretch;
import casebook.study.finding.Statistic;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Brings together what a figure draws of a patient.
///
/// @param protocol how patients are treated
/// @param measure the measurement that is drawn
/// @param lanes what is given
/// @param level the level that is drawn
record PatientCourses(
    Protocol protocol, String measure, List<String> lanes, Optional<String> level) {
  /// Values so many days before the first dose are drawn.
  static final int DAYS_BEFORE = 30;

  PatientCourses {
    lanes = List.copyOf(lanes);
  }

  /// What a patient comes to; empty for one who was not treated.
  ///
  /// @param summary makes the number that stands for the patient, from counts and days
  Optional<PatientCourse> of(Timeline patient, Function<Counts, Statistic> summary) {
    return followed(patient).map(it -> of(patient, it, summary));
  }

  /// From the first dose to the death or the last contact.
  private Optional<Followed> followed(Timeline patient) {
    return patient
        .start(drug())
        .map(start -> {
          Optional<LocalDate> death = patient.death().map(Event::day);
          LocalDate last = death.or(patient::lastContact).orElse(start);
          return new Followed(start, last.isBefore(start) ? start : last, death.isPresent());
        });
  }

  private String drug() {
    return protocol.treatment().dosing().drug();
  }

  private PatientCourse of(
      Timeline patient, Followed followed, Function<Counts, Statistic> summary) {
    Optional<ResponseCourse> course =
        protocol.response().map(it -> ResponseCourse.of(it, patient, drug()));
    List<Reading> values = values(patient, measure, followed, course);
    List<Bar> bars = new ArrayList<>();
    DrugBars drawn = new DrugBars(patient, followed);
    for (int lane = 0; lane < lanes.size(); lane++) {
      bars.addAll(drawn.of(lanes.get(lane), lane));
    }
    List<Stretch> responses =
        course.map(it -> ResponseStretches.of(it, followed)).orElse(List.of());
    List<Mark> marks = new Marks(patient, measure, drug()).of(course, followed);
    return new PatientCourse(
        patient.patient(),
        summary.apply(counts(values, followed, marks, responses)),
        followed,
        values,
        level.map(it -> values(patient, it, followed, Optional.empty())).orElse(List.of()),
        bars,
        responses,
        marks);
  }

  /// The values from shortly before the first dose to the end.
  private static List<Reading> values(
      Timeline patient, String name, Followed followed, Optional<ResponseCourse> course) {
    Set<Event> uncounted = new HashSet<>();
    course.ifPresent(it ->
        it.counts().stream()
            .filter(count -> !count.counted())
            .map(GradedCount::measured)
            .forEach(uncounted::add));
    return patient.between(name, followed.start().minusDays(DAYS_BEFORE), followed.last()).stream()
        .map(it -> new Reading(it.day(), it.value().doubleValue(), !uncounted.contains(it)))
        .toList();
  }

  /// How many values there are, and the days from the first dose to what happened.
  private static Counts counts(
      List<Reading> values, Followed followed, List<Mark> marks, List<Stretch> responses) {
    Counts counts =
        Counts.of("values", values.size())
            .and("days_followed", days(followed.start(), followed.last()));
    Set<Mark.Kind> seen = new HashSet<>(Set.of(Mark.Kind.START));
    for (Mark mark : marks) {
      if (seen.add(mark.kind())) {
        String name = "days_to_" + mark.kind().name().toLowerCase(Locale.ROOT);
        counts = counts.and(name, days(followed.start(), mark.day()));
      }
    }
    long inResponse = responses.stream().mapToLong(it -> days(it.from(), it.to())).sum();
    return counts.and("days_in_response", inResponse);
  }

  private static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }
}
