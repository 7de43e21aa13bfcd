// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.dist.Normal;
import casebook.stats.result.Interval;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary.Assay;
import casebook.study.language.Study;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How imprecise a single result is, as the study declares: the coefficients of variation within
/// and between runs together, the root of the sum of their squares.
///
/// @param lowest of the declared range, in percent
/// @param highest of the declared range, in percent; equal to the lowest when one number was given
record Imprecision(double lowest, double highest) {
  /// The facts of an assay that are coefficients of variation.
  static final List<String> FACTS = List.of("CV within run", "CV between runs");

  private static final Pattern PERCENT =
      Pattern.compile(
          "\\s*(\\d+(?:\\.\\d+)?)(?:\\s*(?:to|-|–)\\s*(\\d+(?:\\.\\d+)?))?\\s*(?:%|percent)\\s*");

  /// The imprecision of a variable; empty when the study declares none.
  static Optional<Imprecision> of(Study study, String variable) {
    List<Interval> ranges = new ArrayList<>();
    for (Clause fact : facts(study, variable)) {
      range(fact.words()).ifPresent(ranges::add);
    }
    return ranges.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Imprecision(
                Math.sqrt(ranges.stream().mapToDouble(it -> it.low() * it.low()).sum()),
                Math.sqrt(ranges.stream().mapToDouble(it -> it.high() * it.high()).sum())));
  }

  /// The declared coefficients of variation of a variable.
  static List<Clause> facts(Study study, String variable) {
    return study.dictionary().assays().stream()
        .filter(assay -> assay.variables().contains(variable))
        .map(Assay::details)
        .flatMap(List::stream)
        .filter(fact -> FACTS.contains(fact.keyword()))
        .toList();
  }

  /// Reads `3 to 6 %` or `5 %`; empty for anything else. The level means nothing.
  static Optional<Interval> range(String words) {
    Matcher percent = PERCENT.matcher(words);
    if (!percent.matches()) {
      return Optional.empty();
    }
    double low = new BigDecimal(percent.group(1)).doubleValue();
    double high = percent.group(2) == null ? low : new BigDecimal(percent.group(2)).doubleValue();
    return low <= high ? Optional.of(new Interval(low, high, 0.95)) : Optional.empty();
  }

  /// Says whether one number was declared rather than a range.
  boolean exact() {
    return lowest == highest;
  }

  /// Where results of a sample lie whose true value is the cut-off.
  ///
  /// @param percent the coefficient of variation
  /// @param level share of the results
  static Interval zone(double cutoff, double percent, double level) {
    double half = Normal.ofLevel(level) * Math.abs(cutoff) * percent / 100;
    return new Interval(cutoff - half, cutoff + half, level);
  }
}
