// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.stats.describe.StandardisedDifference;
import casebook.stats.result.Answer;
import casebook.stats.sample.Eligibility;
import casebook.stats.sample.MaximumMatching;
import casebook.study.cohort.Cohort.Groups;
import casebook.study.cohort.MatchingCheck.Balance;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.language.Selection.Matching;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Looks at declared matching in the data: balance, who could be matched to whom, and the sets.
public final class Matched {
  private final Matching declared;
  private final Table table;
  private final Groups groups;
  private final EligibleControls rules;

  private Matched(Matching declared, Table table, Groups groups) {
    this.declared = declared;
    this.table = table;
    this.groups = groups;
    this.rules = new EligibleControls(declared, table, groups);
  }

  /// How the declared matching stands in the data; empty when the study declares none.
  public static Optional<MatchingCheck> check(Cohort cohort) {
    String subject = cohort.study().data().subject();
    return cohort
        .study()
        .selection()
        .matching()
        .map(rule -> new Matched(rule, cohort.table(), cohort.groups()).check(subject));
  }

  private MatchingCheck check(String subject) {
    Eligibility eligibility = rules.eligibility();
    RowSet cases = groups.cases();
    int judged = 0;
    int without = 0;
    for (int i = 0; i < cases.size(); i++) {
      boolean known = rules.known(cases.row(i));
      judged += known ? 1 : 0;
      without += known && eligibility.count(i) == 0 ? 1 : 0;
    }
    return new MatchingCheck(
        declared,
        rules.variables().map(name -> new Balance(name, difference(table.column(name)))).toList(),
        IntStream.range(0, cases.size()).mapToObj(eligibility::count).toList(),
        without,
        cases.size() - judged,
        MaximumMatching.of(eligibility).size(),
        declared.set().map(set -> sets(set, subject, eligibility)));
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
        EligibleControls.numbers(column, groups.cases().where(column::known)),
        EligibleControls.numbers(column, groups.controls().where(column::known)));
  }

  private static int[] counts(Column.Leveled column, RowSet rows) {
    int[] counts = new int[column.levels().size()];
    rows.stream().filter(column::known).forEach(row -> counts[column.code(row)]++);
    return counts;
  }

  private MatchedSets sets(String set, String subject, Eligibility eligibility) {
    return new SetsOf(groups, table.column(set), table.find(subject))
        .check(eligibility, rules::known);
  }
}
