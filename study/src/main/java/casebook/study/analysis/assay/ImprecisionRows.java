// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How imprecise a single result is, and who lies so near to the cut-off that it matters.
///
/// @param asked what is asked
/// @param maker makes the rows
record ImprecisionRows(AssayQuestion asked, ReferenceRows maker) {

  List<Row> of(Imprecision cv) {
    List<Row> rows = new ArrayList<>();
    if (cv.exact()) {
      rows.addAll(declared("cv", "CV of a single result", cv.highest()));
    } else {
      rows.addAll(declared("cv_lowest", "CV of a single result, lowest declared", cv.lowest()));
      rows.addAll(declared("cv_highest", "CV of a single result, highest declared", cv.highest()));
    }
    return rows;
  }

  private List<Row> declared(String slug, String label, double percent) {
    return zone(slug, label, percent, AssayMethods.DECLARED_CV);
  }

  /// The same with what was measured on the plates.
  List<Row> measured(double percent) {
    return zone(
        "cv_measured", "CV of a single result, measured", percent, PlateMethods.MEASURED_CV);
  }

  private List<Row> zone(String slug, String label, double percent, Method method) {
    List<Row> rows = new ArrayList<>();
    Statistic cv =
        maker.statistic(
            slug, label, Optional.of(Estimate.of(Decimals.of(percent).doubleValue())), "%", method);
    rows.add(maker.row(label, "%", 0, Cell.of(Form.QUANTITY, cv)));
    if (asked.limit().value().isPresent()) {
      double cutoff = asked.limit().value().getAsDouble();
      Interval zone = Imprecision.zone(cutoff, percent, 0.95);
      List<Cell> cells = new ArrayList<>();
      cells.add(
          Cell.of(
              Form.QUANTITY,
              new Statistic(
                  maker.address().with(slug).with("zone"),
                  asked.label() + ": zone of imprecision around the cut-off",
                  Optional.of(new Estimate(cutoff, zone)),
                  Optional.empty(),
                  asked.unit(),
                  AssayMethods.ZONE,
                  maker.basis(),
                  "")));
      CutoffRows counts = new CutoffRows(asked, false);
      for (Group group : asked.groups()) {
        int inside = group.between(zone.low(), zone.high());
        Address place = maker.address().with(slug).with("in_zone");
        String words = asked.label() + " in the zone of imprecision";
        cells.add(counts.above(group, inside, place, Form.COUNT_PERCENT, words));
      }
      rows.add(new Row("Zone around the cut-off, and who lies in it", asked.unit(), 1, cells));
    }
    return rows;
  }
}
