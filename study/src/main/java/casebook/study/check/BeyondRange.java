// SPDX-License-Identifier: Apache-2.0
package casebook.study.check;

import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Range;
import casebook.study.language.Expr;
import casebook.study.language.ExprUses;
import casebook.study.language.Selection.Criterion;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A number that a variable is compared with lies in the declared range of the variable; otherwise
/// the answer is the same for everybody, and often a unit is wrong.
final class BeyondRange implements Check {
  @Override
  public List<Problem> check(Study study) {
    Problems problems = new Problems();
    for (Expr expr : expressions(study)) {
      ExprUses.walk(expr, node -> compared(node, study, problems));
    }
    return problems.list();
  }

  private static List<Expr> expressions(Study study) {
    List<Expr> all = new ArrayList<>();
    study.selection().cases().ifPresent(all::add);
    study.selection().controls().ifPresent(all::add);
    study.selection().eligibility().stream().map(Criterion::require).forEach(all::add);
    study.derived().forEach(it -> all.add(it.definition()));
    study.dictionary().checks().forEach(it -> all.add(it.condition()));
    return all;
  }

  private static void compared(Expr node, Study study, Problems problems) {
    if (node instanceof Expr.Comparison it) {
      with(it.left(), it.right(), it.right(), study, problems);
      with(it.right(), it.left(), it.left(), study, problems);
    } else if (node instanceof Expr.Between it) {
      with(it.value(), it.low(), it.high(), study, problems);
    }
  }

  private static void with(Expr value, Expr least, Expr most, Study study, Problems problems) {
    if (value instanceof Expr.Variable variable
        && least instanceof Expr.NumberLiteral low
        && most instanceof Expr.NumberLiteral high) {
      within(variable, low, high, study, problems);
    }
  }

  private static void within(
      Expr.Variable variable,
      Expr.NumberLiteral low,
      Expr.NumberLiteral high,
      Study study,
      Problems problems) {
    Optional<Range> range =
        study
            .typeOf(variable.name())
            .flatMap(it ->
                it instanceof Dictionary.Type.Measure measure ? measure.range() : Optional.empty());
    if (range.isPresent() && outside(low.value(), high.value(), range.get())) {
      problems.warning(
          "study/beyond-range",
          low.at(),
          "`"
              + variable.name()
              + "` ranges from "
              + range.get().low().toPlainString()
              + " to "
              + range.get().high().toPlainString()
              + ", so this comparison is the same for everybody.",
          "Look at the number and its unit.");
    }
  }

  private static boolean outside(BigDecimal low, BigDecimal high, Range range) {
    return high.compareTo(range.low()) < 0 || low.compareTo(range.high()) > 0;
  }
}
