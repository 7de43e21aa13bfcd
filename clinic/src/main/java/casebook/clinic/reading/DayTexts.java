// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Days written as 2004-03-28, each made once.
final class DayTexts {
  /// How many bytes such a day has.
  static final int LENGTH = 10;

  private static final int FIRST = 1850;
  private static final int YEARS = 300;

  private final @Nullable LocalDate[] days = new LocalDate[YEARS * 16 * 32];

  private byte[] before = new byte[0];
  private int place;
  private Optional<LocalDate> day = Optional.empty();

  /// The day that begins at a place; empty when it is written otherwise or is none. Rows of one
  /// visit have the same.
  @SuppressWarnings("ReferenceEquality") // of one array, not of what it holds
  Optional<LocalDate> at(byte[] bytes, int from) {
    if (before != bytes || !Bytes.same(bytes, place, from, LENGTH)) {
      before = bytes;
      place = from;
      day = read(bytes, from);
    }
    return day;
  }

  private Optional<LocalDate> read(byte[] bytes, int from) {
    int wrong = 0; // below 0 once anything was no digit
    int digits = 0;
    for (int i = 0; i < LENGTH; i++) {
      if (i != 4 && i != 7) {
        int digit = bytes[from + i] - '0';
        wrong |= digit | 9 - digit;
        digits = 10 * digits + digit;
      }
    }
    return wrong < 0 || bytes[from + 4] != '-' || bytes[from + 7] != '-'
        ? Optional.empty()
        : of(digits / 10_000, digits / 100 % 100, digits % 100);
  }

  private Optional<LocalDate> of(int year, int month, int day) {
    if (year < FIRST || year >= FIRST + YEARS || month > 12 || day > 31) {
      return made(year, month, day);
    }
    int index = ((year - FIRST) * 16 + month) * 32 + day;
    LocalDate known = days[index];
    if (known != null) {
      return Optional.of(known);
    }
    Optional<LocalDate> made = made(year, month, day);
    made.ifPresent(it -> days[index] = it);
    return made;
  }

  private static Optional<LocalDate> made(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
