// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Follow-up of each person: how long, and whether it ended with the event.
///
/// Somebody who enters late (left truncation, or a piece of a counting process) is at risk from
/// just after the entry up to and including the time: `(entry, time]`. Times that differ by less
/// than 1.5e-8 of their mean count as tied, so that 0.1 + 0.2 and 0.3 months are the same time.
public final class Times {
  private final double[] entry; // length 0: everybody is at risk from the beginning
  private final double[] time;
  private final boolean[] event;

  /// Makes right-censored follow-up.
  ///
  /// @param time length n, finite, in any unit; no value missing
  /// @param event length n; true: the event happened at `time`, false: censored then
  public Times(double[] time, boolean[] event) {
    this(new double[0], time.clone(), event.clone());
    for (int i = 0; i < time.length; i++) {
      if (!Double.isFinite(time[i])) {
        throw new IllegalArgumentException("time " + time[i] + " in row " + i + " is not finite");
      }
    }
  }

  private Times(double[] entry, double[] time, boolean[] event) {
    if (time.length != event.length) {
      throw new IllegalArgumentException(time.length + " times, but " + event.length + " events");
    }
    this.entry = entry;
    this.time = time;
    this.event = event;
  }

  /// Makes follow-up that begins late.
  ///
  /// @param entry length n, each below its time; `Double.NEGATIVE_INFINITY` for the beginning
  /// @param time length n, finite
  /// @param event length n
  public static Times entering(double[] entry, double[] time, boolean[] event) {
    Times plain = new Times(time, event);
    if (entry.length != time.length) {
      throw new IllegalArgumentException(entry.length + " entries, but " + time.length + " times");
    }
    for (int i = 0; i < entry.length; i++) {
      if (!(entry[i] < time[i])) {
        throw new IllegalArgumentException(
            "entry " + entry[i] + " in row " + i + " is not before the time " + time[i]);
      }
    }
    return new Times(entry.clone(), plain.time, plain.event);
  }

  /// Returns the number of rows.
  public int size() {
    return time.length;
  }

  /// Returns the number of events.
  public int events() {
    int count = 0;
    for (boolean happened : event) {
      count += happened ? 1 : 0;
    }
    return count;
  }

  /// Returns the time of a row.
  public double time(int row) {
    return time[row];
  }

  /// Says whether a row ends with the event.
  public boolean event(int row) {
    return event[row];
  }

  /// Returns the entry of a row; `Double.NEGATIVE_INFINITY` when it is at risk from the beginning.
  public double entry(int row) {
    return entry.length == 0 ? Double.NEGATIVE_INFINITY : entry[row];
  }

  /// Says whether entries were given.
  public boolean entersLate() {
    return entry.length > 0;
  }

  /// Exchanges events and censorings: the Kaplan-Meier curve of the result is that of the time
  /// under observation, whose median is the median follow-up.
  ///
  /// Source: Schemper and Smith, 1996, Controlled Clinical Trials 17:343-346.
  public Times reversed() {
    boolean[] other = new boolean[event.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = !event[i];
    }
    return new Times(entry, time, other);
  }

  /// Keeps some rows.
  ///
  /// @param rows the rows to keep, from 0, in the order wanted
  public Times select(int[] rows) {
    double[] times = new double[rows.length];
    boolean[] events = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      times[i] = time[rows[i]];
      events[i] = event[rows[i]];
    }
    double[] entries =
        entry.length == 0 ? entry : IntStream.of(rows).mapToDouble(row -> entry[row]).toArray();
    return new Times(entries, times, events);
  }

  /// Keeps the rows of one group.
  ///
  /// @param groups length n, group of each row
  /// @param group the group to keep
  public Times select(int[] groups, int group) {
    Groups.check(groups, size());
    return select(IntStream.range(0, groups.length).filter(i -> groups[i] == group).toArray());
  }

  /// Returns the times of the events, or of the censorings, unsorted.
  double[] timesWith(boolean happened) {
    double[] found = new double[time.length];
    int count = 0;
    for (int i = 0; i < time.length; i++) {
      if (event[i] == happened) {
        found[count++] = time[i];
      }
    }
    return Arrays.copyOf(found, count);
  }

  /// Returns a copy of the entries; empty when none were given.
  double[] entries() {
    return entry.clone();
  }
}
