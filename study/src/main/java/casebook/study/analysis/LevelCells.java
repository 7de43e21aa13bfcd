// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.Grouping.Group;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.Slugs;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.analysis.provenance.Values;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.List;

/// The cells of a variable with levels: how many have a level, of those whose level is known.
///
/// @param variable the variable
/// @param column its values
/// @param base `characteristics.sex`
/// @param origin where they come from
record LevelCells(StudyVariable variable, Column.Leveled column, Address base, Origin origin) {

  /// How often each level was seen among some persons.
  static int[] counts(Column.Leveled column, RowSet persons) {
    int[] counts = new int[column.levels().size()];
    persons.stream().filter(column::known).forEach(row -> counts[column.code(row)]++);
    return counts;
  }

  /// Says whether the levels are no and yes, of which only yes is shown.
  boolean isYesNo() {
    return isYesNo(column);
  }

  static boolean isYesNo(Column.Leveled column) {
    return column.levels().equals(List.of("no", "yes"));
  }

  /// A level in words: `Sex female`; the label alone, or `no` before it, for yes and no.
  static String words(StudyVariable variable, Column.Leveled column, int level) {
    if (isYesNo(column)) {
      return level == 1 ? variable.label() : "no " + variable.label();
    }
    return variable.label() + " " + variable.printed(column.levels().get(level));
  }

  /// The beginning of the addresses of a level; yes needs no name.
  Address place(int level) {
    return isYesNo() ? base : base.with(Slugs.distinct(column.levels()).get(level));
  }

  Cell of(Group group, int level) {
    Values values = Values.of(column, group.rows());
    if (values.notAsked()) {
      return Cell.of(Form.NOT_APPLICABLE);
    }
    int count = counts(column, group.rows())[level];
    Basis basis =
        origin.basis(
            Counts.of("count", count).and("of", values.known()), values.rows(variable.name()));
    Address address = place(level);
    String label = variable.label();
    if (!isYesNo()) {
      label += " " + variable.printed(column.levels().get(level));
    }
    address = address.with(group.slug());
    label += ", " + group.label();
    Statistic number =
        Origin.value(address.with("count"), label + ": count", count, "", Methods.COUNT, basis);
    return Cell.of(Form.COUNT_PERCENT, number, percent(address, label, count, values, basis));
  }

  private static Statistic percent(
      Address address, String label, int count, Values values, Basis basis) {
    Address place = address.with("percent");
    String words = label + ": percentage";
    return values.known() == 0
        ? Origin.absent(place, words, "%", Methods.PERCENT, basis, "no value is known")
        : Origin.value(place, words, 100.0 * count / values.known(), "%", Methods.PERCENT, basis);
  }
}
