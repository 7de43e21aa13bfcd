// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.stats.sample.Eligibility;
import casebook.stats.sample.MatchRule;
import casebook.study.cohort.Cohort.Groups;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.language.Selection.Caliper;
import casebook.study.language.Selection.Matching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which controls meet the declared matching rule for which case.
final class EligibleControls {
  private final Matching declared;
  private final Table table;
  private final Groups groups;
  private final List<Column> factors;

  /// @param declared the rule
  /// @param table the data
  /// @param groups cases and controls
  EligibleControls(Matching declared, Table table, Groups groups) {
    this.declared = declared;
    this.table = table;
    this.groups = groups;
    this.factors = variables().map(table::column).toList();
  }

  /// The matching variables.
  Stream<String> variables() {
    return Stream.concat(
        declared.exact().stream(), declared.within().stream().map(Caliper::variable));
  }

  /// Whether the matching variables of a row are known.
  boolean known(int row) {
    for (Column column : factors) {
      if (!column.known(row)) {
        return false;
      }
    }
    return true;
  }

  /// Which controls meet the rule for which case, both counted in the order of their rows.
  Eligibility eligibility() {
    List<MatchRule> rules = new ArrayList<>();
    for (String name : declared.exact()) {
      Map<Object, Integer> seen = new HashMap<>();
      rules.add(
          MatchRule.same(
              codes(table.column(name), groups.cases(), seen),
              codes(table.column(name), groups.controls(), seen)));
    }
    for (Caliper caliper : declared.within()) {
      Column column = table.column(caliper.variable());
      rules.add(
          MatchRule.within(
              numbers(column, groups.cases()),
              numbers(column, groups.controls()),
              caliper.distance().doubleValue()));
    }
    return Eligibility.of(groups.cases().size(), groups.controls().size(), rules);
  }

  private static int[] codes(Column column, RowSet rows, Map<Object, Integer> seen) {
    return rows.stream()
        .map(row ->
            column.known(row) ? seen.computeIfAbsent(content(column, row), any -> seen.size()) : -1)
        .toArray();
  }

  private static Object content(Column column, int row) {
    return column instanceof Column.Text text ? text.value(row) : number(column, row);
  }

  /// A number or a date as numbers; NaN where it is missing.
  static double[] numbers(Column column, RowSet rows) {
    return rows.stream()
        .mapToDouble(row -> column.known(row) ? number(column, row) : Double.NaN)
        .toArray();
  }

  private static double number(Column column, int row) {
    return switch (column) {
      case Column.Numeric numbers -> numbers.value(row);
      case Column.Dates dates -> dates.value(row).toEpochDay();
      case Column.Leveled levels -> levels.code(row);
      case Column.Text text ->
          throw new IllegalArgumentException(
              "matching within a distance needs a number or a date, not " + text.name());
    };
  }
}
