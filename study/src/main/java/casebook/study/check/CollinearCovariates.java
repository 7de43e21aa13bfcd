// SPDX-License-Identifier: Apache-2.0
package casebook.study.check;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Expr;
import casebook.study.language.ExprUses;
import casebook.study.language.Study;
import casebook.study.language.Study.Derived;
import casebook.study.language.Words;
import casebook.study.language.expression.ExprWords;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Covariates of one model that say the same by their definitions: sex and `male`, a sum and its
/// parts. What only the data can show is found when the model is fitted.
final class CollinearCovariates implements Check {
  @Override
  public List<Problem> check(Study study) {
    Problems problems = new Problems();
    for (Clause analysis : study.analyses()) {
      analysis.child("adjusted for").ifPresent(it -> sets(it, analysis, study, problems));
    }
    return problems.list();
  }

  private static void sets(Clause clause, Clause analysis, Study study, Problems problems) {
    List<Clause> sets = clause.shape() == Clause.Shape.MAP ? clause.children() : List.of(clause);
    Optional<Clause> exposure = analysis.child(analysis.keyword()).filter(Clause::isWords);
    for (Clause set : sets) {
      List<Clause> items = new ArrayList<>(Words.items(set, new Problems()));
      exposure.ifPresent(items::add);
      set(items, study, problems);
    }
  }

  private static void set(List<Clause> items, Study study, Problems problems) {
    for (int i = 0; i < items.size(); i++) {
      List<Clause> others = new ArrayList<>(items);
      Clause item = others.remove(i);
      Set<String> names = others.stream().map(Clause::words).collect(Collectors.toSet());
      study.derived(item.words()).ifPresent(it -> covariate(item, it, names, study, problems));
    }
  }

  private static void covariate(
      Clause item, Derived derived, Set<String> others, Study study, Problems problems) {
    saidBy(derived, others, study)
        .ifPresent(told ->
            problems.error(
                "study/collinear",
                item.wordsAt(),
                "`"
                    + derived.name()
                    + "` says nothing beside "
                    + told
                    + ": it is defined as `"
                    + ExprWords.of(derived.definition())
                    + "`.",
                "Keep one of them."));
  }

  /// The other covariates that already say what a derived one says.
  private static Optional<String> saidBy(Derived derived, Set<String> others, Study study) {
    Set<String> used = ExprUses.variables(derived.definition());
    boolean levels =
        used.size() == 1
            && others.containsAll(used)
            && derived.type() instanceof Dictionary.Type.YesNo
            && !ExprUses.cohortWise(derived.definition())
            && isFactor(used.iterator().next(), study);
    boolean sum =
        derived.type() instanceof Dictionary.Type.Measure
            && !used.isEmpty()
            && others.containsAll(used)
            && isLinear(derived.definition());
    if (levels || sum) {
      return Optional.of("`" + String.join("`, `", used) + "`");
    }
    Optional<String> coding =
        codings(derived.definition(), study).stream().filter(others::contains).findFirst();
    return coding.or(() -> twin(derived, others, study)).map(it -> "`" + it + "`");
  }

  /// Levels enter a model one by one, so that every yes/no made of them is said already.
  private static boolean isFactor(String name, Study study) {
    Optional<Dictionary.Type> type = study.typeOf(name);
    return type.isPresent()
        && (type.get() instanceof Dictionary.Type.Levels
            || type.get() instanceof Dictionary.Type.YesNo);
  }

  private static boolean isLinear(Expr expr) {
    return switch (expr) {
      case Expr.Variable variable -> true;
      case Expr.NumberLiteral number -> true;
      case Expr.Arithmetic it ->
          switch (it.operator()) {
            case ADD, SUBTRACT -> isLinear(it.left()) && isLinear(it.right());
            case MULTIPLY ->
                (isNumber(it.left()) && isLinear(it.right()))
                    || (isLinear(it.left()) && isNumber(it.right()));
            case DIVIDE -> isLinear(it.left()) && isNumber(it.right());
          };
      default -> false;
    };
  }

  private static boolean isNumber(Expr expr) {
    return expr instanceof Expr.NumberLiteral;
  }

  /// How genotype covariates that say the same are written: `fvl carrier`.
  private static List<String> codings(Expr definition, Study study) {
    if (definition instanceof Expr.Carries carries && carries.value() instanceof Expr.Variable v) {
      boolean second =
          study.typeOf(v.name()).orElse(new Dictionary.Type.Text())
                  instanceof Dictionary.Type.Genotype genotype
              && genotype.second().equals(carries.allele());
      return second ? words(v, "carrier", "dominant", "codominant") : List.of();
    }
    if (definition instanceof Expr.IsLevel is && is.value() instanceof Expr.Variable v) {
      boolean both =
          study.typeOf(v.name()).orElse(new Dictionary.Type.Text())
                  instanceof Dictionary.Type.Genotype genotype
              && is.levels().equals(List.of(genotype.genotypes().getLast()));
      return both ? words(v, "homozygous", "recessive", "codominant") : List.of();
    }
    return List.of();
  }

  private static List<String> words(Expr.Variable genotype, String... codings) {
    return Stream.of(codings).map(coding -> genotype.name() + " " + coding).toList();
  }

  /// Another derived covariate with the same definition, or with its opposite.
  private static Optional<String> twin(Derived derived, Set<String> others, Study study) {
    String words = plain(derived.definition());
    return study.derived().stream()
        .filter(it -> others.contains(it.name()))
        .filter(it -> plain(it.definition()).equals(words))
        .map(Derived::name)
        .findFirst();
  }

  private static String plain(Expr expr) {
    return expr instanceof Expr.Not not ? plain(not.operand()) : ExprWords.of(expr);
  }
}
