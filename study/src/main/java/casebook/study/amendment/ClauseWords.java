// SPDX-License-Identifier: Apache-2.0
package casebook.study.amendment;

import casebook.study.language.Clause;
import java.util.List;
import java.util.stream.Collectors;

/// Says a clause in one line. Two clauses that mean something else have other lines.
final class ClauseWords {
  /// Keys whose value is the clause, so that the key need not be said.
  private static final List<String> VALUES = List.of("require", "do", "is", "measure");

  private ClauseWords() {}

  /// The value of a clause in one line, without its keyword.
  static String of(Clause clause) {
    return switch (clause.shape()) {
      case EMPTY -> "";
      case PLAIN, QUOTED -> clause.words().replaceAll("\\s+", " ").strip();
      case LIST ->
          clause.children().stream().map(ClauseWords::item).collect(Collectors.joining(", "));
      case MAP ->
          clause.children().stream().map(ClauseWords::entry).collect(Collectors.joining("; "));
    };
  }

  private static String item(Clause item) {
    String words = of(item);
    boolean map = item.shape() == Clause.Shape.MAP || item.shape() == Clause.Shape.LIST;
    return map ? "{" + words + "}" : quoted(words, ",");
  }

  private static String entry(Clause entry) {
    boolean below = entry.shape() == Clause.Shape.MAP;
    String words = below ? "{" + of(entry) + "}" : quoted(of(entry), ";");
    return VALUES.contains(entry.keyword()) ? words : (entry.keyword() + " " + words).strip();
  }

  private static String quoted(String words, String mark) {
    return words.contains(mark) ? "\"" + words + "\"" : words;
  }
}
