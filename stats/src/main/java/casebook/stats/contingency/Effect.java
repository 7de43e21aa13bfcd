// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.result.Estimate;
import casebook.stats.result.PValue;
import java.util.OptionalDouble;

/// An effect measure with its interval and the p-value of the same test: the interval excludes the
/// value of no effect exactly when the p-value is below one minus its level.
///
/// @param method the method as a paper would print it, such as "Woolf (Wald)"
/// @param estimate the estimate and its interval on the natural scale; a ratio may be infinite
/// @param standardError standard error where the method has one; of the logarithm for a ratio
/// @param p two-sided p-value of the test that the interval inverts, for no effect
public record Effect(String method, Estimate estimate, OptionalDouble standardError, PValue p) {
  /// Makes an effect whose method has no standard error.
  public Effect(String method, Estimate estimate, PValue p) {
    this(method, estimate, OptionalDouble.empty(), p);
  }

  /// Returns the lower limit.
  public double low() {
    return estimate.interval().orElseThrow().low();
  }

  /// Returns the upper limit.
  public double high() {
    return estimate.interval().orElseThrow().high();
  }
}
