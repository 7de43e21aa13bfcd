// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Pcr;
import casebook.study.language.Words;
import casebook.study.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads how a polymerase chain reaction runs.
final class AmplificationReader {
  private static final Pattern PERCENT =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*(?:%|percent)");

  /// A product that grows faster than this in a cycle is no amplification.
  private static final double MOST = 150;

  /// The code of an efficiency or a limit that cannot be one.
  private static final String EFFICIENCY = "study/pcr-efficiency";

  private AmplificationReader() {}

  /// Reads the facts of an assay.
  ///
  /// @param sharing how many names share the line
  static Pcr.Amplification read(Entries facts, int sharing, Problems problems) {
    List<Clause> replicates = facts.names("replicates");
    if (sharing > 1 && !replicates.isEmpty()) {
      problems.error(
          "study/replicates-of-several",
          facts.clause("replicates").orElseThrow().at(),
          "Several genes cannot share their replicates.",
          "Give each a line of its own.");
    }
    OptionalDouble efficiency = efficiency(facts, problems);
    List<Pcr.Dilution> dilutions = dilutions(facts, problems);
    if (efficiency.isPresent() && !dilutions.isEmpty()) {
      problems.error(
          EFFICIENCY,
          facts.clause("dilution series").orElseThrow().at(),
          "The efficiency is declared twice: in percent, and by a dilution series.",
          "Keep one of them.");
    }
    OptionalDouble limit =
        facts
            .number("limit")
            .map(it -> OptionalDouble.of(it.doubleValue()))
            .orElse(OptionalDouble.empty());
    return new Pcr.Amplification(efficiency, dilutions, replicates, limit);
  }

  private static OptionalDouble efficiency(Entries facts, Problems problems) {
    Optional<String> words = facts.text("efficiency");
    if (words.isEmpty()) {
      return OptionalDouble.empty();
    }
    Matcher percent = PERCENT.matcher(words.get());
    double value = percent.matches() ? Double.parseDouble(percent.group(1)) : 0;
    if (!(value > 0 && value <= MOST)) {
      problems.error(
          EFFICIENCY,
          facts.clause("efficiency").orElseThrow().wordsAt(),
          "`" + words.get() + "` is not the efficiency of a PCR: above 0 and at most 150 %.",
          "Write it in percent: `97 %`; 100 % when the product doubles in each cycle.");
      return OptionalDouble.empty();
    }
    if (value < 80 || value > 110) {
      problems.warning(
          "study/unusual-efficiency",
          facts.clause("efficiency").orElseThrow().wordsAt(),
          "An efficiency of "
              + words.get()
              + " is unusual; 90 to 110 % is expected of a good reaction.",
          "");
    }
    return OptionalDouble.of(value);
  }

  private static List<Pcr.Dilution> dilutions(Entries facts, Problems problems) {
    List<Pcr.Dilution> dilutions = new ArrayList<>();
    Optional<Clause> series = facts.clause("dilution series");
    for (Clause point : series.map(Clause::children).orElse(List.of())) {
      Optional<BigDecimal> amount = Words.number(point.keyword());
      Optional<BigDecimal> cycle = Words.number(point, problems);
      if (amount.isEmpty() || amount.get().signum() <= 0) {
        problems.error(
            "study/dilution-series",
            point.at(),
            "`" + point.keyword() + "` is not an amount above 0.",
            "Write amounts with their threshold cycles: `{1000: 20.1, 100: 23.5, 10: 26.9}`.");
      } else if (cycle.isPresent()) {
        dilutions.add(
            new Pcr.Dilution(amount.get().doubleValue(), cycle.get().doubleValue(), point.at()));
      }
    }
    return dilutions;
  }
}
