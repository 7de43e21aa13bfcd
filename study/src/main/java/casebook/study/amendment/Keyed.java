// SPDX-License-Identifier: Apache-2.0
package casebook.study.amendment;

import casebook.study.language.Clause;
import casebook.study.language.Clause.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stands below a clause, by the name under which the same thing stands in another file.
final class Keyed {
  /// Sections in which several names may share one line.
  private static final List<String> SHARED =
      List.of("variables", "events", "assays", "reference limits");

  /// Where a value alone means an entry: `adult: age >= 18` is `adult: {require: age >= 18}`.
  private static final Map<String, String> SHORT =
      Map.of("eligibility", "require", "dose changes", "do");

  private Keyed() {}

  /// Says whether a clause has entries or items of its own that can be named.
  static boolean named(Clause clause) {
    return clause.shape() == Shape.MAP
        || (clause.shape() == Shape.LIST
            && clause.children().stream().anyMatch(it -> it.shape() == Shape.MAP));
  }

  /// The entries by key, or the items by what they begin with: `association igm_positive`.
  static Map<String, Clause> entries(List<String> path, Clause clause) {
    Map<String, Clause> entries = new LinkedHashMap<>();
    for (Clause child : clause.children()) {
      String key = child.keyword().isEmpty() ? begins(child) : child.keyword();
      boolean shared = path.size() == 1 && SHARED.contains(path.getFirst());
      for (String name : shared ? key.split("\\s*,\\s*", -1) : new String[] {key}) {
        entries.put(free(entries, name), whole(path, child));
      }
    }
    return entries;
  }

  private static String begins(Clause item) {
    if (item.shape() != Shape.MAP || item.children().isEmpty()) {
      return ClauseWords.of(item);
    }
    Clause first = item.children().getFirst();
    return (first.keyword() + " " + (first.isWords() ? ClauseWords.of(first) : "")).strip();
  }

  private static String free(Map<String, Clause> taken, String name) {
    String free = name;
    for (int number = 2; taken.containsKey(free); number++) {
      free = name + " (" + number + ")";
    }
    return free;
  }

  /// The clause with its short form written out.
  private static Clause whole(List<String> path, Clause clause) {
    String key = path.isEmpty() ? "" : SHORT.getOrDefault(path.getLast(), "");
    if (key.isEmpty() || !clause.isWords()) {
      return clause;
    }
    Clause value =
        new Clause(
            key, clause.words(), clause.shape(), List.of(), clause.wordsAt(), clause.wordsAt());
    return new Clause(
        clause.keyword(), "", Shape.MAP, List.of(value), clause.at(), clause.wordsAt());
  }
}
