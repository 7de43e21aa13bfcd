// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.ResponseDefinition.Condition;
import casebook.clinic.protocol.ResponseDefinition.Sign;
import casebook.study.language.Clause;
import casebook.study.language.Words;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what makes a response: `platelets >= 30 and platelets >= 2 x baseline and no bleeding`.
final class ConditionWords {
  private static final Pattern COUNT =
      Pattern.compile(
          "([\\p{L}_][\\p{L}\\p{N}_-]*)\\s*"
              + Relations.PATTERN
              + "\\s*(\\d{1,9}(?:\\.\\d{1,6})?)(?:\\s*(x|times|%\\s*of)\\s*baseline)?");

  private final Problems problems;
  private Optional<String> measure = Optional.empty();

  ConditionWords(Problems problems) {
    this.problems = problems;
  }

  /// What is counted, as far as it was named; all conditions of a response name the same.
  Optional<String> measure() {
    return measure;
  }

  /// Reads a whole clause.
  Optional<Condition> read(Clause clause) {
    return Words.single(clause, "a condition", problems)
        ? read(clause.words(), clause.wordsAt())
        : Optional.empty();
  }

  /// Reads the words of a condition.
  Optional<Condition> read(String words, Span at) {
    List<List<Sign>> anyOf = new ArrayList<>();
    for (String part : words.strip().split("\\s+or\\s+", -1)) {
      List<Sign> signs = new ArrayList<>();
      for (String sign : part.split("\\s+and\\s+", -1)) {
        Optional<Sign> read = sign(sign.strip(), at);
        if (read.isEmpty()) {
          return Optional.empty();
        }
        signs.add(read.get());
      }
      anyOf.add(signs);
    }
    return Optional.of(new Condition(anyOf, words.strip(), at));
  }

  private Optional<Sign> sign(String words, Span at) {
    return switch (words) {
      case "bleeding" -> Optional.of(new Sign.Bleeding(true));
      case "no bleeding" -> Optional.of(new Sign.Bleeding(false));
      case "rescue" -> Optional.of(new Sign.Rescue());
      default -> count(words, at);
    };
  }

  private Optional<Sign> count(String words, Span at) {
    Matcher count = COUNT.matcher(words);
    if (!count.matches()) {
      problems.error(
          "protocol/condition",
          at,
          "`" + words + "` cannot be said of a count.",
          "Write, for example, `platelets >= 80`, `platelets >= 2 x baseline`, `no bleeding`;"
              + " numbers have the unit of the event.");
      return Optional.empty();
    }
    if (measure.isPresent() && !measure.get().equals(count.group(1))) {
      problems.error(
          "protocol/two-measures",
          at,
          "A response is defined by one measurement: `"
              + measure.get()
              + "` stands before, `"
              + count.group(1)
              + "` here.",
          "Write the same name.");
      return Optional.empty();
    }
    measure = Optional.of(count.group(1));
    BigDecimal number = new BigDecimal(count.group(3));
    if (count.group(4) == null) {
      return Optional.of(new Sign.Than(Relations.of(count.group(2)), number));
    }
    BigDecimal times = count.group(4).startsWith("%") ? number.movePointLeft(2) : number;
    return Optional.of(new Sign.ThanBaseline(Relations.of(count.group(2)), times));
  }
}
