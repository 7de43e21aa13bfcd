// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.result.Estimate;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.provenance.Slugs;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Correlation;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Plot;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.language.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said of a correlation: over everybody, with others held constant, within groups; the
/// same in each subset; and the scatter of everybody.
///
/// @param asked what is correlated
public record CorrelationFindings(CorrelationQuestion asked) {

  /// The findings, in the order of the paper.
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (People people : People.of(asked.cohort(), asked.spec().subsets())) {
      findings.add(finding(people));
    }
    return findings;
  }

  private Correlation finding(People people) {
    Address base = people.address(asked.base());
    Pairs pairs = pairs(people, people.rows(), List.of());
    List<Row> rows = new ArrayList<>();
    CorrelationNumbers numbers = new CorrelationNumbers(asked, pairs, base, "");
    rows.add(row("Spearman ρ", 0, pairs, numbers.spearman()));
    rows.add(row(asked.log() ? "Pearson r, log scale" : "Pearson r", 0, pairs, numbers.pearson()));
    if (!asked.spec().adjusted().isEmpty()) {
      rows.addAll(adjusted(people, base));
    }
    asked.spec().by().ifPresent(by -> rows.addAll(within(people, base, by)));
    Heading heading =
        new Heading(
            base,
            people.title(asked.title()),
            asked.spec().at(),
            asked.spec().primary() && people.isEverybody(),
            notes(pairs),
            warnings(pairs, people));
    return new Correlation(
        heading,
        List.of(
            new Finding.Column("n", "n", 0, ""),
            new Finding.Column("correlation", "Correlation", 0, ""),
            new Finding.Column("p", "P", 0, "")),
        rows,
        people.isEverybody() ? figure(people) : Optional.empty());
  }

  private Pairs pairs(People people, RowSet rows, List<Clause> others) {
    List<Column> needed = asked.needed(others);
    RowSet known = rows.where(row -> needed.stream().allMatch(column -> column.known(row)));
    List<Rows.Out> out = new ArrayList<>(people.out());
    out.addAll(Groups.left(rows, needed));
    List<Column> held = needed.subList(2, needed.size());
    return new Pairs(asked, known, held, new Rows(known.size(), out));
  }

  private static Row row(String head, int indent, Pairs pairs, Statistic correlation) {
    Statistic count =
        new Statistic(
            correlation.address().with("n"),
            correlation.label() + ": pairs",
            Optional.of(Estimate.of(pairs.size())),
            Optional.empty(),
            "",
            Methods.COUNT,
            correlation.basis(),
            "");
    return new Row(
        head,
        "",
        indent,
        List.of(
            Cell.of(Form.COUNT, count),
            Cell.of(Form.CORRELATION, correlation),
            Cell.of(Form.P, correlation)));
  }

  private static Row head(String words) {
    Cell empty = Cell.of(Form.EMPTY);
    return new Row(words, "", 0, List.of(empty, empty, empty));
  }

  private List<Row> adjusted(People people, Address base) {
    List<Clause> held = asked.spec().adjusted();
    Pairs pairs = pairs(people, people.rows(), held);
    String words =
        "adjusted for "
            + Sentence.list(held.stream().map(name -> asked.variable(name).label()).toList());
    CorrelationNumbers numbers = new CorrelationNumbers(asked, pairs, base.with("adjusted"), words);
    return List.of(
        head(Character.toUpperCase(words.charAt(0)) + words.substring(1)),
        row("Spearman ρ, partial", 1, pairs, numbers.partialSpearman()),
        row("Pearson r, partial", 1, pairs, numbers.partialPearson()));
  }

  private List<Row> within(People people, Address base, Clause by) {
    StudyVariable variable = asked.variable(by);
    Column.Leveled levels = (Column.Leveled) asked.cohort().table().column(by.words());
    List<String> slugs = Slugs.distinct(levels.levels());
    List<Row> rows = new ArrayList<>();
    rows.add(head("By " + variable.label()));
    for (int level = 0; level < levels.levels().size(); level++) {
      String label = variable.printed(levels.levels().get(level));
      Pairs pairs = pairs(people, having(people.rows(), levels, level), List.of());
      Address place = base.with("by_" + slugs.get(level));
      CorrelationNumbers numbers =
          new CorrelationNumbers(asked, pairs, place, variable.label() + " " + label);
      rows.add(row(label + ": Spearman ρ", 1, pairs, numbers.spearman()));
    }
    Pairs pairs = pairs(people, people.rows(), List.of(by));
    String words = "within " + variable.label();
    CorrelationNumbers numbers = new CorrelationNumbers(asked, pairs, base.with("within"), words);
    rows.add(row("Within groups: Spearman ρ, partial", 1, pairs, numbers.partialSpearman()));
    return rows;
  }

  private static RowSet having(RowSet rows, Column.Leveled levels, int level) {
    return rows.where(row -> levels.known(row) && levels.code(row) == level);
  }

  private List<String> notes(Pairs pairs) {
    List<String> notes = new ArrayList<>();
    if (asked.spec().wishes().scale().isEmpty()) {
      notes.add("Pearson's correlation is on the log scale (our default).");
    }
    for (Rows.Out out : pairs.rows().out()) {
      String persons = out.count() == 1 ? " person is" : " persons are";
      notes.add(out.count() + persons + " left out: " + out.reason() + ".");
    }
    return notes;
  }

  private List<String> warnings(Pairs pairs, People people) {
    List<String> warnings = new ArrayList<>();
    if (people.isEverybody()) {
      asked
          .spec()
          .wishes()
          .conclusion()
          .flatMap(it -> new Claim(it).warning(List.of()))
          .ifPresent(warnings::add);
    }
    if (pairs.censored() > 0) {
      warnings.add(
          pairs.censored()
              + (pairs.censored() == 1 ? " pair holds" : " pairs hold")
              + " a value beyond a limit of detection. Spearman's correlation takes it as beyond"
              + " all others; Pearson's puts the limit in its place.");
    }
    return warnings;
  }

  private Optional<Plot> figure(People people) {
    Pairs all = pairs(people, people.rows(), List.of());
    if (all.size() == 0) {
      return Optional.empty();
    }
    boolean logarithmic = asked.log() && !all.anyNotPositive();
    List<Plot.Cloud> clouds = new ArrayList<>();
    if (asked.spec().by().isPresent()) {
      Clause by = asked.spec().by().get();
      Column.Leveled levels = (Column.Leveled) asked.cohort().table().column(by.words());
      StudyVariable variable = asked.variable(by);
      for (int level = 0; level < levels.levels().size(); level++) {
        String label = variable.label() + ": " + variable.printed(levels.levels().get(level));
        Pairs some = pairs(people, having(people.rows(), levels, level), List.of());
        clouds.add(new Plot.Cloud(label, some.dots()));
      }
    } else {
      clouds.add(new Plot.Cloud("", all.dots()));
    }
    return Optional.of(
        new Plot.Scatter(
            new Plot.Axis(asked.second().label(), asked.second().unit(), logarithmic),
            new Plot.Axis(asked.first().label(), asked.first().unit(), logarithmic),
            clouds));
  }
}
