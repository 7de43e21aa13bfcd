// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.Grouping.Group;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Covariate;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.provenance.Slugs;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Estimates;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The table of an interaction: odds ratios within each level of another variable, and the test
/// that they are the same.
///
/// @param asked what was asked, of whom
/// @param modifier the other variable
/// @param models the crude model first, then one for each covariate set
/// @param sparse why all odds ratios are Firth's in profile `casebook`; empty when they are not
record InteractionTable(
    AssociationQuestion asked,
    Covariate modifier,
    List<InteractionModel> models,
    List<String> sparse) {
  InteractionTable {
    models = List.copyOf(models);
    sparse = List.copyOf(sparse);
  }

  static InteractionTable of(AssociationQuestion asked, Named with) {
    Covariate modifier = Covariate.ofLevels(asked.cohort(), with.name());
    Population everybody = Population.everybody(asked.cohort());
    List<InteractionModel> models = new ArrayList<>();
    models.add(InteractionModel.of("", everybody, asked.exposure(), modifier, List.of()));
    for (CovariateSet set : asked.spec().sets()) {
      List<Covariate> covariates =
          set.covariates().stream().map(it -> Covariate.of(asked.cohort(), it.name())).toList();
      models.add(
          InteractionModel.of(set.label(), everybody, asked.exposure(), modifier, covariates));
    }
    Set<String> sparse = new LinkedHashSet<>();
    models.forEach(model -> sparse.addAll(ModelWords.sparse(model.within(), List.of())));
    return new InteractionTable(asked, modifier, models, List.copyOf(sparse));
  }

  private boolean firth() {
    return !sparse.isEmpty();
  }

  private Profile profile() {
    return asked.settings().profile();
  }

  private Column.Leveled levels() {
    return (Column.Leveled) modifier.column();
  }

  private Address address() {
    return asked.base().with("interaction").with(modifier.variable().name());
  }

  private static String slug(InteractionModel model) {
    return model.label().isEmpty() ? "crude" : Address.slug(model.label());
  }

  Estimates finding() {
    List<Row> rows = new ArrayList<>();
    List<Statistic> further = new ArrayList<>();
    List<String> slugs = Slugs.distinct(levels().levels());
    for (int level = 0; level < slugs.size(); level++) {
      Address place = address().with(slugs.get(level));
      rows.addAll(rows(level, place));
      if (level > 0) {
        further.addAll(products(level, place));
      }
    }
    rows.add(test());
    String title =
        asked.exposure().variable().label()
            + " in cases and controls, by "
            + modifier.variable().label();
    return new Estimates(
        new Heading(address(), title, asked.spec().at(), false, notes(), List.of()),
        columns(),
        rows,
        further);
  }

  private List<Finding.Column> columns() {
    List<Finding.Column> columns = new ArrayList<>();
    for (Group group : Population.everybody(asked.cohort()).groups()) {
      columns.add(new Finding.Column(group.slug(), group.label(), group.rows().size(), ""));
    }
    columns.add(new Finding.Column("crude", "Crude odds ratio", 0, ""));
    for (CovariateSet set : asked.spec().sets()) {
      List<String> labels =
          set.covariates().stream()
              .filter(it -> !it.name().equals(modifier.variable().name()))
              .map(it -> Covariate.of(asked.cohort(), it.name()).label())
              .toList();
      String note = labels.isEmpty() ? "" : "Adjusted for " + Sentence.list(labels) + ".";
      String head = "Odds ratio adjusted for " + set.label();
      columns.add(new Finding.Column(Address.slug(set.label()), head, 0, note));
    }
    return columns;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Each model holds "
            + asked.exposure().variable().label()
            + ", "
            + modifier.variable().label()
            + " and their products; the covariates act alike in all levels.");
    if (firth() && profile() == Profile.CASEBOOK) {
      notes.add(
          "All odds ratios are from Firth's penalised likelihood, because "
              + Sentence.list(sparse)
              + "; maximum likelihood stands beside each in its explanation.");
    }
    return notes;
  }

  /// The rows of one level of the modifier.
  private List<Row> rows(int level, Address place) {
    List<Row> rows = new ArrayList<>();
    String label = LevelCells.words(modifier.variable(), levels(), level);
    boolean many = asked.exposure().hasManyLevels();
    if (many) {
      List<Cell> empty = new ArrayList<>();
      for (int i = 0; i < 2 + models.size(); i++) {
        empty.add(Cell.of(Form.EMPTY));
      }
      rows.add(new Row(label, "n (%)", 0, empty));
      rows.add(row(level, place, 0, asked.exposure().printed(0)));
    }
    for (Contrast contrast : asked.exposure().contrasts()) {
      String name = many ? asked.exposure().printed(contrast.level()) : label;
      rows.add(row(level, place, contrast.level(), name));
    }
    return rows;
  }

  /// A row of one level of the exposure, the reference without odds ratios.
  private Row row(int level, Address place, int code, String label) {
    List<Cell> cells = new ArrayList<>();
    for (Group group : Population.everybody(asked.cohort()).groups()) {
      Group inLevel =
          new Group(
              group.slug(),
              group.label(),
              group.rows().where(row -> levels().known(row) && levels().code(row) == level));
      cells.add(count(inLevel, place, code));
    }
    boolean number = asked.exposure().isNumber();
    for (InteractionModel model : models) {
      cells.add(
          code == 0 && !number
              ? Cell.of(Form.REFERENCE)
              : Cell.of(Form.RATIO, ratio(model, level, place, contrast(code))));
    }
    boolean many = asked.exposure().hasManyLevels();
    return new Row(label, many ? "" : number ? numberUnit() : "n/N (%)", many ? 1 : 0, cells);
  }

  private Contrast contrast(int code) {
    return asked.exposure().contrasts().get(asked.exposure().isNumber() ? 0 : code - 1);
  }

  private String numberUnit() {
    String unit = asked.exposure().variable().unit();
    return (unit.isEmpty() ? "" : unit + ", ") + "mean (SD); odds ratio per unit";
  }

  private Cell count(Group group, Address place, int code) {
    if (asked.exposure().column() instanceof Column.Numeric numbers) {
      return new NumberCells(
              asked.exposure().variable(),
              numbers,
              Summarised.MEAN_SD,
              place,
              asked.origin(),
              profile().percentileType())
          .of(group);
    }
    Column.Leveled column = (Column.Leveled) asked.exposure().column();
    Cell cell =
        new LevelCells(asked.exposure().variable(), column, place, asked.origin()).of(group, code);
    return new Cell(Form.COUNT_OF_PERCENT, cell.statistics(), cell.notes());
  }

  private Statistic ratio(InteractionModel model, int level, Address place, Contrast contrast) {
    Contrast within = InteractionModel.within(contrast, modifier, level);
    Address address = place.with(slug(model));
    Address part = within.slug().isEmpty() ? address : address.with(within.slug());
    return new ModelOdds(model.within(), within.term(), label(model, within), basis(model), level())
        .headline(part.with("odds_ratio"), profile(), firth());
  }

  /// How many times the odds ratio of a level is that of the first.
  private List<Statistic> products(int level, Address place) {
    List<Statistic> products = new ArrayList<>();
    for (InteractionModel model : models) {
      for (Contrast contrast : asked.exposure().contrasts()) {
        Contrast within = InteractionModel.within(contrast, modifier, level);
        if (!model.terms().contains(within.term())) {
          continue;
        }
        Address address = place.with(slug(model));
        Address part = within.slug().isEmpty() ? address : address.with(within.slug());
        String label = label(model, within) + ", divided by that of the first level";
        products.add(
            new ModelOdds(model.products(), within.term(), label, basis(model), level())
                .brief(part.with("product").with("odds_ratio"), profile(), firth()));
      }
    }
    return products;
  }

  private double level() {
    return asked.settings().level();
  }

  private static String label(InteractionModel model, Contrast within) {
    return within.label()
        + ": "
        + (model.label().isEmpty()
            ? "crude odds ratio"
            : "odds ratio adjusted for " + model.label());
  }

  private Row test() {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(Form.EMPTY));
    cells.add(Cell.of(Form.EMPTY));
    for (InteractionModel model : models) {
      Address address = address().with(slug(model)).with("p");
      String label =
          asked.exposure().variable().label()
              + " and "
              + modifier.variable().label()
              + ": interaction"
              + (model.label().isEmpty() ? ", crude" : ", adjusted for " + model.label());
      cells.add(Cell.of(Form.P, model.test().of(address, label, basis(model), profile(), firth())));
    }
    return new Row("P for interaction", "", 0, cells);
  }

  private Basis basis(InteractionModel model) {
    AssociationModel.People people = model.within().people();
    Counts all =
        people
            .counts()
            .and("n", people.rows().in())
            .and("events", people.cases())
            .and("coefficients", model.within().coefficients());
    return asked.origin().basis(all, people.rows());
  }
}
