// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.math.Sums;
import org.apache.commons.numbers.core.DD;

/// Mean and squares of one group, with twice the digits of a double: what every comparison of means
/// is made of.
///
/// @param n number of values, at least 1
/// @param mean their mean
/// @param squares sum of squared distances from the mean
record Sample(int n, DD mean, DD squares) {
  static Sample of(double[] values) {
    DD mean = Sums.pair(values).divide(DD.of(values.length));
    DD squares = DD.ZERO;
    for (double value : values) {
      squares = squares.add(DD.of(value).subtract(mean).square());
    }
    return new Sample(values.length, mean, squares);
  }

  /// Returns the variance with divisor n - 1; 0 for one value.
  double variance() {
    return n == 1 ? 0 : squares.divide(DD.of(n - 1)).doubleValue();
  }

  double minus(Sample other) {
    return mean.subtract(other.mean).doubleValue();
  }
}
