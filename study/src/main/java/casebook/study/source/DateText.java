// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.language.DataFiles.DateOrder;
import java.time.LocalDate;
import java.time.YearMonth;

/// Reads a date as it stands in a cell, in the declared order, or says what else it may be.
final class DateText {
  private DateText() {}

  /// Reads a date.
  ///
  /// @param text the cell, without spaces around it
  /// @param order the declared order
  static Reading<WrittenDay> read(String text, DateOrder order) {
    if (order == DateOrder.ISO && isWritten(text)) {
      int year = Integer.parseInt(text, 0, 4, 10);
      int month = Integer.parseInt(text, 5, 7, 10);
      int day = Integer.parseInt(text, 8, 10, 10);
      boolean inYear = month >= 1 && month <= 12 && day >= 1;
      if (inYear && day <= YearMonth.of(year, month).lengthOfMonth()) {
        return Reading.good(new WrittenDay.Whole(LocalDate.of(year, month, day)));
      }
    }
    return UnusualDate.read(text, order);
  }

  /// Says whether the text is written as year-month-day, all of it.
  private static boolean isWritten(String text) {
    boolean written = text.length() == 10;
    for (int i = 0; written && i < 10; i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      written = (i == 4 || i == 7) ? c == '-' : digit;
    }
    return written;
  }
}
