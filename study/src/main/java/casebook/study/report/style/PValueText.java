// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import casebook.stats.result.PValue;
import casebook.study.report.style.Journal.PRule;
import casebook.study.report.style.Journal.PStep;
import java.math.BigDecimal;

/// Prints p-values by the rule of a journal; its thresholds apply before rounding.
///
/// @param journal the style
/// @param signs prints decimals in that style
record PValueText(Journal journal, DecimalText signs) {
  /// The p-value is carried as a logarithm; digits beyond these are noise of the way back.
  private static final int DIGITS = 14;

  /// As it stands in a table: `0.006`, `<0.001`, `>0.99`.
  String of(PValue p) {
    PRule rule = journal.p();
    BigDecimal value = decimal(p);
    if (value.compareTo(rule.below()) < 0) {
      return "<" + zero(signs.of(rule.below()));
    }
    if (value.compareTo(rule.above()) > 0) {
      return ">" + zero(signs.of(rule.above()));
    }
    return zero(signs.of(rounded(value)));
  }

  /// As it stands in running text: `P = 0.006`, `P < 0.001`.
  String statement(PValue p) {
    String text = of(p);
    boolean unequal = text.startsWith("<") || text.startsWith(">");
    String sign = unequal ? text.substring(0, 1) : "=";
    String space = journal.p().spaces() ? " " : "";
    return journal.p().letter() + space + sign + space + text.substring(unequal ? 1 : 0);
  }

  private BigDecimal rounded(BigDecimal p) {
    PRule rule = journal.p();
    PStep step = rule.digits().stream().filter(s -> s.holds(p)).findFirst().orElseThrow();
    BigDecimal shown =
        step.significant()
            ? Digits.fixed(p, Math.min(step.atMost(), significantDecimals(p, step.count())))
            : Digits.fixed(p, step.count());
    boolean moved =
        rule.side().filter(s -> (shown.compareTo(s) < 0) != (p.compareTo(s) < 0)).isPresent();
    return moved ? Digits.fixed(p, Math.max(3, shown.scale())) : shown;
  }

  private static int significantDecimals(BigDecimal p, int digits) {
    BigDecimal shown = Digits.toSignificant(p, digits);
    return digits - 1 - (shown.precision() - shown.scale() - 1);
  }

  private String zero(String text) {
    return !journal.p().leadingZero() && text.startsWith("0") ? text.substring(1) : text;
  }

  /// The value with the digits that its logarithm carries.
  static BigDecimal decimal(PValue p) {
    return Digits.toSignificant(Digits.shortest(p.value()), DIGITS);
  }
}
