// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// Whole rows of whole patients from a file in which the rows of a patient stand together.
final class Chunk {
  private final byte[] bytes;
  private final int length;
  private final int line;

  private Chunk(byte[] bytes, int length, int line) {
    this.bytes = bytes;
    this.length = length;
    this.line = line;
  }

  /// The rows, for reading only; what lies beyond the length does not count.
  byte[] bytes() {
    return bytes;
  }

  /// How many bytes count.
  int length() {
    return length;
  }

  /// The line of the first row, from 1.
  int line() {
    return line;
  }

  /// Cuts a file into chunks.
  static final class Cutter {
    private static final int LARGEST = 1 << 28;

    private final InputStream in;
    private final byte separator;
    private byte[] rest;
    private int held;
    private int line;
    private boolean ended;

    /// @param in what follows the header
    /// @param separator between fields
    /// @param line the line that comes next, from 1
    /// @param size bytes of a chunk, about
    Cutter(InputStream in, byte separator, int line, int size) {
      this.in = in;
      this.separator = separator;
      this.line = line;
      this.rest = new byte[size];
    }

    /// The next chunk; empty at the end. A patient whose rows do not fit makes it larger.
    Optional<Chunk> next() throws IOException {
      while (!ended) {
        int read = in.readNBytes(rest, held, rest.length - held);
        held += read;
        ended = held < rest.length;
        int cut = ended ? held : lastPatient();
        if (cut > 0) {
          return Optional.of(cut(cut));
        }
        if (!ended) {
          if (rest.length >= LARGEST) {
            throw new IOException("the rows of one patient are longer than 256 MB");
          }
          rest = Arrays.copyOf(rest, 2 * rest.length);
        }
      }
      return Optional.empty();
    }

    private Chunk cut(int end) {
      Chunk chunk = new Chunk(rest, end, line);
      byte[] after = new byte[rest.length];
      System.arraycopy(rest, end, after, 0, held - end);
      line += Bytes.lines(rest, end);
      held -= end;
      rest = after;
      return chunk;
    }

    /// Where the rows of the last patient begin; 0 when there is only one.
    private int lastPatient() {
      int start = rowBefore(held);
      start = start > 0 ? rowBefore(start) : 0; // the last row may be cut off
      int begin = start;
      while (begin > 0) {
        int before = rowBefore(begin);
        if (!samePatient(before, start)) {
          return begin;
        }
        begin = before;
      }
      return 0;
    }

    /// The beginning of the row that ends before a place.
    private int rowBefore(int end) {
      int place = end - 1;
      while (place > 0 && rest[place - 1] != '\n') {
        place--;
      }
      return Math.max(0, place);
    }

    private boolean samePatient(int one, int other) {
      int i = 0;
      while (other + i < held && rest[one + i] == rest[other + i]) {
        if (rest[one + i] == separator) {
          return true;
        }
        i++;
      }
      return false;
    }
  }
}
