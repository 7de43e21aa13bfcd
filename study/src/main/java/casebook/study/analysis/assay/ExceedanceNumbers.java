// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.reference.Exceedance;
import casebook.stats.result.PValue;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.TestMethods;
import casebook.study.finding.Address;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.List;
import java.util.Optional;

/// The test of the cases above a limit that was taken from the controls, as numbers of a report.
///
/// @param address its place
/// @param label what was measured
/// @param origin where the numbers come from
public record ExceedanceNumbers(Address address, String label, Origin origin) {

  /// The one-sided P, with its double and its lower bound beside it.
  public Statistic of(Exceedance test) {
    Basis basis =
        origin.basis(
            Counts.of("cases_above", test.casesAbove())
                .and("cases", test.cases())
                .and("controls_above", test.controlsAbove())
                .and("controls", test.controls()),
            Rows.all(test.cases() + test.controls()));
    Other doubled = new Other("doubled", p(address.with("doubled"), test.doubled(), basis));
    List<Other> bound =
        test.bound().value().stream()
            .map(it -> new Other("lower bound", p(address.with("bound"), it, basis)))
            .toList();
    return p(address, test.test().p(), basis.withOthers(List.of(doubled)).withOthers(bound));
  }

  private Statistic p(Address place, PValue p, Basis basis) {
    return new Statistic(
        place,
        label + ": " + TestMethods.EXCEEDANCE.name(),
        Optional.empty(),
        Optional.of(p),
        "",
        TestMethods.EXCEEDANCE,
        basis,
        "");
  }
}
