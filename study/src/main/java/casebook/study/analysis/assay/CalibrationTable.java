// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.curve.CalibrationCurve;
import casebook.stats.describe.Quantile;
import casebook.stats.result.Estimate;
import casebook.study.data.Censoring;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Curve.Mark;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Limits;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.PlateCurve;
import casebook.study.plate.Measured;
import casebook.study.plate.Plate;
import casebook.study.plate.Plates;
import casebook.study.plate.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The calibration of each plate: its curve, and how many samples lie beyond the standards.
///
/// @param asked what is asked
/// @param plates the plates
record CalibrationTable(AssayQuestion asked, Plates plates) {
  /// How many places of a curve are drawn.
  private static final int PLACES = 80;

  /// By how many percent a standard may miss its stated concentration.
  private static final double BAND = 20;

  Limits finding() {
    return new Limits(
        new Heading(
            address(),
            asked.label() + ": calibration, one curve a plate",
            asked.spec().at(),
            false,
            List.of(
                "Readings are those of "
                    + plates.file()
                    + ", less the mean of the blanks of the plate. A value beyond the lowest or"
                    + " highest standard is known only to lie beyond it; it is not extrapolated."),
            List.of()),
        List.of(
            new Column("standards", "Wells of standards", 0, ""),
            new Column("midpoint", "Midpoint" + unit(), 0, ""),
            new Column("slope", "Slope", 0, ""),
            new Column("residual", "Residual SD of the response", 0, ""),
            new Column("samples", "Samples", 0, ""),
            new Column("below", "Below the standards", 0, ""),
            new Column("above", "Above the standards", 0, ""),
            new Column("interval", interval() + " of a value, median, ± %", 0, "")),
        plates.list().stream().map(this::row).toList(),
        "Plate");
  }

  private String unit() {
    return asked.unit().isEmpty() ? "" : ", " + asked.unit();
  }

  private String interval() {
    return Decimals.of(100 * asked.settings().level()).toPlainString() + "% interval";
  }

  private Address address() {
    return asked.base().with("calibration");
  }

  private Method method() {
    return PlateMethods.curve(plates.calibration());
  }

  private Row row(Plate plate) {
    int wells = plate.standards().stream().mapToInt(Standard::wells).sum();
    String name = "plate " + plate.name();
    PlateNumbers numbers = new PlateNumbers(asked, plates, address().with(name), name, wells);
    Optional<CalibrationCurve> curve = plate.curve().value();
    String whyNot = curve.isPresent() ? "" : plate.curve().outcome().words();
    List<Measured> samples = plate.samples();
    List<Cell> cells = new ArrayList<>();
    cells.add(numbers.count("standards", "wells of standards", wells));
    cells.add(
        numbers.cell(
            Form.RATIO,
            "midpoint",
            curve.map(it -> it.midpoint(asked.settings().level())),
            asked.unit(),
            method(),
            whyNot));
    cells.add(
        numbers.cell(
            Form.RATIO,
            "slope",
            curve.map(it -> Estimate.of(it.fit().values().get(3))),
            "",
            method(),
            whyNot));
    cells.add(
        numbers.cell(
            Form.QUANTITY,
            "residual SD",
            curve.map(it -> Estimate.of(it.fit().residualStandardDeviation().orThrow())),
            "",
            method(),
            whyNot));
    cells.add(numbers.count("samples", "samples", samples.size()));
    cells.add(numbers.count("below", "samples below", censored(samples, Censoring.BELOW)));
    cells.add(numbers.count("above", "samples above", censored(samples, Censoring.ABOVE)));
    OptionalDouble width = width(plate);
    cells.add(
        numbers.cell(
            Form.RATIO,
            "interval of a value",
            width.isPresent() ? Optional.of(Estimate.of(width.getAsDouble())) : Optional.empty(),
            "%",
            PlateMethods.INTERVAL,
            curve.isPresent() ? "no sample has a closed interval" : whyNot));
    return new Row(plate.name(), "", 0, cells);
  }

  /// Half the width of the interval of a sample within the standards, in percent of its value; the
  /// median over those whose interval is closed.
  private OptionalDouble width(Plate plate) {
    double[] widths =
        plate.samples().stream()
            .filter(it -> it.censoring() == Censoring.NONE)
            .flatMap(it ->
                plate.interval(it, asked.settings().level()).stream()
                    .map(own -> 50 * (own.high() - own.low()) / it.value()))
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .toArray();
    return Quantile.standard().of(widths, 0.5);
  }

  private static int censored(List<Measured> samples, Censoring side) {
    return (int) samples.stream().filter(it -> it.censoring() == side).count();
  }

