// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dosing;

import java.util.List;

/// Levels taken within one interval between two doses, at steady state.
///
/// @param doses what the patient takes
/// @param samples the levels; may be empty
public record Occasion(TwiceDaily doses, List<Sample> samples) {
  public Occasion {
    samples = List.copyOf(samples);
  }

  /// Makes an occasion from its levels.
  public static Occasion of(TwiceDaily doses, Sample... samples) {
    return new Occasion(doses, List.of(samples));
  }

  /// One level.
  ///
  /// @param hours hours since the last dose, at least 0 and below 48; the next dose was taken after
  ///   the sample
  /// @param level measured concentration in whole blood, in ng/mL (= ug/L), above 0
  public record Sample(double hours, double level) {
    public Sample {
      requireHours(hours);
      if (!(level > 0 && level < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("the level is " + level + " ng/mL; it is above 0");
      }
    }
  }

  static void requireHours(double hours) {
    if (!(hours >= 0 && hours < 48)) {
      throw new IllegalArgumentException(hours + " hours since the dose; it is from 0 to below 48");
    }
  }
}
