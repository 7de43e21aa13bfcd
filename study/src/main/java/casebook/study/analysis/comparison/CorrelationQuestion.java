// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.study.analysis.comparison.ComparisonSpec.Scale;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Settings;
import casebook.study.language.Clause;
import java.util.ArrayList;
import java.util.List;

/// Which measurements are correlated, with the people and the methods at hand.
///
/// @param base the beginning of all addresses
/// @param spec what the clause says
/// @param cohort the people
/// @param settings what the run is done with
public record CorrelationQuestion(
    Address base, CorrelationSpec spec, Cohort cohort, Settings settings) {

  StudyVariable variable(Clause name) {
    return StudyVariable.find(cohort.study(), name.words()).orElseThrow();
  }

  StudyVariable first() {
    return variable(spec.names().first());
  }

  StudyVariable second() {
    return variable(spec.names().second());
  }

  Column.Numeric numbers(Clause name) {
    return (Column.Numeric) cohort.table().column(name.words());
  }

  Origin origin() {
    return Origin.of(cohort, spec.at());
  }

  String title() {
    return first().label() + " with " + second().label();
  }

  boolean log() {
    return spec.pearson() == Scale.LOG;
  }

  /// Both measurements and what must be known beside them.
  List<Column> needed(List<Clause> others) {
    List<Column> columns = new ArrayList<>();
    columns.add(numbers(spec.names().first()));
    columns.add(numbers(spec.names().second()));
    others.forEach(name -> columns.add(cohort.table().column(name.words())));
    return columns;
  }
}
