// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import casebook.study.report.style.Journal.PercentStep;
import java.math.BigDecimal;
import java.util.Optional;

/// Prints numbers as a journal wants them. The only place where numbers become text.
///
/// Rounding is half up on the shortest decimal that reads back as the same double, percentages on
/// the exact fraction; what cannot be given prints as `not estimable`, never as a large number.
public final class Numbers {
  /// What stands in place of a number that the data cannot give.
  public static final String NOT_ESTIMABLE = "not estimable";

  /// A ratio beyond this, or below one over this, is as good as none; print has no use for it.
  private static final double ENDLESS = 1e6;

  private static final double LN_TINY = -308 * Math.log(10);
  private static final String TO = " to ";

  private final Journal journal;
  private final DecimalText signs;
  private final PValueText pValues;

  /// Makes a printer in the style of a journal.
  public Numbers(Journal journal) {
    this.journal = journal;
    this.signs = new DecimalText(journal);
    this.pValues = new PValueText(journal, signs);
  }

  /// A number of persons or things: `244`, `36,127`.
  public String count(long n) {
    return text(BigDecimal.valueOf(n));
  }

  /// The percentage `100 n / of` without its sign: `4.9`; exactly 0 and 100 have no decimals, and
  /// nothing else prints as 0 or 100.
  ///
  /// @param of at least 1
  public String percent(long n, long of) {
    if (of < 1 || n < 0 || n > of) {
      throw new IllegalArgumentException(n + " of " + of + " is not a share");
    }
    if (n == 0 || n == of) {
      return n == 0 ? "0" : "100";
    }
    int decimals = percentDecimals(of);
    BigDecimal percent = Digits.percent(n, of, decimals);
    if (percent.signum() == 0) {
      return "<" + text(BigDecimal.ONE.movePointLeft(decimals));
    }
    BigDecimal hundred = BigDecimal.valueOf(100);
    if (percent.compareTo(hundred) == 0) {
      return ">" + text(hundred.subtract(BigDecimal.ONE.movePointLeft(decimals)));
    }
    return text(percent);
  }

  /// The decimals of percentages of so many.
  int percentDecimals(long of) {
    int decimals = 0;
    for (PercentStep step : journal.percent()) {
      decimals = of >= step.from() ? step.decimals() : decimals;
    }
    return decimals;
  }

  /// Mean and standard deviation, `52.3 (14.2)`; the mean alone is shown as a quantity.
  ///
  /// @param decimals of both, as `Digits.meanSd` gives them for the numbers of a row
  String meanSd(double mean, Optional<Double> deviation, int decimals) {
    return with(mean, deviation, decimals, " (", ")");
  }

  /// Mean and standard error, `52.3 ± 0.9`; the mean alone is shown as a quantity.
  ///
  /// @param decimals of both, as `Digits.meanSe` gives them for the numbers of a row
  String meanSe(double mean, Optional<Double> error, int decimals) {
    return with(mean, error, decimals, " ± ", "");
  }

  private String with(
      double mean, Optional<Double> spread, int decimals, String before, String after) {
    BigDecimal value = Digits.shortest(mean);
    return spread
        .map(s -> fixed(value, decimals) + before + fixed(Digits.shortest(s), decimals) + after)
        .orElseGet(() -> text(shown(value)) + before + NOT_ESTIMABLE + after);
  }

  /// Median and two other order statistics: `52 (41–63)`.
  ///
  /// @param decimals of all, as `Digits.median` gives them for the numbers of a row
  String medianBetween(double median, double low, double high, int decimals) {
    String dash = low < 0 ? TO : journal.interval().dash();
    return fixed(Digits.shortest(median), decimals)
        + " ("
        + fixed(Digits.shortest(low), decimals)
        + dash
        + fixed(Digits.shortest(high), decimals)
        + ")";
  }

  /// A ratio and its interval, `6.3 (1.4–28.5)`: the estimate by the rule of four, the limits with
  /// its decimals (or, where the journal wants it, with their own).
  public String ratio(Estimate ratio) {
    return ratioValue(ratio)
        + ratio.interval().map(i -> " (" + ratioRange(ratio.value(), i) + ")").orElse("");
  }

