// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Counts the correct digits of a value: the log relative error.
///
/// LRE = -log10(|q - c| / |c|), for c = 0 -log10 |q|, between 0 and 15.95.
///
/// Source: McCullough, B. D. (1998). Assessing the reliability of statistical software: part I. The
/// American Statistician 52, 358-366.
public final class CorrectDigits {
  /// The LRE of a value that cannot be told from the target.
  public static final double ALL = 15.95;

  private static final MathContext DIGITS = new MathContext(60);

  private CorrectDigits() {}

  /// Counts the digits of a double.
  public static double of(double value, String target) {
    return of(Double.isFinite(value) ? new BigDecimal(value).toString() : words(value), target);
  }

  private static String words(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "Inf" : "-Inf";
  }

  /// Counts the digits of a value written as text; where the target is a word, the word must be the
  /// same.
  public static double of(String value, String target) {
    String got = plain(value);
    String wanted = plain(target);
    if (!isNumber(wanted)) {
      return got.equals(wanted) ? ALL : 0;
    }
    BigDecimal exact = new BigDecimal(wanted);
    if (exact.abs().compareTo(new BigDecimal(Double.MAX_VALUE)) > 0) {
      return got.equals(exact.signum() < 0 ? "-inf" : "inf") ? ALL : 0;
    }
    return isNumber(got) ? digits(new BigDecimal(got), exact) : 0;
  }

  private static double digits(BigDecimal value, BigDecimal exact) {
    BigDecimal error = value.subtract(exact).abs();
    if (error.signum() == 0 || isSubnormalNeighbour(error, exact)) {
      return ALL;
    }
    BigDecimal ratio = exact.signum() == 0 ? error : error.divide(exact.abs(), DIGITS);
    int exponent = ratio.precision() - ratio.scale() - 1;
    double mantissa = ratio.movePointLeft(exponent).doubleValue();
    return Math.clamp(-(exponent + Math.log10(mantissa)), 0, ALL);
  }

  /// Below the normal range a value agrees when it is at most two subnormal steps away.
  private static boolean isSubnormalNeighbour(BigDecimal error, BigDecimal exact) {
    return exact.signum() != 0
        && exact.abs().compareTo(new BigDecimal(Double.MIN_NORMAL)) < 0
        && error.compareTo(new BigDecimal(2 * Double.MIN_VALUE)) <= 0;
  }

  private static String plain(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT).replace("infinity", "inf");
    return lower.equals("+inf") ? "inf" : lower;
  }

  private static boolean isNumber(String text) {
    return text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?");
  }
}
