// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.genetic.GenotypeModel;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Contrast;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Comparison;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Plot;
import casebook.study.finding.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What is said of a comparison: the groups, the models, the tests and the figure of everybody and
/// of each subset; then what the contrasts could have shown.
///
/// @param asked what is compared
public record ComparisonFindings(ComparisonQuestion asked) {

  /// The findings, in the order of the paper.
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<People> everybody = People.of(asked.cohort(), asked.spec().subsets());
    for (People people : everybody) {
      findings.add(groups(people));
    }
    findings.add(new ContrastTable(asked, everybody).finding());
    return findings;
  }

  private Comparison groups(People people) {
    Groups groups = Groups.of(asked.cohort(), people, asked.values(), asked.levels());
    Address base = people.address(asked.base());
    List<Contrast> contrasts =
        people.isEverybody() ? contrasts(new Effects(asked, groups, base)) : List.of();
    return new Comparison(
        heading(people, groups, base, contrasts),
        columns(),
        rows(groups, base),
        contrasts,
        people.isEverybody() ? figure(groups, base) : Optional.empty());
  }

  /// The contrasts of the primary model, the primary one first.
  private List<Contrast> contrasts(Effects effects) {
    List<Effect> all = effects.of(asked.models().getFirst());
    OptionalInt primary = asked.primaryContrast().place();
    return IntStream.range(0, all.size())
        .mapToObj(i -> {
          boolean first = all.size() == 1 || primary.equals(OptionalInt.of(i + 1));
          return new ContrastNumbers(asked, all.get(i)).contrast(first);
        })
        .sorted(Comparator.comparing(Contrast::primary).reversed())
        .toList();
  }

  private List<Column> columns() {
    return List.of(
        new Column("n", "n", 0, ""),
        new Column("median", "Median (quartiles)", 0, ""),
        new Column("mean", asked.log() ? "Geometric mean" : "Mean", 0, ""),
        new Column("effect", asked.log() ? "Ratio" : "Difference", 0, ""),
        new Column("p", "P", 0, ""));
  }

  private List<Row> rows(Groups groups, Address base) {
    List<Row> rows = new ArrayList<>();
    boolean each = asked.models().contains(GenotypeModel.CODOMINANT);
    Effects effects = new Effects(asked, groups, base);
    for (int place = 0; place < groups.samples().size(); place++) {
      Sample sample = groups.samples().get(place);
      GroupCells group = new GroupCells(asked, sample, base.with(sample.slug()));
      List<Cell> cells = new ArrayList<>(List.of(group.count(), group.median(), group.mean()));
      if (!each) {
        cells.addAll(List.of(Cell.of(Form.EMPTY), Cell.of(Form.EMPTY)));
      } else if (place == 0) {
        Form form = asked.log() ? Form.REFERENCE : Form.NOT_APPLICABLE;
        cells.addAll(List.of(Cell.of(form), Cell.of(Form.EMPTY)));
      } else {
        cells.addAll(effect(effects.against(place)));
      }
      boolean primary = asked.primaryContrast().place().equals(OptionalInt.of(place));
      String head = head(sample) + (primary ? Effects.PRIMARY : "");
      rows.add(new Row(head, asked.unit(), 0, cells));
    }
    for (GenotypeModel model : asked.models()) {
      if (model != GenotypeModel.CODOMINANT) {
        for (Effect effect : effects.of(model)) {
          List<Cell> cells = new ArrayList<>(GroupCells.none());
          cells.addAll(effect(effect));
          rows.add(new Row(effect.row(), "", 0, cells));
        }
      }
    }
    for (GroupTests.Row test : new GroupTests(asked, groups, base).rows()) {
      List<Cell> cells = new ArrayList<>(GroupCells.none());
      cells.add(Cell.of(Form.EMPTY));
      cells.add(Cell.of(Form.P, test.test()));
      rows.add(new Row(test.head(), "", 0, cells));
    }
    return rows;
  }

  /// Yes and no need the question beside them.
  private String head(Sample sample) {
    String label = sample.label();
    return asked.levels().truth() ? asked.by().label() + ": " + label : label;
  }

  private List<Cell> effect(Effect effect) {
    Form form = asked.log() ? Form.RATIO : Form.DIFFERENCE;
    var statistic = new ContrastNumbers(asked, effect).ratioOrDifference();
    return List.of(Cell.of(form, statistic), Cell.of(Form.P, statistic));
  }

  private Heading heading(People people, Groups groups, Address base, List<Contrast> contrasts) {
    return new Heading(
        base,
        people.title(asked.title()),
        asked.spec().at(),
        asked.spec().primary() && people.isEverybody(),
        notes(groups),
        warnings(groups, contrasts));
  }

  private List<String> notes(Groups groups) {
    List<String> notes = new ArrayList<>();
    String scale =
        asked.log()
            ? "Groups are compared by ratios of geometric means (log scale"
            : "Groups are compared by differences of means (scale as is";
    boolean declared = asked.spec().wishes().scale().isPresent();
    boolean expression =
        ComparisonCheck.expression(asked.cohort().study(), asked.spec().measured().words());
    notes.add(
        scale
            + (expression
                ? ", as always for relative expression)."
                : declared ? ", as declared)." : ", our default)."));
    asked
        .spec()
        .wishes()
        .conclusion()
        .ifPresent(it -> notes.add("Conclusion as declared: “" + it.words() + "”."));
    if (asked.genotype()) {
      notes.add("The primary model is " + Effects.name(asked.models().getFirst()) + ".");
    }
    asked
        .primaryContrast()
        .words()
        .ifPresent(it -> notes.add("The primary contrast is " + it + "."));
    for (Rows.Out out : groups.rows().out()) {
      String persons = out.count() == 1 ? " person is" : " persons are";
      notes.add(out.count() + persons + " left out: " + out.reason() + ".");
    }
    return notes;
  }

  private List<String> warnings(Groups groups, List<Contrast> contrasts) {
    List<String> warnings = new ArrayList<>();
    if (!contrasts.isEmpty()) {
      double level = asked.settings().level();
      asked
          .spec()
          .wishes()
          .conclusion()
          .flatMap(
              it -> new Claim(it).warning(contrasts.stream().map(c -> c.verdict(level)).toList()))
          .ifPresent(warnings::add);
    }
    if (groups.censored() > 0) {
      String values = groups.censored() == 1 ? " value" : " values";
      warnings.add(
          groups.censored()
              + values
              + " of "
              + asked.measured().label()
              + " lie beyond a limit of detection. Tests by ranks take them as beyond all others;"
              + " means, ratios and differences put the limit in their place, which draws them"
              + " towards no effect or makes them look less spread than they are.");
    }
    List<String> empty =
        groups.samples().stream().filter(it -> it.size() == 0).map(Sample::label).toList();
    if (!empty.isEmpty()) {
      warnings.add("Nobody with a value has " + Sentence.list(empty) + ".");
    }
    return warnings;
  }

  private Optional<Plot> figure(Groups groups, Address base) {
    if (groups.size() == 0) {
      return Optional.empty();
    }
    boolean logarithmic = asked.log() && !groups.anyNotPositive();
    List<Plot.Strip> strips =
        groups.samples().stream()
            .map(sample ->
                new Plot.Strip(
                    sample.label(),
                    sample.dots(),
                    new GroupCells(asked, sample, base.with(sample.slug())).middle()))
            .toList();
    Plot.Axis axis = new Plot.Axis(asked.measured().label(), asked.unit(), logarithmic);
    return Optional.of(new Plot.Strips(axis, asked.by().label(), strips));
  }
}
