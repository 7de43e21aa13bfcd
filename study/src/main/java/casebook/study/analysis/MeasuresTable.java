// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.contingency.AttributableFraction;
import casebook.stats.contingency.Effect;
import casebook.stats.contingency.NumberNeeded;
import casebook.stats.contingency.RiskDifference;
import casebook.stats.contingency.RiskRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.MeasureMethods;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Estimates;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Profile;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table of the crude effect measures that a study asks for beside its odds ratios: risks of
/// exposed and unexposed, their difference and ratio, the share of cases attributed to the
/// exposure.
///
/// @param asked what was asked, of whom
record MeasuresTable(AssociationQuestion asked) {

  private List<Measure> measures() {
    return asked.spec().requests().measures().stream().map(Measure.Wanted::measure).toList();
  }

  private boolean caseControl() {
    return asked.cohort().study().heading().design().equals("case-control");
  }

  private double level() {
    return asked.settings().level();
  }

  Estimates finding() {
    List<Row> rows = new ArrayList<>();
    Population everybody = Population.everybody(asked.cohort());
    rows.addAll(rows(everybody, asked.base()));
    for (AssociationSpec.Subset subset : asked.spec().subsets()) {
      Population population = Subsets.of(asked.cohort(), subset);
      rows.addAll(rows(population, asked.base().with("restricted").with(population.slug())));
    }
    String title = asked.exposure().variable().label() + ": further measures of effect";
    List<String> notes = List.of("Crude; against " + asked.exposure().label(0) + ".");
    return new Estimates(
        new Heading(
            asked.base().with("measures"), title, asked.spec().at(), false, notes, List.of()),
        columns(),
        rows);
  }

  private List<Finding.Column> columns() {
    List<Finding.Column> columns = new ArrayList<>();
    columns.add(new Finding.Column("exposed", head(true), 0, ""));
    columns.add(new Finding.Column("unexposed", head(false), 0, ""));
    for (Measure measure : measures()) {
      switch (measure) {
        case RISK_DIFFERENCE -> {
          columns.add(column(measure, "Risk difference, percentage points"));
          columns.add(new Finding.Column("number_needed", "Number needed", 0, ""));
        }
        case RISK_RATIO -> columns.add(column(measure, "Risk ratio"));
        case ATTRIBUTABLE_FRACTION ->
            columns.add(column(measure, "Population attributable fraction, %"));
      }
    }
    return columns;
  }

  private String head(boolean first) {
    if (caseControl()) {
      return (first ? "Cases" : "Controls") + " exposed, n/N (%)";
    }
    return "Cases among the " + (first ? "exposed" : "unexposed") + ", n/N (%)";
  }

  private static Finding.Column column(Measure measure, String label) {
    return new Finding.Column(Address.slug(measure.words()), label, 0, "");
  }

  private List<Row> rows(Population population, Address base) {
    ExposureCounts counts = ExposureCounts.of(population, asked.exposure());
    Rows used =
        AssociationModel.people(
                population,
                asked.exposure(),
                List.of(),
                AssociationModel.rows(population, asked.exposure(), List.of()))
            .rows();
    List<Row> rows = new ArrayList<>();
    for (Contrast contrast : asked.exposure().contrasts()) {
      // cases and controls first, as the counts have it; the measures compare exposed and unexposed
      TwoByTwo table = counts.table(contrast);
      Counts cells = counts.counts(contrast);
      Basis basis = asked.origin().basis(cells.and("n", table.n()), used);
      Address place = contrast.slug().isEmpty() ? base : base.with(contrast.slug());
      String label =
          contrast.label() + (population.isEverybody() ? "" : " (" + population.label() + ")");
      List<Cell> cellsOfRow = new ArrayList<>();
      TwoByTwo shown = caseControl() ? table : table.transposed();
      cellsOfRow.add(share(place, label, true, shown, basis));
      cellsOfRow.add(share(place, label, false, shown, basis));
      for (Measure measure : measures()) {
        cellsOfRow.addAll(cells(measure, place, label, table.transposed(), basis));
      }
      rows.add(new Row(label, "", 0, cellsOfRow));
    }
    return rows;
  }

  private Cell share(Address place, String label, boolean first, TwoByTwo table, Basis basis) {
    long count = first ? table.a() : table.c();
    long of = first ? table.row1() : table.row2();
    String part = caseControl() ? (first ? "cases" : "controls") : first ? "exposed" : "unexposed";
    Address address = place.with("measures").with(part);
    String words = label + ": " + head(first).replace(", n/N (%)", "");
    Basis counted =
        new Basis(
            Counts.of("count", count).and("of", of).byName(),
            basis.rows(),
            basis.at(),
            basis.data(),
            List.of());
    Statistic number =
        Origin.value(address.with("count"), words, (double) count, "", Methods.COUNT, counted);
    Address percent = address.with("percent");
    Statistic share =
        of == 0
            ? Origin.absent(percent, words, "%", Methods.PERCENT, counted, "nobody is there")
            : Origin.value(percent, words, 100.0 * count / of, "%", Methods.PERCENT, counted);
    return Cell.of(Form.COUNT_OF_PERCENT, number, share);
  }

