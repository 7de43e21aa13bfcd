// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import java.util.Arrays;
import org.apache.commons.numbers.core.DD;

/// Sums that do not lose digits. Every sum runs in the order of its array, so the same numbers give
/// the same bits.
public final class Sums {
  private Sums() {}

  /// Adds values; the result is the double nearest to the exact sum.
  ///
  /// The partial sums are kept as an exact expansion, so neither order nor cancellation costs a
  /// digit. An infinite or missing value gives what plain addition gives.
  ///
  /// Source: Shewchuk 1997, Discrete Comput Geom 18:305, algorithm GROW-EXPANSION. Equals: Python's
  /// `math.fsum`.
  ///
  /// @param values the numbers; none gives 0
  public static double sum(double... values) {
    double[] parts = new double[32];
    int count = 0;
    for (double value : values) {
      if (count + 1 >= parts.length) {
        parts = Arrays.copyOf(parts, 2 * parts.length);
      }
      count = grow(parts, count, value);
      if (count > 0 && !Double.isFinite(parts[count - 1])) {
        return plain(values);
      }
    }
    return round(parts, count);
  }

  /// Adds values and keeps twice the digits of a double: the nearest double and what it leaves.
  ///
  /// @param values finite numbers; none gives 0
  public static DD pair(double... values) {
    double high = sum(values);
    double[] rest = Arrays.copyOf(values, values.length + 1);
    rest[values.length] = -high;
    return Double.isFinite(high) ? DD.ofSum(high, sum(rest)) : DD.of(high);
  }

  /// Adds the products of two arrays in twice the working precision.
  ///
  /// Source: Ogita, Rump & Oishi 2005, SIAM J Sci Comput 26:1955, algorithm Dot2.
  ///
  /// @param first length n
  /// @param second length n
  public static double dot(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException("lengths " + first.length + " and " + second.length);
    }
    Accumulator total = new Accumulator();
    for (int i = 0; i < first.length; i++) {
      total.addProduct(first[i], second[i]);
    }
    return total.value();
  }

  /// Returns the arithmetic mean of at least one value.
  public static double mean(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("the mean of 0 values");
    }
    return sum(values) / values.length;
  }

  /// Adds the squared distances of values from a centre, with the correction for a centre that is a
  /// rounded mean.
  ///
  /// The sum is \\(\sum (x-c)^2 - (\sum (x-c))^2 / n\\), in twice the working precision: the sum of
  /// squares about the exact mean, whatever the last digits of `centre`.
  ///
  /// @param values at least one number
  /// @param centre their mean as rounded to a double
  public static double squaresAbout(double[] values, double centre) {
    Accumulator squares = new Accumulator();
    Accumulator rest = new Accumulator();
    for (double value : values) {
      double high = value - centre;
      double back = high - value;
      double low = (value - (high - back)) + (-centre - back);
      squares.addProduct(high, high);
      squares.add(2 * high * low);
      rest.add(high);
      rest.add(low);
    }
    double drift = rest.value();
    squares.add(-drift * drift / values.length);
    return Math.max(0, squares.value());
  }

  /// Adds a value to an expansion of non-overlapping parts, smallest first; returns its new length.
  private static int grow(double[] parts, int count, double value) {
    double x = value;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      double y = parts[i];
      if (Math.abs(x) < Math.abs(y)) {
        double swap = x;
        x = y;
        y = swap;
      }
      double high = x + y;
      double low = y - (high - x);
      if (low != 0) {
        parts[kept++] = low;
      }
      x = high;
    }
    parts[kept] = x;
    return kept + 1;
  }

  /// Rounds an expansion to the nearest double, ties to even as the exact sum decides.
  private static double round(double[] parts, int count) {
    int i = count;
    double high = 0;
    double low = 0;
    if (i > 0) {
      high = parts[--i];
      while (i > 0) {
        double x = high;
        double y = parts[--i];
        high = x + y;
        low = y - (high - x);
        if (low != 0) {
          break;
        }
      }
    }
    boolean sameSide = i > 0 && low * Math.signum(parts[i - 1]) > 0;
    if (sameSide) {
      double twice = 2 * low;
      double moved = high + twice;
      if (twice == moved - high) {
        return moved;
      }
    }
    return high;
  }

  private static double plain(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
