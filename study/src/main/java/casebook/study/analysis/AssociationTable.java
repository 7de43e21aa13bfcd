// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationBlock.Model;
import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.analysis.AssociationSpec.Subset;
import casebook.study.analysis.provenance.Censored;
import casebook.study.analysis.provenance.Covariate;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.provenance.Values;
import casebook.study.finding.Address;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Estimates;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Statistic;
import casebook.study.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Builds the table of an association: the whole first, then each subset.
///
/// @param asked what was asked, of whom
record AssociationTable(AssociationQuestion asked) {

  Estimates finding() {
    List<Row> rows = new ArrayList<>();
    List<Statistic> further = new ArrayList<>();
    List<String> warnings = new ArrayList<>(empty());
    List<AssociationBlock> blocks = blocks();
    for (Piece piece : pieces(blocks)) {
      rows.addAll(piece.rows());
      further.addAll(piece.further());
      warnings.addAll(piece.warnings());
    }
    if (models().isEmpty()) {
      blocks.forEach(block -> warnings.addAll(block.warnings()));
    }
    warnings.addAll(MatchedWords.warnings(asked));
    warnings.addAll(ImputedRows.few(asked, rows));
    Heading heading =
        new Heading(
            asked.base(),
            asked.exposure().variable().label() + " in cases and controls",
            asked.spec().at(),
            asked.spec().primary(),
            notes(blocks),
            warnings);
    return new Estimates(heading, columns(), rows, further);
  }

  /// What one piece of work adds to the table.
  private record Piece(List<Row> rows, List<Statistic> further, List<String> warnings) {
    Piece(List<Row> rows, List<Statistic> further) {
      this(rows, further, List.of());
    }
  }

  private Optional<GenotypeModels> models() {
    return asked.spec().requests().models();
  }

  private static Piece genotype(AssociationBlock block, GenotypeModels models) {
    GenotypeModelRows rows = GenotypeModelRows.of(block, models);
    return new Piece(
        rows.rows(new AssociationRows(block).counts()), rows.further(), rows.warnings());
  }

  private List<AssociationBlock> blocks() {
    List<Population> populations = populations();
    List<Supplier<Model>> fits = new ArrayList<>();
    populations.forEach(it -> fits.addAll(AssociationBlock.models(asked, it)));
    List<Model> fitted = workers().all(fits);
    int each = fitted.size() / populations.size();
    List<Supplier<AssociationBlock>> blocks = new ArrayList<>();
    for (int i = 0; i < populations.size(); i++) {
      Population population = populations.get(i);
      List<Model> models = fitted.subList(i * each, (i + 1) * each);
      blocks.add(() -> AssociationBlock.of(asked, population, models));
    }
    return workers().all(blocks);
  }

  private Workers workers() {
    return new Workers(asked.settings().threads());
  }

  /// The rows and the further numbers of each population, in order.
  private List<Piece> pieces(List<AssociationBlock> blocks) {
    List<Supplier<Piece>> pieces = new ArrayList<>();
    for (AssociationBlock block : blocks) {
      if (models().isPresent()) {
        pieces.add(() -> genotype(block, models().get()));
        continue;
      }
      pieces.add(() -> new Piece(new AssociationRows(block).rows(), List.of()));
      for (Supplier<List<Statistic>> further : new ModelNumbers(block).pieces()) {
        pieces.add(() -> new Piece(List.of(), further.get()));
      }
    }
    return workers().all(pieces);
  }

  private List<Population> populations() {
    List<Population> populations = new ArrayList<>();
    populations.add(Population.everybody(asked.cohort()));
    for (Subset subset : asked.spec().subsets()) {
      populations.add(Subsets.of(asked.cohort(), subset));
    }
    return populations;
  }

  /// What leaves nothing to compare.
  private List<String> empty() {
    List<String> empty = new ArrayList<>();
    if (asked.cohort().groups().cases().size() == 0) {
      empty.add("There are no cases, so that nothing can be compared.");
    }
    if (asked.cohort().groups().controls().size() == 0) {
      empty.add("There are no controls, so that nothing can be compared.");
    }
    Values values = Values.of(asked.exposure().column(), asked.cohort().rows());
    if (asked.cohort().rows().size() > 0 && values.known() == 0) {
      empty.add(asked.exposure().variable().label() + " is missing in everybody.");
    }
    empty.addAll(censored());
    return empty;
  }

  /// Numbers of a model that are known only to lie beyond a limit of detection.
  private List<String> censored() {
    List<Named> names = new ArrayList<>(List.of(asked.spec().exposure()));
    asked.spec().sets().forEach(set -> names.addAll(set.covariates()));
    return names.stream()
        .map(named -> Covariate.of(asked.cohort(), named.name()))
        .filter(it ->
            it.column() instanceof casebook.study.data.Column.Numeric numbers
                && new Censored(numbers, asked.cohort().rows()).any())
        .map(it ->
            it.label() + ": values beyond a limit of detection enter the models at that limit.")
        .distinct()
        .toList();
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("cases", "Cases", asked.cohort().groups().cases().size(), ""));
    columns.add(new Column("controls", "Controls", asked.cohort().groups().controls().size(), ""));
    columns.add(new Column("crude", "Crude odds ratio", 0, ""));
    columns.add(new Column("p", "P", 0, "Of the crude association."));
    for (CovariateSet set : asked.spec().sets()) {
      List<String> labels =
          set.covariates().stream()
              .map(it -> Covariate.of(asked.cohort(), it.name()).label())
              .toList();
      columns.add(
          new Column(
              Address.slug(set.label()),
              "Odds ratio adjusted for " + set.label(),
              0,
              "Adjusted for " + Sentence.list(labels) + "."));
    }
    asked.spec().strata().ifPresent(strata -> columns.addAll(stratified(strata)));
    columns.addAll(MatchedWords.columns(asked));
    return columns;
  }

  private List<Column> stratified(Named strata) {
    String by = Covariate.of(asked.cohort(), strata.name()).label();
    return List.of(
        new Column(
            StratifiedOdds.SLUGS.get(0),
            "Mantel–Haenszel odds ratio",
            0,
            "Pooled over the strata of " + by + "."),
        new Column(
            StratifiedOdds.SLUGS.get(1),
            "Conditional odds ratio",
            0,
            "Conditional on the totals of each stratum of " + by + "."));
  }

  private List<String> notes(List<AssociationBlock> blocks) {
    List<String> notes = new ArrayList<>();
    blocks.forEach(block -> CompleteCases.words(block).ifPresent(notes::add));
    if (!asked.spec().published().isEmpty()) {
      notes.add("Published: " + asked.spec().published());
    }
    asked
        .spec()
        .requests()
        .trend()
        .map(trend -> trend.words(asked.exposure().levels().size()))
        .ifPresent(words -> notes.add("Trend: the levels count as " + Sentence.list(words) + "."));
    models()
        .ifPresent(it ->
            notes.add(
                "The "
                    + GenotypeModels.word(it.models().getFirst())
                    + " model was set beforehand as primary; the others stand for comparison, and"
                    + " the P of MAX3 allows for the choice among three of them."));
    notes.addAll(MatchedWords.notes(asked));
    notes.addAll(ImputedRows.notes(asked, blocks));
    if (!asked.spec().subsets().isEmpty() && !asked.cohort().limits().isEmpty()) {
      notes.add("Reference limits are those of all controls and were not computed anew.");
    }
    return notes;
  }
}
