// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.stats.describe.StandardisedDifference;
import casebook.stats.result.Answer;
import casebook.stats.sample.Eligibility;
import casebook.stats.sample.MatchRule;
import casebook.stats.sample.MaximumMatching;
import casebook.study.cohort.Cohort.Groups;
import casebook.study.cohort.MatchingCheck.Balance;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.language.Selection.Caliper;
import casebook.study.language.Selection.Matching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Looks at declared matching in the data: balance, who could be matched to whom, and the sets.
final class Matched {
  private final Matching declared;
  private final Table table;
  private final Groups groups;
  private final List<Column> factors;

  private Matched(Matching declared, Table table, Groups groups) {
    this.declared = declared;
    this.table = table;
    this.groups = groups;
    this.factors = variables().map(table::column).toList();
  }

  /// Looks at the matching of the eligible rows.
  ///
  /// @param subject the variable that names a person
  static MatchingCheck check(Matching declared, Table table, Groups groups, String subject) {
    return new Matched(declared, table, groups).check(subject);
  }

  private MatchingCheck check(String subject) {
    Eligibility eligibility = eligibility();
    RowSet cases = groups.cases();
    int judged = 0;
    int without = 0;
    for (int i = 0; i < cases.size(); i++) {
      boolean known = known(cases.row(i));
      judged += known ? 1 : 0;
      without += known && eligibility.count(i) == 0 ? 1 : 0;
    }
    return new MatchingCheck(
        declared,
        variables().map(name -> new Balance(name, difference(table.column(name)))).toList(),
        IntStream.range(0, cases.size()).mapToObj(eligibility::count).toList(),
        without,
        cases.size() - judged,
        MaximumMatching.of(eligibility).size(),
        declared.set().map(set -> sets(set, subject, eligibility)));
  }

  private Stream<String> variables() {
    return Stream.concat(
        declared.exact().stream(), declared.within().stream().map(Caliper::variable));
  }

  private boolean known(int row) {
    for (Column column : factors) {
      if (!column.known(row)) {
        return false;
      }
    }
    return true;
  }

  private Eligibility eligibility() {
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

  private static double[] numbers(Column column, RowSet rows) {
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

  private OptionalDouble difference(Column column) {
    if (column instanceof Column.Text) {
      return OptionalDouble.empty();
    }
    Answer<Double> answer =
        column instanceof Column.Leveled levels
            ? StandardisedDifference.ofLevels(
                counts(levels, groups.cases()), counts(levels, groups.controls()))
            : ofMeans(column);
    return answer.value().map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private Answer<Double> ofMeans(Column column) {
    return StandardisedDifference.ofMeans(
        numbers(column, groups.cases().where(column::known)),
        numbers(column, groups.controls().where(column::known)));
  }

  private static int[] counts(Column.Leveled column, RowSet rows) {
    int[] counts = new int[column.levels().size()];
    rows.stream().filter(column::known).forEach(row -> counts[column.code(row)]++);
    return counts;
  }

  private MatchedSets sets(String set, String subject, Eligibility eligibility) {
    return new SetsOf(groups, table.column(set), table.find(subject))
        .check(eligibility, this::known);
  }
}
