// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import java.util.Arrays;

/// Finds the rows of one patient after the other in a chunk: where they begin and where their ids
/// and their lines end.
final class PatientRows {
  private final Chunk chunk;
  private final byte[] bytes;
  private final byte separator;
  private int[] starts = new int[128];
  private int[] ends = new int[128];
  private int[] lines = new int[128];
  private int size;
  private int idLength;
  private int place;
  private int line;
  private boolean plain = true;

  /// @param separator between fields
  PatientRows(Chunk chunk, byte separator) {
    this.chunk = chunk;
    this.bytes = chunk.bytes();
    this.separator = separator;
    this.line = chunk.line();
  }

  /// Goes to the next patient; says whether there is one.
  boolean next() {
    size = 0;
    while (place < chunk.length()) {
      int end = lineEnd();
      int stop = end > place && bytes[end - 1] == '\r' ? end - 1 : end;
      if (stop > place) {
        if (size == 0) {
          idLength = idEnd(stop) - place;
        } else if (!same(stop)) {
          return true;
        }
        add(stop);
      }
      place = end + 1;
      line++;
    }
    return size > 0;
  }

  /// Says whether nothing was met so far that only a whole reader understands: a quotation mark, a
  /// control character.
  boolean plain() {
    return plain;
  }

  /// How many rows the patient has.
  int size() {
    return size;
  }

  /// The patient's id: its first byte is that of the first row.
  int idLength() {
    return idLength;
  }

  /// Where a row begins.
  int start(int row) {
    return starts[row];
  }

  /// Where a row ends, its line end left out.
  int end(int row) {
    return ends[row];
  }

  /// The line of a row, from 1.
  int line(int row) {
    return lines[row];
  }

  private int lineEnd() {
    int length = chunk.length();
    int end = Bytes.mark(bytes, place, length);
    while (end < length && bytes[end] != '\n') {
      plain &= bytes[end] == '\t' || bytes[end] == '\r';
      end = Bytes.mark(bytes, end + 1, length);
    }
    return end;
  }

  private int idEnd(int stop) {
    int end = place;
    while (end < stop && bytes[end] != separator) {
      end++;
    }
    return end;
  }

  /// Says whether a row that ends at a place begins with the same id.
  private boolean same(int stop) {
    int after = place + idLength;
    return after < stop
        && bytes[after] == separator
        && Arrays.equals(bytes, place, after, bytes, starts[0], starts[0] + idLength);
  }

  private void add(int stop) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      lines = Arrays.copyOf(lines, 2 * size);
    }
    starts[size] = place;
    ends[size] = stop;
    lines[size++] = line;
  }
}
