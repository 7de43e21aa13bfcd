// SPDX-License-Identifier: Apache-2.0
package casebook.stats.describe;

import casebook.stats.math.Sums;
import casebook.stats.result.Answer;
import org.apache.commons.numbers.core.DD;

/// The correlation of a series with itself, some steps later.
///
/// r(k) = sum over i of (x(i) - m)(x(i - k) - m) / sum over all i of (x(i) - m)^2, with m the mean
/// of the whole series. Equals: `acf` (R 4.2); the certified values of the NIST StRD univariate
/// sets.
///
/// @param lag the number of steps k, at least 1
public record Autocorrelation(int lag) {
  public Autocorrelation {
    if (lag < 1) {
      throw new IllegalArgumentException("lag " + lag + " is below 1");
    }
  }

  /// Makes the correlation of each value with the one before it.
  public static Autocorrelation standard() {
    return new Autocorrelation(1);
  }

  /// Computes the autocorrelation of a series.
  ///
  /// @param series in the order of time, each finite
  /// @return the correlation, or the reason when the series is not longer than the lag or constant
  public Answer<Double> of(double[] series) {
    if (series.length <= lag) {
      return Answer.none("the series is not longer than the lag");
    }
    DD mean = Sums.pair(series).divide(DD.of(series.length));
    DD products = DD.ZERO;
    DD squares = DD.ZERO;
    for (int i = 0; i < series.length; i++) {
      DD deviation = DD.of(series[i]).subtract(mean);
      squares = squares.add(deviation.square());
      if (i >= lag) {
        products = products.add(deviation.multiply(DD.of(series[i - lag]).subtract(mean)));
      }
    }
    return squares.hi() > 0
        ? Answer.of(products.divide(squares).doubleValue())
        : Answer.none("all values are equal");
  }
}
