// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary.Range;
import casebook.study.language.Words;
import casebook.study.problem.Problems;
import casebook.study.unit.MolarMass;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads ranges: `0 to 110`, `50 to 1500 umol/L`.
final class Ranges {
  private static final Pattern RANGE =
      Pattern.compile("(-?[0-9.]+)\\s*(?:to|-|–)\\s*(-?[0-9.]+)(?:\\s+(\\S.*)|\\s*(%))?");

  private Ranges() {}

  /// Reads a range and brings it to the unit of its variable.
  static Optional<Range> read(Clause clause, Unit unit, String analyte, Problems problems) {
    if (!Words.single(clause, "a range", problems)) {
      return Optional.empty();
    }
    Matcher text = RANGE.matcher(clause.words());
    Optional<BigDecimal> low = text.matches() ? Words.number(text.group(1)) : Optional.empty();
    Optional<BigDecimal> high = text.matches() ? Words.number(text.group(2)) : Optional.empty();
    if (low.isEmpty() || high.isEmpty()) {
      problems.error(
          "study/range",
          clause.wordsAt(),
          "`" + clause.words() + "` is not a range.",
          "Write, for example, `0 to 110`.");
      return Optional.empty();
    }
    if (low.get().compareTo(high.get()) > 0) {
      problems.error(
          "study/range-reversed",
          clause.wordsAt(),
          "The lower end "
              + text.group(1)
              + " is greater than the upper end "
              + text.group(2)
              + ".",
          "Write the smaller one first.");
      return Optional.empty();
    }
    String words = text.group(3) == null ? text.group(4) : text.group(3);
    if (words == null) {
      return Optional.of(new Range(low.get(), high.get()));
    }
    return converted(clause, new Range(low.get(), high.get()), words, unit, analyte, problems);
  }

  private static Optional<Range> converted(
      Clause clause, Range range, String words, Unit unit, String analyte, Problems problems) {
    Optional<Unit> written = Units.read(words);
    OptionalDouble mass = MolarMass.of(analyte);
    Optional<BigDecimal> low = written.flatMap(it -> convert(range.low(), it, unit, mass));
    Optional<BigDecimal> high = written.flatMap(it -> convert(range.high(), it, unit, mass));
    if (low.isEmpty() || high.isEmpty()) {
      problems.error(
          "study/range-unit",
          clause.wordsAt(),
          "The range is in `"
              + words
              + "`, and the variable "
              + (unit.equals(Unit.NONE) ? "has no unit." : "in " + unit.printed() + "."),
          "Write the range in the unit of the variable.");
      return Optional.empty();
    }
    return Optional.of(new Range(low.get(), high.get()));
  }

  private static Optional<BigDecimal> convert(
      BigDecimal value, Unit from, Unit into, OptionalDouble mass) {
    return mass.isPresent()
        ? from.convert(value, into, mass.getAsDouble())
        : from.convert(value, into);
  }
}
