// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// An axis of measured values of any size, with equal distances for equal differences or for equal
/// ratios.
///
/// @param low one end; above 0 on a logarithmic axis
/// @param high the other end, above `low`
/// @param logarithmic whether equal ratios have equal distances
/// @param from where `low` lies on the drawing
/// @param to where `high` lies on the drawing
public record ValueAxis(double low, double high, boolean logarithmic, double from, double to) {
  private static final int MOST_TICKS = 8;
  private static final double MARGIN = 0.04;
  private static final double MOST_DIGITS = 300;

  /// An axis on which some values lie with a little room around them.
  public static ValueAxis of(DoubleStream values, boolean logarithmic, double from, double to) {
    double[] all = values.toArray();
    double low = DoubleStream.of(all).min().orElse(1);
    double high = DoubleStream.of(all).max().orElse(1);
    if (logarithmic) {
      double room = low < high ? Math.pow(high / low, MARGIN) : 1.5;
      return new ValueAxis(low / room, high * room, true, from, to);
    }
    double room = low < high ? (high - low) * MARGIN : Math.max(Math.abs(low), 1) / 2;
    return new ValueAxis(low - room, high + room, false, from, to);
  }

  /// Where a value lies on the drawing; beyond an end, the end.
  public double place(double value) {
    double share =
        logarithmic
            ? Math.log(Math.max(value, Double.MIN_NORMAL) / low) / Math.log(high / low)
            : (value - low) / (high - low);
    return from + Math.clamp(share, 0, 1) * (to - from);
  }

  /// The ticks to be labelled, at most eight.
  public List<Double> ticks() {
    List<Double> ticks = logarithmic ? logarithmicTicks() : List.of();
    return ticks.size() < 2 ? new LinearAxis(low, high, from, to).ticks() : ticks;
  }

  /// 1, 2 and 5 times the powers of ten where there is room for them, else powers of ten, else
  /// every second, third ... of them.
  private List<Double> logarithmicTicks() {
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    List<Double> all = new ArrayList<>();
    for (int power = first; power <= last; power++) {
      for (int digit : new int[] {1, 2, 5}) {
        add(all, digit, power);
      }
    }
    for (int step = 1; all.size() > MOST_TICKS && step < MOST_DIGITS; step++) {
      all.clear();
      for (int power = Math.floorDiv(first, step) * step; power <= last; power += step) {
        add(all, 1, power);
      }
    }
    return all;
  }

  private void add(List<Double> ticks, int digit, int power) {
    double tick = BigDecimal.valueOf(digit).scaleByPowerOfTen(power).doubleValue();
    if (low <= tick && tick <= high) {
      ticks.add(tick);
    }
  }
}
