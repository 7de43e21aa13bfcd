// SPDX-License-Identifier: Apache-2.0
package casebook.study.amendment;

import static java.util.Objects.requireNonNull;

import casebook.study.amendment.Amendment.Kind;
import casebook.study.language.Clause;
import casebook.study.language.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares two study files, clause by clause.
final class StudyComparison {
  /// Sections whose rules are read from the top, or printed in their order.
  private static final List<String> ORDERED = List.of("response", "eligibility", "analyses");

  private final List<Amendment> found = new ArrayList<>();

  private StudyComparison() {}

  /// What differs, in the order of the earlier file.
  static List<Amendment> of(Clause before, Clause after, List<Field> fields) {
    StudyComparison comparison = new StudyComparison();
    comparison.entries(List.of(), before, after, fields);
    return comparison.found;
  }

  private void entries(List<String> path, Clause before, Clause after, List<Field> fields) {
    Map<String, Clause> old = Keyed.entries(path, before);
    Map<String, Clause> young = Keyed.entries(path, after);
    Map<String, String> renamed = renamed(old, young, fields);
    old.forEach((key, clause) -> {
      List<String> place = below(path, key);
      Optional<Field> field = field(fields, key);
      if (young.containsKey(key)) {
        compare(place, clause, requireNonNull(young.get(key)), field);
      } else if (renamed.containsKey(key)) {
        String name = requireNonNull(renamed.get(key));
        Clause other = requireNonNull(young.get(name));
        add(path, Kind.RENAMED, Said.as(key, clause), Said.as(name, other), "");
      } else if (whole(path, clause)) {
        compare(place, clause, nothing(clause), field);
      } else {
        add(place, Kind.LEFT_OUT, Said.of(key, clause), Said.nothing(), otherwise(field));
      }
    });
    young.forEach((key, clause) -> {
      Optional<Field> field = field(fields, key);
      boolean only = !old.containsKey(key) && !renamed.containsValue(key);
      if (only && whole(path, clause)) {
        compare(below(path, key), nothing(clause), clause, field);
      } else if (only) {
        add(below(path, key), Kind.NEW, Said.nothing(), Said.of(key, clause), otherwise(field));
      }
    });
    order(
        path,
        Said.as(String.join(", ", common(old, young)), before),
        Said.as(String.join(", ", common(young, old)), after));
  }

  /// Says whether a section that stands in one file only is told entry by entry.
  private static boolean whole(List<String> path, Clause clause) {
    boolean section = path.isEmpty() || path.equals(List.of("treatment"));
    return section && Keyed.named(clause) && !clause.children().isEmpty();
  }

  /// The same section without entries.
  private static Clause nothing(Clause section) {
    return new Clause(
        section.keyword(), "", section.shape(), List.of(), section.at(), section.wordsAt());
  }

  private void compare(List<String> path, Clause before, Clause after, Optional<Field> field) {
    boolean named = Keyed.named(before) || Keyed.named(after);
    if (named && before.shape() == after.shape()) {
      entries(path, before, after, field.map(Field::entries).orElse(List.of()));
    } else if (!ClauseWords.of(before).equals(ClauseWords.of(after))) {
      add(path, Kind.CHANGED, Said.of(before), Said.of(after), "");
    }
  }

  /// Entries whose names the writer chose, that stand in one file each and say the same.
  private static Map<String, String> renamed(
      Map<String, Clause> old, Map<String, Clause> young, List<Field> fields) {
    Map<String, String> renamed = new LinkedHashMap<>();
    old.forEach((key, clause) -> {
      boolean free = field(fields, key).map(Field::named).orElse(false);
      String words = ClauseWords.of(clause);
      if (free && !young.containsKey(key) && !words.isEmpty()) {
        young.entrySet().stream()
            .filter(it -> !old.containsKey(it.getKey()) && !renamed.containsValue(it.getKey()))
            .filter(it -> ClauseWords.of(it.getValue()).equals(words))
            .findFirst()
            .ifPresent(it -> renamed.put(key, it.getKey()));
      }
    });
    return renamed;
  }

  private void order(List<String> path, Said before, Said after) {
    boolean matters = path.size() == 1 && ORDERED.contains(path.getFirst());
    if (matters && !before.words().equals(after.words())) {
      add(path, Kind.REORDERED, before, after, "");
    }
  }

  private static List<String> common(Map<String, Clause> some, Map<String, Clause> others) {
    return some.keySet().stream().filter(others::containsKey).toList();
  }

  /// What one file says, and where.
  private record Said(String words, Optional<Clause> clause) {
    static Said of(Clause clause) {
      return new Said(ClauseWords.of(clause), Optional.of(clause));
    }

    /// What stands below a key; of an item that begins with its key, what follows it.
    static Said of(String key, Clause clause) {
      String words = ClauseWords.of(clause);
      boolean begins = words.equals(key) || words.startsWith(key + "; ");
      boolean item = clause.keyword().isEmpty() && begins;
      return as(item ? words.substring(Math.min(words.length(), key.length() + 2)) : words, clause);
    }

    static Said as(String words, Clause clause) {
      return new Said(words, Optional.of(clause));
    }

    static Said nothing() {
      return new Said("", Optional.empty());
    }
  }

  private void add(List<String> path, Kind kind, Said before, Said after, String otherwise) {
    found.add(
        new Amendment(
            Parts.of(path),
            Parts.below(path),
            kind,
            before.words(),
            after.words(),
            otherwise,
            before.clause().map(Clause::at),
            after.clause().map(Clause::at)));
  }

  private static List<String> below(List<String> path, String key) {
    List<String> below = new ArrayList<>(path);
    below.add(key);
    return below;
  }

  private static Optional<Field> field(List<Field> fields, String key) {
    return fields.stream()
        .filter(it -> it.name().equals(key) || key.startsWith(it.name() + " "))
        .findFirst()
        .or(() -> fields.stream().filter(Field::named).findFirst());
  }

  private static String otherwise(Optional<Field> field) {
    return field.map(Field::fallback).orElse("");
  }
}
