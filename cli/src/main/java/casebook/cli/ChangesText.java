// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.stats.result.Estimate;
import casebook.study.change.Cause;
import casebook.study.change.Changes;
import casebook.study.change.Difference;
import casebook.study.change.NumberChange;
import casebook.study.change.NumberChange.Kind;
import casebook.study.finding.Statistic;
import casebook.study.report.Shown;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What changed between two runs, for the terminal: what differs, how many numbers, then the
/// numbers by cause; what stands in one place of a table is shown once.
///
/// @param changes what changed
record ChangesText(Changes changes) {
  /// The whole text.
  ///
  /// @param before the earlier folder, as named
  /// @param after the later folder, as named
  String of(String before, String after) {
    StringBuilder text = new StringBuilder();
    text.append(before).append(" → ").append(after).append("\n\n");
    changes.differences().forEach(difference -> text.append(line(difference)));
    if (changes.differences().isEmpty()) {
      text.append("Data, study file, methods and version are the same.\n");
    }
    text.append('\n').append(count());
    for (Kind kind : Kind.values()) {
      changes.byCause(kind).forEach((causes, numbers) -> group(text, kind, causes, numbers));
    }
    return text.toString();
  }

  private static String line(Difference difference) {
    String word = difference.cause().word();
    return word
        + " ".repeat(Math.max(1, 10 - word.length()))
        + difference.before()
        + " → "
        + difference.after()
        + "\n";
  }

  private String count() {
    if (changes.numbers().isEmpty()) {
      return "All " + changes.same() + " numbers are the same.\n";
    }
    List<String> parts =
        List.of(
            changes.of(Kind.CHANGED).size() + " changed",
            changes.of(Kind.APPEARED).size() + " appeared",
            changes.of(Kind.VANISHED).size() + " vanished");
    return "Numbers: " + String.join(", ", parts) + ", " + changes.same() + " are the same.\n";
  }

  private void group(
      StringBuilder text, Kind kind, List<Cause> causes, List<NumberChange> numbers) {
    text.append('\n').append(head(kind, causes)).append('\n');
    Map<String, List<NumberChange>> byDetail =
        numbers.stream()
            .collect(
                Collectors.groupingBy(
                    ChangesText::detail, LinkedHashMap::new, Collectors.toList()));
    byDetail.forEach((detail, alike) -> {
      if (!detail.isEmpty()) {
        text.append("  ").append(detail).append('\n');
      }
      Set<String> shown = new HashSet<>();
      for (NumberChange number : alike) {
        if (shown.add(place(number))) {
          text.append("    ").append(number.label()).append("\n      ");
          text.append(values(number)).append("   ").append(number.address()).append('\n');
        }
      }
    });
  }

  private static String head(Kind kind, List<Cause> causes) {
    String what =
        switch (kind) {
          case CHANGED -> "Changed";
          case APPEARED -> "Appeared";
          case VANISHED -> "Vanished";
        };
    if (causes.isEmpty()) {
      return what
          + ", though nothing that makes numbers did: a findings.json was edited after its run.";
    }
    return what
        + (kind == Kind.CHANGED ? " by " : " with ")
        + causes.stream().map(Cause::words).collect(Collectors.joining(" or "));
  }

  private static String detail(NumberChange number) {
    String rows = number.rows();
    return List.of(number.method(), rows.isEmpty() ? "" : "rows " + rows).stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /// The place of a number and what is printed there: a count and its percentage share one.
  private static String place(NumberChange number) {
    Set<String> addresses = new TreeSet<>(Set.of(number.address()));
    number
        .after()
        .or(number::before)
        .ifPresent(shown -> shown.beside().forEach(other -> addresses.add(other.address().path())));
    return addresses + values(number);
  }

  private static String values(NumberChange number) {
    String before = number.before().map(Shown::printed).orElse("");
    String after = number.after().map(Shown::printed).orElse("");
    if (number.kind() != Kind.CHANGED) {
      return before + after;
    }
    if (!before.equals(after)) {
      return before + " → " + after;
    }
    Statistic was = number.before().orElseThrow().statistic();
    Statistic is = number.after().orElseThrow().statistic();
    boolean coarse = precise(was).equals(precise(is));
    return before
        + " in print; "
        + (coarse ? exact(was) : precise(was))
        + " → "
        + (coarse ? exact(is) : precise(is));
  }

  private static String precise(Statistic statistic) {
    Numbers numbers = new Numbers(Journals.named("plain"));
    return joined(
        statistic.estimate().map(numbers::precise).orElse(statistic.whyNot()),
        statistic.p().map(numbers::precise).orElse(""));
  }

  private static String exact(Statistic statistic) {
    return joined(
        statistic
            .estimate()
            .map(estimate -> Numbers.exact(estimate.value()) + interval(estimate))
            .orElse(statistic.whyNot()),
        statistic.p().map(Numbers::exact).orElse(""));
  }

  private static String joined(String value, String p) {
    return value + (value.isEmpty() || p.isEmpty() ? "" : ", ") + (p.isEmpty() ? "" : "p " + p);
  }

  private static String interval(Estimate estimate) {
    return estimate
        .interval()
        .map(it -> " (" + Numbers.exact(it.low()) + " to " + Numbers.exact(it.high()) + ")")
        .orElse("");
  }
}
