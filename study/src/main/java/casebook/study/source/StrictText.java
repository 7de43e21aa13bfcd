// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The characters of a data file, read strictly: UTF-8 only, no NUL, quotes that close, fields of
/// at most a million characters.
///
/// At the first breach the text ends and `refusal()` says what is wrong and where; everything
/// before it can still be read. A byte order mark at the beginning is left out. Memory does not
/// grow with the file.
final class StrictText extends Reader {
  private static final int CHUNK = 1 << 14;

  private final InputStream in;
  private final String file;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(CHUNK).limit(0);
  private final QuoteScan quotes;
  private long offset; // of the first byte in `bytes` that is not decoded yet
  private long chunkOffset; // of the byte that the first character in `chars` began with
  private int stopped; // where in `chars` the form was broken
  private boolean started;
  private boolean byteOrderMark;
  private Next next = Next.BYTES;
  private boolean finished;
  private Optional<Problem> refusal = Optional.empty();

  /// What comes once the decoded characters are used up.
  private enum Next {
    BYTES,
    END,
    NOT_UTF8
  }

  StrictText(InputStream in, String file, char separator) {
    this.in = in;
    this.file = file;
    this.quotes = new QuoteScan(separator);
  }

  /// Why the text ended before the file did; known once the text has been read to its end.
  Optional<Problem> refusal() {
    return refusal;
  }

  /// Says whether a byte order mark stood at the beginning.
  boolean byteOrderMark() {
    return byteOrderMark;
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!chars.hasRemaining()) {
      if (finished) {
        return -1;
      }
      goOn();
    }
    int count = Math.min(length, chars.remaining());
    int first = chars.position();
    chars.get(target, from, count);
    int accepted = quotes.accept(target, from, count);
    if (accepted < count) {
      stopped = first + accepted;
      refusal = quotes.breach().map(this::problem);
      finished = true;
      chars.limit(chars.position());
      return accepted == 0 ? -1 : accepted;
    }
    return count;
  }

  private void goOn() throws IOException {
    if (next == Next.BYTES) {
      decode();
      return;
    }
    finished = true;
    refusal =
        switch (next) {
          case NOT_UTF8 -> Optional.of(notUtf8(bytes.get(bytes.position())));
          case BYTES, END -> quotes.atEnd().map(this::problem);
        };
  }

  private void decode() throws IOException {
    boolean end = fill();
    int before = bytes.position();
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, end);
    chars.flip();
    chunkOffset = offset;
    offset += bytes.position() - before;
    if (result.isError()) {
      next = Next.NOT_UTF8;
    } else if (end) {
      next = Next.END;
    }
    dropByteOrderMark();
  }

  /// Reads bytes until the chunk is full; says whether the file ended.
  private boolean fill() throws IOException {
    bytes.compact();
    while (bytes.hasRemaining()) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      if (read < 0) {
        bytes.flip();
        return true;
      }
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
    return false;
  }

  private void dropByteOrderMark() {
    if (!started && chars.hasRemaining()) {
      started = true;
      if (chars.get(chars.position()) == '\uFEFF') {
        byteOrderMark = true;
        chars.position(chars.position() + 1);
      }
    }
  }

  private Problem notUtf8(byte bad) {
    int value = bad & 0xff;
    String hex = String.format(Locale.ROOT, "%02X", value);
    String meant = value >= 0xa0 ? " In Latin-1 it would be `" + (char) value + "`." : "";
    return Problem.error(
        "data/not-utf-8",
        here(),
        "Byte "
            + offset
            + " of the file (counted from 0) is "
            + hex
            + ", which is not UTF-8."
            + meant,
        "Save the file as UTF-8 (in a spreadsheet: \"CSV UTF-8\").");
  }

  private Problem nul() {
    String before = new String(chars.array(), 0, stopped);
    long nul = chunkOffset + before.getBytes(StandardCharsets.UTF_8).length;
    return Problem.error(
        "data/nul-byte",
        here(),
        "Byte " + nul + " of the file (counted from 0) is 00, which no text holds.",
        "The file is damaged, or it is not text; export it again as CSV in UTF-8.");
  }

  private Span here() {
    return new Span(file, quotes.line(), quotes.column(), 1);
  }

  private Problem problem(QuoteScan.Breach breach) {
    Span at = new Span(file, breach.line(), breach.column(), 1);
    return switch (breach.kind()) {
      case NUL -> nul();
      case UNCLOSED ->
          Problem.error(
              "data/unclosed-quote",
              at,
              "The quote that opens here is never closed.",
              "Close it before the separator, or write a quote inside a text twice (\"\").");
      case TEXT_AFTER_QUOTE ->
          Problem.error(
              "data/text-after-quote",
              at,
              String.format(
                  Locale.ROOT,
                  "The quote that opens here closes in line %d, and text follows it before the"
                      + " next separator.",
                  breach.foundLine()),
              "Write a quote inside a text twice (\"\").");
      case LONG_FIELD ->
          tooLong(
              at,
              "The field that begins here is longer than %,d characters.",
              CsvSource.LONGEST_FIELD);
      case LONG_ROW ->
          tooLong(
              at, "The row that holds this is longer than %,d characters.", CsvSource.LONGEST_ROW);
      case MANY_COLUMNS ->
          tooLong(at, "This row has more than %,d columns.", CsvSource.MOST_COLUMNS);
    };
  }

  private static Problem tooLong(Span at, String message, int limit) {
    return Problem.error(
        "data/too-long",
        at,
        String.format(Locale.ROOT, message, limit),
        "Is the separator right, and does the file have line ends?");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
