// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.Normal;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.OptionalDouble;

/// Estimates with a standard error, an interval of z standard errors and the z test.
final class Wald {
  private Wald() {}

  /// Makes the effect of a ratio whose logarithm has a standard error.
  static Effect ratio(String method, double ratio, double standardError, double level) {
    double ln = Math.log(ratio);
    double half = Normal.ofLevel(level) * standardError;
    Interval interval = new Interval(Math.exp(ln - half), Math.exp(ln + half), level);
    return new Effect(
        method,
        new Estimate(ratio, interval),
        OptionalDouble.of(standardError),
        Normal.twoSided(ln / standardError));
  }

  /// Makes the effect of a difference with a standard error above 0.
  static Effect difference(String method, double value, double standardError, double level) {
    double half = Normal.ofLevel(level) * standardError;
    return new Effect(
        method,
        new Estimate(value, new Interval(value - half, value + half, level)),
        OptionalDouble.of(standardError),
        Normal.twoSided(value / standardError));
  }
}
