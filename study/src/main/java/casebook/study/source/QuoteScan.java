// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.util.Optional;

/// Follows quotes, lines and lengths of fields through a separated text, character by character.
final class QuoteScan {
  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED
  }

  /// What is wrong.
  enum Kind {
    NUL,
    UNCLOSED,
    TEXT_AFTER_QUOTE,
    LONG_FIELD,
    LONG_ROW,
    MANY_COLUMNS
  }

  /// A breach of the form of the file.
  ///
  /// @param kind what is wrong
  /// @param line line on which the field begins, from 1
  /// @param column column at which it begins, from 1
  /// @param foundLine line on which it was noticed
  record Breach(Kind kind, int line, int column, int foundLine) {}

  private final char separator;
  private State state = State.FIELD_START;
  private int line = 1;
  private int column = 1;
  private int fieldLine = 1;
  private int fieldColumn = 1;
  private int length;
  private int rowLength;
  private int separators;
  private boolean afterReturn;
  private Optional<Breach> breach = Optional.empty();

  QuoteScan(char separator) {
    this.separator = separator;
  }

  /// The line of the next character, from 1.
  int line() {
    return line;
  }

  /// The column of the next character, from 1.
  int column() {
    return column;
  }

  /// What broke the form, once `accept` has stopped before the end.
  Optional<Breach> breach() {
    return breach;
  }

  /// Takes characters in order and says how many: fewer than `count` when one breaks the form.
  int accept(char[] text, int from, int count) {
    int i = from;
    while (i < from + count) {
      boolean plain = state == State.PLAIN || (state == State.FIELD_START && text[i] != '"');
      int ordinary = plain ? ordinary(text, i, from + count) : 0;
      if (ordinary > 0) {
        state = State.PLAIN;
        afterReturn = false;
        length += ordinary;
        rowLength += ordinary;
        column += ordinary;
        i += ordinary;
      }
      if (i < from + count) {
        breach = accept(text[i]);
        if (breach.isPresent()) {
          return i - from;
        }
        i++;
      }
    }
    return count;
  }

  /// How many characters from here on only prolong a plain field, as far as it may be prolonged.
  private int ordinary(char[] text, int from, int end) {
    int room = Math.min(CsvSource.LONGEST_FIELD - length, CsvSource.LONGEST_ROW - rowLength);
    int last = Math.min(end, from + room);
    char between = separator;
    int i = from;
    while (i < last && text[i] > '\r' && text[i] != between) {
      i++;
    }
    return i - from;
  }

  private Optional<Breach> accept(char c) {
    if (c == 0) {
      return Optional.of(breach(Kind.NUL));
    }
    boolean lineEnd = c == '\n' || c == '\r';
    if (state == State.QUOTE_IN_QUOTED && c != '"' && c != separator && !lineEnd) {
      return Optional.of(breach(Kind.TEXT_AFTER_QUOTE));
    }
    state = next(c, lineEnd);
    Optional<Kind> excess = excess(c);
    if (excess.isPresent()) {
      return excess.map(this::breach);
    }
    move(c);
    if (state == State.FIELD_START) {
      startField(lineEnd);
    }
    return Optional.empty();
  }

  private Optional<Kind> excess(char c) {
    length++;
    rowLength++;
    if (state == State.FIELD_START) {
      separators += c == separator ? 1 : 0;
      return separators >= CsvSource.MOST_COLUMNS
          ? Optional.of(Kind.MANY_COLUMNS)
          : Optional.empty();
    }
    if (length > CsvSource.LONGEST_FIELD) {
      return Optional.of(state == State.QUOTED ? Kind.UNCLOSED : Kind.LONG_FIELD);
    }
    return rowLength > CsvSource.LONGEST_ROW ? Optional.of(Kind.LONG_ROW) : Optional.empty();
  }

  private void startField(boolean newRow) {
    fieldLine = line;
    fieldColumn = column;
    length = 0;
    if (newRow) {
      rowLength = 0;
      separators = 0;
    }
  }

  /// Answers when the text must not end here.
  Optional<Breach> atEnd() {
    return state == State.QUOTED ? Optional.of(breach(Kind.UNCLOSED)) : Optional.empty();
  }

  private State next(char c, boolean lineEnd) {
    return switch (state) {
      case FIELD_START ->
          c == '"' ? State.QUOTED : c == separator || lineEnd ? State.FIELD_START : State.PLAIN;
      case PLAIN -> c == separator || lineEnd ? State.FIELD_START : State.PLAIN;
      case QUOTED -> c == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
      case QUOTE_IN_QUOTED -> c == '"' ? State.QUOTED : State.FIELD_START;
    };
  }

  private void move(char c) {
    if (c == '\n' && afterReturn) {
      afterReturn = false;
      return;
    }
    afterReturn = c == '\r';
    if (afterReturn || c == '\n') {
      line++;
      column = 1;
    } else {
      column++;
    }
  }

  private Breach breach(Kind kind) {
    return new Breach(kind, fieldLine, fieldColumn, line);
  }
}
