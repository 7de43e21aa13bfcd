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
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::day)
          .thenComparing(entry -> entry.time().orElse(LocalTime.MIN))
          .thenComparing(entry -> entry.time().isPresent())
          .thenComparingInt(Entry::line);

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
    return ORDER.compare(this, other);
  }
}
