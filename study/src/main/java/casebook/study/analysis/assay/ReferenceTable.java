// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.reference.ParametricLimits;
import casebook.stats.reference.PercentileRanks;
import casebook.stats.reference.ReferenceLimit;
import casebook.stats.reference.TukeyFences.Fences;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Limits;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Statistic;
import casebook.study.plate.Plates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How well the reference group and the assay bear the limit: interval, outliers, parts,
/// imprecision.
///
/// @param asked what is asked
/// @param maker makes the rows
record ReferenceTable(AssayQuestion asked, ReferenceRows maker) {

  Limits finding() {
    List<Row> rows = new ArrayList<>();
    Group reference = asked.reference();
    rows.add(
        maker.count("n", "Reference persons (" + asked.referenceLabel() + ")", reference.size()));
    rows.add(
        maker.count(
            "needed", "Needed for a 90% interval of this percentile", method().smallestSize()));
    rows.add(percentile(reference));
    parametric(reference).ifPresent(rows::add);
    Outliers.of(reference.values()).ifPresent(fences -> rows.addAll(outliers(fences)));
    asked
        .spec()
        .partition()
        .ifPresent(by -> rows.addAll(new PartitionRows(asked, maker).of(by.words())));
    Imprecision.of(asked.cohort().study(), asked.variable().name())
        .ifPresent(cv -> rows.addAll(new ImprecisionRows(asked, maker).of(cv)));
    measured().ifPresent(cv -> rows.addAll(new ImprecisionRows(asked, maker).measured(cv)));
    Heading heading =
        new Heading(
            maker.address(),
            asked.label() + ": reference group and imprecision",
            asked.spec().at(),
            false,
            List.of(),
            List.of());
    return new Limits(heading, columns(), rows);
  }

  private OptionalDouble measured() {
    OptionalDouble cutoff = asked.limit().value();
    Optional<Plates> plates = asked.plates();
    return cutoff.isPresent() && plates.isPresent()
        ? new PrecisionTable(asked, plates.get()).near(cutoff.getAsDouble())
        : OptionalDouble.empty();
  }

  private List<Finding.Column> columns() {
    List<Finding.Column> columns = new ArrayList<>();
    columns.add(new Finding.Column("value", "Value", 0, ""));
    for (Group group : asked.groups()) {
      columns.add(new Finding.Column(group.slug(), group.label(), group.size(), ""));
    }
    return columns;
  }

  private ReferenceLimit method() {
    return ReferenceLimit.upper(asked.probability());
  }

  /// The percentile with the interval of two ordered values, as far as these reach.
  private Row percentile(Group reference) {
    String label = asked.ordinal() + " percentile (90% interval)";
    if (reference.size() == 0) {
      return maker.row(
          label,
          asked.unit(),
          0,
          Cell.of(
              Form.QUANTITY,
              maker.statistic(
                  "percentile",
                  label,
                  Optional.empty(),
                  asked.unit(),
                  AssayMethods.ORDER_STATISTICS)));
    }
    double[] values = reference.values();
    double value =
        Decimals.of(asked.quantile().of(values, asked.probability()).orElseThrow()).doubleValue();
    Interval between = method().interval(values);
    PercentileRanks ranks = method().ranks(values.length);
    boolean any = ranks.lower().isPresent() || ranks.upper().isPresent();
    boolean inside = between.low() <= value && value <= between.high();
    Estimate estimate = any && inside ? new Estimate(value, between) : Estimate.of(value);
    return maker.row(
        label,
        asked.unit(),
        0,
        new Cell(
            Form.QUANTITY,
            List.of(
                maker.statistic(
                    "percentile",
                    label,
                    Optional.of(estimate),
                    asked.unit(),
                    AssayMethods.ORDER_STATISTICS)),
            ranks(ranks, values.length)));
  }

  private List<String> ranks(PercentileRanks ranks, int n) {
    if (ranks.lower().isPresent() && ranks.upper().isPresent()) {
      return List.of(
          "The values of rank "
              + ranks.lower().getAsInt()
              + " and "
              + ranks.upper().getAsInt()
              + " of "
              + n);
    }
    String lower =
        ranks.lower().isPresent()
            ? "the lower limit is the value of rank " + ranks.lower().getAsInt()
            : "there is no lower limit";
    String upper =
        ranks.upper().isPresent()
            ? "the upper limit is the value of rank " + ranks.upper().getAsInt()
            : "there is no upper limit";
    return List.of(
        n
            + " reference persons are too few for this interval: "
            + lower
            + ", "
            + upper
            + "; "
            + method().smallestSize()
            + " are needed");
  }

  private Optional<Row> parametric(Group reference) {
    double p = asked.probability();
    double coverage = Math.abs(2 * p - 1);
    if (!(coverage > 0) || asked.column().anyCensored()) {
      return Optional.empty();
    }
    String label = asked.ordinal() + " percentile, parametric (90% interval)";
    return ParametricLimits.standard()
        .withCoverage(coverage)
        .boxCox(reference.values())
        .value()
        .map(limits -> p > 0.5 ? limits.upper() : limits.lower())
        .map(estimate ->
            maker.row(
                label,
                asked.unit(),
                0,
                Cell.of(
                    Form.QUANTITY,
                    maker.statistic(
                        "parametric",
                        label,
                        Optional.of(estimate),
                        asked.unit(),
                        AssayMethods.PARAMETRIC))));
  }

  private List<Row> outliers(Fences fences) {
    Group reference = asked.reference();
    List<Integer> outside =
        reference.rows().stream()
            .filter(row -> {
              double value = asked.column().value(row);
              return value < fences.lower() || value > fences.upper();
            })
            .mapToObj(row -> asked.cohort().table().line(row))
            .toList();
    String label = "Reference values flagged as outliers";
    Statistic flagged =
        Origin.value(
            maker.address().with("flagged"),
            asked.label() + ": " + label,
            outside.size(),
            "",
            AssayMethods.FENCES,
            maker.basis());
    List<String> notes =
        outside.isEmpty()
            ? List.of()
            : List.of(
                (outside.size() == 1 ? "Line " : "Lines ")
                    + String.join(", ", outside.stream().map(String::valueOf).toList())
                    + " of "
                    + asked.cohort().table().origin().file()
                    + "; to be looked at, not left out");
    List<Row> rows = new ArrayList<>();
    rows.add(maker.row(label, "", 0, new Cell(Form.COUNT, List.of(flagged), notes)));
    fence("lower", fences.lower()).ifPresent(rows::add);
    fence("upper", fences.upper()).ifPresent(rows::add);
    return rows;
  }

  private Optional<Row> fence(String side, double value) {
    if (Double.isInfinite(value)) {
      return Optional.empty();
    }
    Statistic fence =
        maker.statistic(
            side + "_fence",
            side + " fence",
            Optional.of(Estimate.of(value)),
            asked.unit(),
            AssayMethods.FENCES);
    return Optional.of(maker.row(side + " fence", asked.unit(), 1, Cell.of(Form.QUANTITY, fence)));
  }
}