  String ratioValue(Estimate ratio) {
    if (ratio.value() > ENDLESS) {
      return NOT_ESTIMABLE;
    }
    BigDecimal value = Digits.shortest(ratio.value());
    return value.signum() == 0 ? "0" : fixed(value, Digits.ruleOfFour(value));
  }

  String ratioRange(double estimate, Interval interval) {
    String low = ratioLimit(estimate, interval.low());
    String high = ratioLimit(estimate, interval.high());
    return low + dash(low, high, false) + high;
  }

  /// A limit of a ratio as it stands behind an estimate.
  public String ratioLimit(double estimate, double limit) {
    if (limit > ENDLESS) {
      return NOT_ESTIMABLE;
    }
    BigDecimal value = Digits.shortest(limit < 1 / ENDLESS ? 0 : limit);
    if (value.signum() == 0) {
      return "0";
    }
    boolean own = journal.interval().ownDigits() || estimate > ENDLESS || estimate == 0;
    int decimals = Digits.ruleOfFour(own ? value : Digits.shortest(estimate));
    if (Digits.fixed(value, decimals).signum() == 0) {
      decimals = Digits.ruleOfFour(value);
    }
    return fixed(value, decimals);
  }

  /// A difference and its interval, `1.2 (−0.3 to 2.7)`: one decimal less than the rule of four
  /// gives half the interval, but as many as it gives where the difference would print as 0.
  public String difference(Estimate difference) {
    if (Double.isInfinite(difference.value())) {
      return NOT_ESTIMABLE;
    }
    BigDecimal value = Digits.shortest(difference.value());
    int decimals = differenceDecimals(difference);
    String text = fixed(value, decimals);
    if (difference.interval().isEmpty()) {
      return text;
    }
    Interval interval = difference.interval().get();
    return text
        + " ("
        + limit(interval.low(), decimals)
        + TO
        + limit(interval.high(), decimals)
        + ")";
  }

  /// A correlation and its interval with two decimals: `0.45 (0.21 to 0.64)`.
  public String correlation(Estimate correlation) {
    return number(correlation.value())
        + correlation
            .interval()
            .map(it -> " (" + number(it.low()) + TO + number(it.high()) + ")")
            .orElse("");
  }

  private int differenceDecimals(Estimate difference) {
    Optional<BigDecimal> half =
        difference
            .interval()
            .filter(
                i -> Double.isFinite(i.low()) && Double.isFinite(i.high()) && i.low() < i.high())
            .map(i -> Digits.shortest((i.high() - i.low()) / 2));
    BigDecimal value = Digits.shortest(difference.value());
    return half.map(it -> Digits.difference(value, it)).orElseGet(() -> Digits.ruleOfFour(value));
  }

  /// A measured quantity, `8.2`, with its interval where it has one: as it is up to four
  /// significant digits, else rounded to four.
  public String quantity(Estimate quantity) {
    if (Double.isInfinite(quantity.value())) {
      return NOT_ESTIMABLE;
    }
    BigDecimal shown = shown(Digits.shortest(quantity.value()));
    if (quantity.interval().isEmpty()) {
      return text(shown);
    }
    int decimals = shown.scale();
    Interval interval = quantity.interval().get();
    String low = limit(interval.low(), decimals);
    String high = limit(interval.high(), decimals);
    return text(shown) + " (" + low + dash(low, high, interval.low() < 0) + high + ")";
  }

  /// A bare number with two decimals, such as a standardised difference: `−0.12`.
  public String number(double value) {
    return Double.isInfinite(value) ? NOT_ESTIMABLE : fixed(Digits.shortest(value), 2);
  }

  /// A p-value as it stands in a table: `0.006`, `<0.001`, `>0.99`.
  public String p(PValue p) {
    return pValues.of(p);
  }

  /// A p-value in running text: `P = 0.006`, `P < 0.001`.
  public String pStatement(PValue p) {
    return pValues.statement(p);
  }

  /// The size of a group in a column head: `n = 244`, `n=244`.
  public String n(long n) {
    return (journal.p().spaces() ? "n = " : "n=") + count(n);
  }

  /// The letter of p-values: `P` or `p`.
  public String pLetter() {
    return journal.p().letter();
  }

