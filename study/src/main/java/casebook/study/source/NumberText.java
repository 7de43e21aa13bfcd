// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.math.BigDecimal;

/// Reads a number as it stands in a cell, exactly, or says what else it may be.
///
/// A number is an optional sign, digits 0 to 9, the declared decimal sign with digits, an optional
/// power of ten (`1.5e3`). Everything else is refused: thousands separators, the other decimal
/// sign, units, marks, other digits, `NaN`.
final class NumberText {
  /// A decimal of so many digits is the shortest decimal of its nearest double.
  static final int SAFE_DIGITS = 15;

  private NumberText() {}

  /// Reads a number.
  ///
  /// @param text the cell, without spaces around it
  /// @param decimal the declared decimal sign, `.` or `,`
  static Reading<BigDecimal> read(String text, char decimal) {
    long digits = 0;
    int count = 0;
    int point = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && count < SAFE_DIGITS) {
        digits = 10 * digits + (c - '0');
        count++;
      } else if (c == decimal && point < 0 && count > 0) {
        point = count;
      } else {
        return UnusualNumber.read(text, decimal);
      }
    }
    if (count == 0 || point == count) {
      return UnusualNumber.read(text, decimal);
    }
    return Reading.good(
        digits == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(digits, point < 0 ? 0 : count - point));
  }

  /// Says whether the text is a detection limit, such as `<10`.
  static boolean isLimit(String text, char decimal) {
    return !text.isEmpty()
        && "<>≤≥".indexOf(text.charAt(0)) >= 0
        && UnusualNumber.isLimit(text, decimal);
  }

  /// Says whether a spreadsheet seems to have turned a long number into a rounded one.
  static boolean roundedBySpreadsheet(String text) {
    return text.indexOf('+') > 0 && text.matches("[0-9](?:[.,][0-9]+)?[eE]\\+[0-9]+");
  }
}
