// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/// The digits that a printed value shares with a certified one: the log relative error,
/// \\(-\log_{10} (|q - c| / |c|)\\), for c = 0 \\(-\log_{10} |q|\\), between 0 and 15.95.
///
/// A certified value that a double cannot hold wants an infinity; one below the normal range is
/// reached within two steps of the smallest double; a word wants the same word, whatever its case.
///
/// Source: McCullough 1998, Am Stat 52:358.
final class CorrectDigits {
  /// A value that cannot be told from the certified one.
  static final double ALL = 15.95;

  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal LARGEST = new BigDecimal(Double.MAX_VALUE);
  private static final BigDecimal SMALLEST_NORMAL = new BigDecimal(Double.MIN_NORMAL);
  private static final BigDecimal TWO_STEPS = new BigDecimal(2 * Double.MIN_VALUE);

  private CorrectDigits() {}

  static double of(String value, String certified) {
    return number(certified)
        .map(wanted -> toNumber(value, wanted))
        .orElseGet(() -> word(value).equals(word(certified)) ? ALL : 0);
  }

  private static double toNumber(String value, BigDecimal wanted) {
    if (wanted.abs().compareTo(LARGEST) > 0) {
      return word(value).equals(wanted.signum() < 0 ? "-inf" : "inf") ? ALL : 0;
    }
    return number(value).map(got -> between(got, wanted)).orElse(0.0);
  }

  private static double between(BigDecimal got, BigDecimal wanted) {
    BigDecimal error = got.subtract(wanted).abs();
    boolean subnormal = wanted.signum() != 0 && wanted.abs().compareTo(SMALLEST_NORMAL) < 0;
    if (error.signum() == 0 || (subnormal && error.compareTo(TWO_STEPS) <= 0)) {
      return ALL;
    }
    BigDecimal share = wanted.signum() == 0 ? error : error.divide(wanted.abs(), DIGITS);
    // log10 of a number whose exponent a double may not hold
    int exponent = share.precision() - share.scale() - 1;
    double leading = share.scaleByPowerOfTen(-exponent).doubleValue();
    return Math.clamp(-exponent - Math.log10(leading), 0, ALL);
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static String word(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT).replace("infinity", "inf");
    return lower.equals("+inf") ? "inf" : lower;
  }
}
