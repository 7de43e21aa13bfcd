// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.language.Study;
import java.util.List;

/// The people a study is about: who is in, in which group, with every variable there is.
///
/// @param study what the file says
/// @param table all rows that were read, with declared and derived variables
/// @param rows the rows that are in the study
/// @param groups who is a case and who a control
/// @param attrition how the others left, step by step
/// @param limits the reference limits computed from the reference group
/// @param queries what the data manager should look at
/// @param imputed the same people once for each supplied set in which missing values were filled
///   in; none without imputations
public record Cohort(
    Study study,
    Table table,
    RowSet rows,
    Groups groups,
    Attrition attrition,
    List<ComputedLimit> limits,
    List<Query> queries,
    List<Cohort> imputed) {
  public Cohort {
    limits = List.copyOf(limits);
    imputed = List.copyOf(imputed);
    queries = List.copyOf(queries);
  }

  /// A cohort without imputations.
  public Cohort(
      Study study,
      Table table,
      RowSet rows,
      Groups groups,
      Attrition attrition,
      List<ComputedLimit> limits,
      List<Query> queries) {
    this(study, table, rows, groups, attrition, limits, queries, List.of());
  }

  /// The same cohort with imputations.
  Cohort withImputed(List<Cohort> sets) {
    return new Cohort(study, table, rows, groups, attrition, limits, queries, sets);
  }

  /// The rows of the study, by group. Both are empty sets when the study names no groups.
  ///
  /// @param cases rows in the study that are cases
  /// @param controls rows in the study that are controls
  public record Groups(RowSet cases, RowSet controls) {}
}
