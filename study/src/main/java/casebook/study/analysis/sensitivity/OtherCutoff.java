// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.sensitivity;

import casebook.study.analysis.provenance.Ordinal;
import casebook.study.language.Clause;
import casebook.study.language.Study.LimitRule;
import casebook.study.language.Words;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A cut-off that a study might have used: a percentile of the reference group, or a value.
///
/// @param source where a value comes from, such as `kit`; empty for a percentile and where nothing
///   was said
/// @param percentile the percentile, between 0 and 100
/// @param type the definition of percentiles, where one was named
/// @param value the value, in the unit of the variable
/// @param at its place
public record OtherCutoff(
    String source, Optional<Double> percentile, OptionalInt type, Optional<Double> value, Span at) {
  private static final String PERCENTILE = "percentile";
  private static final String TYPE = "type";

  /// Reads `percentile 97.5`, `percentile 99 type 7`, `10.0`, `kit 10.0`.
  static Optional<OtherCutoff> read(Clause item, Problems problems) {
    List<String> words = List.of(item.words().strip().split("\\s+"));
    Optional<OtherCutoff> read =
        words.getFirst().equals(PERCENTILE) ? percentile(words, item) : value(words, item);
    if (read.isEmpty()) {
      problems.error(
          SensitivityCheck.CUTOFF,
          item.wordsAt(),
          "`" + item.words() + "` is not a cut-off.",
          "Write a percentile of the reference group (`percentile 97.5`, `percentile 99 type 7`) or"
              + " a value, with its source where it has one (`10.0`, `kit 10.0`).");
    }
    return read;
  }

  private static Optional<OtherCutoff> percentile(List<String> words, Clause item) {
    boolean typed = words.size() == 4 && words.get(2).equals(TYPE);
    if (words.size() != 2 && !typed) {
      return Optional.empty();
    }
    Optional<Double> percent =
        Words.number(words.get(1)).map(BigDecimal::doubleValue).filter(it -> it > 0 && it < 100);
    if (percent.isEmpty() || (typed && !words.get(3).matches("[1-9]"))) {
      return Optional.empty();
    }
    OptionalInt type = typed ? OptionalInt.of(Integer.parseInt(words.get(3))) : OptionalInt.empty();
    return Optional.of(new OtherCutoff("", percent, type, Optional.empty(), item.wordsAt()));
  }

  private static Optional<OtherCutoff> value(List<String> words, Clause item) {
    int last = words.size() - 1;
    return Words.number(words.get(last))
        .map(number ->
            new OtherCutoff(
                String.join(" ", words.subList(0, last)),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.of(number.doubleValue()),
                item.wordsAt()));
  }

  /// Its name in tables and figures.
  String label() {
    if (percentile.isPresent()) {
      return Ordinal.of(percentile.get())
          + " percentile"
          + (type.isPresent() ? " (type " + type.getAsInt() + ")" : "");
    }
    return source.isEmpty() ? "value" : source;
  }

  /// How a sentence begins that it was used.
  String sentence() {
    String what = percentile.isPresent() ? "the " + label() : "a given limit";
    return "With " + (source.isEmpty() ? what : "the limit from " + source) + " as cut-off";
  }

  /// The limit as a rule, with the reference group and the rounding of the declared one.
  LimitRule rule(LimitRule declared) {
    return new LimitRule(
        declared.variable(),
        percentile,
        declared.group(),
        value,
        source,
        percentile.isPresent() ? declared.roundedTo() : Optional.empty(),
        at);
  }
}
