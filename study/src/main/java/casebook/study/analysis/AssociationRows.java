// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationBlock.Model;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.Grouping.Group;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.provenance.Values;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.List;

/// The rows of one population in the table of an association.
///
/// @param block its counts and models
record AssociationRows(AssociationBlock block) {

  List<Row> rows() {
    List<Row> rows = new ArrayList<>(block.exposure().hasManyLevels() ? levels() : one());
    block
        .asked()
        .spec()
        .requests()
        .trend()
        .ifPresent(trend -> rows.addAll(TrendRows.of(block, trend).rows(3 + ratioColumns())));
    return rows;
  }

  /// The counts of each level, without odds ratios.
  List<Row> counts() {
    List<Row> rows = new ArrayList<>();
    boolean everybody = block.population().isEverybody();
    rows.add(new Row(rowLabel(), everybody ? "n (%)" : "", 0, padded(List.of())));
    for (int level = 0; level < block.exposure().levels().size(); level++) {
      List<Cell> cells = new ArrayList<>();
      for (Group group : block.population().groups()) {
        cells.add(count(group, level));
      }
      rows.add(new Row(block.exposure().printed(level), "", 1, padded(cells)));
    }
    addMissing(rows);
    return rows;
  }

  private List<Cell> padded(List<Cell> cells) {
    List<Cell> all = new ArrayList<>(cells);
    while (all.size() < 3 + ratioColumns()) {
      all.add(Cell.of(Form.EMPTY));
    }
    return all;
  }

  /// How many columns hold odds ratios.
  private int ratioColumns() {
    boolean pooled = block.asked().spec().strata().isPresent();
    return block.models().size()
        + (pooled ? StratifiedOdds.SLUGS.size() : 0)
        + block.matched().size();
  }

  private String rowLabel() {
    return block.population().isEverybody()
        ? block.exposure().variable().label()
        : block.population().label();
  }

  private List<Row> one() {
    List<Cell> cells = new ArrayList<>();
    for (Group group : block.population().groups()) {
      cells.add(count(group, 1));
    }
    Row counts = new Row(rowLabel(), unit(), block.population().isEverybody() ? 0 : 1, cells);
    List<Row> rows = new ArrayList<>(rows(counts, block.exposure().contrasts().getFirst()));
    addMissing(rows);
    return rows;
  }

  /// The row of a contrast with its odds ratios.
  private List<Row> rows(Row counts, Contrast contrast) {
    List<Cell> own = new ArrayList<>(ratios(contrast));
    own.add(1, Cell.of(Form.P, new CrudeTest(block).of(contrast)));
    return new ImputedRows(block).of(counts, own, contrast);
  }

  private String unit() {
    if (!block.exposure().isNumber()) {
      return block.population().isEverybody() ? "n (%)" : "";
    }
    String unit = block.exposure().variable().unit();
    return (unit.isEmpty() ? "" : unit + ", ") + "mean (SD); odds ratio per unit";
  }

  private List<Row> levels() {
    List<Row> rows = new ArrayList<>();
    List<Cell> head = new ArrayList<>();
    for (int i = 0; i < 3 + ratioColumns(); i++) {
      head.add(Cell.of(Form.EMPTY));
    }
    List<String> whose = new ImputedRows(block).ofWholeTest();
    head.set(3, new Cell(Form.P, List.of(new CrudeTest(block).overall()), whose));
    rows.add(new Row(rowLabel(), block.population().isEverybody() ? "n (%)" : "", 0, head));
    for (int level = 0; level < block.exposure().levels().size(); level++) {
      List<Cell> cells = new ArrayList<>();
      for (Group group : block.population().groups()) {
        cells.add(count(group, level));
      }
      if (level == 0) {
        for (int i = 0; i < ratioColumns(); i++) {
          cells.add(Cell.of(Form.REFERENCE));
        }
        cells.add(3, Cell.of(Form.EMPTY));
        rows.add(new Row(block.exposure().printed(level), "", 1, cells));
      } else {
        Row counts = new Row(block.exposure().printed(level), "", 1, cells);
        rows.addAll(rows(counts, block.exposure().contrasts().get(level - 1)));
      }
    }
    addMissing(rows);
    return rows;
  }

