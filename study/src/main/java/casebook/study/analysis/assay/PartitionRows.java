// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.reference.BoxCox;
import casebook.stats.reference.HarrisBoyd;
import casebook.stats.result.Answer;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.Slugs;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// Whether the parts of a reference group need limits of their own.
///
/// @param asked what is asked
/// @param maker makes the rows
record PartitionRows(AssayQuestion asked, ReferenceRows maker) {

  /// Each pair of parts by the criterion of Harris and Boyd, on the scale of the power that makes
  /// the whole reference group most normal.
  List<Row> of(String variable) {
    Column.Leveled by = (Column.Leveled) asked.cohort().table().column(variable);
    List<String> slugs = Slugs.distinct(by.levels());
    DoubleUnaryOperator scale =
        BoxCox.of(asked.reference().values())
            .value()
            .<DoubleUnaryOperator>map(power -> power::transform)
            .orElse(x -> x);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < slugs.size(); i++) {
      for (int j = i + 1; j < slugs.size(); j++) {
        Answer<HarrisBoyd> answer = HarrisBoyd.of(part(by, i, scale), part(by, j, scale));
        String pair = by.levels().get(i) + " and " + by.levels().get(j);
        rows.addAll(pair(answer, slugs.get(i) + "_" + slugs.get(j), pair));
      }
    }
    return rows;
  }

  private double[] part(Column.Leveled by, int level, DoubleUnaryOperator scale) {
    Column.Numeric column = asked.column();
    return asked.reference().rows().stream()
        .filter(row -> by.known(row) && by.code(row) == level)
        .mapToDouble(column::value)
        .map(scale)
        .sorted()
        .toArray();
  }

  private List<Row> pair(Answer<HarrisBoyd> answer, String slug, String pair) {
    Optional<HarrisBoyd> found = answer.value();
    String verdict =
        found
            .map(it ->
                it.partition() ? "Own limits are called for" : "Own limits are not called for")
            .orElse(answer.outcome().words());
    List<Row> rows = new ArrayList<>();
    rows.add(
        maker.row(
            "Harris-Boyd criterion, " + pair + ": z",
            "",
            0,
            new Cell(
                Form.NUMBER,
                List.of(number(slug, "z", found.map(HarrisBoyd::z), answer)),
                List.of(verdict))));
    if (found.isPresent()) {
      rows.add(
          maker.row(
              "critical z",
              "",
              1,
              Cell.of(
                  Form.NUMBER,
                  number(slug, "critical_z", found.map(HarrisBoyd::critical), answer))));
      rows.add(
          maker.row(
              "ratio of standard deviations",
              "",
              1,
              Cell.of(
                  Form.NUMBER,
                  number(slug, "deviation_ratio", found.map(HarrisBoyd::deviationRatio), answer))));
    }
    return rows;
  }

  private Statistic number(
      String pair, String slug, Optional<Double> value, Answer<HarrisBoyd> answer) {
    Address place = maker.address().with(pair).with(slug);
    String label = asked.label() + ": " + AssayMethods.HARRIS_BOYD.name() + ", " + slug;
    return value
        .map(it -> Origin.value(place, label, it, "", AssayMethods.HARRIS_BOYD, maker.basis()))
        .orElseGet(() ->
            Origin.absent(
                place,
                label,
                "",
                AssayMethods.HARRIS_BOYD,
                maker.basis(),
                answer.outcome().words()));
  }
}
