// SPDX-License-Identifier: Apache-2.0
package casebook.stats.result;

/// A confidence (or reference) interval on the natural scale of its estimate.
///
/// An unbounded side is `Double.NEGATIVE_INFINITY` or `Double.POSITIVE_INFINITY` (0 for the lower
/// side of a ratio); a limit is never NaN.
///
/// @param low lower limit
/// @param high upper limit, at least `low`
/// @param level confidence level, between 0 and 1, for example 0.95
public record Interval(double low, double high, double level) {
  public Interval {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
    if (!(low <= high)) {
      throw new IllegalArgumentException("low " + low + " is above high " + high);
    }
  }

  /// Says whether a value lies inside; both limits belong to the interval.
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /// Returns this interval on the exponential scale: log odds ratios become odds ratios.
  public Interval exp() {
    return new Interval(Math.exp(low), Math.exp(high), level);
  }
}
