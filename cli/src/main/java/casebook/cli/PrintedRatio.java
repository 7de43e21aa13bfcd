// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An odds ratio as a paper prints it: `6.3 (1.4-28.5)`, `6,3 [95% CI 1,4 to 28,5]; P = .017`.
///
/// @param value the estimate with its decimals
/// @param low the lower limit
/// @param high the upper limit
/// @param p the p-value, where it is given as a number
record PrintedRatio(BigDecimal value, BigDecimal low, BigDecimal high, Optional<BigDecimal> p) {
  private static final String NUMBER = "(?:\\d+(?:[.,]\\d+)?|[.,]\\d+)";
  private static final Pattern LEVEL = Pattern.compile("\\d+(?:[.,]\\d+)?\\s*%");
  private static final Pattern P =
      Pattern.compile("(?i)\\bp\\s*(?:value)?\\s*=\\s*(" + NUMBER + ")");
  private static final Pattern OTHER_P = Pattern.compile("(?i)\\bp\\s*[<>]\\s*" + NUMBER);
  private static final Pattern EACH = Pattern.compile(NUMBER);

  /// How digits were dropped.
  enum Rounding {
    /// Half up.
    ROUNDED("rounded") {
      @Override
      RoundingMode of(int place) {
        return RoundingMode.HALF_UP;
      }
    },
    /// Digits beyond the printed ones are left out.
    CUT("cut off") {
      @Override
      RoundingMode of(int place) {
        return RoundingMode.DOWN;
      }
    },
    /// Estimate half up, lower limit down, upper limit up.
    OUTWARD("limits outward") {
      @Override
      RoundingMode of(int place) {
        return place == 0
            ? RoundingMode.HALF_UP
            : place == 1 ? RoundingMode.FLOOR : RoundingMode.CEILING;
      }
    };

    private final String words;

    Rounding(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /// The rounding of the estimate (0), the lower limit (1) and the upper limit (2).
    abstract RoundingMode of(int place);
  }

  /// Reads what is printed.
  static PrintedRatio read(String text) {
    String plain =
        LEVEL
            .matcher(text.replaceAll("[\u2010-\u2015\u2212]", "-").replace('·', '.'))
            .replaceAll(" ");
    Matcher p = P.matcher(plain);
    Optional<BigDecimal> given = p.find() ? Optional.of(number(p.group(1))) : Optional.empty();
    String rest = OTHER_P.matcher(P.matcher(plain).replaceAll(" ")).replaceAll(" ");
    List<BigDecimal> numbers = new ArrayList<>();
    Matcher each = EACH.matcher(rest);
    while (each.find()) {
      numbers.add(number(each.group()));
    }
    if (numbers.size() != 3) {
      throw new CommandLineException(
          "--printed is `"
              + text
              + "`; write an odds ratio and its limits as they are printed, such as"
              + " \"6.3 (1.4-28.5)\".");
    }
    return new PrintedRatio(numbers.get(0), numbers.get(1), numbers.get(2), given);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(',', '.'));
  }

  /// Whether a value prints as the estimate.
  boolean isValue(double exact, Rounding rounding) {
    return same(exact, value, rounding.of(0));
  }

  /// Under which rounding an estimate prints so, if any; nothing for one without an interval.
  Optional<Rounding> fits(Estimate estimate) {
    for (Rounding rounding : Rounding.values()) {
      Optional<Interval> interval = estimate.interval();
      if (interval.isPresent()
          && isValue(estimate.value(), rounding)
          && same(interval.get().low(), low, rounding.of(1))
          && same(interval.get().high(), high, rounding.of(2))) {
        return Optional.of(rounding);
      }
    }
    return Optional.empty();
  }

  /// Whether a p-value prints so.
  boolean isP(double exact) {
    return p.filter(printed -> same(exact, printed, RoundingMode.HALF_UP)).isPresent();
  }

  private static boolean same(double exact, BigDecimal printed, RoundingMode mode) {
    return Double.isFinite(exact)
        && new BigDecimal(Double.toString(exact)).setScale(printed.scale(), mode).compareTo(printed)
            == 0;
  }

  /// A number with as many decimals as are printed in its place.
  String like(Estimate estimate) {
    String limits =
        estimate
            .interval()
            .map(i -> " (" + like(i.low(), low) + " to " + like(i.high(), high) + ")")
            .orElse("");
    return like(estimate.value(), value) + limits;
  }

  private static String like(double exact, BigDecimal printed) {
    return Double.isInfinite(exact)
        ? "infinite"
        : new BigDecimal(Double.toString(exact))
            .setScale(printed.scale(), RoundingMode.HALF_UP)
            .toPlainString();
  }

  /// The ratio as it was read.
  String words() {
    return value.toPlainString() + " (" + low.toPlainString() + " to " + high.toPlainString() + ")";
  }
}
