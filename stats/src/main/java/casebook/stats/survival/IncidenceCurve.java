// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.dist.Normal;
import casebook.stats.result.Interval;
import java.util.Arrays;
import java.util.Optional;

/// A cumulative incidence: a step function that rises at the times of its cause's events, made by
/// [CumulativeIncidence].
public final class IncidenceCurve {
  private final double level;
  private final CauseCounts counts;
  private final double[] time;
  private final double[] incidence;
  private final double[] variance;

  IncidenceCurve(
      double level,
      CauseCounts counts,
      int rows,
      double[] time,
      double[] incidence,
      double[] variance) {
    this.level = level;
    this.counts = counts;
    this.time = Arrays.copyOf(time, rows);
    this.incidence = Arrays.copyOf(incidence, rows);
    this.variance = Arrays.copyOf(variance, rows);
  }

  /// A cumulative incidence at one time.
  ///
  /// @param time the time asked for
  /// @param atRisk people without any event and under observation just before it
  /// @param incidence probability of an event from the cause up to it
  /// @param variance its variance
  /// @param interval log-log interval; absent before the first event
  public record Point(
      double time, int atRisk, double incidence, double variance, Optional<Interval> interval) {}

  /// Returns the number of distinct times with events of the cause.
  public int size() {
    return time.length;
  }

  /// Returns the time of a step.
  public double time(int row) {
    return time[row];
  }

  /// Returns the cumulative incidence from a step on.
  public double incidence(int row) {
    return incidence[row];
  }

  /// Returns the curve at a step.
  public Point point(int row) {
    return at(time[row]);
  }

  /// Reads the curve at a time; after the last step, that step holds.
  public Point at(double when) {
    int found = Arrays.binarySearch(time, when);
    int row = found >= 0 ? found : -found - 2;
    int next = 0;
    while (next < counts.size() && counts.time(next) < when) {
      next++;
    }
    int atRisk = next < counts.size() ? counts.atRisk(next) : 0;
    if (row < 0) {
      return new Point(when, atRisk, 0, 0, Optional.empty());
    }
    double f = incidence[row];
    double z = Normal.ofLevel(level);
    var interval = ConfidenceBand.LOG_LOG.interval(f, Math.sqrt(variance[row]) / f, z, level);
    return new Point(when, atRisk, f, variance[row], interval);
  }
}
