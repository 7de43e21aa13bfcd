// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import org.apache.commons.numbers.gamma.LogBeta;

/// Logarithm of the regularised incomplete beta function, for tails below the smallest double.
final class BetaTail {
  private static final double TOO_SMALL = 1e-300;

  private BetaTail() {}

  /// Returns ln I_x(a, b) for x well below a / (a + b), by the continued fraction.
  ///
  /// Source: Press and others, Numerical Recipes, 3rd edition 2007, section 6.4 (modified Lentz).
  ///
  /// @param y 1 - x, as exactly as the caller knows it
  static double ln(double a, double b, double x, double y) {
    if (x <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return a * Math.log(x)
        + b * Math.log(y)
        - Math.log(a)
        - LogBeta.value(a, b)
        + Math.log(fraction(a, b, x));
  }

  private static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double h = d;
    for (int m = 1; m < 10_000; m++) {
      double even = m * (b - m) * x / ((a + 2.0 * m - 1) * (a + 2.0 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      double change = d * c;
      h *= change;
      if (Math.abs(change - 1) < 1e-16) {
        break;
      }
    }
    return h;
  }

  private static double away(double value) {
    return Math.abs(value) < TOO_SMALL ? TOO_SMALL : value;
  }
}
