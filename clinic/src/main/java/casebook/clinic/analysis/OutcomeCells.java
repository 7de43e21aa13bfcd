// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.stats.contingency.PoissonRate;
import casebook.stats.describe.Proportion;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.List;
import java.util.Optional;

/// Makes the cells of one column of what became of patients.
///
/// @param base the beginning of the addresses of the column
/// @param words the column in the labels of its numbers; may be empty
/// @param origin where the numbers come from
/// @param level confidence level
record OutcomeCells(Address base, String words, Origin origin, double level) {

  private String label(String what) {
    return words.isEmpty() ? what : words + ": " + what;
  }

  private Basis basis(long count, Rows rows) {
    return origin.basis(Counts.of("count", count).and("of", rows.in()), rows);
  }

  /// A number of events or patients.
  Cell count(String slug, String what, long count, Rows rows) {
    return Cell.of(
        Cell.Form.COUNT,
        Origin.value(
            base.with(slug),
            label(what),
            (double) count,
            "",
            Methods.COUNT,
            origin.basis(Counts.of("count", count), rows)));
  }

  /// A time in patient-years.
  Cell years(double years, Rows rows) {
    Basis basis = origin.basis(Counts.of("patients", rows.in()), rows);
    Address address = base.with("years");
    return Cell.of(
        Cell.Form.QUANTITY,
        Origin.value(
            address, label("years"), years, "patient-years", OutcomeMethods.EXPOSURE, basis));
  }

  /// A rate of events per person-time with its exact interval.
  ///
  /// @param time in the unit of the rate, such as hundreds of patient-years
  Cell rate(String slug, String what, long events, double time, Rows rows) {
    Basis basis = origin.basis(Counts.of("events", events), rows);
    Address address = base.with(slug);
    String unit = "per 100 patient-years";
    return Cell.of(
        Cell.Form.RATE,
        time > 0
            ? new Statistic(
                address,
                label(what),
                Optional.of(new PoissonRate(level).exact(events, time).estimate()),
                Optional.empty(),
                unit,
                OutcomeMethods.RATE,
                basis,
                "")
            : Origin.absent(
                address, label(what), unit, OutcomeMethods.RATE, basis, "nobody took the drug"));
  }

  private Statistic number(String slug, String what, long count, Rows rows) {
    Address address = base.with(slug).with("count");
    String label = label(what) + ": count";
    return Origin.value(address, label, (double) count, "", Methods.COUNT, basis(count, rows));
  }

  /// A number of patients with its percentage.
  Cell share(String slug, String what, long count, Rows rows) {
    return cell(Cell.Form.COUNT_OF_PERCENT, slug, what, count, rows, "");
  }

  /// A number of patients, its percentage and the exact interval of that.
  ///
  /// @param of of whom, such as `the treated patients`
  Cell proportion(String slug, String what, long count, Rows rows, String of) {
    return cell(Cell.Form.PROPORTION, slug, what, count, rows, of);
  }

  private Cell cell(Cell.Form form, String slug, String what, long count, Rows rows, String of) {
    boolean exact = form == Cell.Form.PROPORTION;
    Method method = exact ? OutcomeMethods.share(of) : Methods.SHARE;
    Address address = base.with(slug).with("percent");
    String label = label(what) + ": percentage";
    Basis basis = basis(count, rows);
    Answer<Estimate> share = new Proportion(level).clopperPearson(count, rows.in());
    Statistic percent =
        share
            .value()
            .map(it -> exact ? percent(it) : Estimate.of(100 * it.value()))
            .map(it ->
                new Statistic(
                    address, label, Optional.of(it), Optional.empty(), "%", method, basis, ""))
            .orElseGet(() ->
                Origin.absent(address, label, "%", method, basis, "there is nobody to count"));
    return Cell.of(form, number(slug, what, count, rows), percent);
  }

  private static Estimate percent(Estimate share) {
    return new Estimate(
        100 * share.value(),
        share.interval().map(it -> new Interval(100 * it.low(), 100 * it.high(), it.level())));
  }

  /// Median and range.
  ///
  /// @param values in any order; may be empty
  Cell medianRange(String slug, String what, List<Double> values, String unit) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int n = sorted.length;
    Basis basis = origin.basis(Counts.of("n", n), Rows.all(n));
    if (n == 0) {
      return Cell.of(Cell.Form.NOT_APPLICABLE);
    }
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    return Cell.of(
        Cell.Form.MEDIAN_RANGE,
        time(slug, what, "median", median, unit, basis),
        time(slug, what, "minimum", sorted[0], unit, basis),
        time(slug, what, "maximum", sorted[n - 1], unit, basis));
  }

  private Statistic time(
      String slug, String what, String which, double value, String unit, Basis basis) {
    return Origin.value(
        base.with(slug).with(which),
        label(what) + ": " + which,
        value,
        unit,
        OutcomeMethods.time(which),
        basis);
  }
}
