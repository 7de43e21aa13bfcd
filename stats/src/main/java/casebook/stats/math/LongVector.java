// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import org.apache.commons.numbers.core.DD;

/// A vector of numbers with twice the digits of a double, each held as the sum of two doubles. For
/// use inside one computation; it is changed in place and neither shared nor kept.
///
/// Source: Dekker 1971, Numer Math 18:224; Ogita, Rump & Oishi 2005, SIAM J Sci Comput 26:1955.
public final class LongVector {
  private final double[] high;
  private final double[] low;

  /// Makes a vector of zeros.
  public LongVector(int size) {
    high = new double[size];
    low = new double[size];
  }

  /// Returns the number of elements.
  public int size() {
    return high.length;
  }

  /// Returns an element.
  public DD at(int i) {
    return DD.ofSum(high[i], low[i]);
  }

  /// Puts an element.
  public void set(int i, DD value) {
    high[i] = value.hi();
    low[i] = value.lo();
  }

  /// Puts an element that is a double.
  public void set(int i, double value) {
    high[i] = value;
    low[i] = 0;
  }

  /// Returns a copy.
  public LongVector copy() {
    LongVector result = new LongVector(size());
    System.arraycopy(high, 0, result.high, 0, high.length);
    System.arraycopy(low, 0, result.low, 0, low.length);
    return result;
  }

  /// Returns the product with another vector of the same size.
  public DD dot(LongVector other) {
    double sum = 0;
    double rest = 0;
    for (int i = 0; i < high.length; i++) {
      double product = high[i] * other.high[i];
      double error = Math.fma(high[i], other.high[i], -product);
      error += high[i] * other.low[i] + low[i] * other.high[i];
      double next = sum + product;
      double back = next - sum;
      rest += (sum - (next - back)) + (product - back) + error;
      sum = next;
    }
    return DD.ofSum(sum, rest);
  }

  /// Returns the sum of squares.
  public DD squares() {
    return dot(this);
  }

  /// Subtracts a multiple of another vector of the same size.
  public void subtract(DD factor, LongVector other) {
    double f = factor.hi();
    double g = factor.lo();
    for (int i = 0; i < high.length; i++) {
      double product = f * other.high[i];
      double error = Math.fma(f, other.high[i], -product);
      error += f * other.low[i] + g * other.high[i];
      double difference = high[i] - product;
      double back = difference - high[i];
      double lost = (high[i] - (difference - back)) + (-product - back);
      double rest = lost + (low[i] - error);
      double sum = difference + rest;
      low[i] = rest - (sum - difference);
      high[i] = sum;
    }
  }

  /// Multiplies every element.
  public void scale(DD factor) {
    for (int i = 0; i < high.length; i++) {
      set(i, at(i).multiply(factor));
    }
  }

  /// Says whether all elements are finite.
  public boolean isFinite() {
    for (double value : high) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
