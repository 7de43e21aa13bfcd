// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.result.Estimate;
import casebook.study.analysis.provenance.Counts;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the rows of the table of a reference group: a value, and perhaps who lies there.
///
/// @param asked what is asked
record ReferenceRows(AssayQuestion asked) {

  Address address() {
    return asked.base().with("reference");
  }

  Basis basis() {
    int n = asked.reference().size();
    return asked.origin().basis(Counts.of("n", n), Rows.all(n));
  }

  Row row(String label, String unit, int indent, Cell value) {
    List<Cell> cells = new ArrayList<>(List.of(value));
    asked.groups().forEach(group -> cells.add(Cell.of(Form.EMPTY)));
    return new Row(label, unit, indent, cells);
  }

  Row count(String slug, String label, int count) {
    Rows rows = Rows.all(asked.reference().size());
    return row(
        label,
        "",
        0,
        Cell.of(Form.COUNT, asked.origin().count(address().with(slug), label, count, rows)));
  }

  Statistic statistic(
      String slug, String label, Optional<Estimate> value, String unit, Method how) {
    return new Statistic(
        address().with(slug),
        asked.label() + ": " + label,
        value,
        Optional.empty(),
        unit,
        how,
        basis(),
        value.isPresent() ? "" : "it cannot be given");
  }
}
