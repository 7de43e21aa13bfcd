// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.sensitivity;

import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Choice.Option;
import casebook.study.finding.Settings;
import java.util.List;

/// What is asked of a grid, with the people and the models at hand.
///
/// @param base the beginning of all addresses
/// @param spec what the clause says
/// @param cohort the people, with the cut-off in use
/// @param settings what the run is done with
/// @param exposure whose odds ratio is estimated
/// @param people everybody first, then the subsets of the association
/// @param covariates none first, then the covariate sets of the association
/// @param models fits the models
public record GridQuestion(
    Address base,
    SensitivitySpec spec,
    Cohort cohort,
    Settings settings,
    StudyVariable exposure,
    List<Option> people,
    List<Option> covariates,
    Models models) {
  public GridQuestion {
    people = List.copyOf(people);
    covariates = List.copyOf(covariates);
  }

  Origin origin() {
    return Origin.of(cohort, spec.at());
  }
}
