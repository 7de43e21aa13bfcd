// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.language.Dictionary.Range;
import casebook.study.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Holds a number against the range that the study declares for its variable.
final class PlausibleRange {
  private static final List<Integer> SLIPS = List.of(10, 100, 1000);

  private PlausibleRange() {}

  /// Answers when the number lies outside; says so when a slip of the decimal point or of the unit
  /// would explain it.
  static Optional<Flaw> judge(String text, BigDecimal value, Range range, Unit unit) {
    if (inside(value, range)) {
      return Optional.empty();
    }
    String allowed = range.low().toPlainString() + " to " + range.high().toPlainString();
    String named = unit.printed().isEmpty() ? "" : " " + unit.printed();
    return Optional.of(
        Flaw.error(
            "data/out-of-range",
            Shown.text(text)
                + " is outside the declared range "
                + allowed
                + named
                + "."
                + slip(value, range),
            "Correct the cell, or widen `range:`."));
  }

  private static boolean inside(BigDecimal value, Range range) {
    return value.compareTo(range.low()) >= 0 && value.compareTo(range.high()) <= 0;
  }

  private static String slip(BigDecimal value, Range range) {
    for (boolean smaller : List.of(true, false)) {
      String factors =
          SLIPS.stream()
              .filter(factor -> inside(scaled(value, factor, smaller), range))
              .map(String::valueOf)
              .collect(Collectors.joining(" or "));
      if (!factors.isEmpty()) {
        return " It would be inside if it were "
            + factors
            + (smaller ? " times smaller" : " times larger")
            + ": is the unit right?";
      }
    }
    return "";
  }

  private static BigDecimal scaled(BigDecimal value, int factor, boolean smaller) {
    BigDecimal by = BigDecimal.valueOf(factor);
    return smaller ? value.divide(by) : value.multiply(by);
  }
}
