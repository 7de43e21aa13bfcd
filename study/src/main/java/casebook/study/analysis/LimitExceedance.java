// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.reference.Exceedance;
import casebook.study.analysis.assay.ExceedanceNumbers;
import casebook.study.analysis.provenance.Origin;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.ComputedLimit;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import java.util.List;

/// The cases above a limit that was taken from the controls, and the test that allows for it.
///
/// @param cohort the people
/// @param limit the limit
/// @param label what was measured
/// @param address the beginning of the addresses
record LimitExceedance(Cohort cohort, ComputedLimit limit, String label, Address address) {

  /// Says whether the limit is an upper percentile of the controls and there are cases to compare.
  static boolean applies(Cohort cohort, ComputedLimit limit) {
    return limit.rule().percentile().filter(percent -> percent > 50).isPresent()
        && limit.rule().group().equals("controls")
        && limit.value().isPresent()
        && limit.n() > limit.above()
        && values(cohort, limit).length > 0;
  }

  private static double[] values(Cohort cohort, ComputedLimit limit) {
    return cohort.table().column(limit.rule().variable()) instanceof Column.Numeric numbers
        ? NumberCells.values(numbers, cohort.groups().cases())
        : new double[0];
  }

  /// How many cases lie above, and the one-sided P.
  List<Cell> cells() {
    if (!applies(cohort, limit)) {
      return List.of(Cell.of(Form.NOT_APPLICABLE), Cell.of(Form.NOT_APPLICABLE));
    }
    double[] cases = values(cohort, limit);
    double value = limit.value().getAsDouble();
    int above = 0;
    for (double one : cases) {
      above += one > value ? 1 : 0;
    }
    Origin origin = Origin.of(cohort, limit.rule().at());
    Statistic count =
        origin.count(
            address.with("cases_above"), label + ": cases above", above, Rows.all(cases.length));
    Exceedance test = new Exceedance(above, cases.length, limit.above(), limit.n());
    Statistic p = new ExceedanceNumbers(address.with("exceedance"), label, origin).of(test);
    return List.of(Cell.of(Form.COUNT, count), Cell.of(Form.P, p));
  }
}
