// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Follow-up that can end by one of several causes, such as relapse or death without relapse.
///
/// Times closer than rounding are tied, as in [Times].
public final class CompetingTimes {
  private final double[] time;
  private final int[] cause;

  /// Makes right-censored follow-up with causes.
  ///
  /// @param time length n, finite
  /// @param cause length n: 0 for censored, else the number of the cause, from 1
  public CompetingTimes(double[] time, int[] cause) {
    if (time.length != cause.length) {
      throw new IllegalArgumentException(time.length + " times, but " + cause.length + " causes");
    }
    for (int i = 0; i < time.length; i++) {
      if (!Double.isFinite(time[i]) || cause[i] < 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "time %s and cause %d in row %d: a finite time and a cause from 0",
                time[i],
                cause[i],
                i));
      }
    }
    this.time = time.clone();
    this.cause = cause.clone();
  }

  /// Returns the number of rows.
  public int size() {
    return time.length;
  }

  /// Returns the time of a row.
  public double time(int row) {
    return time[row];
  }

  /// Returns the cause of a row, 0 for censored.
  public int cause(int row) {
    return cause[row];
  }

  /// Returns the largest number of a cause.
  public int causes() {
    return Arrays.stream(cause).max().orElse(0);
  }

  /// Returns how many rows ended by a cause.
  public int events(int number) {
    return (int) Arrays.stream(cause).filter(c -> c == number).count();
  }

  /// Returns the follow-up to one cause, all others censored: for cause-specific hazards. Its
  /// Kaplan-Meier curve is not a probability of anything; use [CumulativeIncidence].
  ///
  /// @param number the cause, from 1
  public Times specific(int number) {
    return times(c -> c == number);
  }

  /// Returns the follow-up to the first event of any cause.
  public Times first() {
    return times(c -> c > 0);
  }

  private Times times(IntPredicate event) {
    boolean[] events = new boolean[cause.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = event.test(cause[i]);
    }
    return new Times(time, events);
  }

  /// Keeps the rows of one group.
  ///
  /// @param groups length n, group of each row
  /// @param group the group to keep
  public CompetingTimes select(int[] groups, int group) {
    Groups.check(groups, size());
    return select(IntStream.range(0, groups.length).filter(i -> groups[i] == group).toArray());
  }

  /// Keeps some rows.
  ///
  /// @param rows the rows to keep, from 0, in the order wanted
  public CompetingTimes select(int[] rows) {
    return new CompetingTimes(
        Arrays.stream(rows).mapToDouble(row -> time[row]).toArray(),
        Arrays.stream(rows).map(row -> cause[row]).toArray());
  }

  static void requireCause(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("cause " + number + "; causes count from 1");
    }
  }
}
