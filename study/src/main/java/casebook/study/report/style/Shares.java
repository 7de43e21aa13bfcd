// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.math.BigDecimal;
import java.util.Optional;

/// Prints how many of how many persons, with percentages, and rates.
///
/// @param numbers how numbers are printed
public record Shares(Numbers numbers) {
  /// More decimals than these are not printed, however near a limit lies to 0 or 100.
  private static final int MOST_DECIMALS = 3;

  /// How many of how many.
  ///
  /// @param interval the limits of the percentage, in percent; empty without
  public record Share(long count, long of, Optional<Interval> interval) {}

  /// Count and percentage: `12 (4.9)`; a dash stands for the percentage of nobody.
  public String countPercent(long n, long of) {
    return numbers.count(n) + " (" + (of == 0 ? "–" : numbers.percent(n, of)) + ")";
  }

  /// Count, of how many, and percentage: `8/183 (4.4)`.
  public String countOfPercent(long n, long of) {
    return fraction(n, of) + " (" + (of == 0 ? "–" : numbers.percent(n, of)) + ")";
  }

  private String fraction(long n, long of) {
    return numbers.count(n) + "/" + numbers.count(of);
  }

  /// Count, of how many, and percentage with its interval: `10/12, 83 (52–98)`; nothing but the
  /// fraction where it is of nobody.
  public String proportion(Share share) {
    String fraction = fraction(share.count(), share.of());
    if (share.of() == 0) {
      return fraction;
    }
    String range = share.interval().map(it -> " (" + range(it, share.of()) + ")").orElse("");
    return fraction + ", " + numbers.percent(share.count(), share.of()) + range;
  }

  /// The same inside a sentence: `10 of 12 (83%; 95% CI, 52–98)`.
  public String statement(Share share) {
    String start = numbers.count(share.count()) + " of " + numbers.count(share.of());
    if (share.of() == 0) {
      return start;
    }
    String range =
        share
            .interval()
            .map(it -> "; " + Numbers.level(it.level()) + "% CI, " + range(it, share.of()))
            .orElse("");
    return start + " (" + numbers.percent(share.count(), share.of()) + "%" + range + ")";
  }

  /// A rate inside a sentence: `4.5 (95% CI, 1.5–10.5)`.
  public String rateStatement(Estimate rate) {
    return numbers.ratioValue(rate)
        + rate.interval()
            .map(it ->
                " ("
                    + Numbers.level(it.level())
                    + "% CI, "
                    + numbers.ratioRange(rate.value(), it)
                    + ")")
            .orElse("");
  }

  private String range(Interval percent, long of) {
    int decimals = numbers.percentDecimals(of);
    String low = limit(percent.low(), decimals);
    String high = limit(percent.high(), decimals);
    return low + numbers.dash(low, high, false) + high;
  }

  /// A limit with the decimals of the percentage, or more where it would print as 0 or 100 and is
  /// not.
  private String limit(double percent, int decimals) {
    BigDecimal value = Digits.shortest(percent);
    if (percent == 0 || percent == 100) {
      return numbers.fixed(value, 0);
    }
    int more = decimals;
    while (more < MOST_DECIMALS && end(Digits.fixed(value, more))) {
      more++;
    }
    return numbers.fixed(value, more);
  }

  private static boolean end(BigDecimal rounded) {
    return rounded.signum() == 0 || rounded.compareTo(BigDecimal.valueOf(100)) == 0;
  }
}
