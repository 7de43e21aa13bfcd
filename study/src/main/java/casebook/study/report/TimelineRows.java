// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.PatientCourse;
import casebook.study.finding.PatientCourse.Bar;
import casebook.study.finding.PatientCourse.Mark;
import casebook.study.finding.PatientCourse.Reading;
import casebook.study.finding.PatientCourse.Stretch;
import casebook.study.finding.TimelineFrame;
import casebook.study.report.style.Numbers;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a figure of patients draws, as rows of a file: one a value, a bar, a time in response, a
/// mark; at full precision.
///
/// @param timelines the patients
record TimelineRows(Timelines timelines) {
  private static final List<String> HEAD =
      List.of("patient", "what", "name", "day", "from", "until", "value", "unit", "note");

  /// The head and all rows.
  List<List<String>> all() {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    for (PatientCourse patient : timelines.patients()) {
      new Of(patient, timelines.frame(), rows).all();
    }
    return rows;
  }

  /// The rows of a patient.
  private record Of(PatientCourse patient, TimelineFrame frame, List<List<String>> rows) {
    void all() {
      for (Reading it : patient.values()) {
        value("value", frame.measured(), it, frame.unit());
      }
      for (Reading it : patient.levels()) {
        String name = frame.level().map(level -> level.label()).orElse("");
        value("level", name, it, frame.level().map(level -> level.unit()).orElse(""));
      }
      patient.bars().forEach(this::bar);
      for (Stretch it : patient.responses()) {
        String grade = it.complete() ? "complete" : "partial";
        row("response", grade, it.from(), it.to().toString(), "", "", goesOn(it.ongoing()));
      }
      for (Mark it : patient.marks()) {
        String kind = it.kind().name().toLowerCase(Locale.ROOT);
        row("mark", kind, it.day(), "", "", "", "");
      }
      row("mark", "last contact", patient.followed().last(), "", "", "", "");
    }

    private void value(String what, String name, Reading it, String unit) {
      String note = it.counted() ? "" : "not counted";
      row(what, name, it.day(), "", Numbers.exact(it.value()), unit, note);
    }

    private void bar(Bar bar) {
      String name = frame.lanes().get(bar.lane());
      String last = bar.last().toString();
      String note = goesOn(bar.ongoing());
      if (bar.dose().isEmpty()) {
        row("given", name, bar.from(), last, "", "", note);
        return;
      }
      PatientCourse.Dose dose = bar.dose().orElseThrow();
      row("given", name, bar.from(), last, Numbers.exact(dose.mg()), "mg/d", note);
      dose.mgPerKg()
          .ifPresent(
              perKg -> row("given", name, bar.from(), last, Numbers.exact(perKg), "mg/kg/d", note));
    }

    private static String goesOn(boolean ongoing) {
      return ongoing ? "goes on" : "";
    }

    private void row(
        String what,
        String name,
        LocalDate from,
        String until,
        String value,
        String unit,
        String note) {
      long day = ChronoUnit.DAYS.between(patient.followed().start(), from);
      rows.add(
          List.of(
              patient.id(),
              what,
              name,
              Long.toString(day),
              from.toString(),
              until,
              value,
              unit,
              note));
    }
  }
}
