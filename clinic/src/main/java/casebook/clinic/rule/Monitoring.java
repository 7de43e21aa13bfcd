// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.Treatment.LevelWindow;
import casebook.clinic.protocol.Treatment.MonitoringLine;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.Measured;
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
    Optional<String> level = protocol.treatment().level().map(LevelWindow::measure);
    boolean taken = now.dose().isPresent();
    if (taken) {
      return line.measures();
    }
    return line.measures().stream().filter(it -> level.filter(it::equals).isEmpty()).toList();
  }

  /// The day on which the last of all measures was taken most recently.
  private static Optional<LocalDate> done(List<String> measures, DoseOnDay now) {
    LocalDate done = now.day();
    for (String measure : measures) {
      Optional<Measured> latest = now.patient().latest(measure, now.day());
      if (latest.isEmpty()) {
        return Optional.empty();
      }
      done = latest.get().day().isBefore(done) ? latest.get().day() : done;
    }
    return Optional.of(done);
  }

  private static Advice due(
      VisitSchedule schedule, List<String> measures, Standing standing, DoseOnDay now) {
    MonitoringLine line = schedule.line();
    LocalDate opening = standing.visit().window().first();
    boolean coming = standing.status() == Status.COMING;
    List<String> missing =
        coming
            ? measures
            : measures.stream()
                .filter(it ->
                    now.patient()
                        .latest(it, now.day())
                        .filter(value -> !value.day().isBefore(opening))
                        .isEmpty())
                .toList();
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