  /// An estimate and its interval with five significant digits each, to compare methods: `6.3103
  /// (1.5588 to 25.448)`.
  public String precise(Estimate estimate) {
    return precise(estimate.value())
        + estimate
            .interval()
            .map(i -> " (" + precise(i.low()) + TO + precise(i.high()) + ")")
            .orElse("");
  }

  /// A ratio and its interval with five significant digits each, to compare methods.
  public String preciseRatio(Estimate ratio) {
    return precise(
        new Estimate(
            endless(ratio.value()),
            ratio
                .interval()
                .map(i -> new Interval(endless(i.low()), endless(i.high()), i.level()))));
  }

  private static double endless(double ratio) {
    return ratio > ENDLESS ? Double.POSITIVE_INFINITY : ratio < 1 / ENDLESS ? 0 : ratio;
  }

  /// A p-value with four significant digits, to compare methods; small ones as a power of ten.
  public String precise(PValue p) {
    if (p.ln() < LN_TINY) {
      return exact(p);
    }
    BigDecimal value = Digits.toSignificant(PValueText.decimal(p), 4);
    return p.value() < 1e-6 ? value.toString() : text(value);
  }

  private String precise(double value) {
    return Double.isInfinite(value)
        ? NOT_ESTIMABLE
        : text(Digits.toSignificant(Digits.shortest(value), 5));
  }

  /// A number with a fixed number of decimals, to compare methods; `infinite` where it is.
  public static String decimals(double value, int decimals) {
    return Double.isInfinite(value)
        ? "infinite"
        : Digits.fixed(Digits.shortest(value), decimals).toPlainString();
  }

  /// An estimate in a sentence of the journal: `OR, 6.3 [95% CI, 1.4–28.5]; P = .006`.
  ///
  /// @param measure what it is, such as `OR`
  public Optional<String> sentence(String measure, Estimate ratio, Optional<PValue> p) {
    return ratio
        .interval()
        .map(interval ->
            (p.isPresent() ? journal.interval().sentenceWithP() : journal.interval().sentence())
                .replace("{measure}", measure)
                .replace("{value}", ratioValue(ratio))
                .replace("{level}", level(interval.level()))
                .replace("{range}", ratioRange(ratio.value(), interval))
                .replace("{p}", p.map(this::pStatement).orElse("")));
  }

  /// A confidence level as a percentage without its sign: `95`, `99.5`.
  public static String level(double level) {
    return Digits.shortest(level).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  /// A number at full precision: the shortest decimal that reads back as the same double. In every
  /// style with a point and an ASCII minus, so that other programs can read it.
  public static String exact(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    BigDecimal shortest = Digits.shortest(value).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    boolean plain = shortest.signum() == 0 || (exponent >= -7 && exponent < 17);
    return plain ? shortest.toPlainString() : shortest.toString();
  }

  /// A p-value at full precision; below 1e-308 as its logarithm: `< 1e-308, log10 p = -2917.4`.
  public static String exact(PValue p) {
    if (p.ln() >= LN_TINY) {
      return exact(PValueText.decimal(p).doubleValue());
    }
    if (Double.isInfinite(p.ln())) {
      return "0";
    }
    BigDecimal log10 = Digits.shortest(p.ln() / Math.log(10));
    return "< 1e-308, log10 p = " + Digits.fixed(log10, 1).toPlainString();
  }

  String dash(String low, String high, boolean negative) {
    boolean open = low.equals(NOT_ESTIMABLE) || high.equals(NOT_ESTIMABLE);
    return open || negative ? TO : journal.interval().dash();
  }

  private String limit(double limit, int decimals) {
    return Double.isInfinite(limit) ? NOT_ESTIMABLE : fixed(Digits.shortest(limit), decimals);
  }

  /// A number as it is up to four significant digits, else rounded to four.
  private static BigDecimal shown(BigDecimal value) {
    BigDecimal shown = Digits.significant(value) <= 4 ? value : Digits.toSignificant(value, 4);
    return Digits.fixed(shown, Digits.decimals(shown));
  }

  /// A decimal rounded to so many places.
  String fixed(BigDecimal value, int decimals) {
    return signs.fixed(value, decimals);
  }

  private String text(BigDecimal value) {
    return signs.of(value);
  }
}
