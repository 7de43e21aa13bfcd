// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.stats.result.PValue;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The table of a survival analysis: one row a group, then the ratio of an allele, then the tests.
///
/// @param asked what is asked
/// @param people who is compared
/// @param crude the model of the groups alone; empty where nothing is compared
/// @param adjusted the model that holds covariates constant, where one is asked for
record SurvivalTable(
    SurvivalQuestion asked,
    SurvivalPeople people,
    Optional<CoxRatios> crude,
    Optional<CoxRatios> adjusted) {
  /// Proportional hazards are doubted below this.
  private static final double DOUBTED = 0.05;

  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("n", "n", 0, ""));
    columns.add(new Column("events", "Events", 0, ""));
    String unit = asked.unit().isEmpty() ? "" : ", " + asked.unit();
    columns.add(
        asked.competing()
            ? new Column("deaths_first", "Deaths first", 0, "")
            : new Column("median", "Median" + unit, 0, ""));
    for (double time : asked.spec().wishes().at()) {
      String label = "At " + CurveNumbers.number(time) + " " + asked.unit();
      columns.add(new Column("at_" + CurveNumbers.slug(time), label.strip() + ", %", 0, ""));
    }
    if (crude.isPresent()) {
      columns.add(new Column("hazard_ratio", "Hazard ratio", 0, ""));
      columns.add(new Column("p", "P", 0, ""));
    }
    if (adjusted.isPresent()) {
      columns.add(new Column("adjusted", "Adjusted", 0, ""));
      columns.add(new Column("adjusted_p", "P", 0, ""));
    }
    return columns;
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    boolean each = people.made().counted().isEmpty();
    for (int place = 0; place < people.groups().size(); place++) {
      SurvivalGroup group = people.groups().get(place);
      List<Cell> cells = new ArrayList<>(described(group));
      for (CoxRatios model : models()) {
        cells.addAll(each ? against(model, place) : none(2));
      }
      rows.add(new Row(group.label(), "", 0, cells));
    }
    if (crude.isPresent() && !each) {
      List<Cell> cells = new ArrayList<>(none(plain()));
      models().forEach(model -> cells.addAll(ratio(model.perCopy())));
      rows.add(new Row("Per " + people.made().counted(), "", 0, cells));
    }
    if (crude.isPresent()) {
      tests(rows, crude.get());
    }
    return rows;
  }

  private List<CoxRatios> models() {
    List<CoxRatios> models = new ArrayList<>();
    crude.ifPresent(models::add);
    adjusted.ifPresent(models::add);
    return models;
  }

  /// How many places stand before the hazard ratios.
  private int plain() {
    return 3 + asked.spec().wishes().at().size();
  }

  private List<Cell> described(SurvivalGroup group) {
    Address base = people.address(asked.base()).with(group.slug());
    CurveNumbers numbers = new CurveNumbers(asked, group, base);
    List<Cell> cells = new ArrayList<>(List.of(numbers.count(), numbers.events()));
    cells.add(asked.competing() ? numbers.deaths() : numbers.median());
    for (double time : asked.spec().wishes().at()) {
      cells.add(asked.competing() ? new IncidenceNumbers(numbers).at(time) : numbers.at(time));
    }
    return cells;
  }

  private static List<Cell> against(CoxRatios model, int place) {
    return model.isReference(place)
        ? List.of(Cell.of(Form.REFERENCE), Cell.of(Form.EMPTY))
        : ratio(model.ratio(place));
  }

  private static List<Cell> ratio(Statistic ratio) {
    return List.of(Cell.of(Form.RATIO, ratio), Cell.of(Form.P, ratio));
  }

  private void tests(List<Row> rows, CoxRatios model) {
    SurvivalTests tests = new SurvivalTests(asked, people);
    for (Statistic test : tests.all()) {
      rows.add(row(test, Cell.of(Form.EMPTY)));
    }
    Statistic proportional = model.proportional();
    rows.add(row("Proportional hazards", proportional, Cell.of(Form.EMPTY)));
    if (proportional.p().map(PValue::value).orElse(1.0) < DOUBTED && !asked.competing()) {
      for (int place = 0; place < people.groups().size(); place++) {
        if (!model.isReference(place) && people.groups().get(place).people().size() > 0) {
          Statistic difference = tests.restrictedMean(place);
          String label =
              "Difference of mean time to "
                  + CurveNumbers.number(tests.horizon().value())
                  + " "
                  + asked.unit();
          rows.add(
              row(
                  label.strip() + ", " + people.groups().get(place).label(),
                  difference,
                  Cell.of(Form.DIFFERENCE, difference)));
        }
      }
    }
  }

  private Row row(Statistic test, Cell before) {
    String name = test.method().name();
    return row(Character.toUpperCase(name.charAt(0)) + name.substring(1), test, before);
  }

  private Row row(String label, Statistic test, Cell before) {
    List<Cell> cells = new ArrayList<>(none(plain()));
    cells.add(before);
    cells.add(Cell.of(Form.P, test));
    cells.addAll(none(adjusted.isPresent() ? 2 : 0));
    return new Row(label, "", 0, cells);
  }

  /// Cells of a row in which only the last places are filled.
  private static List<Cell> none(int count) {
    return Collections.nCopies(count, Cell.of(Form.EMPTY));
  }
}
