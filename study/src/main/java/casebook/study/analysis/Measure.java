// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.problem.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An effect measure that can be asked for beside the odds ratio.
public enum Measure {
  /// Needs risks.
  RISK_DIFFERENCE,
  /// Needs risks.
  RISK_RATIO,
  /// Of the population; a case-control study has it by the odds ratio.
  ATTRIBUTABLE_FRACTION;

  /// The words in the study file.
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// The words of all.
  static List<String> all() {
    return Arrays.stream(values()).map(Measure::words).toList();
  }

  static Optional<Measure> find(String words) {
    return Arrays.stream(values()).filter(it -> it.words().equals(words)).findFirst();
  }

  /// Says whether it needs the risks of exposed and unexposed, which a case-control study does not
  /// have.
  boolean needsRisks() {
    return this != ATTRIBUTABLE_FRACTION;
  }

  /// A measure as asked for.
  public record Wanted(Measure measure, Span at) {}
}
