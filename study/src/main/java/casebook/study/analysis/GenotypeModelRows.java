// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.genetic.GenotypeCounts;
import casebook.stats.genetic.GenotypeModel;
import casebook.stats.genetic.GenotypeTable;
import casebook.stats.genetic.Max3;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.genotype.GenotypeMethods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.TrendMethods;
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
import java.util.Optional;
import java.util.function.Supplier;

/// The rows of a genotype by genetic models: the counts of each genotype, the odds ratios of each
/// model, and MAX3.
///
/// @param block the genotype as it was read
/// @param models the models in their order, each with its rows
record GenotypeModelRows(AssociationBlock block, List<Piece> models) {
  GenotypeModelRows {
    models = List.copyOf(models);
  }

  /// A model and the genotype as it sees it.
  record Piece(GenotypeModel model, AssociationBlock block) {}

  static GenotypeModelRows of(AssociationBlock block, GenotypeModels wanted) {
    List<Piece> pieces = new ArrayList<>();
    for (GenotypeModel model : wanted.models()) {
      AssociationQuestion asked = block.asked();
      AssociationQuestion recoded =
          new AssociationQuestion(
              asked.base().with(GenotypeModels.word(model)),
              asked.spec(),
              asked.cohort(),
              asked.settings(),
              GenotypeModels.recoded(asked.exposure(), model),
              asked.sets());
      pieces.add(new Piece(model, fitted(recoded, block.population())));
    }
    return new GenotypeModelRows(block, pieces);
  }

  /// The rows.
  ///
  /// @param counts the rows of counts, each with all columns
  List<Row> rows(List<Row> counts) {
    int columns = counts.getFirst().cells().size();
    List<Row> rows = new ArrayList<>(counts);
    for (Piece piece : models) {
      rows.addAll(rows(piece, columns));
    }
    rows.add(max3(columns));
    return rows;
  }

  private List<Row> rows(Piece piece, int columns) {
    List<Row> rows = new ArrayList<>();
    Exposure exposure = piece.block().exposure();
    String primary = piece.equals(models.getFirst()) ? "primary model" : "";
    if (piece.model() == GenotypeModel.CODOMINANT) {
      List<Cell> cells = empty(columns);
      cells.set(AssociationColumns.P, Cell.of(Form.P, new CrudeTest(piece.block()).overall()));
      rows.add(new Row("Codominant, any difference", primary, 1, cells));
      primary = "";
    }
    for (Contrast contrast : exposure.contrasts()) {
      List<Cell> cells = new ArrayList<>(empty(2));
      cells.addAll(new AssociationRows(piece.block()).ratios(contrast));
      cells.add(AssociationColumns.P, Cell.of(Form.P, new CrudeTest(piece.block()).of(contrast)));
      String label =
          GenotypeModels.label(
              exposure, block.exposure().variable(), piece.model(), contrast.level());
      rows.add(new Row(label, primary, 1, cells));
    }
    return rows;
  }

  private static List<Cell> empty(int columns) {
    Cell[] cells = new Cell[columns];
    Arrays.fill(cells, Cell.of(Form.EMPTY));
    return new ArrayList<>(List.of(cells));
  }

  private GenotypeTable table() {
    return new GenotypeTable(counts(block.counts().cases()), counts(block.counts().controls()));
  }

  private static GenotypeCounts counts(List<Integer> byLevel) {
    return new GenotypeCounts(byLevel.get(0), byLevel.get(1), byLevel.get(2));
  }

  private Row max3(int columns) {
    Max3 method = Max3.standard().withSeed(block.asked().settings().seed());
    Answer<Max3.Result> permuted = method.permuted(table());
    Address address = block.address().with("max3").with("p");
    Basis basis = block.basis(block.models().getFirst());
    Statistic integrated =
        max3(address.with("integrated"), method.integrated(table()), GenotypeMethods.MAX3, basis);
    List<Other> others = new ArrayList<>();
    others.add(new Other("by integration", integrated));
    permuted
        .value()
        .filter(it -> it.monteCarloError().isPresent())
        .ifPresent(it ->
            others.add(
                new Other(
                    "Monte Carlo error",
                    Origin.value(
                        address.with("monte_carlo_error"),
                        label() + ", Monte Carlo error of P",
                        it.monteCarloError().getAsDouble(),
                        "",
                        GenotypeMethods.MONTE_CARLO,
                        basis))));
    Method printed = GenotypeMethods.max3(method.toString());
    Statistic test = max3(address, permuted, printed, basis.withOthers(others));
    List<String> notes =
        permuted.value().stream()
            .map(it -> "Largest under the " + GenotypeModels.word(it.model()) + " model.")
            .toList();
    List<Cell> cells = empty(columns);
    cells.set(AssociationColumns.P, new Cell(Form.P, List.of(test), notes));
    return new Row("MAX3, the best of three models", "", 1, cells);
  }

  private String label() {
    return block.words(block.exposure().variable().label() + ": MAX3");
  }

  private Statistic max3(Address address, Answer<Max3.Result> answer, Method method, Basis basis) {
    Optional<Max3.Result> result = answer.value();
    return new Statistic(
        address,
        label(),
        result.map(it -> Estimate.of(it.statistic())),
        result.map(Max3.Result::p),
        "",
        method,
        basis,
        result.isPresent() ? "" : answer.outcome().words());
  }

  /// The numbers that the table does not show.
  List<Statistic> further() {
    List<Statistic> further = new ArrayList<>();
    for (Piece piece : models) {
      new ModelNumbers(piece.block()).pieces().forEach(it -> further.addAll(it.get()));
      if (piece.model() == GenotypeModel.ADDITIVE) {
        further.add(trend(piece.block()));
      }
    }
    return further;
  }

  private Statistic trend(AssociationBlock additive) {
    return TableTests.of(
        additive.address().with("crude").with("cochran_armitage"),
        block.words(block.exposure().variable().label() + ": trend"),
        table().trend(0.5),
        TrendMethods.COCHRAN_ARMITAGE,
        additive.basis(additive.models().getFirst()));
  }

  /// What makes models less trustworthy: once where it holds for all, else with the model's name.
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (Piece piece : models) {
      String name = "In the " + GenotypeModels.word(piece.model()) + " model: ";
      for (String warning : piece.block().warnings()) {
        boolean all = models.stream().allMatch(it -> it.block().warnings().contains(warning));
        warnings.add(all ? warning : name + warning);
      }
    }
    return warnings.stream().distinct().toList();
  }

  private static AssociationBlock fitted(AssociationQuestion asked, Population population) {
    List<AssociationBlock.Model> models =
        AssociationBlock.models(asked, population).stream().map(Supplier::get).toList();
    return AssociationBlock.of(asked, population, models);
  }
}
