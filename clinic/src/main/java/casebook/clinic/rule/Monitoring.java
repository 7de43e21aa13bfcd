// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.Treatment.LevelWindow;
import casebook.clinic.protocol.Treatment.MonitoringLine;
import casebook.clinic.record.Event;
import casebook.clinic.record.Series;
import casebook.clinic.response.ResponseCourse;
import casebook.clinic.rule.Advice.Because;
import casebook.clinic.rule.Advice.Status;
import casebook.clinic.rule.VisitSchedule.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The calendar of the protocol: for each line the visit that concerns the day ([VisitSchedule]),
/// with what is still to be measured. While the drug is not taken no level of it is asked for.
public record Monitoring() implements Rule {
  @Override
  public List<Advice> advise(PatientDay day) {
    DoseOnDay now = day.now();
    Protocol protocol = day.protocol();
    if (now.start().isEmpty()) {
      return List.of();
    }
    Optional<LocalDate> stable = day.response().flatMap(ResponseCourse::stableSince);
    List<Advice> advice = new ArrayList<>();
    for (MonitoringLine line : protocol.treatment().monitoring()) {
      VisitSchedule schedule = new VisitSchedule(now.start().get(), line, stable);
      List<String> measures = measures(protocol, line, now);
      if (!measures.isEmpty()) {
        schedule
            .at(now.day(), done(measures, now))
            .ifPresent(it -> advice.add(due(schedule, measures, it, now)));
      }
    }
    return advice;
  }

  private static List<String> measures(Protocol protocol, MonitoringLine line, DoseOnDay now) {
    if (now.dose().isPresent()) {
      return line.measures();
    }
    Optional<String> level = protocol.treatment().level().map(LevelWindow::measure);
    return line.measures().stream().filter(it -> level.filter(it::equals).isEmpty()).toList();
  }

  /// The day on which the last of all measures was taken most recently.
  private static Optional<LocalDate> done(List<String> measures, DoseOnDay now) {
    long done = now.day().toEpochDay();
    for (String measure : measures) {
      Series series = now.patient().series(measure);
      int count = series.until(now.day().toEpochDay());
      if (count == 0) {
        return Optional.empty();
      }
      done = Math.min(done, series.day(count - 1));
    }
    return Optional.of(LocalDate.ofEpochDay(done));
  }

  private static Advice due(
      VisitSchedule schedule, List<String> measures, Standing standing, DoseOnDay now) {
    MonitoringLine line = schedule.line();
    LocalDate opening = standing.visit().window().first();
    List<String> missing =
        standing.status() == Status.COMING ? measures : missing(measures, opening, now);
    return new Advice.TestDue(
        line.name(),
        missing,
        standing.visit().due(),
        standing.visit().window(),
        standing.status(),
        new Because(
            line.at(),
            () -> facts(missing, now),
            () -> sentence(schedule, missing, standing, now)));
  }

  /// What was not measured from the opening of the window on.
  private static List<String> missing(List<String> measures, LocalDate opening, DoseOnDay now) {
    List<String> missing = new ArrayList<>();
    for (String measure : measures) {
      Series series = now.patient().series(measure);
      int count = series.until(now.day().toEpochDay());
      if (count == 0 || series.day(count - 1) < opening.toEpochDay()) {
        missing.add(measure);
      }
    }
    return missing;
  }

  private static List<Event> facts(List<String> missing, DoseOnDay now) {
    List<Event> facts = new ArrayList<>();
    for (String measure : missing) {
      now.patient().latest(measure, now.day()).ifPresent(facts::add);
    }
    return facts;
  }

  private static String sentence(
      VisitSchedule schedule, List<String> missing, Standing standing, DoseOnDay now) {
    String since =
        schedule.line().stable().isPresent()
            ? schedule
                .stableSince()
                .map(day -> "stable remission since " + day)
                .orElse("no stable remission")
            : "the same for ever";
    String state =
        switch (standing.status()) {
          case COMING -> "is due";
          case IN_WINDOW -> "is in its window";
          case OVERDUE -> "is overdue";
        };
    return schedule.line().name()
        + ": "
        + String.join(", ", missing)
        + " "
        + state
        + " ("
        + standing.visit().due()
        + ", counted from "
        + schedule.start()
        + "; "
        + standing.visit().window().first()
        + " to "
        + standing.visit().window().last()
        + " count; "
        + since
        + "; today is "
        + now.day()
        + ").";
  }
}
