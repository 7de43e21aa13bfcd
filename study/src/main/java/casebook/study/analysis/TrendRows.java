// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.contingency.CochranArmitage;
import casebook.stats.regress.Design;
import casebook.stats.regress.Fit;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import casebook.study.analysis.AssociationBlock.Model;
import casebook.study.analysis.AssociationRequests.Trend;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.provenance.Covariate;
import casebook.study.analysis.provenance.Covariate.Term;
import casebook.study.analysis.provenance.OddsRatioMethods;
import casebook.study.analysis.provenance.TrendMethods;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// The rows of a trend over the levels of an exposure: the odds ratio per step in each model with
/// the test for trend, and the test of departure from it.
///
/// @param block the rows they stand below
/// @param scored the exposure with its scores in place of its levels
/// @param trend the score of each level
/// @param models the models of the block with the scores, in its order
record TrendRows(AssociationBlock block, Exposure scored, Trend trend, List<Model> models) {
  TrendRows {
    models = List.copyOf(models);
  }

  /// Fits the models of a block with scores in place of levels.
  static TrendRows of(AssociationBlock block, Trend trend) {
    Column.Leveled levels = (Column.Leveled) block.exposure().column();
    Exposure scored = new Exposure(block.exposure().variable(), scored(levels, trend));
    List<Model> models =
        block.models().stream()
            .map(model ->
                new Model(
                    model.slug(),
                    model.label(),
                    AssociationModel.of(block.population(), scored, covariates(block, model))))
            .toList();
    return new TrendRows(block, scored, trend, models);
  }

  private static Column.Numeric scored(Column.Leveled levels, Trend trend) {
    double[] scores = trend.of(levels.levels().size());
    double[] values = new double[levels.size()];
    Presence[] presence = new Presence[levels.size()];
    for (int row = 0; row < values.length; row++) {
      presence[row] = levels.presence(row);
      values[row] = levels.known(row) ? scores[levels.code(row)] : Double.NaN;
    }
    return new Column.Numeric(levels.name(), values, presence);
  }

  private static List<Covariate> covariates(AssociationBlock block, Model model) {
    return block.asked().spec().sets().stream()
        .filter(set -> !model.isCrude() && set.label().equals(model.label()))
        .flatMap(set -> set.covariates().stream())
        .map(named -> Covariate.of(block.asked().cohort(), named.name()))
        .toList();
  }

  /// Whether the odds ratios per step are Firth's in profile `casebook`.
  private boolean firth() {
    return models.stream().anyMatch(it -> !ModelWords.sparse(it.model(), List.of()).isEmpty());
  }

  /// The rows.
  ///
  /// @param columns how many columns the table has
  List<Row> rows(int columns) {
    List<Cell> odds = new ArrayList<>(empty(columns));
    List<Cell> departure = new ArrayList<>(empty(columns));
    odds.set(AssociationColumns.P, Cell.of(Form.P, test()));
    for (int i = 0; i < models.size(); i++) {
      int place = AssociationColumns.ofModel(i);
      odds.set(place, Cell.of(Form.RATIO, ratio(models.get(i))));
      departure.set(place, Cell.of(Form.P, departure(models.get(i))));
    }
    String label = trend.scores().isEmpty() ? "Trend, per level" : "Trend, per unit of the scores";
    return List.of(
        new Row(label, "", 1, odds), new Row("P for departure from trend", "", 1, departure));
  }

  private static List<Cell> empty(int columns) {
    Cell[] cells = new Cell[columns];
    Arrays.fill(cells, Cell.of(Form.EMPTY));
    return List.of(cells);
  }

  private Address address(Model model, String part) {
    return block.address().with(model.slug()).with(part);
  }

  private String label(Model model, String words) {
    return block.words(scored.variable().label() + ": " + words + ", " + model.oddsRatio());
  }

  private Statistic ratio(Model model) {
    Contrast contrast = scored.contrasts().getFirst();
    return new ModelOdds(
            model.model(),
            contrast.term(),
            label(model, "trend"),
            block.basis(model),
            block.level())
        .headline(address(model, "trend").with("odds_ratio"), block.profile(), firth());
  }

  private CochranArmitage counts() {
    long[] cases = block.counts().cases().stream().mapToLong(Integer::longValue).toArray();
    long[] controls = block.counts().controls().stream().mapToLong(Integer::longValue).toArray();
    long[] totals =
        LongStream.range(0, cases.length).map(i -> cases[(int) i] + controls[(int) i]).toArray();
    return CochranArmitage.of(cases, totals, trend.of(cases.length));
  }

  /// The test for trend of the counts, beside it that of the crude model.
  private Statistic test() {
    Model crude = models.getFirst();
    Address address = address(crude, "trend").with("p");
    String label = block.words(scored.variable().label()) + ": trend";
    Fit fit = fit(crude.model().fits());
    Method method = firth() ? OddsRatioMethods.PENALISED_TEST : OddsRatioMethods.LIKELIHOOD_RATIO;
    Answer<TestResult> ratio =
        fit.columnNames().contains(scored.variable().name())
            ? fit.likelihoodRatio(scored.variable().name())
            : Answer.none("only one level occurs");
    Statistic beside =
        TableTests.of(address.with("likelihood_ratio"), label, ratio, method, block.basis(crude));
    Basis basis = block.basis(crude).withOthers(List.of(new Other(method.name(), beside)));
    return TableTests.of(address, label, counts().test(), TrendMethods.COCHRAN_ARMITAGE, basis);
  }

  private Fit fit(AssociationModel.Fits fits) {
    return firth() ? fits.firth() : fits.likelihood();
  }

  private Statistic departure(Model model) {
    Address address = address(model, "departure_from_trend").with("p");
    String label = label(model, "departure from trend");
    Basis basis = block.basis(model);
    if (model.isCrude() && !block.firth()) {
      Method method = TrendMethods.DEPARTURE_CHI_SQUARE;
      return TableTests.of(address, label, counts().departure(), method, basis);
    }
    return departureIn(model).of(address, label, basis, block.profile(), firth() || block.firth());
  }

  /// Tests the terms of all levels but two beside the scores.
  private NestedTest departureIn(Model model) {
    int[] rows = AssociationModel.rows(block.population(), scored, covariates(block, model));
    Column.Leveled levels = (Column.Leveled) block.exposure().column();
    Column.Numeric numbers = (Column.Numeric) scored.column();
    int[] seen = Arrays.stream(rows).map(levels::code).distinct().sorted().toArray();
    Design design = Design.withIntercept(rows.length);
    for (Term term : model.model().terms()) {
      design = design.and(term.name(), term.values());
    }
    design =
        design.and(
            scored.variable().name(), Arrays.stream(rows).mapToDouble(numbers::value).toArray());
    List<String> names = new ArrayList<>();
    for (int i = 1; i < seen.length - 1; i++) {
      int code = seen[i];
      String name = scored.variable().name() + "=" + levels.levels().get(code);
      names.add(name);
      design =
          design.and(
              name,
              Arrays.stream(rows).mapToDouble(row -> levels.code(row) == code ? 1 : 0).toArray());
    }
    double[] outcome = AssociationModel.outcome(block.population(), rows);
    return new NestedTest(
        AssociationModel.fits(design, outcome),
        names,
        "fewer than three levels occur",
        new NestedTest.Ways(
            TrendMethods.DEPARTURE_LIKELIHOOD,
            TrendMethods.DEPARTURE_PENALISED,
            TrendMethods.DEPARTURE_WALD));
  }
}
