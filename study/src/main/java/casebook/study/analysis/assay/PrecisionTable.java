// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.reference.AssayPrecision;
import casebook.stats.reference.AssayPrecision.Precision;
import casebook.stats.reference.AssayPrecision.Result;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Limits;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.language.Clause;
import casebook.study.plate.Measured;
import casebook.study.plate.Plate;
import casebook.study.plate.Plates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// How precise the assay was on these plates, from the controls on every plate and from samples in
/// replicate, beside what the study declares.
///
/// @param asked what is asked
/// @param plates the plates
record PrecisionTable(AssayQuestion asked, Plates plates) {

  /// The table; empty where no sample and no control was measured twice.
  Optional<Limits> finding() {
    List<Row> rows = new ArrayList<>();
    byControl().forEach((control, days) -> rows.add(row(control, days)));
    replicates().ifPresent(rows::add);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Limits(
            new Heading(
                address(),
                asked.label() + ": imprecision on these plates, coefficients of variation in %",
                asked.spec().at(),
                false,
                declared(),
                List.of()),
            columns(),
            rows,
            "Sample"));
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("wells", "Wells", 0, ""));
    columns.add(new Column("mean", mean(), 0, ""));
    columns.add(new Column("within", "CV within a plate", 0, ""));
    columns.add(new Column("between", "CV between plates" + (byDay() ? " of a day" : ""), 0, ""));
    if (byDay()) {
      columns.add(new Column("days", "CV between days", 0, ""));
    }
    columns.add(new Column("single", "CV of a single result", 0, ""));
    return columns;
  }

  /// Whether the study says on which day a plate was measured.
  private boolean byDay() {
    return plates.calibration().day().isPresent();
  }

  private String mean() {
    return asked.unit().isEmpty() ? "Mean" : "Mean, " + asked.unit();
  }

  private Address address() {
    return asked.base().with("precision");
  }

  private List<String> declared() {
    List<String> facts = new ArrayList<>();
    for (Clause fact : Imprecision.facts(asked.cohort().study(), asked.variable().name())) {
      facts.add(fact.keyword() + " " + fact.words());
    }
    return facts.isEmpty() ? List.of() : List.of("Declared: " + String.join(", ", facts) + ".");
  }

  /// The single results of each control, by day, one run a plate; plates on which one lies beyond
  /// the standards are left out.
  private Map<String, Map<String, List<List<Double>>>> byControl() {
    Map<String, Map<String, List<List<Double>>>> days = new LinkedHashMap<>();
    for (Plate plate : plates.list()) {
      for (Measured control : plate.controls()) {
        if (!control.singles().isEmpty()) {
          days.computeIfAbsent(control.sample(), any -> new LinkedHashMap<>())
              .computeIfAbsent(plate.day(), any -> new ArrayList<>())
              .add(control.singles());
        }
      }
    }
    return days;
  }

  private Answer<Result> precision(Map<String, List<List<Double>>> days) {
    AssayPrecision method = new AssayPrecision(asked.settings().level());
    double[][][] runs =
        days.values().stream()
            .map(own -> own.stream().map(PrecisionTable::values).toArray(double[][]::new))
            .toArray(double[][][]::new);
    return byDay()
        ? method.ofDays(runs)
        : method.ofRuns(Arrays.stream(runs).flatMap(Arrays::stream).toArray(double[][]::new));
  }

  private static double[] values(List<Double> run) {
    return run.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Row row(String control, Map<String, List<List<Double>>> days) {
    Answer<Result> answer = precision(days);
    Optional<Result> result = answer.value();
    String whyNot = result.isPresent() ? "" : answer.outcome().words();
    int wells = days.values().stream().flatMap(List::stream).mapToInt(List::size).sum();
    PlateNumbers numbers = new PlateNumbers(asked, plates, address().with(control), control, wells);
    List<Cell> cells = new ArrayList<>();
    cells.add(numbers.count("wells", "wells", wells));
    cells.add(
        numbers.cell(
            Form.QUANTITY,
            "mean",
            result.map(it -> Estimate.of(it.mean())),
            asked.unit(),
            method(),
            whyNot));
    Optional<Estimate> within = result.map(it -> percent(it.repeatability(), it));
    cells.add(cv(numbers, "CV within a plate", within, whyNot));
    cells.add(
        cv(numbers, "CV between plates", result.map(it -> part(it.betweenRun(), it)), whyNot));
    if (byDay()) {
      cells.add(
          cv(numbers, "CV between days", result.map(it -> part(it.betweenDay(), it)), whyNot));
    }
    Optional<Estimate> single = result.map(it -> percent(it.withinLaboratory(), it));
    cells.add(cv(numbers, "CV of a single result", single, whyNot));
    return new Row(control, "", 0, cells);
  }

  private static Estimate part(double deviation, Result result) {
    return Estimate.of(100 * deviation / result.mean());
  }

  private Method method() {
    return byDay() ? PlateMethods.PRECISION_BY_DAY : PlateMethods.PRECISION;
  }

  private Cell cv(PlateNumbers numbers, String slug, Optional<Estimate> value, String whyNot) {
    return numbers.cell(Form.RATIO, slug, value, "%", method(), whyNot);
  }

  private static Estimate percent(Precision precision, Result result) {
    Estimate deviation = precision.standardDeviation();
    double share = 100 / result.mean();
    return new Estimate(
        share * deviation.value(), deviation.interval().map(it -> scaled(it, share)));
  }

  private static Interval scaled(Interval interval, double factor) {
    return new Interval(factor * interval.low(), factor * interval.high(), interval.level());
  }

  private Optional<Row> replicates() {
    double squares = 0;
    int samples = 0;
    int wells = 0;
    for (Measured sample : plates.samples()) {
      List<Double> singles = sample.singles();
      if (singles.size() > 1) {
        double mean = singles.stream().mapToDouble(it -> it).average().orElseThrow();
        double square = singles.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
        squares += square / (singles.size() - 1) / (mean * mean);
        samples++;
        wells += singles.size();
      }
    }
    if (samples == 0) {
      return Optional.empty();
    }
    PlateNumbers numbers =
        new PlateNumbers(
            asked, plates, address().with("replicates"), "samples in replicate", wells);
    double cv = 100 * Math.sqrt(squares / samples);
    List<Cell> cells = new ArrayList<>();
    cells.add(numbers.count("wells", "wells", wells));
    cells.add(Cell.of(Form.EMPTY));
    cells.add(
        numbers.cell(
            Form.RATIO,
            "CV within a plate",
            Optional.of(Estimate.of(cv)),
            "%",
            PlateMethods.REPLICATES,
            ""));
    while (cells.size() < columns().size()) {
      cells.add(Cell.of(Form.EMPTY));
    }
    return Optional.of(new Row(samples + " samples in replicate", "", 0, cells));
  }

  /// The coefficient of variation in percent of a single result near a value: that of the control
  /// whose mean lies nearest, by the ratio of both.
  OptionalDouble near(double value) {
    OptionalDouble nearest = OptionalDouble.empty();
    double distance = Double.POSITIVE_INFINITY;
    for (Map<String, List<List<Double>>> days : byControl().values()) {
      Optional<Result> result = precision(days).value();
      if (result.isPresent() && result.get().mean() > 0 && value > 0) {
        double own = Math.abs(Math.log(result.get().mean() / value));
        if (own < distance) {
          distance = own;
          nearest =
              OptionalDouble.of(percent(result.get().withinLaboratory(), result.get()).value());
        }
      }
    }
    return nearest;
  }
}
