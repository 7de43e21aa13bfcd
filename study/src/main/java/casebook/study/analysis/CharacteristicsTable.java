// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.Grouping.Group;
import casebook.study.analysis.provenance.Items;
import casebook.study.analysis.provenance.MatchedMethods;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.analysis.provenance.Values;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Builds the table of characteristics, row by row.
///
/// @param spec what was asked for
/// @param cohort the people
/// @param settings profile and level
/// @param grouping who stands in which column
/// @param base the beginning of its addresses
/// @param origin where its numbers come from
/// @param within the differences within matched sets, where it asks for them and its columns are
///   cases and controls
record CharacteristicsTable(
    CharacteristicsSpec spec,
    Cohort cohort,
    Settings settings,
    Grouping grouping,
    Address base,
    Origin origin,
    Optional<SetDifference> within) {

  static CharacteristicsTable of(
      Address base, CharacteristicsSpec spec, Cohort cohort, Settings settings) {
    Grouping grouping = Grouping.of(cohort, spec.by().map(Named::name));
    Origin origin = Origin.of(cohort, spec.at());
    Optional<SetDifference> within =
        comparesCasesAndControls(grouping)
            ? SetDifference.of(spec, cohort, base, origin)
            : Optional.empty();
    return new CharacteristicsTable(spec, cohort, settings, grouping, base, origin, within);
  }

  Finding.Characteristics finding() {
    List<Row> rows = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    List<String> defaults = new ArrayList<>();
    for (Named named : spec.variables()) {
      StudyVariable variable = StudyVariable.find(cohort.study(), named.name()).orElseThrow();
      Column column = cohort.table().column(named.name());
      rows.addAll(rows(variable, column));
      if (groups().stream().allMatch(group -> Values.of(column, group.rows()).known() == 0)) {
        warnings.add(variable.label() + " is missing in everybody; there is nothing to describe.");
      }
      if (column instanceof Column.Numeric && spec.summary(named.name()).isEmpty()) {
        defaults.add(variable.label());
      }
    }
    String title =
        "Characteristics of "
            + (comparesCasesAndControls(grouping) ? "cases and controls" : "the participants");
    Heading heading = new Heading(base, title, spec.at(), false, notes(rows, defaults), warnings);
    return new Finding.Characteristics(heading, columns(), rows);
  }

  private List<Group> groups() {
    return grouping.groups();
  }

  private int percentileType() {
    return settings.profile().percentileType();
  }

  private static boolean comparesCasesAndControls(Grouping grouping) {
    return grouping.groups().size() == 2 && grouping.groups().getFirst().slug().equals("cases");
  }

  private List<Finding.Column> columns() {
    List<Finding.Column> columns = new ArrayList<>();
    for (Group group : groups()) {
      columns.add(new Finding.Column(group.slug(), group.label(), group.rows().size(), ""));
    }
    if (within.isPresent()) {
      columns.add(
          new Finding.Column(
              SetDifference.SLUG,
              "Difference within sets",
              0,
              MatchedMethods.DIFFERENCE_WITHIN_SETS.definition()));
    }
    if (showsDifference()) {
      columns.add(new Finding.Column("difference", "Standardised difference", 0, ""));
    }
    if (showsTest()) {
      columns.add(new Finding.Column("p", "P", 0, ""));
    }
    return columns;
  }

  private boolean showsDifference() {
    return spec.differences() && groups().size() == 2;
  }

  private boolean showsTest() {
    return spec.pValues() && groups().size() >= 2;
  }

  private List<String> notes(List<Row> rows, List<String> defaults) {
    List<String> notes = new ArrayList<>();
    if (rows.stream().anyMatch(row -> row.label().equals("Missing"))) {
      notes.add("Percentages are of those whose value is known.");
    }
    List<String> lists =
        spec.variables().stream()
            .flatMap(it -> StudyVariable.find(cohort.study(), it.name()).stream())
            .filter(StudyVariable::isList)
            .map(StudyVariable::label)
            .toList();
    if (!lists.isEmpty()) {
      notes.add("A person may have several of: " + Sentence.list(lists) + ".");
    }
    if (!defaults.isEmpty()) {
      notes.add(
          "How to put the values together was not declared for "
              + Sentence.list(defaults)
              + "; mean (SD) is the program's default.");
    }
    if (rows.stream().anyMatch(row -> row.unit().endsWith(Summarised.MEAN_SE.printed()))) {
      notes.add(
          "SE, standard error of the mean: it says how uncertain the mean is, not how persons"
              + " differ.");
    }
    if (rows.stream().anyMatch(row -> row.unit().endsWith(Summarised.MEDIAN_QUARTILES.printed()))) {
      notes.add("Quartiles are percentiles of " + Methods.percentile(percentileType()) + ".");
    }
    if (grouping.leftOut() > 0) {
      String persons = grouping.leftOut() == 1 ? " person is" : " persons are";
      notes.add(grouping.leftOut() + persons + " in no column: the group is not known.");
    }
    if (within.isPresent() && showsTest()) {
      notes.add("P compares all cases with all controls and does not hold the sets together.");
    }
    if (spec.matched().isPresent() && within.isEmpty()) {
      notes.add("Differences within sets compare cases and controls; these columns do not.");
    }
    if (spec.differences() && !showsDifference()) {
      notes.add("Standardised differences compare two groups; these are not two.");
    }
    return notes;
  }

  private List<Row> rows(StudyVariable variable, Column column) {
    return switch (column) {
      case Column.Numeric numeric -> numbers(variable, numeric);
      case Column.Leveled levels -> levels(variable, levels);
      case Column.Dates dates -> throw unexpected(variable);
      case Column.Text text when variable.isList() -> items(variable, text);
      case Column.Text text -> throw unexpected(variable);
    };
  }

  private static IllegalArgumentException unexpected(StudyVariable variable) {
    return new IllegalArgumentException(variable.name() + " is a date or a text");
  }

  private List<Row> numbers(StudyVariable variable, Column.Numeric column) {
    Summarised how = spec.summary(variable.name()).orElse(Summarised.MEAN_SD);
    NumberCells cells =
        new NumberCells(
            variable, column, how, base.with(variable.name()), origin, percentileType());
    String unit = variable.unit().isEmpty() ? "" : variable.unit() + ", ";
    GroupComparison comparison = new GroupComparison(variable, base, origin, settings);
    List<Cell> row = cells(cells::of);
    within.ifPresent(sets -> row.add(sets.of(variable, column)));
    if (showsDifference()) {
      row.add(comparison.difference(column, groups()));
    }
    if (showsTest()) {
      row.add(comparison.test(column, groups(), how));
    }
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(variable.label(), unit + how.printed(), 0, row));
    addMissing(rows, variable, column);
    return rows;
  }

  private List<Row> levels(StudyVariable variable, Column.Leveled column) {
    LevelCells cells = new LevelCells(variable, column, base.with(variable.name()), origin);
    GroupComparison comparison = new GroupComparison(variable, base, origin, settings);
    List<Cell> compared = new ArrayList<>();
    if (showsDifference()) {
      compared.add(comparison.difference(column, groups()));
    }
    if (showsTest()) {
      compared.add(comparison.test(column, groups()));
    }
    List<Row> rows = new ArrayList<>();
    if (cells.isYesNo()) {
      List<Cell> row = cells(group -> cells.of(group, 1));
      within.ifPresent(sets ->
          row.add(sets.of(variable, variable.label(), base.with(variable.name()), column, 1)));
      row.addAll(compared);
      rows.add(new Row(variable.label(), "n (%)", 0, row));
    } else {
      List<Cell> head = cells(group -> Cell.of(Form.EMPTY));
      within.ifPresent(sets -> head.add(Cell.of(Form.EMPTY)));
      head.addAll(compared);
      rows.add(new Row(variable.label(), "n (%)", 0, head));
      for (int level = 0; level < column.levels().size(); level++) {
        int wanted = level;
        String name = variable.printed(column.levels().get(level));
        List<Cell> cell = new ArrayList<>();
        within.ifPresent(sets ->
            cell.add(
                sets.of(
                    variable, variable.label() + " " + name, cells.place(wanted), column, wanted)));
        rows.add(below(name, group -> cells.of(group, wanted), cell));
      }
    }
    addMissing(rows, variable, column);
    return rows;
  }

  /// One row an item of a list; a person may have several.
  private List<Row> items(StudyVariable variable, Column.Text column) {
    List<Row> rows = new ArrayList<>();
    List<Cell> head = cells(group -> Cell.of(Form.EMPTY));
    while (head.size() < columns().size()) {
      head.add(Cell.of(Form.EMPTY));
    }
    rows.add(new Row(variable.label(), "n (%)", 0, head));
    for (Items.Item item : Items.of(variable, column)) {
      LevelCells cells =
          new LevelCells(
              item.variable(), item.column(), base.with(variable.name()).with(item.slug()), origin);
      rows.add(below(item.label(), group -> cells.of(group, 1), List.of()));
    }
    addMissing(rows, variable, column);
    return rows;
  }

  private List<Cell> cells(Function<Group, Cell> cell) {
    return new ArrayList<>(groups().stream().map(cell).toList());
  }

  /// A row below the variable's own, with nothing in the other columns that compare the groups.
  private Row below(String label, Function<Group, Cell> cell, List<Cell> compared) {
    List<Cell> cells = cells(cell);
    cells.addAll(compared);
    while (cells.size() < columns().size()) {
      cells.add(Cell.of(Form.EMPTY));
    }
    return new Row(label, "", 1, cells);
  }

  private void addMissing(List<Row> rows, StudyVariable variable, Column column) {
    if (groups().stream().allMatch(group -> Values.of(column, group.rows()).missing() == 0)) {
      return;
    }
    Address address = base.with(variable.name());
    rows.add(
        below(
            "Missing",
            group -> {
              Values values = Values.of(column, group.rows());
              return values.notAsked()
                  ? Cell.of(Form.NOT_APPLICABLE)
                  : Cell.of(
                      Form.COUNT,
                      origin.count(
                          address.with(group.slug()).with("missing"),
                          variable.label() + ", " + group.label() + ": missing",
                          values.missing(),
                          values.rows(variable.name())));
            },
            List.of()));
  }
}
