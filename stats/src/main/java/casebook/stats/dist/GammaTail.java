// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import org.apache.commons.numbers.gamma.LogGamma;

/// Logarithms of the regularised incomplete gamma functions, for tails below the smallest double.
final class GammaTail {
  private GammaTail() {}

  /// Returns ln Q(a, x) for x far above a, by the continued fraction.
  ///
  /// Source: Press and others, Numerical Recipes, 3rd edition 2007, section 6.2 (modified Lentz).
  static double lnUpper(double a, double x) {
    if (x == Double.POSITIVE_INFINITY) {
      return Double.NEGATIVE_INFINITY;
    }
    double b = x + 1 - a;
    double c = 1e300;
    double d = 1 / b;
    double fraction = d;
    for (int i = 1; i < 10_000; i++) {
      double an = -i * (i - a);
      b += 2;
      d = 1 / (an * d + b);
      c = b + an / c;
      double change = d * c;
      fraction *= change;
      if (Math.abs(change - 1) < 1e-16) {
        break;
      }
    }
    return a * Math.log(x) - x - LogGamma.value(a) + Math.log(fraction);
  }

  /// Returns ln P(a, x) for x far below a, by the power series.
  static double lnLower(double a, double x) {
    if (x <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double term = 1;
    double sum = 1;
    for (int i = 1; i < 10_000 && term > 1e-17 * sum; i++) {
      term *= x / (a + i);
      sum += term;
    }
    return a * Math.log(x) - x - LogGamma.value(a + 1) + Math.log(sum);
  }
}
