// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.survival.FollowUpCheck;
import casebook.study.analysis.survival.FollowUpFindings;
import casebook.study.analysis.survival.FollowUpForm;
import casebook.study.analysis.survival.FollowUpSpec;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.language.Form;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import java.util.List;

/// How long people were observed.
public final class FollowUp implements Analysis<FollowUpSpec> {
  @Override
  public Form<FollowUpSpec> form() {
    return FollowUpForm.FORM;
  }

  @Override
  public Address address(FollowUpSpec spec) {
    return Address.of("follow_up", spec.slug());
  }

  @Override
  public List<Problem> check(FollowUpSpec spec, Study study) {
    return new FollowUpCheck(spec, study).problems();
  }

  @Override
  public List<Finding> run(FollowUpSpec spec, Cohort cohort, Settings settings) {
    return new FollowUpFindings(address(spec), spec, cohort, settings).findings();
  }
}
