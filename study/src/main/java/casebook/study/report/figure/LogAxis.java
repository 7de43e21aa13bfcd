// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.List;
import java.util.stream.DoubleStream;

/// A logarithmic axis of ratios with ticks at 1, 2 and 5 times the powers of ten.
///
/// @param low left end
/// @param high right end
/// @param from where it begins on the drawing
/// @param to where it ends on the drawing
public record LogAxis(double low, double high, double from, double to) {
  private static final double[] TICKS = {
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000
  };

  /// The axis reaches as far as limits do, but not beyond these unless an estimate lies there.
  private static final double LEAST = 0.05;

  private static final double MOST = 50;

  /// An axis for estimates: 1 and every estimate lie on it, and limits as far as is sensible.
  public static LogAxis of(List<Estimate> estimates, double from, double to) {
    double low = 0.5;
    double high = 2;
    for (Estimate estimate : estimates) {
      DoubleStream limits = estimate.interval().map(LogAxis::limits).orElse(DoubleStream.empty());
      for (double limit : limits.toArray()) {
        low = Math.min(low, Math.max(limit, LEAST));
        high = Math.max(high, Math.min(limit, MOST));
      }
      if (estimate.value() > 0 && Double.isFinite(estimate.value())) {
        low = Math.min(low, estimate.value() / 1.1);
        high = Math.max(high, estimate.value() * 1.1);
      }
    }
    return new LogAxis(below(low), above(high), from, to);
  }

  private static DoubleStream limits(Interval interval) {
    return DoubleStream.of(interval.low(), interval.high()).filter(l -> l > 0);
  }

  private static double below(double value) {
    double found = TICKS[0];
    for (double tick : TICKS) {
      found = tick <= value ? tick : found;
    }
    return found;
  }

  private static double above(double value) {
    for (double tick : TICKS) {
      if (tick >= value) {
        return tick;
      }
    }
    return TICKS[TICKS.length - 1];
  }

  /// The ticks to be labelled; at most eight, so that their labels do not meet.
  public List<Double> ticks() {
    List<Double> all = DoubleStream.of(TICKS).filter(t -> t >= low && t <= high).boxed().toList();
    if (all.size() <= 8) {
      return all;
    }
    return all.stream().filter(t -> powerOfTen(t)).toList();
  }

  private static boolean powerOfTen(double tick) {
    double log = Math.log10(tick);
    return Math.abs(log - Math.rint(log)) < 1e-9;
  }

  /// Where a ratio lies on the drawing; beyond an end, the end.
  public double x(double ratio) {
    double share = Math.log(Math.max(ratio, Double.MIN_NORMAL) / low) / Math.log(high / low);
    return from + Math.clamp(share, 0, 1) * (to - from);
  }
}
