// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.PatientCourse;
import casebook.study.finding.PatientCourse.Bar;
import casebook.study.finding.PatientCourse.Mark;
import casebook.study.finding.PatientCourse.Reading;
import casebook.study.finding.TimelineFrame;
import casebook.study.finding.TimelineFrame.Range;
import casebook.study.report.style.Numbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Courses in words: how to read the figure, and what it shows for those who cannot see it.
///
/// @param timelines the courses
/// @param numbers how values are printed
public record CourseWords(Timelines timelines, Numbers numbers) {

  /// How to read the figure, printed below it.
  public String legend() {
    boolean course = timelines.frame().kind() == TimelineFrame.Kind.COURSE;
    return String.join(" ", course ? course() : swimmer());
  }

  private List<String> course() {
    List<String> sentences = new ArrayList<>();
    sentences.add("Each panel is a patient, named as in the study.");
    sentences.add("Dots are " + timelines.frame().measured() + unit() + "; a line joins them.");
    for (Range normal : timelines.frame().normal().stream().toList()) {
      sentences.add("The shaded band is the normal range, " + range(normal) + ".");
    }
    if (!timelines.frame().thresholds().isEmpty()) {
      sentences.add("Dotted lines: " + thresholds() + ".");
    }
    double edge = CourseScale.of(timelines).high();
    if (timelines.patients().stream()
        .anyMatch(it -> it.values().stream().anyMatch(value -> value.value() > edge))) {
      sentences.add("A triangle at the upper edge: a value above it.");
    }
    bars(sentences);
    levels(sentences);
    sentences.add("An arrow: goes on at the last contact.");
    return sentences;
  }

  private List<String> swimmer() {
    List<String> sentences = new ArrayList<>();
    sentences.add("Each lane is a patient, named as in the study, from the first dose on.");
    sentences.add(
        "Lower bar: time on "
            + timelines.frame().lanes().getFirst()
            + "; upper bar: time in response, filled when complete, open when partial.");
    if (!timelines.frame().thresholds().isEmpty()) {
      String what = CourseKey.capital(timelines.frame().measured());
      sentences.add(what + " that decide: " + thresholds() + ".");
    }
    sentences.add("An arrow: followed on at the last contact.");
    return sentences;
  }

  private String thresholds() {
    return timelines.frame().thresholds().stream()
        .map(it -> number(it.value()) + " (" + it.label() + ")")
        .collect(Collectors.joining(", "));
  }

  private void levels(List<String> sentences) {
    boolean drawn = timelines.patients().stream().anyMatch(it -> !it.levels().isEmpty());
    for (TimelineFrame.Level level : timelines.frame().level().stream().toList()) {
      String window =
          level
              .window()
              .map(it -> ", its window " + range(it) + " " + level.unit() + " shaded")
              .orElse("");
      if (drawn) {
        sentences.add("Lower strip: " + level.label() + window + ".");
      }
    }
  }

  private void bars(List<String> sentences) {
    for (int lane = 0; lane < timelines.frame().lanes().size(); lane++) {
      int place = lane;
      if (timelines.patients().stream().anyMatch(it -> CourseScale.dosed(it, place))) {
        CourseScale scale = CourseScale.of(timelines);
        sentences.add(
            "Bars indicate the time of administration of "
                + timelines.frame().lanes().get(lane)
                + ", their height the dose ("
                + scale.doseUnit()
                + (scale.perKg() ? ", by the last weight before" : "")
                + ").");
      }
    }
  }

  private String unit() {
    String unit = timelines.frame().unit();
    return unit.isEmpty() ? "" : " (" + unit + ")";
  }

  private String range(Range range) {
    return number(range.low()) + "–" + number(range.high());
  }

  private String number(double value) {
    return numbers.quantity(Estimate.of(value));
  }

  /// What a figure of some of the patients shows.
  public String alternative(List<PatientCourse> patients) {
    List<String> sentences = new ArrayList<>();
    int n = patients.size();
    boolean course = timelines.frame().kind() == TimelineFrame.Kind.COURSE;
    String what =
        course ? CourseKey.capital(timelines.frame().measured()) : "Treatment and response";
    sentences.add(what + " of " + numbers.count(n) + (n == 1 ? " patient." : " patients."));
    patients.forEach(it -> sentences.add(patient(it)));
    return String.join(" ", sentences);
  }

  private String patient(PatientCourse patient) {
    List<String> parts = new ArrayList<>();
    values(patient, parts);
    for (int lane = 0; lane < timelines.frame().lanes().size(); lane++) {
      for (Bar bar : CourseScale.joined(CourseScale.bars(patient, lane))) {
        parts.add(
            timelines.frame().lanes().get(lane)
                + " from "
                + words(bar.from())
                + (bar.ongoing() ? ", going on" : " to " + words(bar.last())));
      }
    }
    for (Mark mark : patient.marks()) {
      if (mark.kind() != Mark.Kind.START) {
        parts.add(CourseMarks.words(mark.kind()) + " in " + words(mark.day()));
      }
    }
    if (!patient.followed().died()) {
      parts.add("last contact in " + words(patient.followed().last()));
    }
    return "Patient " + patient.id() + ": " + String.join("; ", parts) + ".";
  }

  private void values(PatientCourse patient, List<String> parts) {
    List<Double> values = patient.values().stream().map(Reading::value).sorted().toList();
    if (!values.isEmpty()) {
      parts.add(
          numbers.count(values.size())
              + (values.size() == 1 ? " value, " : " values from ")
              + number(values.getFirst())
              + (values.size() == 1 ? "" : " to " + number(values.getLast())));
    } else if (!timelines.frame().unit().isEmpty()) {
      parts.add("no values");
    }
  }

  private static String words(LocalDate day) {
    return TimeAxis.words(day);
  }
}
