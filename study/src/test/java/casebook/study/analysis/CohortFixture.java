// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.cohort.Attrition;
import casebook.study.cohort.Attrition.Count;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.language.Clause;
import casebook.study.language.DataFiles;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Expr;
import casebook.study.language.Selection;
import casebook.study.language.Study;
import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A cohort made by hand: the first `cases` rows are cases, the others controls.
///
/// A value that is NaN or -1 is missing; a value that is infinite or -2 was not asked.
final class CohortFixture {
  static final Span AT = new Span("study.yaml", 1, 1, 1);

  private final int cases;
  private final int rows;
  private final List<Variable> variables = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private String design = "case-control";

  CohortFixture(int cases, int controls) {
    this.cases = cases;
    this.rows = cases + controls;
    int[] codes = new int[rows];
    Arrays.fill(codes, 0, cases, 1);
    levels("group", List.of("control", "patient"), codes);
  }

  /// Says how the people were sampled; by case and control unless it is said.
  CohortFixture design(String words) {
    design = words;
    return this;
  }

  /// Adds a number.
  CohortFixture number(String name, double... values) {
    Presence[] presence = new Presence[rows];
    Arrays.setAll(
        presence,
        i ->
            Double.isNaN(values[i])
                ? Presence.MISSING
                : Double.isInfinite(values[i]) ? Presence.NOT_APPLICABLE : Presence.KNOWN);
    add(name, new Dictionary.Type.Measure(Unit.NONE, Optional.empty(), false));
    columns.add(new Column.Numeric(name, values, presence));
    return this;
  }

  /// Adds a variable with levels.
  CohortFixture levels(String name, List<String> levels, int... codes) {
    add(name, new Dictionary.Type.Levels(levels, Map.of(), false));
    return column(name, levels, codes);
  }

  /// Adds a yes/no variable: 1 is yes.
  CohortFixture yesNo(String name, int... codes) {
    add(name, new Dictionary.Type.YesNo(Map.of()));
    return column(name, List.of("no", "yes"), codes);
  }

  /// Adds a genotype: the number of A alleles.
  CohortFixture genotype(String name, int... codes) {
    add(name, new Dictionary.Type.Genotype("G", "A", Map.of()));
    return column(name, List.of("GG", "GA", "AA"), codes);
  }

  /// Adds a number with everything that a column can hold.
  CohortFixture column(Column.Numeric column) {
    add(column.name(), new Dictionary.Type.Measure(Unit.NONE, Optional.empty(), true));
    columns.add(column);
    return this;
  }

  private CohortFixture column(String name, List<String> levels, int... codes) {
    Presence[] presence = new Presence[rows];
    Arrays.setAll(
        presence,
        i ->
            codes[i] == -1
                ? Presence.MISSING
                : codes[i] == -2 ? Presence.NOT_APPLICABLE : Presence.KNOWN);
    columns.add(new Column.Leveled(name, levels, codes, presence));
    return this;
  }

  private void add(String name, Dictionary.Type type) {
    variables.add(new Variable(name, name, name, type, "all", List.of(), AT));
  }

  /// Yes for so many of the cases and so many of the controls, from the first row of each.
  int[] firstOf(int casesWith, int controlsWith) {
    int[] codes = new int[rows];
    Arrays.fill(codes, 0, casesWith, 1);
    Arrays.fill(codes, cases, cases + controlsWith, 1);
    return codes;
  }

  Study study() {
    Expr group = new Expr.Variable("group", AT);
    Selection selection =
        new Selection(
            Optional.of(new Expr.IsLevel(group, List.of("patient"), false, AT)),
            Optional.of(new Expr.IsLevel(group, List.of("control"), false, AT)),
            List.of(),
            Optional.empty());
    return new Study(
        new Study.Source("study.yaml", "0".repeat(64), List.of("casebook: 1")),
        new Study.Heading(
            "Title",
            design,
            "",
            new Study.ReportWishes(Optional.empty(), Optional.empty(), Optional.empty()),
            List.<Clause>of(),
            List.<Clause>of()),
        new DataFiles(
            "data.csv",
            Optional.empty(),
            "id",
            DataFiles.Writing.standard(),
            DataFiles.Duplicates.REFUSE,
            Optional.empty(),
            AT),
        new Dictionary(variables, List.of(), List.of()),
        selection,
        List.of(),
        List.of(),
        List.of());
  }

  Cohort cohort() {
    Table.Origin origin = new Table.Origin("data.csv", "1".repeat(64), rows);
    int[] lines = new int[rows];
    Arrays.setAll(lines, i -> i + 2);
    RowSet all = RowSet.all(rows);
    return new Cohort(
        study(),
        new Table(origin, lines, columns),
        all,
        new Cohort.Groups(all.where(row -> row < cases), all.where(row -> row >= cases)),
        new Attrition(new Count(cases, rows - cases, 0), List.of()),
        List.of(),
        List.of());
  }
}
