// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.text;

import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Turns the bytes of a study file into text: UTF-8, with or without a byte order mark, and without
/// characters that nobody sees.
final class StudyEncoding {
  private static final String SMALLEST =
      """
      The smallest study says:
          casebook: 1
          title: Smoking and venous thrombosis
          design: case-control
          data: participants.csv
          subject: id
          variables:
            group: control | patient
          cases: group is patient
          controls: group is control
      or begin with `casebook new DATA.csv`.\
      """;

  private static final int MOST_STRANGE = 20;

  private StudyEncoding() {}

  /// Decodes the bytes, or says what they are instead of UTF-8.
  static Checked<String> decode(String name, byte[] bytes) {
    if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF) || everyOtherByteZero(bytes)) {
      return refused(
          Span.ofFile(name),
          "study/encoding",
          "The file is written in UTF-16.",
          "Save it as UTF-8 (in Windows Notepad: Save as, Encoding UTF-8).");
    }
    int mark = begins(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, text, true);
    if (result.isError()) {
      return refused(name, bytes, in.position());
    }
    String decoded = text.flip().toString();
    if (decoded.isBlank()) {
      String found =
          mark > 0 ? "The file holds a byte order mark and no text." : "The file is empty.";
      return refused(Span.ofFile(name), "study/empty", found, SMALLEST);
    }
    List<Problem> strange = allSeen(decoded) ? List.of() : strange(name, decoded);
    return strange.isEmpty() ? Checked.of(decoded) : Checked.none(strange);
  }

  /// Cuts a text into its lines, however they end.
  static List<String> lines(String text) {
    return List.of(text.indexOf('\r') < 0 ? text.split("\n", -1) : text.split("\r\n|\r|\n", -1));
  }

  private static boolean begins(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean everyOtherByteZero(byte[] bytes) {
    int zeros = 0;
    int looked = Math.min(bytes.length, 200);
    for (int i = 0; i < looked; i++) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return looked > 1 && zeros * 3 > looked;
  }

  private static <T> Checked<T> refused(Span at, String code, String message, String fix) {
    return Checked.none(List.of(Problem.error(code, at, message, fix)));
  }

  /// The place and the byte that is not UTF-8, with the letter that Latin-1 means by it.
  private static Checked<String> refused(String name, byte[] bytes, int position) {
    List<String> before = lines(new String(bytes, 0, position, StandardCharsets.UTF_8));
    Span at = new Span(name, before.size(), before.getLast().length() + 1, 1);
    int wrong = bytes[position] & 0xFF;
    String letter = new String(bytes, position, 1, StandardCharsets.ISO_8859_1);
    String meant = Character.isLetter(letter.codePointAt(0)) ? ", `" + letter + "` in Latin-1" : "";
    return refused(
        at,
        "study/encoding",
        String.format(
            Locale.ROOT,
            "The file is not UTF-8: byte %02X (at offset %d%s) cannot stand here.",
            wrong,
            position,
            meant),
        "Save the file as UTF-8.");
  }

  /// Characters that are not seen, or that turn the direction of what is read.
  private static List<Problem> strange(String name, String text) {
    Problems problems = new Problems();
    List<String> lines = lines(text);
    int found = 0;
    for (int number = 0; number < lines.size() && found < MOST_STRANGE; number++) {
      for (Span at : strange(name, lines.get(number), number + 1)) {
        int code = lines.get(number).codePointAt(at.column() - 1);
        found++;
        problems.error(
            "study/invisible-character",
            at,
            String.format(
                Locale.ROOT,
                "The invisible character U+%04X (%s) stands here.",
                code,
                String.valueOf(Character.getName(code)).toLowerCase(Locale.ROOT)),
            "Take it out.");
      }
    }
    return problems.list();
  }

  private static boolean allSeen(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r' && invisible(c)) {
        return false;
      }
    }
    return true;
  }

  private static List<Span> strange(String name, String line, int number) {
    List<Span> places = new ArrayList<>();
    for (int i = 0; i < line.length() && places.size() < MOST_STRANGE; i++) {
      if (invisible(line.charAt(i))) {
        places.add(new Span(name, number, i + 1, 1));
      }
    }
    return places;
  }

  private static boolean invisible(char c) {
    if (c >= ' ' && c < 0x7F) {
      return false;
    }
    boolean control = Character.isISOControl(c) && c != '\t';
    boolean format = Character.getType(c) == Character.FORMAT;
    boolean line = c == '\u2028' || c == '\u2029';
    return control || format || line || c >= '\uFFFE';
  }
}
