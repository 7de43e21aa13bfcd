// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Treatment.MonitoringLine;
import casebook.clinic.protocol.Treatment.Phase;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.clinic.rule.Advice.Days;
import casebook.clinic.rule.Advice.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The days on which a line of the calendar asks for something.
///
/// Visits are counted from an anchor, never from the visit before, so that a late visit moves no
/// other. The first phase is anchored at the start of treatment, each later one at the end of the
/// one before, the phase of a stable remission at the day since which it has been stable. Months
/// are calendar months, clamped to the month's end: from 31 January they fall on 28 February and 31
/// March. A visit on the last day of a phase belongs to it: one week for a month from any day are
/// the days 7, 14, 21 and 28.
///
/// @param start the first day of treatment
/// @param line the line of the calendar
/// @param stableSince the day since which the remission has been stable; empty: it is not
public record VisitSchedule(LocalDate start, MonitoringLine line, Optional<LocalDate> stableSince) {

  /// A visit.
  ///
  /// @param due the day
  /// @param window the days that count
  public record Visit(LocalDate due, Days window) {}

  /// Where a day stands to the visit that concerns it.
  public record Standing(Visit visit, Status status) {}

  /// Tells which visit concerns a day, and whether it is coming, in its window, or overdue.
  ///
  /// It is the last visit whose window has begun. Once everything was measured on or after the
  /// first day of its window it is met, and the next one is coming; otherwise it is in its window
  /// until the last day of it, and overdue from then until the window of the next visit begins.
  ///
  /// @param today the day
  /// @param done the day on which the last of all that the line asks for was measured most
  ///   recently; empty: something never was
  /// @return empty where no visit concerns the day: none has begun, and none is coming
  public Optional<Standing> at(LocalDate today, Optional<LocalDate> done) {
    List<Segment> segments = segments();
    Optional<Visit> last = last(segments, today);
    if (last.isEmpty() || (done.isPresent() && !done.get().isBefore(opening(last.get())))) {
      return next(segments, today).map(visit -> new Standing(visit, Status.COMING));
    }
    boolean over = today.isAfter(last.get().window().last());
    return Optional.of(new Standing(last.get(), over ? Status.OVERDUE : Status.IN_WINDOW));
  }

  private static LocalDate opening(Visit visit) {
    return visit.window().first();
  }

  /// Returns the last visit whose window has begun on a day.
  public Optional<Visit> last(LocalDate today) {
    return last(segments(), today);
  }

  private static Optional<Visit> last(List<Segment> segments, LocalDate today) {
    for (int i = segments.size() - 1; i >= 0; i--) {
      Optional<Visit> last = segments.get(i).last(today);
      if (last.isPresent()) {
        return last;
      }
    }
    return Optional.empty();
  }

  /// Returns the first visit whose window has not begun on a day.
  public Optional<Visit> next(LocalDate today) {
    return next(segments(), today);
  }

  private static Optional<Visit> next(List<Segment> segments, LocalDate today) {
    for (Segment segment : segments) {
      Optional<Visit> next = segment.next(today);
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  private List<Segment> segments() {
    List<Segment> segments = new ArrayList<>(line.phases().size() + 1);
    Anchor anchor = new Anchor(start, 0);
    Optional<LocalDate> stable = line.stable().isPresent() ? stableSince : Optional.empty();
    for (Phase phase : line.phases()) {
      if (phase.lasting().isEmpty()) {
        segments.add(new Segment(anchor, phase, stable));
        break;
      }
      Anchor next = anchor.plus(phase.lasting().get());
      LocalDate end = next.day();
      boolean cut = stable.isPresent() && stable.get().isBefore(end);
      segments.add(new Segment(anchor, phase, cut ? stable : Optional.of(end)));
      anchor = next;
    }
    if (stable.isPresent()) {
      Anchor since = new Anchor(stable.get(), 0);
      segments.add(new Segment(since, line.stable().orElseThrow(), Optional.empty()));
    }
    return segments;
  }

  /// A day so many months after another: months add up before they are clamped.
  private record Anchor(LocalDate origin, int months) {
    LocalDate day() {
      return origin.plusMonths(months);
    }

    Anchor plus(Steps steps) {
      return plus(steps, 1);
    }

    Anchor plus(Steps steps, int times) {
      return switch (steps.unit()) {
        case DAYS, WEEKS -> new Anchor(steps.after(day(), times), 0);
        case MONTHS -> new Anchor(origin, months + times * steps.amount());
        case YEARS -> new Anchor(origin, months + 12 * times * steps.amount());
      };
    }
  }

  /// The visits of one phase.
  ///
  /// @param end the last day on which a visit of the phase is due
  private record Segment(Anchor anchor, Phase phase, Optional<LocalDate> end) {

    Optional<Visit> last(LocalDate today) {
      LocalDate reach = reach(today);
      int number = opened(endsBy(reach) ? end.get() : reach);
      return number > 0 ? Optional.of(visit(due(number))) : Optional.empty();
    }

    Optional<Visit> next(LocalDate today) {
      LocalDate reach = reach(today);
      if (endsBy(reach)) {
        return Optional.empty();
      }
      LocalDate due = due(opened(reach) + 1);
      return endsBy(due.minusDays(1)) ? Optional.empty() : Optional.of(visit(due));
    }

    private LocalDate reach(LocalDate today) {
      return today.plusDays(phase.window());
    }

    /// Says whether no visit after a day belongs to the phase.
    private boolean endsBy(LocalDate day) {
      return end.isPresent() && !end.get().isAfter(day);
    }

    private LocalDate due(int number) {
      return anchor.plus(phase.every(), number).day();
    }

    private Visit visit(LocalDate due) {
      return new Visit(due, new Days(due.minusDays(phase.window()), due.plusDays(phase.window())));
    }

    /// How many visits of the phase, had it no end, would be due by a day.
    private int opened(LocalDate reach) {
      LocalDate from = anchor.day();
      if (reach.isBefore(from)) {
        return 0;
      }
      int amount = phase.every().amount();
      long days = reach.toEpochDay() - from.toEpochDay();
      return switch (phase.every().unit()) {
        case DAYS -> (int) (days / amount);
        case WEEKS -> (int) (days / (7L * amount));
        case MONTHS -> opened(ChronoUnit.MONTHS.between(from, reach) / amount, reach);
        case YEARS -> opened(ChronoUnit.YEARS.between(from, reach) / amount, reach);
      };
    }

    /// A clamped month may be one more than the calendar counts, or than the anchor allows.
    private int opened(long counted, LocalDate reach) {
      int number = (int) counted + 1;
      while (due(number).isAfter(reach)) {
        number--;
      }
      return number;
    }
  }
}
