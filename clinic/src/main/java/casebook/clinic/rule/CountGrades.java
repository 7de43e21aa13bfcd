// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Count;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.Measured;
import casebook.clinic.record.Timeline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Grades single counts by the definition of response: what doses and calendar need to know of the
/// response.
///
/// Bleeding and rescue count from the day after the count before to the day of the count. A count
/// whose grade hangs on a count before start that there is not, or on a value only known to lie
/// beyond a limit, has no grade.
final class CountGrades {
  private static final String RESCUE = "rescue";

  private final ResponseDefinition definition;
  private final Timeline patient;
  private final LocalDate start;
  private final Optional<BigDecimal> baseline;
  private final List<LocalDate> bleeding = new ArrayList<>();
  private final List<LocalDate> rescue = new ArrayList<>();

  private CountGrades(ResponseDefinition definition, Timeline patient, LocalDate start) {
    this.definition = definition;
    this.patient = patient;
    this.start = start;
    baseline =
        patient
            .latest(definition.measure(), start)
            .filter(it -> it.quantity().exact())
            .map(Measured::value);
    for (Event event : patient.events()) {
      if (event instanceof Event.Bleeding) {
        bleeding.add(event.day());
      } else if (event instanceof Event.CoMedication it && it.name().equalsIgnoreCase(RESCUE)) {
        rescue.add(event.day());
      }
    }
  }

  static Optional<CountGrades> of(Protocol protocol, DoseOnDay now) {
    return protocol
        .response()
        .flatMap(definition ->
            now.start().map(start -> new CountGrades(definition, now.patient(), start)));
  }

  /// The counts since start, in the order of time.
  List<Measured> counts() {
    return patient.values(definition.measure()).stream()
        .filter(it -> it.day().isAfter(start))
        .toList();
  }

  /// Says whether a count is a response; empty where that cannot be told.
  Optional<Boolean> responds(Measured count) {
    if (!count.quantity().exact()) {
      return Optional.empty();
    }
    LocalDate before =
        patient
            .latest(definition.measure(), count.day().minusDays(1))
            .map(Measured::day)
            .orElse(LocalDate.MIN);
    Count seen =
        new Count(
            count.value(),
            baseline,
            anyOf(bleeding, before, count.day()),
            anyOf(rescue, before, count.day()));
    return definition.grade(seen).map(it -> it != Response.NONE);
  }

  /// Says whether one of some days lies after a day and on or before another.
  private static boolean anyOf(List<LocalDate> days, LocalDate after, LocalDate until) {
    return days.stream().anyMatch(day -> day.isAfter(after) && !day.isAfter(until));
  }

  /// The day since which the remission has been stable: the first count on which every count over
  /// the declared time, two at least, had been a response. Empty while it is not.
  Optional<LocalDate> stableSince() {
    if (definition.course().stableRemission().isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> first = Optional.empty();
    Optional<LocalDate> stable = Optional.empty();
    for (Measured count : counts()) {
      if (!responds(count).orElse(false)) {
        first = Optional.empty();
        stable = Optional.empty();
      } else if (first.isEmpty()) {
        first = Optional.of(count.day());
      } else if (stable.isEmpty()) {
        LocalDate reached = definition.course().stableRemission().get().after(first.get(), 1);
        stable = Optional.of(count.day()).filter(day -> !day.isBefore(reached));
      }
    }
    return stable;
  }
}
