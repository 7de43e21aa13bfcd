// SPDX-License-Identifier: Apache-2.0
package casebook.study.check;

import casebook.study.language.Expr;
import casebook.study.language.ExprUses;
import casebook.study.language.Selection.Criterion;
import casebook.study.language.Study;
import casebook.study.language.Study.Derived;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.List;

/// Limits and percentiles are computed from the people of the study, so they cannot say who these
/// people are.
final class LimitBeforeCohort implements Check {
  @Override
  public List<Problem> check(Study study) {
    Problems problems = new Problems();
    study.selection().cases().ifPresent(it -> before(it, study, problems));
    study.selection().controls().ifPresent(it -> before(it, study, problems));
    for (Criterion criterion : study.selection().eligibility()) {
      before(criterion.require(), study, problems);
    }
    return problems.list();
  }

  private static void before(Expr expr, Study study, Problems problems) {
    boolean derived =
        ExprUses.variables(expr).stream()
            .anyMatch(name -> study.derived(name).map(Derived::cohortWise).orElse(false));
    if (derived || ExprUses.cohortWise(expr)) {
      problems.error(
          "study/limit-before-cohort",
          expr.at(),
          "This needs a limit or percentile of the people in the study, and says who they are.",
          "Write the limit as a number, or keep these people and restrict an analysis.");
    }
  }
}
