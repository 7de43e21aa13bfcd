// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.record.Entry;
import casebook.clinic.record.Event;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// What stands behind the date of a row, read once for all rows that say the same: counts and doses
/// repeat, patients and days do not. Holds at most 32,768 of them; where four share a place, a new
/// one takes that of an old one.
final class Tails {
  private static final int SIZE = 1 << 15;
  private static final int WAYS = 4;

  private final byte[][] texts = new byte[SIZE][];
  private final Event[] events = new Event[SIZE];
  private final long[] hashes = new long[SIZE];

  /// The event of such a row, on some day; empty when none was kept.
  Optional<Event> find(long hash, byte[] bytes, int from, int to) {
    int first = first(hash);
    for (int place = first; place < first + WAYS; place++) {
      byte[] text = texts[place];
      if (text != null
          && hashes[place] == hash
          && Arrays.equals(text, 0, text.length, bytes, from, to)) {
        return Optional.of(events[place]);
      }
    }
    return Optional.empty();
  }

  private static int first(long hash) {
    return (int) hash & SIZE - WAYS;
  }

  private int free(long hash) {
    int first = first(hash);
    for (int place = first; place < first + WAYS; place++) {
      if (texts[place] == null) {
        return place;
      }
    }
    return first + (int) (hash >>> 62);
  }

  /// Keeps an event, if all that it says is its day and what the row says behind it.
  ///
  /// @return whether it does
  boolean keep(long hash, byte[] bytes, int from, int to, Event event) {
    boolean plain =
        event.entry().note().isEmpty()
            && event.entry().time().isEmpty()
            && switch (event) {
              case Event.Measurement it -> true;
              case Event.Level it -> it.lastDose().isEmpty();
              case Event.Dose it -> it.until().isEmpty();
              default -> false;
            };
    if (plain) {
      int place = free(hash);
      texts[place] = Arrays.copyOfRange(bytes, from, to);
      hashes[place] = hash;
      events[place] = event;
    }
    return plain;
  }

  /// The same event on another day.
  static Event on(LocalDate day, int line, Event kept) {
    Entry entry = Entry.of(day, line);
    return switch (kept) {
      case Event.Measurement it -> new Event.Measurement(entry, it.name(), it.quantity());
      case Event.Level it ->
          new Event.Level(
              entry,
              it.name(),
              it.quantity(),
              it.specimen(),
              it.assay(),
              it.lastDose(),
              it.hours());
      case Event.Dose it -> new Event.Dose(entry, it.drug(), it.mgPerDay(), it.until());
      default -> throw new IllegalArgumentException("an event that is not kept");
    };
  }
}
