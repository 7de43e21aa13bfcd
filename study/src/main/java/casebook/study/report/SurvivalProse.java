// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.stats.result.Estimate;
import casebook.stats.result.PValue;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Finding.Survival;
import casebook.study.finding.Statistic;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Inline;
import casebook.study.report.style.CellText;
import casebook.study.report.style.Numbers;
import casebook.study.report.style.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says in sentences what a survival analysis found: events, medians, ratios and tests, follow-up.
final class SurvivalProse {
  private final Survival survival;
  private final Numbers numbers;
  private final TimeText times;
  private final String level;
  private final List<Inline> words = new ArrayList<>();

  /// @param level the confidence level as printed
  SurvivalProse(Survival survival, Numbers numbers, String level) {
    this.survival = survival;
    this.numbers = numbers;
    this.times = new TimeText(numbers);
    this.level = level;
  }

  /// One paragraph; none where there is nothing to tell.
  List<Block> paragraphs() {
    List<Row> groups = groups();
    if (survival.groups().isEmpty() || groups.isEmpty()) {
      return List.of();
    }
    events(groups);
    medians(groups);
    ratios();
    tests();
    followUp();
    return List.of(new Block.Paragraph(List.copyOf(words)));
  }

  /// The rows that count people.
  private List<Row> groups() {
    return survival.rows().stream()
        .filter(row -> row.cells().getFirst().form() == Form.COUNT)
        .filter(row -> value(row, 0) > 0)
        .toList();
  }

  private static double value(Row row, int place) {
    return row.cells()
        .get(place)
        .statistics()
        .getFirst()
        .estimate()
        .map(Estimate::value)
        .orElse(0.0);
  }

  private void say(String text) {
    words.add(new Inline.Text(text));
  }

  private void number(String text, Statistic statistic) {
    words.add(new Inline.Printed(text, statistic.address().path()));
  }

  private void count(Row row, int place) {
    Cell cell = row.cells().get(place);
    number(new CellText(numbers).of(row, place), cell.statistics().getFirst());
  }

  private void events(List<Row> groups) {
    say(MethodNotes.capital(survival.time().event()) + " happened in ");
    for (int i = 0; i < groups.size(); i++) {
      say(between(i, groups.size()));
      count(groups.get(i), 1);
      say(" of ");
      count(groups.get(i), 0);
      say(groups.size() == 1 ? " persons" : " (" + groups.get(i).label() + ")");
    }
    if (survival.time().rises()) {
      say("; ");
      for (int i = 0; i < groups.size(); i++) {
        say(between(i, groups.size()));
        count(groups.get(i), 2);
      }
      say(" died without it");
    }
    say(". ");
  }

  private static String between(int place, int size) {
    return place == 0 ? "" : place == size - 1 ? " and " : ", ";
  }

  private String unit() {
    return survival.time().unit().isEmpty() ? "" : " " + survival.time().unit();
  }

  private void medians(List<Row> groups) {
    List<Row> timed =
        groups.stream().filter(row -> row.cells().get(2).form() == Form.TIME).toList();
    List<Row> reached = timed.stream().filter(row -> reached(row).isPresent()).toList();
    List<Row> open = timed.stream().filter(row -> reached(row).isEmpty()).toList();
    if (!reached.isEmpty()) {
      say("The median time was ");
      for (int i = 0; i < reached.size(); i++) {
        say(between(i, reached.size()));
        Statistic median = reached.get(i).cells().get(2).statistics().getFirst();
        number(median(median.estimate().orElseThrow()), median);
        say(groups.size() == 1 ? "" : " (" + reached.get(i).label() + ")");
      }
      say(". ");
    }
    if (!open.isEmpty()) {
      String who =
          groups.size() == 1 ? "" : " in " + Prose.list(open.stream().map(Row::label).toList());
      say("The median time was ");
      number(TimeText.NOT_REACHED, open.getFirst().cells().get(2).statistics().getFirst());
      say(who + ": fewer than half had the event while observed. ");
    }
  }

