// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.study.finding.Address;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.Method;
import casebook.study.finding.PatientCourse;
import casebook.study.finding.PatientCourse.Bar;
import casebook.study.finding.PatientCourse.Dose;
import casebook.study.finding.PatientCourse.Followed;
import casebook.study.finding.PatientCourse.Mark;
import casebook.study.finding.PatientCourse.Reading;
import casebook.study.finding.PatientCourse.Stretch;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.TimelineFrame;
import casebook.study.finding.TimelineFrame.Axes;
import casebook.study.finding.TimelineFrame.Kind;
import casebook.study.finding.TimelineFrame.Level;
import casebook.study.finding.TimelineFrame.Range;
import casebook.study.finding.TimelineFrame.Threshold;
import casebook.study.problem.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Patients made up for the figures that draw them one by one: no two alike, some with gaps in
/// treatment, other drugs, a relapse, a death.
public final class Patients {
  private static final LocalDate BEGIN = LocalDate.of(1994, 4, 1);

  private Patients() {}

  /// A course of so many patients, numbered from 1.
  public static Timelines course(int patients, Axes axes) {
    List<PatientCourse> all = new ArrayList<>();
    for (int i = 1; i <= patients; i++) {
      all.add(patient(i));
    }
    return of(Kind.COURSE, axes, all);
  }

  /// A swimmer of so many patients.
  public static Timelines swimmer(int patients) {
    return of(Kind.SWIMMER, new Axes(false, false), course(patients, calendar()).patients());
  }

  static Axes calendar() {
    return new Axes(true, false);
  }

  /// A figure of given patients.
  public static Timelines of(Kind kind, Axes axes, List<PatientCourse> patients) {
    return new Timelines(
        new Heading(
            Address.of("course", "platelets"),
            "Course of platelets in each patient",
            Span.ofLine("study.yaml", 9),
            false,
            List.of("Of: responders."),
            List.of()),
        new TimelineFrame(
            kind,
            "platelets",
            "×10⁹/L",
            Optional.of(new Range(150, 400)),
            List.of(
                new Threshold(30, "relapse"),
                new Threshold(80, "partial"),
                new Threshold(150, "complete")),
            List.of("cyclosporine", "felodipine"),
            Optional.of(new Level("cyclosporine level", "ng/mL", Optional.of(new Range(200, 400)))),
            axes),
        patients,
        List.of(number("patients", patients.size()), number("relapse", 1)));
  }

  static Statistic number(String slug, int value) {
    return new Statistic(
        Address.of("course", "platelets", slug),
        slug,
        Optional.of(Estimate.of(value)),
        Optional.empty(),
        "",
        new Method("count", "", "", "", ""),
        new Statistic.Basis(
            Map.of(), Rows.all(value), Span.ofLine("study.yaml", 9), List.of(), List.of()),
        "");
  }

  /// A patient who was treated for a day and of whom nothing else is known.
  static PatientCourse bare(String id, boolean died) {
    return new PatientCourse(
        id,
        number("row " + id, 0),
        new Followed(BEGIN, BEGIN, died),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        died ? List.of(new Mark(Mark.Kind.DEATH, BEGIN, OptionalDouble.empty())) : List.of());
  }

  private static PatientCourse patient(int number) {
    LocalDate start = BEGIN.plusDays(number * 97L % 1500);
    LocalDate last = start.plusDays(400 + number * 313L % 3000);
    boolean died = number % 7 == 3;
    List<Reading> values = new ArrayList<>();
    List<Reading> levels = new ArrayList<>();
    for (int i = 0; !start.plusDays(i * 61L - 5).isAfter(last); i++) {
      double value = i < 2 ? 15 + number % 10 : 90 + (i * 37 + number * 11) % 130;
      values.add(new Reading(start.plusDays(i * 61L - 5), value, i != 6));
      levels.add(new Reading(start.plusDays(i * 61L), 180 + (i * 53) % 240, true));
    }
    List<Bar> bars = new ArrayList<>();
    LocalDate stop = start.plusDays(200);
    bars.add(bar(start, start.plusDays(5), 5, false));
    bars.add(bar(start.plusDays(6), stop, 2.7, false));
    bars.add(bar(stop.plusDays(60), last, 2.5, !died));
    if (number % 3 == 0) {
      bars.add(new Bar(1, start.plusDays(100), last, !died, Optional.empty()));
      bars.add(new Bar(1, start.plusDays(10), start.plusDays(30), false, Optional.empty()));
    }
    List<Mark> marks = new ArrayList<>();
    mark(marks, Mark.Kind.START, start, OptionalDouble.empty());
    mark(marks, Mark.Kind.RESPONSE, start.plusDays(117), OptionalDouble.of(160));
    mark(marks, Mark.Kind.STOPPED, stop.plusDays(1), OptionalDouble.empty());
    mark(marks, Mark.Kind.LOST, stop.plusDays(30), OptionalDouble.of(60));
    mark(marks, Mark.Kind.RELAPSE, stop.plusDays(40), OptionalDouble.of(20));
    mark(marks, Mark.Kind.RESTARTED, stop.plusDays(60), OptionalDouble.empty());
    if (died) {
      mark(marks, Mark.Kind.DEATH, last, OptionalDouble.empty());
    }
    return new PatientCourse(
        Integer.toString(number),
        number("row " + number, values.size()),
        new Followed(start, last, died),
        values,
        levels,
        bars,
        List.of(
            new Stretch(start.plusDays(117), stop.plusDays(30), true, false),
            new Stretch(stop.plusDays(80), last, false, !died)),
        marks);
  }

  private static Bar bar(LocalDate from, LocalDate last, double perKg, boolean ongoing) {
    Dose dose = new Dose(70 * perKg, OptionalDouble.of(perKg));
    return new Bar(0, from, last, ongoing, Optional.of(dose));
  }

  private static void mark(List<Mark> marks, Mark.Kind kind, LocalDate day, OptionalDouble value) {
    marks.add(new Mark(kind, day, value));
  }
}