  /// The standards read back by the curve of their plate.
  Limits recovery() {
    List<Column> columns =
        plates.list().stream()
            .map(plate -> new Column("plate_" + plate.name(), "Plate " + plate.name(), 0, ""))
            .toList();
    List<Row> rows =
        plates.list().stream()
            .flatMap(plate -> plate.standards().stream())
            .map(Standard::concentration)
            .filter(concentration -> concentration > 0)
            .distinct()
            .sorted()
            .map(this::recovery)
            .toList();
    return new Limits(
        new Heading(
            asked.base().with("recovery"),
            asked.label() + ": standards read back, % of the stated concentration",
            asked.spec().at(),
            false,
            List.of(),
            List.of()),
        columns,
        rows,
        "Stated concentration");
  }

  private Row recovery(double concentration) {
    String stated = Decimals.of(concentration).toPlainString();
    List<Cell> cells = new ArrayList<>();
    for (Plate plate : plates.list()) {
      Address place = asked.base().with("recovery").with("standard " + stated);
      Optional<Standard> standard =
          plate.standards().stream().filter(it -> it.concentration() == concentration).findFirst();
      PlateNumbers numbers =
          new PlateNumbers(
              asked,
              plates,
              place,
              "standard of " + stated,
              standard.map(Standard::wells).orElse(0));
      OptionalDouble recovery = standard.map(Standard::recovery).orElse(OptionalDouble.empty());
      Cell cell =
          standard.isEmpty()
              ? Cell.of(Form.NOT_APPLICABLE)
              : numbers.cell(
                  Form.RATIO,
                  "recovery on plate " + plate.name(),
                  recovery.isPresent()
                      ? Optional.of(Estimate.of(recovery.getAsDouble()))
                      : Optional.empty(),
                  "%",
                  PlateMethods.RECOVERY,
                  recovery.isPresent() ? "" : "its response lies beyond the curve");
      cells.add(
          Math.abs(recovery.orElse(100) - 100) > BAND
              ? new Cell(cell.form(), cell.statistics(), List.of("Not within 80 to 120 %"))
              : cell);
    }
    return new Row((stated + " " + asked.unit()).strip(), "", 0, cells);
  }

  /// The curves as a figure; empty when no plate has one.
  Optional<Finding> figure() {
    List<PlateCurve> drawn = new ArrayList<>();
    for (Plate plate : plates.list()) {
      plate.curve().value().ifPresent(curve -> drawn.add(drawn(plate, curve)));
    }
    return drawn.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding.Calibration(
                new Heading(
                    address().with("figure"),
                    asked.label() + ": calibration curve of each plate",
                    asked.spec().at(),
                    false,
                    List.of(),
                    List.of()),
                new Finding.Curve.Axes(
                    "Concentration of " + asked.label(),
                    asked.unit(),
                    "Response (" + plates.calibration().response() + ")"),
                method(),
                drawn,
                marks()));
  }

  /// The cut-off where it lies on the plates; nowhere when samples were diluted differently.
  private List<Mark> marks() {
    double[] dilutions =
        plates.samples().stream().mapToDouble(it -> it.reading().dilution()).distinct().toArray();
    OptionalDouble limit = asked.limit().value();
    return limit.isPresent() && dilutions.length == 1
        ? List.of(new Mark("Cut-off in use", limit.getAsDouble() / dilutions[0], Optional.empty()))
        : List.of();
  }

  private static PlateCurve drawn(Plate plate, CalibrationCurve curve) {
    List<PlateCurve.Dot> standards =
        plate.standards().stream()
            .filter(it -> it.concentration() > 0)
            .map(it -> new PlateCurve.Dot(it.concentration(), it.response()))
            .toList();
    List<PlateCurve.Dot> line = new ArrayList<>();
    double width = Math.log(plate.highest() / plate.lowest());
    for (int i = 0; i <= PLACES; i++) {
      double concentration = plate.lowest() * Math.exp(width * i / PLACES);
      line.add(new PlateCurve.Dot(concentration, curve.response(concentration).value()));
    }
    double[] inside =
        plate.samples().stream()
            .filter(it -> it.censoring() == Censoring.NONE)
            .mapToDouble(it -> it.value() / it.reading().dilution())
            .sorted()
            .toArray();
    Optional<PlateCurve.Range> samples =
        inside.length == 0
            ? Optional.empty()
            : Optional.of(new PlateCurve.Range(inside[0], inside[inside.length - 1]));
    return new PlateCurve("Plate " + plate.name(), standards, line, samples);
  }
}
