// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.text;

import casebook.study.language.Clause;
import casebook.study.language.Clause.Shape;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the exact places of keys and values in the lines of the file.
final class ClausePlaces {
  private static final Pattern COMMENT = Pattern.compile("\\s+(#[^\\s#].*)");

  /// Words over more lines have the place of their first line only.
  private static final int MOST_LINES = 100;

  private final String name;
  private final List<String> lines;

  ClausePlaces(String name, List<String> lines) {
    this.name = name;
    this.lines = lines;
  }

  String name() {
    return name;
  }

  List<String> lines() {
    return lines;
  }

  /// The place whose column is counted in code points, in characters.
  Place characters(int line, int codePoints) {
    String text = line(line);
    int points = text.codePointCount(0, text.length());
    return new Place(line, text.offsetByCodePoints(0, Math.min(codePoints, points)));
  }

  Span span(Place from, int length) {
    return new Span(name, from.line() + 1, from.column() + 1, Math.max(1, length));
  }

  private String line(int number) {
    return number < lines.size() ? lines.get(number) : "";
  }

  /// A scalar as a clause without keyword.
  Clause scalar(String words, boolean plain, Place from, Place to) {
    if (plain && words.isEmpty()) {
      return clause("", Shape.EMPTY, span(from, 1), List.of());
    }
    Shape shape = plain ? Shape.PLAIN : Shape.QUOTED;
    if (from.line() == to.line()) {
      String raw = line(from.line()).substring(from.column(), to.column());
      boolean inside = raw.length() == words.length() + 2 && raw.startsWith(words, 1);
      Span at =
          inside
              ? span(new Place(from.line(), from.column() + 1), words.length())
              : span(from, raw.length());
      return clause(words, shape, at, List.of());
    }
    String text = words.strip();
    List<Span> pieces = pieces(text, from, to);
    Span first = span(from, line(from.line()).length() - from.column());
    return clause(text, shape, pieces.isEmpty() ? first : pieces.getFirst(), pieces);
  }

  private static Clause clause(String words, Shape shape, Span at, List<Span> pieces) {
    return new Clause("", words, shape, List.of(), at, at, pieces);
  }

  /// The lines that words are folded from; empty when they cannot be told apart.
  private List<Span> pieces(String words, Place from, Place to) {
    if (to.line() - from.line() > MOST_LINES) {
      return List.of();
    }
    List<Span> pieces = new ArrayList<>();
    int read = 0;
    for (int number = from.line(); number <= to.line() && read < words.length(); number++) {
      int start = number == from.line() ? from.column() : 0;
      String text = line(number);
      while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      int end = number == to.line() ? to.column() : text.length();
      String piece = start >= end ? "" : text.substring(start, end).stripTrailing();
      boolean header = number == from.line() && !words.startsWith(piece);
      if (piece.isEmpty() || header) {
        continue;
      }
      if (!words.startsWith(piece, read)) {
        return List.of();
      }
      pieces.add(span(new Place(number, start), piece.length()));
      read += piece.length() + 1;
    }
    return read == words.length() + 1 ? pieces : List.of();
  }

  /// The comment without a space after its sign that stands behind a plain value.
  Optional<String> comment(Place to) {
    String text = line(to.line());
    Matcher after = COMMENT.matcher(text.substring(Math.min(to.column(), text.length())));
    return after.matches() ? Optional.of(after.group(1)) : Optional.empty();
  }

  /// Says whether an empty value stands right behind its key, without a colon between.
  boolean touching(Clause key, Clause value) {
    int end = key.wordsAt().column() + key.wordsAt().length();
    boolean same = key.wordsAt().line() == value.wordsAt().line();
    int start = value.wordsAt().column();
    String text = line(key.wordsAt().line() - 1);
    return same
        && start >= end
        && text.substring(Math.min(end - 1, text.length()), Math.min(start - 1, text.length()))
                .indexOf(':')
            < 0;
  }
}
