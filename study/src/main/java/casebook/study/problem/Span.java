// SPDX-License-Identifier: Apache-2.0
package casebook.study.problem;

/// A place in a text file.
///
/// @param file the file's name as the user gave it
/// @param line line number, from 1; 0 when the place is the whole file
/// @param column column in characters, from 1; 0 when the place is the whole line
/// @param length number of characters, at least 1, or 0 when the place is the whole line
public record Span(String file, int line, int column, int length) {
  public Span {
    if (line < 0 || column < 0 || length < 0) {
      throw new IllegalArgumentException("no such place: " + line + ":" + column + "+" + length);
    }
  }

  /// The file as a whole.
  public static Span ofFile(String file) {
    return new Span(file, 0, 0, 0);
  }

  /// A whole line.
  public static Span ofLine(String file, int line) {
    return new Span(file, line, 0, 0);
  }

  /// The part of this place that begins `offset` characters later and is `length` long.
  public Span part(int offset, int length) {
    return new Span(file, line, column + offset, length);
  }
}
