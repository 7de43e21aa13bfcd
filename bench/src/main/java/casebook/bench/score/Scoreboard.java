// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The scores of all suites as a table, what falls short, and whether the bar is reached.
record Scoreboard(List<SuiteScore> scores) {
  /// At least this share of all values must be reached.
  static final double SHARE = 0.99;

  /// The median of the digits must be at least this.
  static final double MEDIAN = 14.5;

  private static final String ROW = "%-18s %6s %7s %7s %7s %7s %8s %9s%n";

  Scoreboard {
    scores = List.copyOf(scores);
  }

  private List<SuiteScore.Value> values() {
    return scores.stream().flatMap(score -> score.values().stream()).toList();
  }

  private static double[] digits(List<SuiteScore.Value> values) {
    return values.stream().mapToDouble(SuiteScore.Value::digits).sorted().toArray();
  }

  /// Says what keeps the scores from the bar; empty where nothing does.
  List<String> shortfalls() {
    List<String> reasons = new ArrayList<>();
    List<SuiteScore.Value> all = values();
    long missing = scores.stream().mapToLong(score -> score.missing().size()).sum();
    long tooFew = all.stream().filter(SuiteScore.Value::tooFew).count();
    long reached = all.stream().filter(SuiteScore.Value::reached).count();
    if (missing > 0) {
      reasons.add(missing + " statistics are missing");
    }
    if (all.isEmpty() || reached < SHARE * all.size()) {
      reasons.add(reached + " of " + all.size() + " values are reached; 99 % are wanted");
    }
    if (all.isEmpty() || median(digits(all)) < MEDIAN) {
      reasons.add("the median is below " + MEDIAN + " digits");
    }
    if (tooFew > 0) {
      reasons.add(tooFew + " values have fewer than 9 digits (or than their ceiling - 1)");
    }
    if (scores.stream()
        .filter(score -> score.suite().startsWith("separation"))
        .anyMatch(score -> !score.values().stream().allMatch(SuiteScore.Value::reached))) {
      reasons.add("a case of separation is wrong");
    }
    return reasons;
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  /// The table, then each value below the bar and each missing statistic.
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            ROW,
            "suite",
            "values",
            "missing",
            "min",
            "p10",
            "median",
            ">= 12 %",
            "reached %"));
    for (SuiteScore score : scores) {
      text.append(row(score.suite(), score.values(), score.missing().size()));
    }
    int missing = scores.stream().mapToInt(score -> score.missing().size()).sum();
    text.append(row("all", values(), missing));
    for (SuiteScore score : scores) {
      score.values().stream()
          .filter(value -> !value.reached())
          .forEach(value -> text.append(line(score.suite(), value)));
      for (SuiteScore.Missing one : score.missing()) {
        text.append(
            String.format(
                Locale.ROOT,
                "missing: %s %s %s (%s)%n",
                score.suite(),
                one.id(),
                one.statistic(),
                one.why()));
      }
    }
    return text.toString();
  }

  private static String row(String suite, List<SuiteScore.Value> values, int missing) {
    double[] digits = digits(values);
    if (digits.length == 0) {
      return String.format(Locale.ROOT, ROW, suite, 0, missing, "-", "-", "-", "-", "-");
    }
    long reached = values.stream().filter(SuiteScore.Value::reached).count();
    long twelve = Arrays.stream(digits).filter(d -> d >= SuiteScore.WANTED).count();
    return String.format(
        Locale.ROOT,
        ROW,
        suite,
        digits.length,
        missing,
        oneDecimal(digits[0]),
        oneDecimal(digits[digits.length / 10]),
        oneDecimal(median(digits)),
        oneDecimal(100.0 * twelve / digits.length),
        oneDecimal(100.0 * reached / digits.length));
  }

  // cut, not rounded: 11.96 digits are not 12.0
  private static String oneDecimal(double value) {
    return String.format(Locale.ROOT, "%.1f", Math.floor(10 * value) / 10);
  }

  private static String line(String suite, SuiteScore.Value value) {
    return String.format(
        Locale.ROOT,
        "not reached: %s %s %s: %s, certified %s, %s digits%n",
        suite,
        value.id(),
        value.statistic(),
        value.text(),
        value.target(),
        oneDecimal(value.digits()));
  }
}
