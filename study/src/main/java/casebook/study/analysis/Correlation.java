// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.comparison.CorrelationCheck;
import casebook.study.analysis.comparison.CorrelationFindings;
import casebook.study.analysis.comparison.CorrelationForm;
import casebook.study.analysis.comparison.CorrelationQuestion;
import casebook.study.analysis.comparison.CorrelationSpec;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.language.Form;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import java.util.List;

/// Whether two measurements go together.
public final class Correlation implements Analysis<CorrelationSpec> {
  @Override
  public Form<CorrelationSpec> form() {
    return CorrelationForm.FORM;
  }

  @Override
  public Address address(CorrelationSpec spec) {
    String names = spec.names().first().words() + " with " + spec.names().second().words();
    return Address.of(CorrelationForm.KEYWORD, spec.name().orElse(names));
  }

  @Override
  public List<Problem> check(CorrelationSpec spec, Study study) {
    return new CorrelationCheck(spec, study).problems();
  }

  @Override
  public List<Finding> run(CorrelationSpec spec, Cohort cohort, Settings settings) {
    return new CorrelationFindings(new CorrelationQuestion(address(spec), spec, cohort, settings))
        .findings();
  }
}
