// SPDX-License-Identifier: Apache-2.0
package casebook.stats.describe;

import casebook.stats.math.Sums;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.core.DD;

/// Mean, spread and shape of a sample, each correct to the last digits of a double.
///
/// The sum is exact; deviations from the mean and their powers are carried with twice the digits of
/// a double, so that a large common offset costs nothing. Equals: the certified values of the NIST
/// StRD univariate sets for the doubles read, to 15 digits.
///
/// @param n number of values, at least 1
/// @param sum their sum, rounded once
/// @param mean arithmetic mean
/// @param standardDeviation with divisor n - 1; empty when n is 1
/// @param skewness g1 = m3 / m2^(3/2) from the central moments m with divisor n; empty when all
///   values are equal
/// @param excessKurtosis g2 = m4 / m2^2 - 3; empty when all values are equal
public record Moments(
    int n,
    double sum,
    double mean,
    OptionalDouble standardDeviation,
    OptionalDouble skewness,
    OptionalDouble excessKurtosis) {

  /// Computes the moments.
  ///
  /// @param values length at least 1, each finite
  /// @throws IllegalArgumentException when there are no values or one is not finite
  public static Moments of(double[] values) {
    int n = values.length;
    if (n == 0) {
      throw new IllegalArgumentException("there are 0 values; moments need at least 1");
    }
    // deviations are scaled by a power of two, so that their fourth powers stay in range
    int exponent = scale(values);
    DD sum = Sums.pair(values);
    DD mean = sum.divide(DD.of(n));
    DD m2 = DD.ZERO;
    DD m3 = DD.ZERO;
    DD m4 = DD.ZERO;
    for (double value : values) {
      DD deviation = DD.of(value).subtract(mean).scalb(-exponent);
      DD square = deviation.square();
      m2 = m2.add(square);
      m3 = m3.add(square.multiply(deviation));
      m4 = m4.add(square.square());
    }
    OptionalDouble deviation =
        n == 1
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.scalb(m2.divide(DD.of(n - 1)).sqrt().doubleValue(), exponent));
    if (!(m2.hi() > 0) || n == 1) {
      return new Moments(
          n, sum.hi(), mean.hi(), deviation, OptionalDouble.empty(), OptionalDouble.empty());
    }
    DD size = DD.of(n);
    DD variance = m2.divide(size);
    DD skewness = m3.divide(size).divide(variance.multiply(variance.sqrt()));
    DD kurtosis = m4.divide(size).divide(variance.square()).subtract(3);
    return new Moments(
        n,
        sum.hi(),
        mean.hi(),
        deviation,
        OptionalDouble.of(skewness.doubleValue()),
        OptionalDouble.of(kurtosis.doubleValue()));
  }

  // the exponent of the widest distance, 0 in the ordinary range
  private static int scale(double[] values) {
    double low = values[0];
    double high = values[0];
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    int exponent = high > low ? Math.getExponent(high / 2 - low / 2) : 0;
    return Math.abs(exponent) > 200 ? exponent : 0;
  }

  /// Returns the variance with divisor n - 1; empty when n is 1.
  public OptionalDouble variance() {
    return map(standardDeviation, deviation -> deviation * deviation);
  }

  /// Returns the standard error of the mean; empty when n is 1.
  public OptionalDouble standardError() {
    return map(standardDeviation, deviation -> deviation / Math.sqrt(n));
  }

  /// Returns the coefficient of variation, standard deviation / mean, as a fraction; empty when n
  /// is 1 or the mean is 0.
  public OptionalDouble coefficientOfVariation() {
    return mean == 0 ? OptionalDouble.empty() : map(standardDeviation, sd -> sd / mean);
  }

  /// Returns the skewness adjusted for bias, G1 = g1 sqrt(n (n - 1)) / (n - 2); empty when n is
  /// below 3. Equals: SAS, SPSS, Excel `SKEW`.
  public OptionalDouble adjustedSkewness() {
    double size = n;
    return n < 3
        ? OptionalDouble.empty()
        : map(skewness, g1 -> g1 * Math.sqrt(size * (size - 1)) / (size - 2));
  }

  /// Returns the excess kurtosis adjusted for bias, G2 = (n - 1) ((n + 1) g2 + 6) / ((n - 2)(n -
  /// 3)); empty when n is below 4. Equals: SAS, SPSS, Excel `KURT`.
  ///
  /// Source: Joanes, D. N. and Gill, C. A. (1998). Comparing measures of sample skewness and
  /// kurtosis. The Statistician 47, 183-189.
  public OptionalDouble adjustedKurtosis() {
    double size = n;
    return n < 4
        ? OptionalDouble.empty()
        : map(excessKurtosis, g2 -> (size - 1) / ((size - 2) * (size - 3)) * ((size + 1) * g2 + 6));
  }

  private static OptionalDouble map(OptionalDouble value, DoubleUnaryOperator change) {
    return value.isPresent()
        ? OptionalDouble.of(change.applyAsDouble(value.getAsDouble()))
        : OptionalDouble.empty();
  }
}
