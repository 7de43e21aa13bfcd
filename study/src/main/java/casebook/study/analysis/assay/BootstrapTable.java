// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.reference.CutoffBootstrap;
import casebook.stats.reference.CutoffBootstrap.Draws;
import casebook.stats.reference.CutoffBootstrap.Spread;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Limits;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The cut-off and its odds ratio over samples drawn anew, with the Monte Carlo error of the
/// limits.
///
/// @param asked what is asked
/// @param method the bootstrap
/// @param draws the samples
record BootstrapTable(AssayQuestion asked, CutoffBootstrap method, Draws draws) {
  private static final String SLUG = "bootstrap";

  /// Draws the samples; empty where the study asks for none, or where the limit is not an upper
  /// percentile of the controls.
  static Optional<BootstrapTable> of(AssayQuestion asked) {
    if (asked.spec().replicates() == 0 || !asked.circular() || asked.limit().value().isEmpty()) {
      return Optional.empty();
    }
    // a stream of its own: the seed of the run, and the place in the report
    long stream =
        ((long) asked.base().with(SLUG).path().hashCode() << 32) ^ asked.settings().seed();
    CutoffBootstrap method =
        CutoffBootstrap.upper(asked.probability())
            .withQuantile(asked.quantile())
            .withReplicates(asked.spec().replicates())
            .withSeed(stream);
    return method
        .of(asked.cases().values(), asked.controls().values(), asked::rounded)
        .value()
        .map(draws -> new BootstrapTable(asked, method, draws));
  }

  /// The percentile interval of the cut-off.
  Interval cutoffs() {
    return draws.cutoffs(asked.settings().level()).interval();
  }

  /// The table: cut-off and odds ratio with their intervals and the errors of these.
  Limits finding() {
    double level = asked.settings().level();
    Spread cutoffs = draws.cutoffs(level);
    Answer<Spread> ratios = draws.oddsRatios(level);
    Spread firth = draws.firthOddsRatios(level);
    String unit = asked.unit();
    List<Row> rows = new ArrayList<>();
    Cell cutoff = Cell.of(Form.QUANTITY, cutoff(cutoffs.interval()));
    rows.add(row("Cut-off", unit, cutoff, errors("cutoff", unit, Optional.of(cutoffs))));
    rows.add(row("Odds ratio", "", ratio(ratios), errors("odds_ratio", "", ratios.value())));
    rows.add(
        row(
            "Odds ratio, 1/2 added to every cell (Firth)",
            "",
            firth(firth),
            errors("firth_odds_ratio", "", Optional.of(firth))));
    Heading heading =
        new Heading(
            address(),
            asked.label() + ": the cut-off taken anew in " + draws.draws().size() + " samples",
            asked.spec().at(),
            false,
            List.of(),
            List.of());
    return new Limits(heading, columns(), rows);
  }

  private static List<Column> columns() {
    return List.of(
        new Column("estimate", "In use, bootstrap", 0, ""),
        new Column("lower_error", "Monte Carlo error of the lower limit", 0, ""),
        new Column("upper_error", "Monte Carlo error of the upper limit", 0, ""));
  }

  private static Row row(String label, String unit, Cell estimate, List<Cell> errors) {
    return new Row(label, unit, 0, List.of(estimate, errors.getFirst(), errors.getLast()));
  }

  private Address address() {
    return asked.base().with(SLUG);
  }

  private Basis basis() {
    return asked
        .origin()
        .basis(
            Counts.of("samples", draws.draws().size())
                .and("cases", draws.cases())
                .and("controls", draws.controls())
                .and("samples_without_controls_above", draws.withoutControlsAbove()),
            Rows.all(draws.cases() + draws.controls()));
  }

  private Method named() {
    return AssayMethods.bootstrap(method.toString());
  }

  private Statistic cutoff(Interval interval) {
    double used = asked.limit().value().getAsDouble();
    return new Statistic(
        address().with("cutoff"),
        asked.label() + ": cut-off over bootstrap samples",
        Optional.of(new Estimate(used, interval)),
        Optional.empty(),
        asked.unit(),
        named(),
        basis(),
        "");
  }

  private TwoByTwo table() {
    return AssayQuestion.table(
        asked.cases(), asked.controls(), asked.limit().value().getAsDouble());
  }

  private OddsRatio odds() {
    return new OddsRatio(asked.settings().level());
  }

  private Cell ratio(Answer<Spread> spread) {
    Address place = address().with("odds_ratio");
    String label = asked.label() + ": odds ratio over bootstrap samples";
    Optional<Estimate> sample = odds().sample(table()).value();
    if (spread.value().isEmpty() || sample.isEmpty()) {
      String whyNot =
          sample.isEmpty()
              ? "nobody or everybody lies above the cut-off"
              : spread.outcome().words();
      return Cell.of(Form.RATIO, Origin.absent(place, label, "", named(), basis(), whyNot));
    }
    Estimate estimate = new Estimate(sample.get().value(), spread.orThrow().interval());
    return new Cell(Form.RATIO, List.of(ratio(place, label, estimate)), notes());
  }

  private Cell firth(Spread spread) {
    Estimate estimate = new Estimate(odds().haldane(table()).estimate().value(), spread.interval());
    return Cell.of(
        Form.RATIO,
        ratio(
            address().with("firth_odds_ratio"),
            asked.label() + ": odds ratio over bootstrap samples, 1/2 added to every cell",
            estimate));
  }

  private Statistic ratio(Address place, String label, Estimate estimate) {
    return new Statistic(
        place, label, Optional.of(estimate), Optional.empty(), "", named(), basis(), "");
  }

  private List<String> notes() {
    int infinite = draws.withoutControlsAbove();
    return infinite == 0
        ? List.of()
        : List.of(
            "In "
                + infinite
                + " of "
                + draws.draws().size()
                + " samples no control lies above the cut-off, so that the odds ratio is infinite");
  }

  private List<Cell> errors(String of, String unit, Optional<Spread> spread) {
    return List.of(
        error(of, "lower", unit, spread.map(Spread::lowError)),
        error(of, "upper", unit, spread.map(Spread::highError)));
  }

  private Cell error(String of, String side, String unit, Optional<OptionalDouble> error) {
    Address place = address().with(of).with(side + "_error");
    String label = asked.label() + ": Monte Carlo error of the " + side + " limit";
    OptionalDouble value = error.orElse(OptionalDouble.empty());
    Method how = AssayMethods.MONTE_CARLO;
    return Cell.of(
        Form.NUMBER,
        value.isPresent()
            ? Origin.value(place, label, value.getAsDouble(), unit, how, basis())
            : Origin.absent(place, label, unit, how, basis(), "the limit is infinite"));
  }
}
