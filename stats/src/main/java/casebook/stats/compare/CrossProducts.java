// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.math.Sums;
import org.apache.commons.numbers.core.DD;

/// Sums of squares and products of pairs about their means, with twice the digits of a double.
///
/// @param n number of pairs
/// @param meanX mean of the first values
/// @param meanY mean of the second values
/// @param xx sum of squares of the first
/// @param yy sum of squares of the second
/// @param xy sum of products
record CrossProducts(int n, DD meanX, DD meanY, DD xx, DD yy, DD xy) {
  static CrossProducts of(double[] x, double[] y) {
    Pairs.require(x, y);
    int n = x.length;
    DD meanX = Sums.pair(x).divide(DD.of(n));
    DD meanY = Sums.pair(y).divide(DD.of(n));
    DD xx = DD.ZERO;
    DD yy = DD.ZERO;
    DD xy = DD.ZERO;
    for (int i = 0; i < n; i++) {
      DD dx = DD.of(x[i]).subtract(meanX);
      DD dy = DD.of(y[i]).subtract(meanY);
      xx = xx.add(dx.square());
      yy = yy.add(dy.square());
      xy = xy.add(dx.multiply(dy));
    }
    return new CrossProducts(n, meanX, meanY, xx, yy, xy);
  }

  boolean constant() {
    return !(xx.hi() > 0 && yy.hi() > 0);
  }

  /// Returns the correlation, between -1 and 1.
  double correlation() {
    return Math.clamp(xy.divide(xx.multiply(yy).sqrt()).doubleValue(), -1, 1);
  }

  /// Returns xx yy - xy^2, which is 0 when all pairs lie on a line.
  DD determinant() {
    DD value = xx.multiply(yy).subtract(xy.square());
    // what rounding leaves of nothing
    return value.hi() > 1e-28 * xx.hi() * yy.hi() ? value : DD.ZERO;
  }

  /// Returns t = r sqrt(df / (1 - r^2)); infinite when all pairs lie on a line.
  double t(double df) {
    DD rest = determinant();
    return rest.hi() > 0
        ? xy.divide(rest.sqrt()).doubleValue() * Math.sqrt(df)
        : Math.copySign(Double.POSITIVE_INFINITY, xy.hi());
  }
}
