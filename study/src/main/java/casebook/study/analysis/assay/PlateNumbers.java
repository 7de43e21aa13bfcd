// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.result.Estimate;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.plate.Plates;
import java.util.List;
import java.util.Optional;

/// Makes the numbers that rest on wells rather than on persons.
///
/// @param asked what is asked
/// @param plates the plates
/// @param address the beginning of their addresses
/// @param of what they are said of, such as `plate 1`
/// @param wells how many wells they rest on
record PlateNumbers(AssayQuestion asked, Plates plates, Address address, String of, int wells) {

  private Basis basis(Counts counts) {
    return new Origin(List.of(plates.file()), asked.spec().at()).basis(counts, Rows.all(wells));
  }

  private String label(String words) {
    return asked.label() + ", " + of + ": " + words;
  }

  /// A number of wells or samples.
  Cell count(String slug, String words, int count) {
    Statistic number =
        Origin.value(
            address.with(slug),
            label(words),
            count,
            "",
            Methods.COUNT,
            basis(Counts.of("count", count)));
    return Cell.of(Form.COUNT, number);
  }

  /// A number, or why there is none.
  ///
  /// @param words what it is; its part of the address too
  Cell cell(
      Form form, String words, Optional<Estimate> value, String unit, Method how, String whyNot) {
    return Cell.of(
        form,
        new Statistic(
            address.with(words),
            label(words),
            value,
            Optional.empty(),
            unit,
            how,
            basis(Counts.NONE),
            value.isPresent() ? "" : whyNot));
  }
}
