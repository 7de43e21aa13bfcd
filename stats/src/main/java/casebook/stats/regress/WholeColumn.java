// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import java.math.BigDecimal;
import java.util.Optional;

/// A column as whole numbers: value = `low + unit * number`, with the numbers at least 0 and
/// without a common divisor. Decimals count as written (0.1 is a tenth), so that sums can be
/// compared.
final class WholeColumn {
  private final long[] numbers;
  private final double unit;

  private WholeColumn(long[] numbers, double unit) {
    this.numbers = numbers;
    this.unit = unit;
  }

  /// Turns values into whole numbers; empty when they have too many digits.
  static Optional<WholeColumn> of(double[] values) {
    int scale = 0;
    BigDecimal[] decimals = new BigDecimal[values.length];
    BigDecimal low = BigDecimal.ZERO;
    for (int i = 0; i < values.length; i++) {
      decimals[i] = decimal(values[i]);
      scale = Math.max(scale, decimals[i].scale());
      low = i == 0 ? decimals[0] : low.min(decimals[i]);
    }
    if (scale > 12) {
      return Optional.empty();
    }
    long[] numbers = new long[values.length];
    long divisor = 0;
    for (int i = 0; i < values.length; i++) {
      BigDecimal whole = decimals[i].subtract(low).movePointRight(scale);
      if (whole.compareTo(BigDecimal.valueOf(1L << 50)) > 0) {
        return Optional.empty();
      }
      numbers[i] = whole.longValueExact();
      divisor = greatestCommonDivisor(numbers[i], divisor);
    }
    long common = Math.max(1, divisor);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] /= common;
    }
    double unit = BigDecimal.valueOf(common).movePointLeft(scale).doubleValue();
    return Optional.of(new WholeColumn(numbers, unit));
  }

  /// The value as it is written; whole numbers without the way through their text.
  private static BigDecimal decimal(double value) {
    return value == Math.rint(value) && Math.abs(value) < 0x1p53
        ? BigDecimal.valueOf((long) value)
        : new BigDecimal(Double.toString(value)).stripTrailingZeros();
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  long number(int row) {
    return numbers[row];
  }

  /// Returns how much of the value one whole number is.
  double unit() {
    return unit;
  }
}
