// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis.course;

import casebook.clinic.protocol.Measures;
import casebook.clinic.protocol.Measures.Measure;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ProtocolReader;
import casebook.clinic.record.Timeline;
import casebook.study.analysis.people.Chosen;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Origin;
import casebook.study.cohort.Cohort;
import casebook.study.data.RowSet;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.Method;
import casebook.study.finding.PatientCourse;
import casebook.study.finding.PatientCourse.Mark;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.TimelineFrame;
import casebook.study.language.Clause;
import casebook.study.problem.Checked;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The finding of a `course` or a `swimmer`: the chosen patients who were treated, one by one.
///
/// @param spec what was asked for
/// @param base the address
/// @param cohort the patients
/// @param timelines what happened to them, one a row
record CourseFindings(CourseSpec spec, Address base, Cohort cohort, List<Timeline> timelines) {
  private static final Method SUMMARY =
      new Method(
          "values of one patient",
          "",
          "How many values of this patient the figure draws: from "
              + PatientCourses.DAYS_BEFORE
              + " days before the first dose to the last contact. Days are counted from the first"
              + " dose.",
          "",
          "");

  CourseFindings {
    timelines = List.copyOf(timelines);
  }

  /// The panels of a course.
  List<Finding> course() {
    Protocol protocol = protocol();
    Measures measures = protocol.measures();
    Measure measure = measures.find(spec.subject().words()).orElseThrow();
    List<String> lanes =
        spec.lanes().isEmpty()
            ? List.of(drug(protocol))
            : spec.lanes().stream().map(Clause::words).toList();
    Optional<String> level = Frames.level(spec, protocol);
    PatientCourses courses = new PatientCourses(protocol, measure.name(), lanes, level);
    String drug = labels(List.of(drug(protocol)), measures).getFirst();
    TimelineFrame frame =
        new TimelineFrame(
            TimelineFrame.Kind.COURSE,
            measure.label(),
            measure.unit().printed(),
            Frames.normal(measure),
            Frames.thresholds(protocol, measure.name()),
            labels(lanes, measures),
            level.flatMap(measures::find).map(it -> Frames.level(it, protocol, drug)),
            new TimelineFrame.Axes(spec.layout().calendar(), spec.layout().logarithmic()));
    return List.of(finding(frame, courses, "Course of " + measure.label() + " in each patient"));
  }

  /// The lanes of a swimmer.
  List<Finding> swimmer() {
    Protocol protocol = protocol();
    String drug = spec.subject().words();
    String measure = protocol.response().map(it -> it.measure()).orElse("");
    PatientCourses courses = new PatientCourses(protocol, measure, List.of(drug), Optional.empty());
    List<String> labels = labels(List.of(drug), protocol.measures());
    TimelineFrame frame =
        new TimelineFrame(
            TimelineFrame.Kind.SWIMMER,
            protocol.measures().find(measure).map(Measure::label).orElse(""),
            "",
            Optional.empty(),
            Frames.thresholds(protocol, measure),
            labels,
            Optional.empty(),
            new TimelineFrame.Axes(false, false));
    String title = "Time on " + labels.getFirst() + " and in response of each patient";
    return List.of(finding(frame, courses, title));
  }

  private Protocol protocol() {
    return ProtocolReader.read(cohort.study()).flatMap(Checked::value).orElseThrow();
  }

  private static String drug(Protocol protocol) {
    return protocol.treatment().dosing().drug();
  }

  private static List<String> labels(List<String> lanes, Measures measures) {
    return lanes.stream()
        .map(lane -> measures.find(lane).map(Measure::label).orElse(lane))
        .toList();
  }

  private Timelines finding(TimelineFrame frame, PatientCourses courses, String title) {
    Optional<Chosen.People> people = spec.of().map(it -> it.people(cohort));
    RowSet rows = people.map(Chosen.People::rows).orElse(cohort.rows());
    List<Rows.Out> out = new ArrayList<>(people.map(Chosen.People::out).orElse(List.of()));
    List<PatientCourse> patients = new ArrayList<>();
    rows.stream()
        .filter(row -> row < timelines.size())
        .forEach(row ->
            courses
                .of(timelines.get(row), counts -> summary(row, frame, counts))
                .ifPresent(patients::add));
    int untreated = rows.size() - patients.size();
    if (untreated > 0) {
      out.add(new Rows.Out("no first dose of " + drug(courses.protocol()), untreated));
    }
    patients.sort(order());
    Heading heading =
        new Heading(
            base, spec.caption().orElse(title), spec.at(), false, notes(untreated), warnings());
    return new Timelines(
        heading, frame, patients, totals(patients, new Rows(patients.size(), out)));
  }

  private Comparator<PatientCourse> order() {
    Comparator<PatientCourse> byId = Comparator.comparing(PatientCourse::id, PatientOrder.BY_ID);
    return spec.layout().byLength()
        ? Comparator.comparingLong(CourseFindings::daysFollowed).reversed().thenComparing(byId)
        : byId;
  }

  private static long daysFollowed(PatientCourse patient) {
    return ChronoUnit.DAYS.between(patient.followed().start(), patient.followed().last());
  }

  private List<String> notes(int untreated) {
    List<String> notes = new ArrayList<>(spec.of().flatMap(Chosen::note).stream().toList());
    if (untreated > 0) {
      notes.add("Not drawn, as no dose is known: " + untreated + ".");
    }
    return notes;
  }

  private List<String> warnings() {
    return spec.of().stream()
        .flatMap(of -> of.strangers(cohort).stream())
        .map(it -> "No patient has the id " + it.id() + ", who was to be left out.")
        .toList();
  }

  /// The number that stands for a patient: its line is named, and no id.
  private Statistic summary(int row, TimelineFrame frame, Counts counts) {
    String file = cohort.table().origin().file();
    String line = "line " + cohort.table().line(row) + " of " + file;
    return Origin.value(
        base.with("row " + (row + 1)).with("values"),
        (frame.measured() + " drawn of the patient in ").strip() + " " + line,
        (double) counts.byName().getOrDefault("values", 0L),
        "",
        SUMMARY,
        Origin.of(cohort, spec.at()).basis(counts, Rows.all(1)));
  }

  /// How many patients are drawn, and how many have each mark.
  private List<Statistic> totals(List<PatientCourse> patients, Rows rows) {
    Origin origin = Origin.of(cohort, spec.at());
    List<Statistic> totals = new ArrayList<>();
    totals.add(origin.count(base.with("patients"), "patients drawn", patients.size(), rows));
    add(totals, patients, Mark.Kind.RESPONSE, "response", "patients with a response", rows);
    add(totals, patients, Mark.Kind.LOST, "lost", "patients who lost a response", rows);
    add(totals, patients, Mark.Kind.RELAPSE, "relapse", "patients who relapsed", rows);
    add(totals, patients, Mark.Kind.DEATH, "death", "patients who died", rows);
    return totals;
  }

  private void add(
      List<Statistic> totals,
      List<PatientCourse> patients,
      Mark.Kind kind,
      String slug,
      String label,
      Rows rows) {
    long count = patients.stream().filter(it -> it.first(kind).isPresent()).count();
    totals.add(Origin.of(cohort, spec.at()).count(base.with(slug), label, count, rows));
  }
}