  private List<Cell> cells(
      Measure measure, Address place, String label, TwoByTwo table, Basis basis) {
    Address address = place.with(Address.slug(measure.words()));
    String words = label + ": " + measure.words();
    return switch (measure) {
      case RISK_DIFFERENCE ->
          List.of(
              Cell.of(Form.DIFFERENCE, difference(address, words, table, basis)),
              Cell.of(Form.QUANTITY, needed(place, label, table, basis)));
      case RISK_RATIO -> List.of(Cell.of(Form.RATIO, ratio(address, words, table, basis)));
      case ATTRIBUTABLE_FRACTION ->
          List.of(Cell.of(Form.DIFFERENCE, fraction(address, words, table, basis)));
    };
  }

  private Statistic difference(Address address, String label, TwoByTwo table, Basis basis) {
    RiskDifference method = RiskDifference.standard().withLevel(level());
    Way own = new Way(method.newcombe(table), MeasureMethods.DIFFERENCE_NEWCOMBE, "Newcombe");
    Way wald = new Way(method.wald(table), MeasureMethods.DIFFERENCE_WALD, "Wald");
    return headline(address, label, own.times(100), wald.times(100), basis);
  }

  private Statistic ratio(Address address, String label, TwoByTwo table, Basis basis) {
    RiskRatio method = RiskRatio.standard().withLevel(level());
    return headline(
        address,
        label,
        new Way(method.miettinenNurminen(table), MeasureMethods.RATIO_SCORE, "score"),
        new Way(method.katz(table), MeasureMethods.RATIO_WALD, "Wald"),
        basis);
  }

  /// Our way in profile `casebook`, Wald's in the others; the other one beside it.
  private Statistic headline(Address address, String label, Way own, Way wald, Basis basis) {
    boolean casebook = asked.settings().profile() == Profile.CASEBOOK;
    Other other =
        casebook
            ? new Other(wald.name(), wald.at(address.with("wald"), label, basis))
            : new Other(Basis.CASEBOOK, own.at(address.with(Basis.CASEBOOK), label, basis));
    return (casebook ? own : wald).at(address, label, basis.withOthers(List.of(other)));
  }

  /// One way to a measure.
  private record Way(Answer<Effect> answer, Method method, String name) {
    Way times(double factor) {
      return new Way(
          answer.map(it -> new Effect(it.method(), scaled(it.estimate(), factor), it.p())),
          method,
          name);
    }

    Statistic at(Address address, String label, Basis basis) {
      Optional<Estimate> estimate = answer.value().map(Effect::estimate);
      Optional<PValue> p = answer.value().map(Effect::p);
      String why = estimate.isPresent() ? "" : answer.outcome().words();
      return new Statistic(address, label, estimate, p, "", method, basis, why);
    }
  }

  private static Estimate scaled(Estimate estimate, double factor) {
    return new Estimate(
        factor * estimate.value(),
        estimate
            .interval()
            .map(it -> new Interval(factor * it.low(), factor * it.high(), it.level())));
  }

  private Statistic needed(Address place, String label, TwoByTwo table, Basis basis) {
    Address address = place.with("number_needed");
    String words = label + ": number needed";
    Method method = MeasureMethods.NUMBER_NEEDED;
    Answer<Effect> difference = RiskDifference.standard().withLevel(level()).newcombe(table);
    if (difference.value().isEmpty()) {
      String why = difference.outcome().words();
      return Origin.absent(address, words, "", method, basis, why);
    }
    NumberNeeded needed = NumberNeeded.of(difference.value().get().estimate());
    if (needed.throughInfinity()) {
      String why = "the interval of the risk difference holds 0";
      return Origin.absent(address, words, "", method, basis, why);
    }
    Estimate estimate =
        new Estimate(needed.value(), new Interval(needed.low(), needed.high(), level()));
    return new Statistic(
        address, words, Optional.of(estimate), Optional.empty(), "", method, basis, "");
  }

  private Statistic fraction(Address address, String label, TwoByTwo table, Basis basis) {
    AttributableFraction method = AttributableFraction.standard().withLevel(level());
    Answer<Estimate> answer = caseControl() ? method.caseControl(table) : method.population(table);
    return new Statistic(
        address,
        label,
        answer.value().map(it -> scaled(it, 100)),
        Optional.empty(),
        "",
        caseControl() ? MeasureMethods.FRACTION_CASE_CONTROL : MeasureMethods.FRACTION_POPULATION,
        basis,
        answer.value().isPresent() ? "" : answer.outcome().words());
  }
}
