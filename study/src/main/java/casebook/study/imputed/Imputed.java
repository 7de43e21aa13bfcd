// SPDX-License-Identifier: Apache-2.0
package casebook.study.imputed;

import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.language.DataFiles.Imputations;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The data once for each supplied set: what was observed stays, what was missing has the value of
/// the set. Sets of other persons, or with other observed values, are refused.
public final class Imputed {
  private final Study study;
  private final Table observed;
  private final RowSet rows;
  private final Problems problems = new Problems();
  private final Map<String, ChangedCells> changed = new LinkedHashMap<>();
  private final Map<String, Long> open = new LinkedHashMap<>();

  private Imputed(Study study, Table observed, RowSet rows) {
    this.study = study;
    this.observed = observed;
    this.rows = rows;
  }

  /// The tables, in the order of the sets; none when the study names no imputations.
  ///
  /// @param observed the data, in which a variable that was not asked of somebody is not
  ///   applicable, with the imputations beside them
  /// @param rows who is in the study; others need not be in the sets
  public static Checked<List<Table>> of(Study study, Table observed, RowSet rows) {
    return study.data().imputations().isEmpty()
        ? Checked.of(List.of())
        : new Imputed(study, observed, rows).tables();
  }

  private Checked<List<Table>> tables() {
    Imputations imputations = study.data().imputations().orElseThrow();
    List<ImputedSet> sets = ImputedSets.of(study.data(), observed.beside());
    if (sets.size() < 2) {
      tooFew(imputations, sets.size());
      return Checked.none(problems.list());
    }
    new ImputedPeople(study.data().subject(), observed, rows).judge(sets, problems);
    List<Table> tables = sets.stream().map(this::completed).toList();
    changed.forEach((name, cells) -> cells.tell(name, problems));
    open.forEach((name, persons) -> incomplete(sets.getFirst().file(), name, persons));
    return problems.hasErrors() ? Checked.none(problems.list()) : problems.with(tables);
  }

  private void tooFew(Imputations imputations, int sets) {
    problems.error(
        "data/too-few-imputations",
        imputations.at(),
        (sets == 0 ? "No imputed data set was" : "Only one imputed data set was")
            + " found in "
            + String.join(", ", imputations.files())
            + "; how uncertain filled-in values are shows only between sets.",
        "Give at least 2, better 20 or more: numbered in a column (`by:`), or one file each.");
  }

  private Table completed(ImputedSet set) {
    Column.Text people = (Column.Text) observed.column(study.data().subject());
    int[] from =
        IntStream.range(0, observed.rows())
            .map(row -> people.known(row) ? set.rowOf().getOrDefault(people.value(row), -1) : -1)
            .toArray();
    List<Column> columns = new ArrayList<>();
    for (Column column : observed.columns()) {
      boolean declared = study.dictionary().find(column.name()).isPresent();
      columns.add(
          set.table()
              .find(column.name())
              .filter(imputed -> declared)
              .map(imputed -> filled(set, new Filled(column, imputed, from), from))
              .orElse(column));
    }
    return observed.of(columns);
  }

  private Column filled(ImputedSet set, Filled filled, int[] from) {
    Column column = filled.column();
    int[] lines = Arrays.stream(filled.changed()).map(row -> set.table().line(from[row])).toArray();
    if (lines.length > 0) {
      changed.computeIfAbsent(column.name(), name -> new ChangedCells(set.file())).add(set, lines);
    }
    long missing = rows.stream().filter(row -> column.presence(row) == Presence.MISSING).count();
    if (missing > 0 && !(column instanceof Column.Text)) {
      open.merge(column.name(), missing, Math::max);
    }
    return column;
  }

  private void incomplete(String file, String variable, long persons) {
    problems.warning(
        "data/imputation-incomplete",
        Span.ofFile(file),
        "`"
            + variable
            + "` is still missing in "
            + (persons == 1 ? "1 person" : "up to " + persons + " persons")
            + " of the imputed data sets.",
        "They are left out of models that need it; impute it too, or say why not.");
  }
}
