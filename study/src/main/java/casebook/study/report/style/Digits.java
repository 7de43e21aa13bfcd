// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Decimal arithmetic of printed numbers: half up, on the shortest decimal that reads back as the
/// same double.
final class Digits {
  private static final BigDecimal FOUR = BigDecimal.valueOf(4);

  private Digits() {}

  /// The shortest decimal that reads back as the same double.
  static BigDecimal shortest(double value) {
    return new BigDecimal(Double.toString(value));
  }

  /// The decimals of a ratio by the rule of four: two significant digits when the first is at least
  /// 4, else three (0.040 to 0.399: three decimals, 0.40 to 3.99: two, 4.0 to 39.9: one).
  ///
  /// Source: Cole 2015, Arch Dis Child 100:608.
  static int ruleOfFour(BigDecimal value) {
    BigDecimal size = value.abs();
    if (size.signum() == 0) {
      return 2;
    }
    int exponent = size.precision() - size.scale() - 1;
    BigDecimal leading = size.scaleByPowerOfTen(-exponent);
    int significant = leading.compareTo(FOUR) >= 0 ? 2 : 3;
    return Math.max(0, significant - 1 - exponent);
  }

  /// How many decimals the shortest form of a number has.
  static int decimals(BigDecimal value) {
    return Math.max(0, value.stripTrailingZeros().scale());
  }

  /// How many significant digits the shortest form of a number has.
  static int significant(BigDecimal value) {
    return value.signum() == 0 ? 1 : value.stripTrailingZeros().precision();
  }

  /// Rounds to decimals, half away from zero.
  static BigDecimal fixed(BigDecimal value, int decimals) {
    return value.setScale(decimals, RoundingMode.HALF_UP);
  }

  /// Rounds to significant digits, half away from zero.
  static BigDecimal toSignificant(BigDecimal value, int digits) {
    return value.round(new MathContext(digits, RoundingMode.HALF_UP));
  }

  /// The percentage `100 n / of`, rounded half up from the exact fraction.
  static BigDecimal percent(long n, long of, int decimals) {
    return BigDecimal.valueOf(n)
        .multiply(BigDecimal.valueOf(100))
        .divide(BigDecimal.valueOf(of), decimals, RoundingMode.HALF_UP);
  }

  /// One decimal less than the rule of four gives.
  static int fewer(BigDecimal spread) {
    return Math.max(0, ruleOfFour(spread) - 1);
  }

  /// The decimals of a difference by half its interval: one less than the rule of four gives, but
  /// as many as it gives where a difference that is not 0 would print as 0.
  static int difference(BigDecimal difference, BigDecimal half) {
    int decimals = fewer(half);
    boolean lost = difference.signum() != 0 && fixed(difference, decimals).signum() == 0;
    return lost ? ruleOfFour(half) : decimals;
  }

  /// The decimals of a mean with its standard deviation: those that the rule of four gives the
  /// deviation.
  static int meanSd(double mean, double deviation) {
    return ruleOfFour(shortest(deviation == 0 ? mean : deviation));
  }

  /// The decimals of a mean with its standard error: one less than the rule of four gives the
  /// error.
  static int meanSe(double mean, double error) {
    return fewer(shortest(error == 0 ? mean : error));
  }

  /// The decimals of a median between two other order statistics: no more than the numbers have,
  /// nor than the rule of four gives their distance.
  static int median(double median, double low, double high) {
    int most =
        Math.max(
            decimals(shortest(median)),
            Math.max(decimals(shortest(low)), decimals(shortest(high))));
    BigDecimal distance = shortest(high).subtract(shortest(low));
    return Math.min(ruleOfFour(distance.signum() == 0 ? shortest(median) : distance), most);
  }
}
