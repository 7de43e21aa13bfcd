// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Entries;
import casebook.study.language.Words;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads levels and the codes that stand for them in the data.
final class LevelsReader {
  private static final Set<String> YES_NO = Set.of("yes", "no");

  private final Entries entries;
  private final Problems problems;

  LevelsReader(Entries entries, Problems problems) {
    this.entries = entries;
    this.problems = problems;
  }

  /// Levels, or yes and no where these are the levels.
  static Dictionary.Type type(
      List<String> levels,
      Map<String, String> codes,
      boolean ordered,
      Map<String, String> printed) {
    return levels.size() == 2 && YES_NO.containsAll(levels)
        ? new Dictionary.Type.YesNo(codes)
        : new Dictionary.Type.Levels(levels, codes, ordered, printed);
  }

  /// The levels, if there are at least two and each stands once.
  static Optional<List<String>> distinct(List<String> levels, Span at, Problems problems) {
    Set<String> seen = new TreeSet<>();
    for (String level : levels) {
      if (level.isEmpty() || !seen.add(level)) {
        problems.error(
            "study/levels",
            at,
            level.isEmpty() ? "A level is empty." : "The level `" + level + "` stands twice.",
            "Write each level once, with text.");
        return Optional.empty();
      }
    }
    if (levels.size() < 2) {
      problems.error("study/levels", at, "At least two levels are needed.", "");
      return Optional.empty();
    }
    return Optional.of(levels);
  }

  /// Reads `levels:` and `codes:`; either may be absent.
  Optional<Dictionary.Type> levels() {
    Map<String, String> codes = codes();
    Optional<Clause> written = entries.clause("levels");
    if (written.isEmpty() && codes.isEmpty()) {
      if (entries.clause("codes").isEmpty()) {
        problems.error(
            "study/levels", entries.at(), "Its levels are missing.", "Write `levels: [DVT, PE]`.");
      }
      return Optional.empty();
    }
    List<String> levels =
        written
            .map(it -> Words.items(it, problems).stream().map(Clause::words).toList())
            .orElse(List.copyOf(codes.keySet()));
    Span at = written.orElseGet(() -> entries.clause("codes").orElseThrow()).wordsAt();
    known(codes, levels);
    Map<String, String> printed = printed(levels);
    return distinct(levels, at, problems)
        .map(this::referenceFirst)
        .map(it -> type(it, codes, entries.yes("ordered", false), printed));
  }

  /// Reads the items of a list: `levels: {P: prednisone, G: gamma-globulins}`, or their names only.
  Optional<Dictionary.Type> several() {
    Optional<Clause> written = entries.clause("levels");
    if (written.isEmpty()) {
      problems.error(
          "study/items",
          entries.at(),
          "A list needs its items.",
          "Write `levels: {P: prednisone, A: azathioprine}`, or `levels: [P, A]`.");
      return Optional.empty();
    }
    Map<String, String> meanings = new LinkedHashMap<>();
    for (Clause item : items(written.get())) {
      String name = item.keyword().isEmpty() ? item.words() : item.keyword();
      boolean plain = name.matches("[^,;+\\s]+") && !name.equals(Dictionary.Type.Several.NONE);
      if (!plain) {
        problems.error(
            "study/item-name",
            item.at(),
            "`" + name + "` cannot name an item of a list.",
            "An item is one word without , ; and +, and not `none`.");
      } else if (Words.single(item, "what the item means", problems)) {
        meanings.put(name, item.words());
      }
    }
    return Optional.of(new Dictionary.Type.Several(List.copyOf(meanings.keySet()), meanings));
  }

  private List<Clause> items(Clause written) {
    return written.shape() == Clause.Shape.MAP
        ? written.children()
        : Words.items(written, problems);
  }

  /// Reads the codes of yes and no.
  Optional<Dictionary.Type> yesNo() {
    Map<String, String> codes = codes();
    known(codes, List.of("yes", "no"));
    if (codes.size() == 1) {
      problems.error(
          "study/codes",
          entries.clause("codes").orElseThrow().wordsAt(),
          "Only one of yes and no has a code.",
          "Write, for example, `codes: {1: yes, 0: no}`.");
    }
    return Optional.of(new Dictionary.Type.YesNo(codes));
  }

  /// Reads the codes of genotypes.
  Map<String, String> genotypeCodes(Dictionary.Type.Genotype genotype) {
    Map<String, String> codes = codes();
    Map<String, String> plain = new LinkedHashMap<>();
    Map<String, String> unknown = new LinkedHashMap<>();
    codes.forEach((written, code) ->
        genotype
            .genotype(written)
            .ifPresentOrElse(it -> plain.put(it, code), () -> unknown.put(written, code)));
    known(unknown, genotype.genotypes());
    return plain;
  }

  /// Reads `codes: {1: male}` as what the data say for each level: `male` is `1`.
  private Map<String, String> codes() {
    Map<String, String> codes = new LinkedHashMap<>();
    Optional<Clause> clause = entries.clause("codes");
    if (clause.isEmpty()) {
      return codes;
    }
    if (clause.get().shape() != Clause.Shape.MAP) {
      problems.error(
          Words.WRONG_SHAPE,
          clause.get().wordsAt(),
          "`codes` needs entries: what the data say, a colon, what it means.",
          "Write, for example, `codes: {1: male, 2: female}`.");
      return codes;
    }
    for (Clause code : clause.get().children()) {
      if (Words.single(code, "the level that the code means", problems)) {
        String first = codes.putIfAbsent(code.words(), code.keyword());
        if (first != null) {
          problems.error(
              "study/codes",
              code.wordsAt(),
              "`" + code.words() + "` has two codes: " + first + " and " + code.keyword() + ".",
              "Give each code a level of its own; a derived variable can join levels.");
        }
      }
    }
    return codes;
  }

  private void known(Map<String, String> codes, List<String> levels) {
    for (String level : codes.keySet()) {
      if (!levels.contains(level)) {
        Clause codesClause = entries.clause("codes").orElseThrow();
        Span at =
            codesClause.children().stream()
                .filter(it -> it.words().equals(level))
                .findFirst()
                .orElse(codesClause)
                .wordsAt();
        unknown(level, levels, at);
      }
    }
  }

  private void unknown(String level, List<String> levels, Span at) {
    String nearest = NearestWord.question(level, levels);
    problems.error(
        "study/not-among-levels",
        at,
        "`" + level + "` is not among the levels.",
        nearest.isEmpty() ? "They are " + String.join(", ", levels) + "." : nearest);
  }

  private List<String> referenceFirst(List<String> levels) {
    Optional<Clause> reference =
        entries.clause("reference").filter(it -> Words.single(it, "a level", problems));
    if (reference.isEmpty()) {
      return levels;
    }
    String level = reference.get().words();
    if (!levels.contains(level)) {
      unknown(level, levels, reference.get().wordsAt());
      return levels;
    }
    List<String> turned = new ArrayList<>(levels);
    turned.remove(level);
    turned.addFirst(level);
    return turned;
  }

  /// How some levels are printed; those named in `print:` must be there.
  private Map<String, String> printed(List<String> levels) {
    Map<String, String> printed = new LinkedHashMap<>();
    for (Clause print : entries.clause("print").map(Clause::children).orElse(List.of())) {
      if (!levels.contains(print.keyword())) {
        unknown(print.keyword(), levels, print.at());
      } else if (Words.single(print, "the text to print", problems)) {
        printed.put(print.keyword(), print.words());
      }
    }
    return printed;
  }
}
