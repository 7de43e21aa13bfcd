// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.language.Dictionary;
import casebook.study.problem.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the data may say for each level of a variable.
final class LevelWords {
  private final List<String> levels;
  private final Map<String, Integer> words;
  private final String shown;

  private LevelWords(List<String> levels, Map<String, Integer> words, String shown) {
    this.levels = List.copyOf(levels);
    this.words = words;
    this.shown = shown;
  }

  /// The words of declared levels: the code where there is one, otherwise the level itself.
  static LevelWords of(Dictionary.Type.Levels type) {
    return coded(type.levels(), type.codes());
  }

  /// The words of yes and no: the codes where declared, otherwise `yes/no`, `true/false` and `1/0`.
  static LevelWords of(Dictionary.Type.YesNo type) {
    List<String> levels = List.of("no", "yes");
    if (!type.codes().isEmpty()) {
      return coded(levels, type.codes());
    }
    Map<String, Integer> words = new LinkedHashMap<>();
    for (String pair :
        List.of("no yes", "No Yes", "NO YES", "false true", "False True", "FALSE TRUE", "0 1")) {
      words.put(pair.substring(0, pair.indexOf(' ')), 0);
      words.put(pair.substring(pair.indexOf(' ') + 1), 1);
    }
    return new LevelWords(levels, words, "yes, no, true, false, 1, 0");
  }

  /// The words of a genotype: its codes, and its alleles with `/`, `|` or nothing between.
  ///
  /// @param alleles the alleles as the data name them, in the order of the type
  static LevelWords of(Dictionary.Type.Genotype type, List<String> alleles) {
    List<String> levels = type.genotypes();
    Map<String, Integer> words = new LinkedHashMap<>();
    type.codes()
        .forEach((genotype, code) ->
            type.genotype(genotype).ifPresent(level -> words.put(code, levels.indexOf(level))));
    List<String> shown = new ArrayList<>();
    for (int one = 0; one < 2; one++) {
      for (int two = 0; two < 2; two++) {
        for (String mark : List.of("/", "", "|")) {
          words.putIfAbsent(alleles.get(one) + mark + alleles.get(two), one + two);
        }
      }
    }
    Dictionary.Type.Genotype asWritten =
        new Dictionary.Type.Genotype(alleles.getFirst(), alleles.getLast(), Map.of());
    shown.addAll(asWritten.genotypes());
    if (!type.codes().isEmpty()) {
      shown.add(shown(levels, type.codes()));
    }
    return new LevelWords(levels, words, String.join(", ", shown));
  }

  /// The index of a level that is written so; empty for a text that is no level.
  Optional<Integer> find(String text) {
    return Optional.ofNullable(words.get(text));
  }

  private static LevelWords coded(List<String> levels, Map<String, String> codes) {
    Map<String, Integer> words = new LinkedHashMap<>();
    for (String level : levels) {
      words.put(codes.getOrDefault(level, level), levels.indexOf(level));
    }
    return new LevelWords(levels, words, shown(levels, codes));
  }

  /// What the data may say, with its meaning where it is a code: `1 (male), 2 (female)`.
  private static String shown(List<String> levels, Map<String, String> codes) {
    return levels.stream()
        .map(level -> codes.containsKey(level) ? codes.get(level) + " (" + level + ")" : level)
        .collect(Collectors.joining(", "));
  }

  /// The levels, the reference first.
  List<String> levels() {
    return levels;
  }

  /// Reads the index of a level.
  Reading<Integer> read(String text) {
    Integer code = words.get(text);
    if (code != null) {
      return Reading.good(code);
    }
    return Reading.bad(
        "data/unknown-level",
        Shown.text(text) + " is not one of the declared values: " + shown + "." + question(text),
        "Correct the cells, or declare the level, its code, or `missing:` in the study file.");
  }

  private String question(String text) {
    boolean otherCase = words.keySet().stream().anyMatch(text::equalsIgnoreCase);
    String question =
        otherCase || text.length() > 2 ? NearestWord.question(text, words.keySet()) : "";
    return question.isEmpty() ? "" : " " + question;
  }
}
