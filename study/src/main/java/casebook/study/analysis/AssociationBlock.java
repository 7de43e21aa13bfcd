// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.Association.CovariateSet;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.Grouping.Group;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.provenance.Values;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Basis;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The rows of one population: the whole, or a subset.
///
/// @param table the table they stand in
/// @param population the persons
/// @param counts cases and controls by level of the exposure
/// @param models the crude model first, then one for each covariate set
/// @param sparse why all odds ratios of these rows are Firth's in profile `casebook`; empty when
///   they are not
record AssociationBlock(
    AssociationTable table,
    Population population,
    ExposureCounts counts,
    List<Model> models,
    List<String> sparse) {
  AssociationBlock {
    models = List.copyOf(models);
    sparse = List.copyOf(sparse);
  }

  /// A model under its name.
  ///
  /// @param slug its part of an address
  /// @param label the label of its covariate set; empty for the crude model
  /// @param model the model
  record Model(String slug, String label, AssociationModel model) {
    boolean isCrude() {
      return label.isEmpty();
    }

    /// What its odds ratio is called.
    String oddsRatio() {
      return isCrude() ? "crude odds ratio" : "odds ratio adjusted for " + label;
    }
  }

  static AssociationBlock of(AssociationTable table, Population population) {
    ExposureCounts counts = ExposureCounts.of(population, table.exposure());
    List<Model> models = new ArrayList<>();
    models.add(
        new Model("crude", "", AssociationModel.of(population, table.exposure(), List.of())));
    for (CovariateSet set : table.spec().sets()) {
      List<Covariate> covariates =
          set.covariates().stream()
              .map(named -> Covariate.of(table.cohort(), named.name()))
              .toList();
      models.add(
          new Model(
              Address.slug(set.label()),
              set.label(),
              AssociationModel.of(population, table.exposure(), covariates)));
    }
    Set<String> sparse = new LinkedHashSet<>();
    for (Model model : models) {
      sparse.addAll(ModelWords.sparse(model.model(), counts.emptyCells()));
    }
    return new AssociationBlock(table, population, counts, models, List.copyOf(sparse));
  }

  Exposure exposure() {
    return table.exposure();
  }

  Profile profile() {
    return table.settings().profile();
  }

  double level() {
    return table.settings().level();
  }

  /// Whether profile `casebook` estimates these rows by Firth's penalised likelihood.
  boolean firth() {
    return !sparse.isEmpty();
  }

  /// The beginning of the addresses of these rows.
  Address address() {
    return population.isEverybody()
        ? table.base()
        : table.base().with("restricted").with(population.slug());
  }

  Address address(Model model, Contrast contrast) {
    Address address = address().with(model.slug());
    return contrast.slug().isEmpty() ? address : address.with(contrast.slug());
  }

  /// A label with the subset behind it.
  String words(String label) {
    return population.isEverybody() ? label : label + " (" + population.label() + ")";
  }

  List<Row> rows() {
    return exposure().hasManyLevels() ? levels() : one();
  }

  private String rowLabel() {
    return population.isEverybody() ? exposure().variable().label() : population.label();
  }

  private List<Row> one() {
    List<Cell> cells = new ArrayList<>();
    for (Group group : population.groups()) {
      cells.add(count(group, 1));
    }
    Contrast contrast = exposure().contrasts().getFirst();
    cells.addAll(ratios(contrast));
    cells.add(3, Cell.of(Form.P, new CrudeTest(this).of(contrast)));
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(rowLabel(), unit(), population.isEverybody() ? 0 : 1, cells));
    addMissing(rows);
    return rows;
  }

  private String unit() {
    if (!exposure().isNumber()) {
      return population.isEverybody() ? "n (%)" : "";
    }
    String unit = exposure().variable().unit();
    return (unit.isEmpty() ? "" : unit + ", ") + "mean (SD); odds ratio per unit";
  }

  private List<Row> levels() {
    List<Row> rows = new ArrayList<>();
    List<Cell> head = new ArrayList<>();
    for (int i = 0; i < 3 + models.size(); i++) {
      head.add(Cell.of(Form.EMPTY));
    }
    head.set(3, Cell.of(Form.P, new CrudeTest(this).overall()));
    rows.add(new Row(rowLabel(), population.isEverybody() ? "n (%)" : "", 0, head));
    for (int level = 0; level < exposure().levels().size(); level++) {
      List<Cell> cells = new ArrayList<>();
      for (Group group : population.groups()) {
        cells.add(count(group, level));
      }
      if (level == 0) {
        models.forEach(model -> cells.add(Cell.of(Form.REFERENCE)));
        cells.add(3, Cell.of(Form.EMPTY));
      } else {
        Contrast contrast = exposure().contrasts().get(level - 1);
        cells.addAll(ratios(contrast));
        cells.add(3, Cell.of(Form.P, new CrudeTest(this).of(contrast)));
      }
      rows.add(new Row(exposure().levels().get(level), "", 1, cells));
    }
    addMissing(rows);
    return rows;
  }

  private Cell count(Group group, int level) {
    Origin origin = table.origin();
    if (exposure().column() instanceof Column.Numeric numbers) {
      return new NumberCells(exposure().variable(), numbers, Summarised.MEAN_SD, address(), origin)
          .of(group);
    }
    Column.Leveled levels = (Column.Leveled) exposure().column();
    Cell cell = new LevelCells(exposure().variable(), levels, address(), origin).of(group, level);
    Form form = population.isEverybody() ? Form.COUNT_PERCENT : Form.COUNT_OF_PERCENT;
    return cell.form() == Form.COUNT_PERCENT
        ? new Cell(form, cell.statistics(), cell.notes())
        : cell;
  }

  private void addMissing(List<Row> rows) {
    int missing =
        population.groups().stream()
            .mapToInt(group -> Values.of(exposure().column(), group.rows()).missing())
            .sum();
    if (missing == 0 || !population.isEverybody()) {
      return;
    }
    List<Cell> cells = new ArrayList<>();
    for (Group group : population.groups()) {
      Values values = Values.of(exposure().column(), group.rows());
      Address place = address().with(group.slug()).with("missing");
      String label = exposure().variable().label() + ", " + group.label() + ": missing";
      Statistic count =
          table
              .origin()
              .count(place, label, values.missing(), values.rows(exposure().variable().name()));
      cells.add(Cell.of(Form.COUNT, count));
    }
    for (int i = 0; i < 1 + models.size(); i++) {
      cells.add(Cell.of(Form.EMPTY));
    }
    rows.add(new Row("Missing", "", 1, cells));
  }

  /// The odds ratios of a contrast, one for each model.
  private List<Cell> ratios(Contrast contrast) {
    List<Cell> cells = new ArrayList<>();
    for (Model model : models) {
      Statistic ratio = ratio(model, contrast);
      boolean explained = model.isCrude() && firth() && profile() == Profile.CASEBOOK;
      cells.add(new Cell(Form.RATIO, List.of(ratio), explained ? List.of(firthNote()) : List.of()));
    }
    return cells;
  }

  private String firthNote() {
    return "All odds ratios of this row are from Firth's penalised likelihood, because "
        + Sentence.list(sparse)
        + "; maximum likelihood stands beside each in its explanation.";
  }

  private Statistic ratio(Model model, Contrast contrast) {
    Address address = address(model, contrast).with("odds_ratio");
    String label = words(contrast.label() + ": " + model.oddsRatio());
    return model.isCrude() && !exposure().isNumber()
        ? crude(model, contrast).headline(address, profile(), firth())
        : new ModelOdds(model.model(), contrast.term(), label, basis(model), level())
            .headline(address, profile(), firth());
  }

  /// The 2x2 table of a contrast with all its odds ratios.
  CrudeOdds crude(Model model, Contrast contrast) {
    String label = words(contrast.label() + ": " + model.oddsRatio());
    return new CrudeOdds(
        counts.table(contrast), label, counts.emptyCells(), tableBasis(contrast), level());
  }

  /// What the numbers of a 2x2 table rest on.
  Basis tableBasis(Contrast contrast) {
    Counts cells = counts.counts(contrast);
    long n = cells.byName().values().stream().mapToLong(Long::longValue).sum();
    return table.origin().basis(cells.and("n", n), models.getFirst().model().people().rows());
  }

  /// What the numbers of a model rest on.
  Basis basis(Model model) {
    AssociationModel.People people = model.model().people();
    Counts all =
        people
            .counts()
            .and("n", people.rows().in())
            .and("events", people.cases())
            .and("coefficients", model.model().coefficients());
    return table.origin().basis(all, people.rows());
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (Model model : models) {
      String name =
          words(model.isCrude() ? "The crude model" : "The model adjusted for " + model.label());
      warnings.addAll(ModelWords.warnings(model.model(), name));
    }
    return warnings;
  }
}
