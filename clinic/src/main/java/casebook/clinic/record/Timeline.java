// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.record;

import casebook.clinic.record.Event.Dose;
import casebook.clinic.record.Event.Measured;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All that is known of one patient, in the order of time: by day, then by time on the clock, then
/// by line. Immutable; a question about a day never looks beyond that day.
public final class Timeline {
  /// The kinds of events that are kept apart: few patients have many of them, and rules ask often.
  private static final Set<Class<?>> IN_PLACE =
      Set.of(
          Event.CoMedication.class,
          Event.Bleeding.class,
          Event.Complication.class,
          Event.Procedure.class,
          Event.Death.class,
          Event.Contact.class);

  private final String patient;
  private final Facts facts;
  private final List<Event> events;
  private final List<Struck> struck;
  private final Series[] measured;
  private final DoseSeries[] doses;
  private final Map<Class<?>, List<Event>> others;

  private Timeline(String patient, Facts facts, List<Event> sorted, List<Struck> struck) {
    this.patient = patient;
    this.facts = facts;
    this.events = sorted;
    this.struck = struck;
    Grouping grouping = new Grouping();
    for (int i = 0; i < sorted.size(); i++) {
      grouping.add(sorted.get(i));
    }
    measured = grouping.measured();
    doses = grouping.doses();
    others = grouping.others();
  }

  /// Makes a timeline.
  ///
  /// @param patient the patient's id
  /// @param facts what does not change
  /// @param events in any order
  /// @param struck events that were struck
  public static Timeline of(
      String patient, Facts facts, Collection<? extends Event> events, List<Struck> struck) {
    List<Event> sorted = new ArrayList<>(events);
    if (!inOrder(sorted)) {
      sorted.sort(Comparator.comparing(Event::entry));
    }
    return new Timeline(patient, facts, Collections.unmodifiableList(sorted), List.copyOf(struck));
  }

  /// Makes a timeline without sorting.
  ///
  /// @param events in the order of time; not to be changed afterwards
  public static Timeline inOrder(String patient, Facts facts, List<Event> events) {
    return new Timeline(patient, facts, Collections.unmodifiableList(events), List.of());
  }

  private static boolean inOrder(List<Event> events) {
    for (int i = 1; i < events.size(); i++) {
      if (events.get(i - 1).entry().compareTo(events.get(i).entry()) > 0) {
        return false;
      }
    }
    return true;
  }

  private Timeline(Timeline other, Facts facts) {
    patient = other.patient;
    this.facts = facts;
    events = other.events;
    struck = other.struck;
    measured = other.measured;
    doses = other.doses;
    others = other.others;
  }

  /// The same patient with other facts.
  public Timeline with(Facts other) {
    return new Timeline(this, other);
  }

  /// A patient of whom only events are known.
  public static Timeline of(String patient, Event... events) {
    return of(patient, Facts.none(), List.of(events), List.of());
  }

  /// The patient's id.
  public String patient() {
    return patient;
  }

  /// What does not change.
  public Facts facts() {
    return facts;
  }

  /// All events, in the order of time.
  public List<Event> events() {
    return events;
  }

  /// The events that were struck; they are in no other list.
  public List<Struck> struck() {
    return struck;
  }

  /// What had happened by the end of a day: the same patient without later events.
  public Timeline until(LocalDate day) {
    int end = events.size();
    while (end > 0 && events.get(end - 1).day().isAfter(day)) {
      end--;
    }
    return end == events.size()
        ? this
        : new Timeline(patient, facts, events.subList(0, end), struck);
  }

  /// The events of one kind, in the order of time.
  public <E extends Event> List<E> all(Class<E> kind) {
    boolean apart = IN_PLACE.contains(kind);
    if (apart && others.isEmpty()) {
      return List.of();
    }
    List<Event> among = apart ? others.getOrDefault(kind, List.of()) : events;
    return among.isEmpty()
        ? List.of()
        : among.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// A measurement over time.
  public Series series(String name) {
    for (Series series : measured) {
      if (Series.same(series.name(), name)) {
        return series;
      }
    }
    return Series.none(name);
  }

  /// The doses of a drug over time.
  public DoseSeries dosing(String drug) {
    for (DoseSeries series : doses) {
      if (Series.same(series.drug(), drug)) {
        return series;
      }
    }
    return new DoseSeries(drug, List.of());
  }

  /// All values of a measurement, in the order of time.
  public List<Measured> values(String name) {
    return series(name).all();
  }

  /// The values from one day to another, both included.
  public List<Measured> between(String name, LocalDate from, LocalDate to) {
    return series(name).between(from, to);
  }

  /// The last value on or before a day.
  public Optional<Measured> latest(String name, LocalDate day) {
    Series series = series(name);
    int end = series.until(day.toEpochDay());
    return end == 0 ? Optional.empty() : Optional.of(series.get(end - 1));
  }

  /// The last value on or before a day, if it is at most so many days old.
  ///
  /// @param days at least 0
  public Optional<Measured> latest(String name, LocalDate day, int days) {
    return latest(name, day).filter(value -> !value.day().isBefore(day.minusDays(days)));
  }

  /// All doses of a drug, in the order of time.
  public List<Dose> doses(String drug) {
    return dosing(drug).all();
  }

  /// The dose in force on a day: the last that began on or before it, unless its last day is over
  /// or it is 0.
  public Optional<Dose> exposure(String drug, LocalDate day) {
    return dosing(drug).on(day);
  }

  /// The first day with a dose above 0: where treatment starts.
  public Optional<LocalDate> start(String drug) {
    return dosing(drug).start();
  }

  /// The days on which the daily dose became another: starts, changes, gaps and stops.
  public List<DoseChange> doseChanges(String drug) {
    return dosing(drug).changes();
  }

  /// The death, if the patient has died.
  public Optional<Event.Death> death() {
    List<Event.Death> deaths = all(Event.Death.class);
    return deaths.isEmpty() ? Optional.empty() : Optional.of(deaths.getFirst());
  }

  /// The last day on which anything is known of the patient: the day of the last event of any kind.
  public Optional<LocalDate> lastContact() {
    return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast().day());
  }
}
