// SPDX-License-Identifier: Apache-2.0
package casebook.stats.result;

import java.util.Optional;

/// An estimate on its natural scale, with its interval where there is one.
///
/// @param value the point estimate; infinite only where the data say so (an empty cell), never NaN
/// @param interval its interval, empty where the data give none
public record Estimate(double value, Optional<Interval> interval) {
  public Estimate {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("an estimate that is not a number is an absent estimate");
    }
  }

  /// Makes an estimate with an interval.
  public Estimate(double value, Interval interval) {
    this(value, Optional.of(interval));
  }

  /// Makes an estimate without an interval.
  public static Estimate of(double value) {
    return new Estimate(value, Optional.empty());
  }
}
