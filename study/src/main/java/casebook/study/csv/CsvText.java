// SPDX-License-Identifier: Apache-2.0
package casebook.study.csv;

import java.util.List;

/// Writes fields and lines of separated text (RFC 4180: commas, CR LF), with no text that a
/// spreadsheet would run as a formula.
public final class CsvText {
  /// What a spreadsheet takes for the beginning of a formula, in half and full width.
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private CsvText() {}

  /// A text as a field: one that begins like a formula begins with an apostrophe; quoted where it
  /// must be.
  public static String text(String text) {
    return quoted(!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text);
  }

  /// A number or a date as a field, which may begin with a sign.
  public static String value(String value) {
    return quoted(value);
  }

  private static String quoted(String field) {
    return mustBeQuoted(field) ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }

  private static boolean mustBeQuoted(String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  /// A line of fields that are ready.
  public static String line(List<String> fields) {
    return String.join(",", fields) + "\r\n";
  }
}
