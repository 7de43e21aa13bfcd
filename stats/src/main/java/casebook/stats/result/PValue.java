// SPDX-License-Identifier: Apache-2.0
package casebook.stats.result;

/// A p-value, kept as its natural logarithm so that it never underflows.
///
/// @param ln natural logarithm of the p-value, at most 0; `-Infinity` for a p-value that is zero
public record PValue(double ln) {
  public PValue {
    if (!(ln <= 0)) {
      throw new IllegalArgumentException("ln p is " + ln + "; it is at most 0");
    }
  }

  /// Makes a p-value from a probability; one that rounding lifted above 1 by at most 1e-9 is 1.
  public static PValue of(double probability) {
    if (!(probability >= 0 && probability <= 1 + 1e-9)) {
      throw new IllegalArgumentException("p is " + probability + "; it lies between 0 and 1");
    }
    return new PValue(Math.log(Math.min(1, probability)));
  }

  /// Makes a p-value from the logarithm of a probability; a logarithm up to 1e-9 is 0.
  public static PValue ofLn(double ln) {
    return new PValue(ln > 0 && ln <= 1e-9 ? 0 : ln);
  }

  /// Makes a p-value from `share` times 2 to the `power`, which may lie below the smallest double.
  public static PValue scaled(double share, int power) {
    double probability = Math.scalb(share, power);
    return probability >= Double.MIN_NORMAL
        ? of(probability)
        : new PValue(Math.log(share) + power * Math.log(2));
  }

  /// Returns the probability; 0 when it is below the smallest double.
  public double value() {
    return Math.exp(ln);
  }
}
