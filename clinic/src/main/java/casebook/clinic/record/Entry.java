// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.record;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;

/// Where an event stands: in the calendar of the clinic, and in the file it was read from.
///
/// Dates and clock times carry no zone. Entries are ordered by day, then by time (an unknown time
/// before every known one), then by line.
///
/// @param day the day, or the first day of what lasts
/// @param time the time on the clock; empty: not written down
/// @param line the line of the file, from 1
/// @param note what stands beside it, as written; may be empty
public record Entry(LocalDate day, Optional<LocalTime> time, int line, String note)
    implements Comparable<Entry> {
  private static final Comparator<Entry> UNTIMED_FIRST =
      Comparator.comparing((Entry entry) -> entry.time().orElse(LocalTime.MIN))
          .thenComparing(entry -> entry.time().isPresent());

  public Entry {
    if (line < 0) {
      throw new IllegalArgumentException("line " + line + " is less than 0");
    }
  }

  /// An entry without time and note.
  public static Entry of(LocalDate day, int line) {
    return new Entry(day, Optional.empty(), line, "");
  }

  /// Day and time; empty when the time is not known.
  public Optional<LocalDateTime> moment() {
    return time.map(day::atTime);
  }

  @Override
  public int compareTo(Entry other) {
    int side = day.compareTo(other.day);
    if (side == 0 && (time.isPresent() || other.time.isPresent())) {
      side = UNTIMED_FIRST.compare(this, other);
    }
    return side != 0 ? side : Integer.compare(line, other.line);
  }
}
