// SPDX-License-Identifier: Apache-2.0
package casebook.study.check;

import casebook.study.language.Dictionary.Variable;
import casebook.study.language.ExprUses;
import casebook.study.language.Selection.Criterion;
import casebook.study.language.Study;
import casebook.study.language.Study.LimitRule;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Set;

/// A criterion or a limit asks only those of whom its variables were asked.
final class AskedOf implements Check {
  @Override
  public List<Problem> check(Study study) {
    Problems problems = new Problems();
    for (Criterion criterion : study.selection().eligibility()) {
      criterion(criterion, study, problems);
    }
    for (LimitRule rule : study.limits()) {
      limit(rule, study, problems);
    }
    return problems.list();
  }

  private static void criterion(Criterion criterion, Study study, Problems problems) {
    Set<String> used = ExprUses.variables(criterion.require());
    for (String name : used) {
      String of = study.dictionary().find(name).map(Variable::of).orElse("all");
      boolean never = !of.equals("all") && !criterion.of().equals("all");
      if (never && !of.equals(criterion.of())) {
        problems.error(
            "study/never-asked",
            criterion.at(),
            "This criterion is for "
                + criterion.of()
                + ", but `"
                + name
                + "` was asked of "
                + of
                + " only.",
            "Correct `of:` here or in the variable.");
      }
    }
    List<String> groups =
        used.stream()
            .map(name -> study.dictionary().find(name).map(Variable::of).orElse("all"))
            .distinct()
            .toList();
    boolean part = groups.size() == 1 && !groups.getFirst().equals("all");
    if (part && criterion.of().equals("all")) {
      problems.warning(
          "study/asked-of-part",
          criterion.at(),
          "This criterion is for all, but what it uses was asked of "
              + groups.getFirst()
              + " only; it does not apply to others.",
          "Write `{of: " + groups.getFirst() + ", require: ...}`.");
    }
  }

  private static void limit(LimitRule rule, Study study, Problems problems) {
    String of = study.dictionary().find(rule.variable()).map(Variable::of).orElse("all");
    boolean none =
        rule.percentile().isPresent()
            && !of.equals("all")
            && !rule.group().equals("all")
            && !of.equals(rule.group());
    if (none) {
      problems.error(
          "study/never-asked",
          rule.at(),
          "The limit is a percentile of the "
              + rule.group()
              + ", but `"
              + rule.variable()
              + "` was asked of "
              + of
              + " only.",
          "Give a limit: `{limit: 8.2, from: kit}`.");
    }
  }
}
