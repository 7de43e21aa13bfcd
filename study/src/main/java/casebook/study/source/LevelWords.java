// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.language.Dictionary;
import casebook.study.problem.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the data may say for each level of a variable.
final class LevelWords {
  private final List<String> levels;
  private final Map<String, Integer> words;

  private LevelWords(List<String> levels, Map<String, Integer> words) {
    this.levels = List.copyOf(levels);
    this.words = words;
  }

  /// The words of declared levels: the code where there is one, otherwise the level itself.
  static LevelWords of(Dictionary.Type.Levels type) {
    return new LevelWords(type.levels(), coded(type.levels(), type.codes()));
  }

  /// The words of yes and no: the codes where declared, otherwise `yes/no`, `true/false` and `1/0`.
  static LevelWords of(Dictionary.Type.YesNo type) {
    List<String> levels = List.of("no", "yes");
    if (!type.codes().isEmpty()) {
      return new LevelWords(levels, coded(levels, type.codes()));
    }
    Map<String, Integer> words = new LinkedHashMap<>();
    for (String pair :
        List.of("no yes", "No Yes", "NO YES", "false true", "False True", "FALSE TRUE", "0 1")) {
      words.put(pair.substring(0, pair.indexOf(' ')), 0);
      words.put(pair.substring(pair.indexOf(' ') + 1), 1);
    }
    return new LevelWords(levels, words);
  }

  /// The words of a genotype: its codes, and its alleles with `/`, `|` or nothing between.
  static LevelWords of(Dictionary.Type.Genotype type) {
    List<String> levels = type.genotypes();
    Map<String, Integer> words = new LinkedHashMap<>();
    type.codes()
        .forEach((genotype, code) ->
            type.genotype(genotype).ifPresent(level -> words.put(code, levels.indexOf(level))));
    for (String one : List.of(type.first(), type.second())) {
      for (String two : List.of(type.first(), type.second())) {
        for (String mark : List.of("/", "", "|")) {
          type.genotype(one + "/" + two)
              .ifPresent(level -> words.putIfAbsent(one + mark + two, levels.indexOf(level)));
        }
      }
    }
    return new LevelWords(levels, words);
  }

  private static Map<String, Integer> coded(List<String> levels, Map<String, String> codes) {
    Map<String, Integer> words = new LinkedHashMap<>();
    for (String level : levels) {
      words.put(codes.getOrDefault(level, level), levels.indexOf(level));
    }
    return words;
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
    String question = NearestWord.question(text, words.keySet());
    return Reading.bad(
        "data/unknown-level",
        Shown.text(text)
            + " is not one of the declared values: "
            + declared()
            + "."
            + (question.isEmpty() ? "" : " " + question),
        "Correct the cells, or declare the level, its code, or `missing:` in the study file.");
  }

  private String declared() {
    List<String> shown = new ArrayList<>();
    words.forEach((word, code) -> {
      boolean same = word.equalsIgnoreCase(levels.get(code));
      boolean first = shown.stream().noneMatch(other -> other.equalsIgnoreCase(word));
      if (first) {
        shown.add(same ? word : word + " (" + levels.get(code) + ")");
      }
    });
    return String.join(", ", shown);
  }
}
