// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// An axis of measured values with ticks at multiples of 1, 2 or 5 times a power of ten.
///
/// @param low left end
/// @param high right end, above `low`
/// @param from where it begins on the drawing
/// @param to where it ends on the drawing
public record LinearAxis(double low, double high, double from, double to) {
  private static final int MOST_TICKS = 8;

  public LinearAxis {
    if (!(low < high)) {
      throw new IllegalArgumentException("an axis from " + low + " to " + high);
    }
  }

  /// Where a value lies on the drawing; beyond an end, the end.
  public double x(double value) {
    return from + Math.clamp((value - low) / (high - low), 0, 1) * (to - from);
  }

  /// The ticks to be labelled, at most eight.
  public List<Double> ticks() {
    BigDecimal step = step();
    BigDecimal tick = multiple(low, step);
    List<Double> ticks = new ArrayList<>();
    while (tick.doubleValue() <= high) {
      if (tick.doubleValue() >= low) {
        ticks.add(tick.doubleValue());
      }
      tick = tick.add(step);
    }
    return ticks;
  }

  private static BigDecimal multiple(double value, BigDecimal step) {
    return BigDecimal.valueOf(Math.floor(value / step.doubleValue())).multiply(step);
  }

  private BigDecimal step() {
    int power = (int) Math.floor(Math.log10((high - low) / MOST_TICKS));
    for (int exponent = power; ; exponent++) {
      for (int digit : new int[] {1, 2, 5}) {
        BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
        if ((high - low) / step.doubleValue() < MOST_TICKS) {
          return step;
        }
      }
    }
  }
}
