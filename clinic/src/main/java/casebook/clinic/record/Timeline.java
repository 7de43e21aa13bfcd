// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.record;

import casebook.clinic.record.Event.Dose;
import casebook.clinic.record.Event.Measured;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
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
  private final Map<String, List<Measured>> measured = new HashMap<>();
  private final Map<String, List<Dose>> doses = new HashMap<>();
  private final Map<Class<?>, List<Event>> others = new HashMap<>();

  private Timeline(String patient, Facts facts, List<Event> sorted, List<Struck> struck) {
    this.patient = patient;
    this.facts = facts;
    this.events = List.copyOf(sorted);
    this.struck = List.copyOf(struck);
    for (Event event : events) {
      if (event instanceof Measured value) {
        measured.computeIfAbsent(value.name(), any -> new ArrayList<>()).add(value);
      } else if (event instanceof Dose dose) {
        doses.computeIfAbsent(dose.drug(), any -> new ArrayList<>()).add(dose);
      } else {
        others.computeIfAbsent(event.getClass(), any -> new ArrayList<>()).add(event);
      }
    }
    measured.replaceAll((name, all) -> Collections.unmodifiableList(all));
    doses.replaceAll((drug, all) -> Collections.unmodifiableList(all));
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
    sorted.sort(Comparator.comparing(Event::entry));
    return new Timeline(patient, facts, sorted, struck);
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
    List<Event> among = IN_PLACE.contains(kind) ? others.getOrDefault(kind, List.of()) : events;
    return among.isEmpty()
        ? List.of()
        : among.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// All values of a measurement, in the order of time.
  public List<Measured> values(String name) {
    return measured.getOrDefault(name, List.of());
  }

  /// The values from one day to another, both included.
  public List<Measured> between(String name, LocalDate from, LocalDate to) {
    List<Measured> all = measured.getOrDefault(name, List.of());
    int begin = after(all, from.minusDays(1));
    return all.subList(begin, Math.max(begin, after(all, to)));
  }

  /// The last value on or before a day.
  public Optional<Measured> latest(String name, LocalDate day) {
    List<Measured> all = measured.getOrDefault(name, List.of());
    int end = after(all, day);
    return end == 0 ? Optional.empty() : Optional.of(all.get(end - 1));
  }

  /// The last value on or before a day, if it is at most so many days old.
  ///
  /// @param days at least 0
  public Optional<Measured> latest(String name, LocalDate day, int days) {
    return latest(name, day).filter(value -> !value.day().isBefore(day.minusDays(days)));
  }

  /// The number of events up to the end of a day.
  private static int after(List<? extends Event> all, LocalDate day) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).day().isAfter(day)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// All doses of a drug, in the order of time.
  public List<Dose> doses(String drug) {
    return doses.getOrDefault(drug, List.of());
  }

  /// The dose in force on a day: the last that began on or before it, unless its last day is over
  /// or it is 0.
  public Optional<Dose> exposure(String drug, LocalDate day) {
    List<Dose> all = doses.getOrDefault(drug, List.of());
    int end = after(all, day);
    return end == 0
        ? Optional.empty()
        : Optional.of(all.get(end - 1))
            .filter(dose -> dose.on(day) && dose.mgPerDay().signum() > 0);
  }

  /// The first day with a dose above 0: where treatment starts.
  public Optional<LocalDate> start(String drug) {
    for (Dose dose : doses.getOrDefault(drug, List.of())) {
      if (dose.mgPerDay().signum() > 0) {
        return Optional.of(dose.day());
      }
    }
    return Optional.empty();
  }

  /// A day on which the daily dose became another.
  ///
  /// @param day the first day with the new dose
  /// @param from mg a day before; 0: none
  /// @param to mg a day from then on; 0: none
  /// @param dose the entry that says so: the new dose, or the one that ended
  public record DoseChange(LocalDate day, BigDecimal from, BigDecimal to, Dose dose) {}

  /// The days on which the daily dose became another: starts, changes, gaps and stops.
  public List<DoseChange> doseChanges(String drug) {
    List<DoseChange> changes = new ArrayList<>();
    List<Dose> all = doses.getOrDefault(drug, List.of());
    BigDecimal before = BigDecimal.ZERO;
    for (int i = 0; i < all.size(); i++) {
      Dose dose = all.get(i);
      Optional<LocalDate> next =
          i + 1 < all.size() ? Optional.of(all.get(i + 1).day()) : Optional.empty();
      boolean replaced = next.isPresent() && next.get().equals(dose.day());
      if (!replaced) {
        before = changed(changes, dose.day(), before, dose.mgPerDay(), dose);
        Optional<LocalDate> gap = dose.until().map(last -> last.plusDays(1));
        if (gap.isPresent() && (next.isEmpty() || gap.get().isBefore(next.get()))) {
          before = changed(changes, gap.get(), before, BigDecimal.ZERO, dose);
        }
      }
    }
    return List.copyOf(changes);
  }

  private static BigDecimal changed(
      List<DoseChange> changes, LocalDate day, BigDecimal from, BigDecimal to, Dose dose) {
    if (from.compareTo(to) != 0) {
      changes.add(new DoseChange(day, from, to, dose));
    }
    return to;
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
