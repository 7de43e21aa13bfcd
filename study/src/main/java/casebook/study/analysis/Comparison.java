// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.comparison.ComparisonCheck;
import casebook.study.analysis.comparison.ComparisonFindings;
import casebook.study.analysis.comparison.ComparisonForm;
import casebook.study.analysis.comparison.ComparisonQuestion;
import casebook.study.analysis.comparison.ComparisonSpec;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.language.Form;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import java.util.List;

/// Whether a measurement differs between groups, such as genotypes, and what was not shown.
public final class Comparison implements Analysis<ComparisonSpec> {
  @Override
  public Form<ComparisonSpec> form() {
    return ComparisonForm.FORM;
  }

  @Override
  public Address address(ComparisonSpec spec) {
    String names = spec.measured().words() + " by " + spec.by().words();
    return Address.of(ComparisonForm.KEYWORD, spec.name().orElse(names));
  }

  @Override
  public List<Problem> check(ComparisonSpec spec, Study study) {
    return new ComparisonCheck(spec, study).problems();
  }

  @Override
  public List<Finding> run(ComparisonSpec spec, Cohort cohort, Settings settings) {
    return new ComparisonFindings(new ComparisonQuestion(address(spec), spec, cohort, settings))
        .findings();
  }
}
