// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.record;

import casebook.clinic.record.Event.Dose;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The doses of one drug of a patient, in the order of time.
public final class DoseSeries {
  private final String drug;
  private final List<Dose> doses;
  private final int[] from;

  /// The last day of each dose; before all days where it is 0.
  private final int[] last;

  private final Optional<LocalDate> start;
  private final List<DoseChange> changes;
  private final int[] changeDays;
  private final boolean stopped;

  DoseSeries(String drug, List<Dose> doses) {
    this.drug = drug;
    this.doses = List.copyOf(doses);
    from = new int[doses.size()];
    last = new int[doses.size()];
    Optional<LocalDate> first = Optional.empty();
    for (int i = 0; i < from.length; i++) {
      Dose dose = doses.get(i);
      boolean given = dose.mgPerDay().signum() > 0;
      from[i] = (int) dose.day().toEpochDay();
      last[i] = given ? lastDay(dose) : Integer.MIN_VALUE;
      first = first.isEmpty() && given ? Optional.of(dose.day()) : first;
    }
    start = first;
    changes = changes(this.doses);
    changeDays = new int[changes.size()];
    boolean none = false;
    for (int i = 0; i < changeDays.length; i++) {
      changeDays[i] = (int) changes.get(i).day().toEpochDay();
      none |= changes.get(i).to().signum() == 0;
    }
    stopped = none;
  }

  /// The drug.
  public String drug() {
    return drug;
  }

  /// All doses.
  public List<Dose> all() {
    return doses;
  }

  /// Which dose is in force on a day: the last that began on or before it, unless its last day is
  /// over or it is 0; -1: none.
  ///
  /// @param day counted from 1970-01-01
  public int inForce(long day) {
    int index = from.length - 1;
    while (index >= 0 && from[index] > day) {
      index--;
    }
    return index >= 0 && day <= last[index] ? index : -1;
  }

  /// The dose in force on a day.
  public Optional<Dose> on(LocalDate day) {
    int index = inForce(day.toEpochDay());
    return index < 0 ? Optional.empty() : Optional.of(doses.get(index));
  }

  /// The first day with a dose above 0: where treatment starts.
  public Optional<LocalDate> start() {
    return start;
  }

  private static int lastDay(Dose dose) {
    return dose.until().isEmpty() ? Integer.MAX_VALUE : (int) dose.until().get().toEpochDay();
  }

  /// The days on which the daily dose became another: starts, changes, gaps and stops.
  public List<DoseChange> changes() {
    return changes;
  }

  /// The last day on or before a day on which the daily dose became another, both counted from
  /// 1970-01-01; empty when there is none.
  public OptionalInt changed(long day) {
    int count = Series.until(changeDays, day);
    return count == 0 ? OptionalInt.empty() : OptionalInt.of(changeDays[count - 1]);
  }

  /// Says whether nothing was taken after a dose: a gap, or a stop.
  public boolean stopped() {
    return stopped;
  }

  private static List<DoseChange> changes(List<Dose> all) {
    List<DoseChange> changes = new ArrayList<>(all.size());
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
}
