// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.analysis.provenance.Origin;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.SetMembers;
import casebook.study.finding.Address;
import casebook.study.finding.Settings;
import java.util.List;
import java.util.Optional;

/// What is asked of an association, and of whom.
///
/// @param base the beginning of the addresses of its numbers
/// @param spec what the clause says
/// @param cohort the people
/// @param settings profile and level
/// @param exposure what is compared
/// @param sets who belongs to which matched set, where the clause names them
record AssociationQuestion(
    Address base,
    AssociationSpec spec,
    Cohort cohort,
    Settings settings,
    Exposure exposure,
    Optional<SetMembers> sets) {

  static AssociationQuestion of(
      Address base, AssociationSpec spec, Cohort cohort, Settings settings) {
    Exposure exposure = Exposure.of(cohort, spec.exposure().name());
    Optional<SetMembers> sets =
        spec.requests().matched().map(named -> SetMembers.of(cohort, named.name()));
    return new AssociationQuestion(base, spec, cohort, settings, exposure, sets);
  }

  Origin origin() {
    return Origin.of(cohort, spec.at());
  }

  /// The covariate sets of the models inside matched sets: none first, then those of the clause.
  List<CovariateSet> matchedSets() {
    return MatchingFactors.inside(spec, cohort.study());
  }
}
