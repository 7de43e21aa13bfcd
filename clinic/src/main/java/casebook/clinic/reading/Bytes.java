// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks at eight bytes of a text at a time.
///
/// Source: Warren 2012, Hacker's Delight, 2nd ed., chapter 6 (finding a byte in a word).
final class Bytes {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long QUOTES = ONES * '"';
  private static final long ENDS = ONES * '\n';
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private Bytes() {}

  private static long eight(byte[] bytes, int at) {
    return (long) EIGHT.get(bytes, at);
  }

  /// Says whether the same bytes stand at two places.
  ///
  /// @param length at least 8
  static boolean same(byte[] bytes, int one, int other, int length) {
    int last = length - Long.BYTES;
    return eight(bytes, one) == eight(bytes, other)
        && eight(bytes, one + last) == eight(bytes, other + last);
  }

  /// The first byte from a place on that is a quotation mark or stands below the space, as line
  /// ends and tabs do; `to` when there is none.
  static int mark(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = eight(bytes, at);
      long quote = word ^ QUOTES;
      long found = (((word - ONES * ' ') & ~word) | ((quote - ONES) & ~quote)) & TOPS;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && bytes[at] != '"' && (bytes[at] >= ' ' || bytes[at] < 0)) {
      at++;
    }
    return at;
  }

  /// How many line ends there are up to a place.
  static int lines(byte[] bytes, int to) {
    int lines = 0;
    int at = 0;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long other = eight(bytes, at) ^ ENDS;
      // the top bit of each byte that is not 0, without a carry from one byte to the next
      long differs = (((other & ~TOPS) + ~TOPS) | other) & TOPS;
      lines += Long.BYTES - Long.bitCount(differs);
    }
    for (; at < to; at++) {
      lines += bytes[at] == '\n' ? 1 : 0;
    }
    return lines;
  }

  /// A number that texts rarely share.
  static long hash(byte[] bytes, int from, int to) {
    long hash = MIX * (to - from + 1);
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = mixed(hash ^ eight(bytes, at));
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = (rest << 8) | (bytes[at] & 0xff);
    }
    return mixed(hash ^ rest);
  }

  private static long mixed(long word) {
    long product = word * MIX;
    return product ^ (product >>> 29);
  }
}
