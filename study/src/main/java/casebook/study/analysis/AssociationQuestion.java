// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.provenance.Origin;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Settings;

/// What is asked of an association, and of whom.
///
/// @param base the beginning of the addresses of its numbers
/// @param spec what the clause says
/// @param cohort the people
/// @param settings profile and level
/// @param exposure what is compared
record AssociationQuestion(
    Address base, AssociationSpec spec, Cohort cohort, Settings settings, Exposure exposure) {

  static AssociationQuestion of(
      Address base, AssociationSpec spec, Cohort cohort, Settings settings) {
    Exposure exposure = Exposure.of(cohort, spec.exposure().name());
    return new AssociationQuestion(base, spec, cohort, settings, exposure);
  }

  Origin origin() {
    return Origin.of(cohort, spec.at());
  }
}
