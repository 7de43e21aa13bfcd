// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.survival.SurvivalCheck;
import casebook.study.analysis.survival.SurvivalFindings;
import casebook.study.analysis.survival.SurvivalForm;
import casebook.study.analysis.survival.SurvivalQuestion;
import casebook.study.analysis.survival.SurvivalSpec;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.language.Form;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import java.util.List;

/// How long until an event happens, and in which group sooner.
public final class Survival implements Analysis<SurvivalSpec> {
  @Override
  public Form<SurvivalSpec> form() {
    return SurvivalForm.FORM;
  }

  @Override
  public Address address(SurvivalSpec spec) {
    return Address.of(SurvivalForm.KEYWORD, spec.slug());
  }

  @Override
  public List<Problem> check(SurvivalSpec spec, Study study) {
    return new SurvivalCheck(spec, study).problems();
  }

  @Override
  public List<Finding> run(SurvivalSpec spec, Cohort cohort, Settings settings) {
    return new SurvivalFindings(new SurvivalQuestion(address(spec), spec, cohort, settings))
        .findings();
  }
}
