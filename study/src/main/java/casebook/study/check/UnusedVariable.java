// SPDX-License-Identifier: Apache-2.0
package casebook.study.check;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Expr;
import casebook.study.language.ExprUses;
import casebook.study.language.Pcr;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Variables that are declared and used nowhere: one note names them all.
final class UnusedVariable implements Check {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*");

  @Override
  public List<Problem> check(Study study) {
    Set<String> used = new HashSet<>();
    study.selection().cases().ifPresent(it -> uses(it, used));
    study.selection().controls().ifPresent(it -> uses(it, used));
    study.selection().eligibility().forEach(it -> uses(it.require(), used));
    study.derived().forEach(it -> uses(it.definition(), used));
    study.dictionary().checks().forEach(it -> uses(it.condition(), used));
    study.limits().forEach(it -> used.add(it.variable()));
    study
        .selection()
        .matching()
        .ifPresent(it -> {
          used.addAll(it.exact());
          it.within().forEach(caliper -> used.add(caliper.variable()));
          it.set().ifPresent(used::add);
        });
    study.dictionary().moments().forEach(it -> used.add(it.day()));
    study.analyses().forEach(it -> words(it, used));
    study.clauses().sections().forEach(it -> words(it, used));
    used.add(study.data().subject());
    List<Variable> unused =
        study.dictionary().variables().stream()
            .filter(it -> !used.contains(it.name()) && !isCycle(it))
            .toList();
    return unused.isEmpty()
        ? List.of()
        : List.of(
            Problem.note(
                "study/unused-variable",
                unused.getFirst().at(),
                "Declared and used nowhere: "
                    + String.join(", ", unused.stream().map(Variable::name).toList())
                    + "."));
  }

  /// A threshold cycle is there because an expression needs it.
  private static boolean isCycle(Variable variable) {
    return variable.type() instanceof Dictionary.Type.Measure measure
        && measure.pcr().filter(Pcr.Cycles.class::isInstance).isPresent();
  }

  private static void uses(Expr expr, Set<String> used) {
    used.addAll(ExprUses.variables(expr));
    ExprUses.walk(
        expr,
        node -> {
          if (node instanceof Expr.AgeAt) {
            used.add("birth");
          }
        });
  }

  /// Every word of an analysis counts as a use: what it means is known to the analysis alone.
  private static void words(Clause clause, Set<String> used) {
    for (String text : List.of(clause.keyword(), clause.words())) {
      Matcher word = WORD.matcher(text);
      while (word.find()) {
        used.add(word.group());
      }
    }
    clause.children().forEach(child -> words(child, used));
  }
}
