// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;

/// A node of the study file, free of YAML: a keyword, the words beside it, the clauses below it.
///
/// An entry `key: words` has words and no children; `key: {...}` and an indented block have
/// children; a list has one child an item, each with an empty keyword. An analysis, written `-
/// association: igm_positive` with its options below, is a clause with the keyword `association`,
/// whose children are all its entries, the first (`association: igm_positive`) included.
///
/// @param keyword the key as written, without quotes; empty for an item of a list
/// @param words the value as written, without quotes; empty when the clause has children or no
///   value
/// @param shape what the value is
/// @param children the clauses below, in order
/// @param at the place of the keyword (of the value for an item of a list)
/// @param wordsAt the place of the value
/// @param lines the places of the lines of words that run over several lines; each line but the
///   first stands one character after the one before. Empty when the words stand in one line
public record Clause(
    String keyword,
    String words,
    Shape shape,
    List<Clause> children,
    Span at,
    Span wordsAt,
    List<Span> lines) {

  /// What the value of a clause is.
  public enum Shape {
    /// Nothing stands after the colon.
    EMPTY,
    /// Words written without quotes.
    PLAIN,
    /// Words written in quotes or as a text block.
    QUOTED,
    /// A list: each child is an item.
    LIST,
    /// Named entries: each child is an entry.
    MAP
  }

  public Clause {
    children = List.copyOf(children);
    lines = List.copyOf(lines);
  }

  /// A clause whose words stand in one line, or that has none.
  public Clause(
      String keyword, String words, Shape shape, List<Clause> children, Span at, Span wordsAt) {
    this(keyword, words, shape, children, at, wordsAt, List.of());
  }

  /// The first child with that keyword.
  public Optional<Clause> child(String wanted) {
    return children.stream().filter(child -> child.keyword().equals(wanted)).findFirst();
  }

  /// Says whether the value is words rather than a list or entries.
  public boolean isWords() {
    return shape == Shape.PLAIN || shape == Shape.QUOTED;
  }

  /// The place of a part of the words.
  ///
  /// @param offset characters of the words before it
  /// @param length its length in characters
  public Span part(int offset, int length) {
    int before = offset;
    for (Span line : lines) {
      if (before <= line.length()) {
        return line.part(before, Math.max(1, Math.min(length, line.length() - before)));
      }
      before -= line.length() + 1;
    }
    boolean exact = lines.isEmpty() && wordsAt.length() == words.length();
    return exact ? wordsAt.part(offset, Math.max(1, length)) : wordsAt;
  }

  /// A part of the words as a clause of its own.
  public Clause words(int offset, int length) {
    Span place = part(offset, length);
    String text = words.substring(offset, offset + length);
    return new Clause(keyword, text, shape, List.of(), at, place);
  }
}
