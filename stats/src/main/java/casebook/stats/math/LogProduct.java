// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

/// Adds the logarithms of many factors to a sum with few logarithms: factors are multiplied while
/// the product keeps a middle size. For use inside one method; it is neither shared nor kept.
public final class LogProduct {
  private static final double LARGE = 0x1p400;
  private static final double SMALL = 0x1p-400;

  private final Accumulator total;
  private double product = 1;

  /// Starts with the product 1.
  ///
  /// @param total the sum to add to; complete after [#finish()]
  public LogProduct(Accumulator total) {
    this.total = total;
  }

  /// Multiplies by a factor; one that is not positive makes the logarithm NaN or minus infinity.
  public void times(double factor) {
    if (!(factor > SMALL && factor < LARGE)) {
      total.add(Math.log(factor));
      return;
    }
    product *= factor;
    if (product > LARGE || product < SMALL) {
      total.add(Math.log(product));
      product = 1;
    }
  }

  /// Adds what is left.
  public void finish() {
    total.add(Math.log(product));
    product = 1;
  }
}
