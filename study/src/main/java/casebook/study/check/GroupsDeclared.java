// SPDX-License-Identifier: Apache-2.0
package casebook.study.check;

import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Expr;
import casebook.study.language.ExprUses;
import casebook.study.language.Selection;
import casebook.study.language.Study;
import casebook.study.language.expression.ExprWords;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;

/// A case-control study says who its cases and controls are, by variables that were asked of all.
final class GroupsDeclared implements Check {
  @Override
  public List<Problem> check(Study study) {
    Problems problems = new Problems();
    Selection selection = study.selection();
    Optional<Expr> cases = selection.cases();
    Optional<Expr> controls = selection.controls();
    boolean needed =
        study.heading().design().equals("case-control")
            || cases.isPresent() != controls.isPresent();
    if (needed && (cases.isEmpty() || controls.isEmpty())) {
      String missing = cases.isEmpty() ? "cases" : "controls";
      problems.error(
          "study/no-groups",
          Span.ofFile(study.file().name()),
          "The study does not say who its " + missing + " are.",
          "Write, for example, `cases: group is patient` and `controls: group is control`.");
    }
    if (cases.isPresent() && controls.isPresent() && same(cases.get(), controls.get())) {
      problems.error(
          "study/same-groups",
          controls.get().at(),
          "Cases and controls are said to be the same people.",
          "Controls are those who are not cases.");
    }
    cases.ifPresent(it -> askedOfAll(it, study, problems));
    controls.ifPresent(it -> askedOfAll(it, study, problems));
    return problems.list();
  }

  private static boolean same(Expr cases, Expr controls) {
    return ExprWords.of(cases).equals(ExprWords.of(controls));
  }

  private static void askedOfAll(Expr group, Study study, Problems problems) {
    for (String name : ExprUses.variables(group)) {
      Optional<Variable> variable = study.dictionary().find(name);
      if (variable.isPresent() && !variable.get().of().equals("all")) {
        problems.error(
            "study/group-by-part",
            group.at(),
            "`"
                + name
                + "` was asked of "
                + variable.get().of()
                + " only, so it cannot say who they are.",
            "Use a variable that is known of everybody.");
      }
    }
  }
}
