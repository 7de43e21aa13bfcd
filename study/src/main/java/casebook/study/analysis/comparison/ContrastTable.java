// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.genetic.GenotypeModel;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Comparison;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the contrasts could and could not show: each effect with its interval, whether it lies
/// within the margin, and the smallest effect that would have been found.
///
/// @param asked what is compared
/// @param everybody the persons, and then those of each subset
record ContrastTable(ComparisonQuestion asked, List<People> everybody) {
  ContrastTable {
    everybody = List.copyOf(everybody);
  }

  Comparison finding() {
    List<Row> rows = new ArrayList<>();
    for (People people : everybody) {
      if (!people.isEverybody()) {
        rows.add(new Row(people.label(), "", 0, none()));
      }
      rows.addAll(rows(people));
    }
    Heading heading =
        new Heading(
            asked.base(),
            asked.title() + ": what was and what could have been shown",
            asked.spec().at(),
            asked.spec().primary(),
            notes(),
            List.of());
    return new Comparison(heading, columns(), rows, List.of(), Optional.empty());
  }

  private boolean margin() {
    return asked.spec().margin().isPresent();
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("effect", asked.log() ? "Ratio" : "Difference", 0, ""));
    if (margin()) {
      columns.add(new Column("equivalence", "P of equivalence", 0, ""));
    }
    columns.add(
        new Column(
            "detectable", asked.log() ? "Detectable ratio" : "Detectable difference", 0, ""));
    return columns;
  }

  private List<Cell> none() {
    List<Cell> cells = new ArrayList<>();
    columns().forEach(column -> cells.add(Cell.of(Form.EMPTY)));
    return cells;
  }

  private List<Row> rows(People people) {
    Groups groups = Groups.of(asked.cohort(), people, asked.values(), asked.levels());
    Address base = people.address(asked.base());
    Effects effects = new Effects(asked, groups, base);
    List<Row> rows = new ArrayList<>();
    for (GenotypeModel model : asked.models()) {
      for (Effect effect : effects.of(model)) {
        String unit = asked.log() ? "" : asked.unit();
        rows.add(new Row(effect.row(), unit, people.isEverybody() ? 0 : 1, cells(effect)));
      }
    }
    return rows;
  }

  private List<Cell> cells(Effect effect) {
    ContrastNumbers numbers = new ContrastNumbers(asked, effect);
    Form form = asked.log() ? Form.RATIO : Form.DIFFERENCE;
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(form, numbers.ratioOrDifference()));
    if (margin()) {
      cells.add(Cell.of(Form.P, numbers.equivalence()));
    }
    cells.add(Cell.of(form, numbers.detectable()));
    return cells;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "A large P in the table before is no evidence of equal groups. Evidence of that is a small"
            + " P of equivalence: the effect lies within the declared margin.");
    if (!margin()) {
      notes.add("No margin of equivalence was declared (`equivalence margin:`).");
    }
    notes.add("The detectable effect is that with a power of 80%, given these numbers and spread.");
    return notes;
  }
}
