// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.Normal;
import casebook.stats.result.Interval;
import java.util.Optional;

/// The interval of a correlation on the scale of Fisher's z = atanh r.
final class FisherInterval {
  private FisherInterval() {}

  /// Computes the interval; empty where the variance has no positive denominator.
  ///
  /// @param r between -1 and 1
  /// @param numerator of the variance of z
  /// @param denominator of the variance of z
  static Optional<Interval> of(double r, double numerator, double denominator, double level) {
    if (!(denominator > 0)) {
      return Optional.empty();
    }
    if (Math.abs(r) == 1) {
      return Optional.of(new Interval(r, r, level));
    }
    double z = 0.5 * (Math.log1p(r) - Math.log1p(-r));
    double half = Normal.ofLevel(level) * Math.sqrt(numerator / denominator);
    return Optional.of(new Interval(Math.tanh(z - half), Math.tanh(z + half), level));
  }

  static void requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }
}
