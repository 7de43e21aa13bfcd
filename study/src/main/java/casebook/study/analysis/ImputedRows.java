// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.imputation.PooledOdds;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Row;
import casebook.study.language.DataFiles.Imputations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Complete cases and multiple imputation one below the other in the table of an association.
///
/// @param block the rows
record ImputedRows(AssociationBlock block) {

  /// The row of a contrast; with imputations two, of which the first holds the counts.
  ///
  /// @param counts its label and its counts
  /// @param own what the complete cases say, in the columns after the counts
  List<Row> of(Row counts, List<Cell> own, Contrast contrast) {
    if (block.imputed().none()) {
      return List.of(row(counts, counts.cells(), own));
    }
    boolean pooledFirst = imputations(block.asked()).pooledFirst();
    List<Cell> pooled = pooled(own.size(), contrast);
    List<Cell> uncounted = counts.cells().stream().map(it -> Cell.of(Form.EMPTY)).toList();
    String below = pooledFirst ? "Complete cases" : "Multiple imputation";
    Row second = new Row(below, "", counts.indent() + 1, List.of());
    return List.of(
        row(counts, counts.cells(), pooledFirst ? pooled : own),
        row(second, uncounted, pooledFirst ? own : pooled));
  }

  private static Row row(Row head, List<Cell> counts, List<Cell> rest) {
    List<Cell> cells = new ArrayList<>(counts);
    cells.addAll(rest);
    return new Row(head.label(), head.unit(), head.indent(), cells);
  }

  /// Crude odds ratio, P, then the adjusted odds ratios; nothing in further columns.
  private List<Cell> pooled(int columns, Contrast contrast) {
    ImputedOdds odds = new ImputedOdds(block);
    List<Cell> cells = new ArrayList<>();
    for (int place = 0; place < block.models().size(); place++) {
      cells.add(Cell.of(Form.RATIO, odds.ratio(place, contrast)));
    }
    cells.add(1, Cell.of(Form.P, odds.test(contrast)));
    while (cells.size() < columns) {
      cells.add(Cell.of(Form.EMPTY));
    }
    return cells;
  }

  /// What is said of the test of all levels together, which is not pooled; nothing where complete
  /// cases stand first.
  List<String> ofWholeTest() {
    return !block.imputed().none() && imputations(block.asked()).pooledFirst()
        ? List.of("Of complete cases")
        : List.of();
  }

  private static Imputations imputations(AssociationQuestion asked) {
    return asked.cohort().study().data().imputations().orElseThrow();
  }

  /// What a reader should know of the imputations; nothing without.
  static List<String> notes(AssociationQuestion asked, List<AssociationBlock> blocks) {
    int sets = asked.cohort().imputed().size();
    if (sets == 0) {
      return List.of();
    }
    if (asked.spec().requests().models().isPresent()) {
      return List.of("Odds ratios by genetic model rest on complete cases, not on imputations.");
    }
    List<String> notes = new ArrayList<>();
    boolean firth = blocks.stream().anyMatch(AssociationBlock::firthPrinted);
    notes.add(
        "Multiple imputation: each model was fitted "
            + (firth ? "as for complete cases " : "by maximum likelihood ")
            + "in each of "
            + sets
            + " data sets, imputed elsewhere ("
            + String.join(", ", imputations(asked).files())
            + "); logarithms of odds ratios pooled by Rubin's rules, interval and P from t with"
            + " Barnard–Rubin degrees of freedom."
            + (asked.cohort().limits().isEmpty()
                ? ""
                : " Reference limits were taken anew in each data set.")
            + " Counts are of the observed data.");
    notes.add(choice(imputations(asked)));
    if (further(asked)) {
      notes.add("All other numbers of this analysis rest on complete cases.");
    }
    blocks.forEach(block -> incomplete(block).ifPresent(notes::add));
    return notes;
  }

  private static String choice(Imputations imputations) {
    return imputations.pooledFirst()
        ? "Multiple imputation stands first, as declared."
        : "Complete cases stand first (our default; main: pooled turns them round).";
  }

  private static boolean further(AssociationQuestion asked) {
    AssociationRequests requests = asked.spec().requests();
    return requests.strata().isPresent()
        || requests.trend().isPresent()
        || requests.modifier().isPresent()
        || requests.matched().isPresent()
        || requests.sensitivity().isPresent()
        || !requests.measures().isEmpty();
  }

  private static Optional<String> incomplete(AssociationBlock block) {
    int all = block.population().rows().length;
    List<String> models = new ArrayList<>();
    for (int place = 0; place < block.models().size(); place++) {
      int persons = block.imputed().persons(place);
      if (persons < all && block.population().isEverybody()) {
        AssociationBlock.Model model = block.models().get(place);
        models.add(
            persons
                + " in "
                + (model.isCrude() ? "the crude model" : "that adjusted for " + model.label()));
      }
    }
    String persons = "Values are still missing in imputed data sets; among " + all + " persons: ";
    return models.isEmpty() ? Optional.empty() : Optional.of(persons + Sentence.list(models) + ".");
  }

  /// Says so where the imputations are few for what is missing: less than a hundred times the
  /// largest fraction of missing information.
  static List<String> few(AssociationQuestion asked, List<Row> rows) {
    int sets = asked.cohort().imputed().size();
    double missing =
        rows.stream()
            .flatMap(row -> row.cells().stream())
            .flatMap(cell -> cell.statistics().stream())
            .mapToDouble(PooledOdds::missingInformation)
            .max()
            .orElse(0);
    int wanted = (int) Math.ceil(100 * missing);
    return sets >= wanted
        ? List.of()
        : List.of(
            sets
                + " imputations are few for what is missing: at least "
                + wanted
                + " are advised, one for each percent of the largest fraction of missing"
                + " information (White, Royston and Wood 2011).");
  }
}
