// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.language.Dictionary;
import casebook.study.language.Expr;
import casebook.study.language.Selection;
import casebook.study.language.Study;
import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes expressions, columns and studies briefly. In columns `""` is missing and `-` not
/// applicable.
final class Write {
  static final Span AT = new Span("study.yaml", 7, 3, 5);

  private Write() {}

  static Expr.Variable var(String name) {
    return new Expr.Variable(name, AT);
  }

  static Expr num(String value) {
    return new Expr.NumberLiteral(new BigDecimal(value), Unit.NONE, AT);
  }

  static Expr date(String value) {
    return new Expr.DateLiteral(LocalDate.parse(value), AT);
  }

  static Expr months(int amount) {
    return new Expr.Period(amount, Expr.Step.MONTHS, AT);
  }

  static Expr compare(Expr left, String relation, Expr right) {
    Expr.Relation which =
        switch (relation) {
          case "<" -> Expr.Relation.LESS;
          case "<=" -> Expr.Relation.AT_MOST;
          case ">" -> Expr.Relation.GREATER;
          case ">=" -> Expr.Relation.AT_LEAST;
          case "=" -> Expr.Relation.EQUAL;
          default -> Expr.Relation.NOT_EQUAL;
        };
    return new Expr.Comparison(which, left, right, AT);
  }

  static Expr join(Expr left, Expr.Operator operator, Expr right) {
    return new Expr.Arithmetic(operator, left, right, AT);
  }

  static Expr is(Expr value, String... levels) {
    return new Expr.IsLevel(value, List.of(levels), false, AT);
  }

  static Expr known(Expr value) {
    return new Expr.IsKnown(value, false, AT);
  }

  static Expr not(Expr operand) {
    return new Expr.Not(operand, AT);
  }

  static Expr and(Expr... parts) {
    return new Expr.And(List.of(parts), AT);
  }

  static Expr or(Expr... parts) {
    return new Expr.Or(List.of(parts), AT);
  }

  static Expr aboveLimit(String name) {
    return new Expr.AboveLimit(var(name), false, AT);
  }

  static Expr quantified(Expr.Quantifier quantifier, String... names) {
    return new Expr.Quantified(quantifier, Stream.of(names).map(Write::var).toList(), AT);
  }

  static Column numbers(String name, String... cells) {
    double[] values =
        Stream.of(cells).mapToDouble(cell -> known(cell) ? Double.parseDouble(cell) : 0).toArray();
    return new Column.Numeric(name, values, marks(cells));
  }

  static Column yesNo(String name, String... cells) {
    return levels(name, List.of("no", "yes"), cells);
  }

  static Column levels(String name, List<String> levels, String... cells) {
    int[] codes = Stream.of(cells).mapToInt(cell -> Math.max(0, levels.indexOf(cell))).toArray();
    return new Column.Leveled(name, levels, codes, marks(cells));
  }

  static Column dates(String name, String... cells) {
    LocalDate[] values =
        Stream.of(cells)
            .map(cell -> known(cell) ? LocalDate.parse(cell) : LocalDate.EPOCH)
            .toArray(LocalDate[]::new);
    return new Column.Dates(name, values, marks(cells));
  }

  static Column texts(String name, String... cells) {
    return new Column.Text(name, List.of(cells), marks(cells));
  }

  private static Presence[] marks(String[] cells) {
    return Stream.of(cells)
        .map(cell ->
            cell.equals("-")
                ? Presence.NOT_APPLICABLE
                : known(cell) ? Presence.KNOWN : Presence.MISSING)
        .toArray(Presence[]::new);
  }

  private static boolean known(String cell) {
    return !cell.isEmpty() && !cell.equals("-");
  }

  static Table table(Column... columns) {
    int rows = columns[0].size();
    return new Table(
        new Table.Origin("data.csv", "00", rows),
        IntStream.rangeClosed(2, rows + 1).toArray(),
        Arrays.asList(columns));
  }

  static Dictionary.Variable variable(String name, String of, Dictionary.Type type) {
    return new Dictionary.Variable(name, name, name, type, of, List.of(), AT);
  }

  static Dictionary.Type measure() {
    return new Dictionary.Type.Measure(Unit.NONE, Optional.empty(), false);
  }

  static Dictionary.Type yesNo() {
    return new Dictionary.Type.YesNo(Map.of());
  }

  static Study.Derived derived(String name, Expr definition, boolean cohortWise) {
    return new Study.Derived(name, name, yesNo(), definition, cohortWise, AT);
  }

  static Study.LimitRule percentile(String variable, double percent) {
    return new Study.LimitRule(
        variable,
        Optional.of(percent),
        "controls",
        Optional.empty(),
        "",
        Optional.of(new BigDecimal("0.1")),
        AT);
  }

  static Selection.Criterion criterion(String label, String of, Expr require) {
    return new Selection.Criterion(label, of, require, AT);
  }

  static Selection selection(
      List<Selection.Criterion> eligibility, Optional<Selection.Matching> matching) {
    return new Selection(
        Optional.of(is(var("group"), "patient")),
        Optional.of(is(var("group"), "control")),
        eligibility,
        matching);
  }

  static Study study(
      Dictionary dictionary,
      Selection selection,
      List<Study.LimitRule> limits,
      List<Study.Derived> derived) {
    Study.ReportWishes wishes =
        new Study.ReportWishes(Optional.empty(), Optional.empty(), Optional.empty());
    DataFiles files =
        new DataFiles(
            "data.csv",
            Optional.empty(),
            "id",
            DataFiles.Writing.standard(),
            DataFiles.Duplicates.REFUSE,
            Optional.empty(),
            AT);
    return new Study(
        new Study.Source("study.yaml", "00", List.of()),
        new Study.Heading("A title", "case-control", "", wishes, List.of(), List.of()),
        files,
        dictionary,
        selection,
        limits,
        derived,
        List.of());
  }
}