  private Cell count(Group group, int level) {
    Origin origin = block.asked().origin();
    if (block.exposure().column() instanceof Column.Numeric numbers) {
      return new NumberCells(
              block.exposure().variable(),
              numbers,
              Summarised.MEAN_SD,
              block.address(),
              origin,
              block.profile().percentileType())
          .of(group);
    }
    Column.Leveled levels = (Column.Leveled) block.exposure().column();
    Cell cell =
        new LevelCells(block.exposure().variable(), levels, block.address(), origin)
            .of(group, level);
    Form form = block.population().isEverybody() ? Form.COUNT_PERCENT : Form.COUNT_OF_PERCENT;
    return cell.form() == Form.COUNT_PERCENT
        ? new Cell(form, cell.statistics(), cell.notes())
        : cell;
  }

  private void addMissing(List<Row> rows) {
    int missing =
        block.population().groups().stream()
            .mapToInt(group -> Values.of(block.exposure().column(), group.rows()).missing())
            .sum();
    if (missing == 0 || !block.population().isEverybody()) {
      return;
    }
    List<Cell> cells = new ArrayList<>();
    for (Group group : block.population().groups()) {
      Values values = Values.of(block.exposure().column(), group.rows());
      Address place = block.address().with(group.slug()).with("missing");
      String label = block.exposure().variable().label() + ", " + group.label() + ": missing";
      Statistic count =
          block
              .asked()
              .origin()
              .count(
                  place, label, values.missing(), values.rows(block.exposure().variable().name()));
      cells.add(Cell.of(Form.COUNT, count));
    }
    for (int i = 0; i < 1 + ratioColumns(); i++) {
      cells.add(Cell.of(Form.EMPTY));
    }
    rows.add(new Row("Missing", "", 1, cells));
  }

  /// The odds ratios of a contrast, one for each model.
  List<Cell> ratios(Contrast contrast) {
    List<Cell> cells = new ArrayList<>();
    for (Model model : block.models()) {
      Statistic ratio = ratio(model, contrast);
      cells.add(new Cell(Form.RATIO, List.of(ratio), model.isCrude() ? notes(ratio) : List.of()));
    }
    StratifiedOdds.of(block)
        .ifPresent(
            strata -> strata.ratios(contrast).forEach(it -> cells.add(Cell.of(Form.RATIO, it))));
    MatchedColumns.of(block)
        .ifPresent(sets -> sets.ratios(contrast).forEach(it -> cells.add(Cell.of(Form.RATIO, it))));
    return cells;
  }

  private List<String> notes(Statistic crude) {
    if (block.profile() == Profile.CASEBOOK) {
      return block.firth() ? List.of(firthNote()) : List.of();
    }
    boolean endless = crude.estimate().filter(it -> Double.isInfinite(it.value())).isPresent();
    boolean empty = endless || crude.estimate().filter(it -> it.value() == 0).isPresent();
    List<String> cells = block.counts().emptyCells();
    return empty && !cells.isEmpty()
        ? List.of("There is " + Sentence.list(cells) + ", so that the interval has one end only.")
        : List.of();
  }

  private String firthNote() {
    return "All odds ratios of this row are from Firth's penalised likelihood, because "
        + Sentence.list(block.sparse())
        + "; maximum likelihood stands beside each in its explanation.";
  }

  private Statistic ratio(Model model, Contrast contrast) {
    Address address = block.address(model, contrast).with("odds_ratio");
    String label = block.words(contrast.label() + ": " + model.oddsRatio());
    return model.isCrude() && !block.exposure().isNumber()
        ? block.crude(model, contrast).headline(address, block.profile(), block.firth())
        : new ModelOdds(model.model(), contrast.term(), label, block.basis(model), block.level())
            .headline(address, block.profile(), block.firth());
  }
}
