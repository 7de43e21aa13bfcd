// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;

/// A node of the study file, free of YAML: a keyword, the words beside it, the clauses below it.
///
/// An entry `key: words` has words and no children; `key: {...}` and an indented block have
/// children; a list has one child an item, each with an empty keyword.
///
/// @param keyword the key as written, without quotes; empty for an item of a list
/// @param words the value as written, without quotes; empty when the clause has children or no
///   value
/// @param shape what the value is
/// @param children the clauses below, in order
/// @param at the place of the keyword (of the value for an item of a list)
/// @param wordsAt the place of the value
public record Clause(
    String keyword, String words, Shape shape, List<Clause> children, Span at, Span wordsAt) {

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
  }

  /// The first child with that keyword.
  public Optional<Clause> child(String wanted) {
    return children.stream().filter(child -> child.keyword().equals(wanted)).findFirst();
  }

  /// Says whether the value is words rather than a list or entries.
  public boolean isWords() {
    return shape == Shape.PLAIN || shape == Shape.QUOTED;
  }
}
