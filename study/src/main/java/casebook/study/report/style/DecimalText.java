// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import java.math.BigDecimal;

/// Prints decimals with the signs of a journal: its point, its thousands, a true minus.
///
/// @param journal the style
record DecimalText(Journal journal) {
  /// A decimal as it is.
  String of(BigDecimal value) {
    String plain = value.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String fraction = point < 0 ? "" : journal.point() + plain.substring(point + 1);
    if (value.abs().compareTo(BigDecimal.valueOf(journal.thousands().from())) >= 0) {
      whole = grouped(whole);
    }
    return (value.signum() < 0 ? "−" : "") + whole + fraction;
  }

  /// A decimal rounded to so many places.
  String fixed(BigDecimal value, int decimals) {
    return of(Digits.fixed(value, decimals));
  }

  private String grouped(String digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      text.insert(at, journal.thousands().separator());
    }
    return text.toString();
  }
}
