// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Findings;
import casebook.study.finding.Findings.DataFile;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.report.Explanation.Part;
import casebook.study.report.Explanation.Value;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what stands behind a number, from what the number carries with it.
///
/// @param numbers how numbers are printed
/// @param study the study file, whose lines are quoted
/// @param data the data files, whose digests are given
/// @param note a sentence that belongs wherever the data are shown; may be empty
public record Explanations(
    Numbers numbers, Findings.StudyFile study, List<DataFile> data, String note) {
  private static final List<String> TWO_BY_TWO =
      List.of("cases_exposed", "cases_unexposed", "controls_exposed", "controls_unexposed");

  public Explanations {
    data = List.copyOf(data);
  }

  /// Explains a number.
  public Explanation of(Shown shown) {
    Statistic statistic = shown.statistic();
    Basis basis = statistic.basis();
    List<Part> parts = new ArrayList<>();
    prose(parts, "Why there is no value", List.of(statistic.whyNot()));
    prose(parts, "What it says", List.of(statistic.method().definition()));
    values(parts, "Full precision", precise(statistic));
    values(parts, "Printed together with", beside(shown.beside()));
    prose(parts, "In a sentence", sentence(statistic).stream().toList());
    values(parts, "Method", method(statistic.method()));
    counts(parts, basis.counts());
    IntervalStrip.of(statistic)
        .ifPresentOrElse(
            strip -> parts.addAll(strip.parts(numbers)), () -> others(parts, basis.others()));
    values(parts, "Belonging to it", alongside(statistic));
    prose(parts, "Notes", shown.notes());
    values(parts, "Rows", rows(basis.rows()));
    values(parts, "Data", digests(basis.data()));
    prose(parts, "About the data", List.of(note));
    new PlaceExplanations(study).quote(basis.at()).ifPresent(parts::add);
    return new Explanation(
        statistic.address().path(), statistic.label(), shown.printed(), List.copyOf(parts));
  }

  private static void prose(List<Part> parts, String label, List<String> lines) {
    List<String> said = lines.stream().filter(l -> !l.isBlank()).toList();
    if (!said.isEmpty()) {
      parts.add(new Part.Prose(label, said));
    }
  }

  private static void values(List<Part> parts, String label, List<Value> values) {
    if (!values.isEmpty()) {
      parts.add(new Part.Values(label, values));
    }
  }

  private static List<Value> precise(Statistic statistic) {
    List<Value> values = new ArrayList<>();
    statistic.estimate().ifPresent(e -> values.add(Value.of("value", exact(e.value(), statistic))));
    statistic
        .estimate()
        .flatMap(Estimate::interval)
        .ifPresent(i -> values.add(Value.of(confidence(i), range(i))));
    statistic.p().ifPresent(p -> values.add(Value.of("p", Numbers.exact(p))));
    return values;
  }

  private static String exact(double value, Statistic statistic) {
    String unit = statistic.unit();
    return Numbers.exact(value) + (unit.isEmpty() ? "" : " " + unit);
  }

  private static String confidence(Interval interval) {
    return Numbers.level(interval.level()) + "% interval";
  }

  private static String range(Interval interval) {
    return Numbers.exact(interval.low()) + " to " + Numbers.exact(interval.high());
  }

  private static List<Value> beside(List<Statistic> beside) {
    return beside.stream()
        .map(s ->
            new Value(
                s.label(),
                s.estimate().map(e -> exact(e.value(), s)).orElse(Numbers.NOT_ESTIMABLE),
                s.address().path()))
        .toList();
  }

  private List<Value> alongside(Statistic statistic) {
    return IntervalStrip.alongside(statistic).stream()
        .map(other -> {
          Statistic own = other.statistic();
          String value = own.estimate().map(numbers::precise).orElse(own.whyNot());
          return new Value(other.label(), value, own.address().path());
        })
        .toList();
  }

  private Optional<String> sentence(Statistic statistic) {
    if (!statistic.statistic().contains("ratio")) {
      return Optional.empty();
    }
    String measure = statistic.statistic().replace('_', ' ');
    return statistic.estimate().flatMap(e -> numbers.sentence(measure, e, statistic.p()));
  }

  private static List<Value> method(Method method) {
    List<Value> values = new ArrayList<>();
    value(values, "estimator or test", method.name());
    value(values, "interval", method.interval());
    value(values, "settings", method.settings());
    value(values, "reference", method.reference());
    return values;
  }

  private static void value(List<Value> values, String name, String text) {
    if (!text.isBlank()) {
      values.add(Value.of(name, text));
    }
  }

  private void counts(List<Part> parts, Map<String, Long> counts) {
    Map<String, Long> rest = new LinkedHashMap<>(counts);
    if (counts.keySet().containsAll(TWO_BY_TWO)) {
      rest.keySet().removeAll(TWO_BY_TWO);
      parts.add(
          new Part.Grid(
              "The table behind it",
              List.of("", "exposed", "not exposed"),
              List.of(
                  List.of("cases", count(counts, 0), count(counts, 1)),
                  List.of("controls", count(counts, 2), count(counts, 3)))));
    }
    List<Value> values = new ArrayList<>();
    rest.forEach((name, n) -> values.add(Value.of(name.replace('_', ' '), numbers.count(n))));
    values(parts, "Counts", values);
  }

  private String count(Map<String, Long> counts, int place) {
    return numbers.count(counts.getOrDefault(TWO_BY_TWO.get(place), 0L));
  }

  private void others(List<Part> parts, List<Basis.Other> others) {
    if (others.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Basis.Other other : others) {
      Statistic statistic = other.statistic();
      String label = other.label().equals(Basis.CASEBOOK) ? "profile casebook" : other.label();
      rows.add(
          List.of(
              label,
              statistic
                  .estimate()
                  .map(numbers::precise)
                  .orElse(statistic.whyNot().isEmpty() ? "–" : statistic.whyNot()),
              statistic.p().map(numbers::precise).orElse("–")));
    }
    parts.add(
        new Part.Grid(
            "By other methods", List.of("method", "value (interval)", numbers.pLetter()), rows));
  }

  private List<Value> rows(Rows rows) {
    List<Value> values = new ArrayList<>();
    values.add(Value.of("used", numbers.count(rows.in())));
    for (Rows.Out out : rows.out()) {
      values.add(Value.of("left out: " + out.reason(), numbers.count(out.count())));
    }
    return values;
  }

  private List<Value> digests(List<String> names) {
    return data.stream()
        .filter(file -> names.isEmpty() || names.contains(file.file()))
        .map(file -> Value.of(file.file(), "SHA-256 " + file.sha256()))
        .toList();
  }
}
