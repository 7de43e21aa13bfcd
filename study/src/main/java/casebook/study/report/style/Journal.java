// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How a journal wants numbers printed. Each style is a data file under `casebook/profiles`; its
/// comments name the source of each rule.
///
/// @param slug its name on the command line and in the study file, such as `nejm`
/// @param name the journal's name
/// @param point the decimal sign
/// @param thousands how large counts are grouped
/// @param p how p-values are printed
/// @param percent how many decimals a percentage has, by its denominator; ascending, the first from
///   0
/// @param interval how an estimate and its interval stand together
/// @param marks how footnotes are marked
public record Journal(
    String slug,
    String name,
    String point,
    Thousands thousands,
    PRule p,
    List<PercentStep> percent,
    IntervalRule interval,
    Marks marks) {
  public Journal {
    percent = List.copyOf(percent);
  }

  /// Grouping of digits.
  ///
  /// @param separator between groups of three; empty for none
  /// @param from the smallest number that is grouped
  public record Thousands(String separator, long from) {}

  /// How p-values are printed. All thresholds apply to the p-value before rounding.
  ///
  /// @param letter `P` or `p`
  /// @param spaces whether `=` and `<` stand between spaces
  /// @param leadingZero whether `0.05` keeps its zero
  /// @param below smaller values print as `<` this
  /// @param above larger values print as `>` this
  /// @param digits how many digits, by size; ascending, the last without a bound
  /// @param side three decimals are kept where two would move the value to the other side of this
  ///   bound
  public record PRule(
      String letter,
      boolean spaces,
      boolean leadingZero,
      BigDecimal below,
      BigDecimal above,
      List<PStep> digits,
      Optional<BigDecimal> side) {
    public PRule {
      digits = List.copyOf(digits);
    }
  }

  /// Digits of p-values up to a bound.
  ///
  /// @param bound the bound; empty for all that are larger than the bounds before
  /// @param includesBound whether the bound itself belongs here
  /// @param count how many digits
  /// @param significant whether significant digits are counted, not decimals
  /// @param atMost no more decimals than this
  public record PStep(
      Optional<BigDecimal> bound,
      boolean includesBound,
      int count,
      boolean significant,
      int atMost) {
    boolean holds(BigDecimal p) {
      return bound.map(b -> p.compareTo(b) < (includesBound ? 1 : 0)).orElse(true);
    }
  }

  /// Decimals of a percentage whose denominator is at least `from`.
  public record PercentStep(long from, int decimals) {}

  /// How an estimate and its interval stand together.
  ///
  /// @param ownDigits whether each limit of a ratio has its own digits by the rule of four, not
  ///   those of the estimate
  /// @param dash what stands between the limits: `–` or ` to `
  /// @param sentence the estimate in running text, with places `{measure}`, `{value}`, `{level}`
  ///   and `{range}`
  /// @param sentenceWithP the same with a place `{p}`
  public record IntervalRule(
      boolean ownDigits, String dash, String sentence, String sentenceWithP) {}

  /// How footnotes are marked.
  public enum Marks {
    /// a, b, c.
    LETTERS,
    /// *, †, ‡, §, ¶, ‖, then doubled.
    SYMBOLS
  }
}
