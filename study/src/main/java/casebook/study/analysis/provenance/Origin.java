// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.stats.result.Estimate;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;

/// Where the numbers of one analysis come from: the data files, and the clause that asked.
///
/// @param data names of the data files
/// @param at the clause of the study file
public record Origin(List<String> data, Span at) {
  public Origin {
    data = List.copyOf(data);
  }

  /// The data of a cohort, asked for by a clause.
  public static Origin of(Cohort cohort, Span at) {
    return new Origin(List.of(cohort.table().origin().file()), at);
  }

  /// What a number rests on when nothing else answers the same question.
  public Basis basis(Counts counts, Rows rows) {
    return new Basis(counts.byName(), rows, at, data, List.of());
  }

  /// A number of persons.
  public Statistic count(Address address, String label, long count, Rows rows) {
    Basis basis = basis(Counts.of("count", count), rows);
    return value(address, label, (double) count, "", Methods.COUNT, basis);
  }

  /// A number without interval and without p-value.
  public static Statistic value(
      Address address, String label, double value, String unit, Method method, Basis basis) {
    return new Statistic(
        address, label, Optional.of(Estimate.of(value)), Optional.empty(), unit, method, basis, "");
  }

  /// A number that cannot be given.
  public static Statistic absent(
      Address address, String label, String unit, Method method, Basis basis, String whyNot) {
    return new Statistic(
        address, label, Optional.empty(), Optional.empty(), unit, method, basis, whyNot);
  }
}
