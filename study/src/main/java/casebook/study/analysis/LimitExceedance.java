// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.reference.Exceedance;
import casebook.stats.result.Estimate;
import casebook.stats.result.PValue;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.TestMethods;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.ComputedLimit;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.List;
import java.util.Optional;

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
    return List.of(Cell.of(Form.COUNT, count), Cell.of(Form.P, statistic(origin, test)));
  }

  private Statistic statistic(Origin origin, Exceedance test) {
    Basis basis =
        origin.basis(
            Counts.of("cases_above", test.casesAbove())
                .and("cases", test.cases())
                .and("controls_above", test.controlsAbove())
                .and("controls", test.controls()),
            Rows.all(test.cases() + test.controls()));
    Address place = address.with("exceedance");
    Other doubled = new Other("doubled", p(place.with("doubled"), test.doubled(), basis));
    List<Other> bound =
        test.bound().value().stream()
            .map(it -> new Other("lower bound", p(place.with("bound"), it, basis)))
            .toList();
    Basis wider = basis.withOthers(List.of(doubled)).withOthers(bound);
    return p(place, test.test().p(), wider);
  }

  private Statistic p(Address place, PValue p, Basis basis) {
    return new Statistic(
        place,
        label + ": " + TestMethods.EXCEEDANCE.name(),
        Optional.<Estimate>empty(),
        Optional.of(p),
        "",
        TestMethods.EXCEEDANCE,
        basis,
        "");
  }
}
