// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.statement.StatementCheck;
import casebook.study.analysis.statement.StatementFindings;
import casebook.study.analysis.statement.StatementForm;
import casebook.study.analysis.statement.StatementSpec;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.language.Clause;
import casebook.study.language.Form;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// The numbers that a text prints, held against what they must equal.
public final class Statements implements Analysis<StatementSpec> {
  @Override
  public Form<StatementSpec> form() {
    return StatementForm.FORM;
  }

  @Override
  public Address address(StatementSpec spec) {
    return spec.name()
        .map(name -> Address.of(StatementForm.KEYWORD, name))
        .orElse(new Address(StatementForm.KEYWORD));
  }

  @Override
  public List<Problem> check(StatementSpec spec, Study study) {
    return new StatementCheck(spec, study).problems();
  }

  @Override
  public List<Finding> run(StatementSpec spec, Cohort cohort, Settings settings) {
    return new StatementFindings(address(spec), spec, cohort).findings();
  }

  /// The statements of a study that its data do not bear out.
  public static List<Problem> notBorneOut(Cohort cohort) {
    List<Problem> problems = new ArrayList<>();
    for (Clause clause : cohort.study().analyses()) {
      if (clause.keyword().equals(StatementForm.KEYWORD)) {
        StatementSpec spec = StatementForm.FORM.reader().apply(clause).orThrow();
        problems.addAll(new StatementCheck(spec, cohort.study()).problems(cohort));
      }
    }
    return problems;
  }
}
