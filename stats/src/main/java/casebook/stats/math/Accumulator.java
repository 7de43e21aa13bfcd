// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

/// A running sum in twice the working precision: about 32 digits, whatever the order and signs of
/// its terms. For use inside one method; it is neither shared nor kept.
///
/// Source: Dekker 1971, Numer Math 18:224; Ogita, Rump & Oishi 2005, SIAM J Sci Comput 26:1955.
public final class Accumulator {
  private double high;
  private double low;

  /// Starts at 0.
  public Accumulator() {}

  /// Starts at a value.
  public Accumulator(double start) {
    high = start;
  }

  /// Adds a term.
  public void add(double term) {
    double sum = high + term;
    double back = sum - high;
    low += (high - (sum - back)) + (term - back);
    high = sum;
  }

  /// Adds the exact product of two factors.
  public void addProduct(double a, double b) {
    double product = a * b;
    double error = Math.fma(a, b, -product);
    add(product);
    low += error;
  }

  /// Returns the sum, rounded once.
  public double value() {
    double sum = high + low;
    return Double.isNaN(sum) ? high : sum;
  }

  /// Returns the sum minus a number, rounded once after the subtraction.
  public double minus(double other) {
    return (high - other) + low;
  }
}
