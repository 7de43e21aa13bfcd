// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.stats.describe.Quantile;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.language.Expr;
import casebook.study.language.ExprUses;
import casebook.study.language.Study;
import casebook.study.language.Study.Derived;
import casebook.study.language.Study.LimitRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Another reference limit in the place of the one that a study declares for a variable. Who takes
/// part stays as it is.
///
/// @param rule the variable and its other limit
/// @param quantileType the definition of percentiles (Hyndman and Fan), 1 to 9
public record OtherLimit(LimitRule rule, int quantileType) {

  /// The same persons with this limit, and with every derived variable that rests on it.
  ///
  /// @param cohort a cohort that has a limit of the same variable
  public Cohort in(Cohort cohort) {
    List<Derived> resting = resting(cohort.study(), rule.variable());
    Table before = cohort.table().without(resting.stream().map(Derived::name).toList());
    Map<String, RowSet> groups =
        Map.of(
            "all", cohort.rows(),
            "cases", cohort.groups().cases(),
            "controls", cohort.groups().controls());
    Quantile declared = new Quantile(cohort.limits().getFirst().quantileType());
    CohortWise limits =
        CohortWise.of(before, groups, cohort.study().limits(), declared)
            .with(rule, new Quantile(quantileType));
    return new Cohort(
        cohort.study(),
        Derive.columns(before, resting, limits),
        cohort.rows(),
        cohort.groups(),
        cohort.attrition(),
        cohort.limits().stream()
            .map(limit -> limits.computedLimit(limit.rule().variable()))
            .toList(),
        cohort.queries());
  }

  /// The derived variables that need the limit of a variable, themselves or by way of others.
  private static List<Derived> resting(Study study, String variable) {
    List<Derived> resting = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Derived derived : study.derived()) {
      boolean uses = ExprUses.variables(derived.definition()).stream().anyMatch(names::contains);
      if (uses || asksFor(derived.definition(), variable)) {
        resting.add(derived);
        names.add(derived.name());
      }
    }
    return resting;
  }

  private static boolean asksFor(Expr definition, String variable) {
    return limits(definition).contains(variable);
  }

  /// The variables whose limits a variable rests on, itself or by way of others.
  ///
  /// @param name a variable, declared or derived
  public static Set<String> behind(Study study, String name) {
    Set<String> limits = new HashSet<>();
    study
        .derived(name)
        .ifPresent(derived -> {
          limits.addAll(limits(derived.definition()));
          ExprUses.variables(derived.definition()).stream()
              .filter(used -> !used.equals(name))
              .forEach(used -> limits.addAll(behind(study, used)));
        });
    return Set.copyOf(limits);
  }

  private static Set<String> limits(Expr definition) {
    Set<String> variables = new HashSet<>();
    ExprUses.walk(
        definition,
        node -> {
          if (node instanceof Expr.AboveLimit above) {
            variables.add(above.variable().name());
          }
        });
    return variables;
  }
}
