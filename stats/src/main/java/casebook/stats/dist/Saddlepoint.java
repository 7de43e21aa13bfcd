// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

/// The parts of the saddle-point form of binomial and Poisson probabilities, which loses no digits
/// to differences of log factorials.
///
/// Source: Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
public final class Saddlepoint {
  private static final double HALF_LN_2PI = Math.log(2 * Math.PI) / 2;

  // Stirling's error of 0 (not used) to 15
  private static final double[] SMALL = {
    0.0,
    0.08106146679532726,
    0.0413406959554093,
    0.02767792568499834,
    0.020790672103765093,
    0.016644691189821193,
    0.013876128823070748,
    0.01189670994589177,
    0.010411265261972096,
    0.009255462182712733,
    0.00833056343336287,
    0.007573675487951841,
    0.00694284010720953,
    0.006408994188004207,
    0.0059513701127588475,
    0.005554733551962801
  };

  private Saddlepoint() {}

  /// Returns the error of Stirling's formula, ln n! - ln(sqrt(2 pi n) (n / e)^n).
  ///
  /// @param n a whole number above 0
  static double stirlingError(double n) {
    if (n < SMALL.length) {
      return SMALL[(int) n];
    }
    double s = 1 / (n * n);
    double tail = 1 / 1680.0 - s * (1 / 1188.0 - s * (691 / 360360.0 - s / 156.0));
    return (1 / 12.0 - s * (1 / 360.0 - s * (1 / 1260.0 - s * tail))) / n;
  }

  /// Returns ln sqrt(2 pi n).
  static double lnRoot(double n) {
    return HALF_LN_2PI + Math.log(n) / 2;
  }

  /// Returns o ln(o / e) - (o - e), which is at least 0.
  static double deviance(double observed, double expected) {
    return deviance(observed, expected, observed - expected);
  }

  /// Returns o ln(o / e) - (o - e), which is at least 0, without cancellation near o = e.
  ///
  /// @param observed o, at least 0
  /// @param expected e, above 0
  /// @param difference o - e, as exactly as the caller knows it
  public static double deviance(double observed, double expected, double difference) {
    double sum = observed + expected;
    if (observed == 0 || Math.abs(difference) >= 0.1 * sum) {
      double product = observed == 0 ? 0 : observed * Math.log(observed / expected);
      return Math.max(0, product - difference);
    }
    double v = difference / sum;
    double total = difference * v;
    double power = 2 * observed * v;
    for (int j = 3; j < 1000; j += 2) {
      power *= v * v;
      double next = total + power / j;
      if (next == total) {
        break;
      }
      total = next;
    }
    return total;
  }
}
