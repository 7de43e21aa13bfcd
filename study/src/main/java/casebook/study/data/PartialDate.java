// SPDX-License-Identifier: Apache-2.0
package casebook.study.data;

import java.time.LocalDate;
import java.time.YearMonth;

/// A date of which only the month or the year is known.
///
/// @param text as written, such as `2003-05` or `2003`
/// @param first the earliest day it can be
/// @param last the latest day it can be
public record PartialDate(String text, LocalDate first, LocalDate last) {
  public PartialDate {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(last + " is before " + first);
    }
  }

  /// A month without a day.
  public static PartialDate of(YearMonth month, String text) {
    return new PartialDate(text, month.atDay(1), month.atEndOfMonth());
  }

  /// A year without month and day.
  public static PartialDate ofYear(int year, String text) {
    return new PartialDate(text, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }
}
