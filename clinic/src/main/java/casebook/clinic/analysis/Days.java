// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes a day as a paper does: `30 June 2001`.
final class Days {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Days() {}

  static String printed(LocalDate day) {
    return DAY.format(day);
  }
}