  private static Optional<Double> reached(Row row) {
    return row.cells()
        .get(2)
        .statistics()
        .getFirst()
        .estimate()
        .map(Estimate::value)
        .filter(Double::isFinite);
  }

  /// `18.3 months (95% CI 12.1 to not reached)`.
  private String median(Estimate median) {
    String text = times.of(median);
    int at = text.indexOf(" (");
    return at < 0
        ? text + unit()
        : text.substring(0, at) + unit() + " (" + level + "% CI " + text.substring(at + 2);
  }

  private void ratios() {
    String measure = survival.time().rises() ? "cause-specific HR" : "HR";
    String reference =
        survival.rows().stream()
            .filter(row -> row.cells().stream().anyMatch(it -> it.form() == Form.REFERENCE))
            .map(row -> " against " + row.label())
            .findFirst()
            .orElse("");
    for (Row row : survival.rows()) {
      List<Statistic> ratios =
          row.cells().stream()
              .filter(cell -> cell.form() == Form.RATIO)
              .map(cell -> cell.statistics().getFirst())
              .filter(it -> it.estimate().isPresent())
              .toList();
      for (int i = 0; i < ratios.size(); i++) {
        Statistic ratio = ratios.get(i);
        String label =
            i == 0 ? MethodNotes.capital(row.label()) + reference + ": " : "; adjusted: ";
        Optional<String> text =
            numbers.sentence(measure, ratio.estimate().orElseThrow(), ratio.p());
        say(label);
        number(text.orElse(Numbers.NOT_ESTIMABLE), ratio);
      }
      say(ratios.isEmpty() ? "" : ". ");
    }
  }

  /// The tests of a row of their own, each with its P.
  private void tests() {
    for (Row row : survival.rows()) {
      boolean group = row.cells().getFirst().form() == Form.COUNT;
      for (Cell cell : row.cells()) {
        boolean said = group || cell.form() != Form.P;
        Optional<PValue> p = said ? Optional.empty() : cell.statistics().getFirst().p();
        boolean ratio = row.cells().stream().anyMatch(it -> it.form() == Form.RATIO);
        if (p.isPresent() && !ratio) {
          say(MethodNotes.capital(row.label()) + ": ");
          Statistic test = cell.statistics().getFirst();
          number(difference(row).orElse("") + numbers.pStatement(p.get()), test);
          say(". ");
        }
      }
    }
  }

  /// A difference with its interval and unit, before its P.
  private Optional<String> difference(Row row) {
    return row.cells().stream()
        .filter(cell -> cell.form() == Form.DIFFERENCE)
        .flatMap(cell -> cell.statistics().getFirst().estimate().stream())
        .map(it -> numbers.difference(it).replace(" (", unit() + " (" + level + "% CI ") + ", ")
        .findFirst();
  }

  private void followUp() {
    Optional<Statistic> median = further("follow_up.median");
    Optional<Statistic> observed = further("follow_up.observed_median");
    if (median.isEmpty() || observed.isEmpty()) {
      return;
    }
    say("The median follow-up by the reverse Kaplan-Meier method was ");
    number(
        quartiles("follow_up.median", "follow_up.lower_quartile", "follow_up.upper_quartile"),
        median.get());
    say(unit() + " (first to third quartile); the times as observed have a naive median of ");
    number(
        quartiles(
            "follow_up.observed_median",
            "follow_up.observed_shortest",
            "follow_up.observed_longest"),
        observed.get());
    say(unit() + " (range).");
  }

  private String quartiles(String middle, String low, String high) {
    return times.between(value(middle), value(low), value(high));
  }

  private Optional<Double> value(String ending) {
    return further(ending).flatMap(Statistic::estimate).map(Estimate::value);
  }

  private Optional<Statistic> further(String ending) {
    return survival.further().stream()
        .filter(it -> it.address().path().endsWith(ending))
        .findFirst();
  }
}
