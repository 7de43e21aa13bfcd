// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.stats.describe.Quantile;
import casebook.study.cohort.Cohort.Groups;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.imputed.Imputed;
import casebook.study.language.Dictionary.CrossCheck;
import casebook.study.language.Study;
import casebook.study.language.Study.Derived;
import casebook.study.language.Study.LimitRule;
import casebook.study.plate.Calibrated;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns a table into the cohort of a study: derives variables, sorts people into groups, walks
/// through the criteria, takes reference limits from the eligible reference group, looks at the
/// matching.
///
/// @param quantileType the definition of percentiles (Hyndman and Fan), 1 to 9
/// @param day the day of the run; dates after it are named. Empty: only `as of` counts
public record CohortBuilder(int quantileType, Optional<LocalDate> day) {
  public CohortBuilder {
    if (quantileType < 1 || quantileType > 9) {
      throw new IllegalArgumentException("quantile type " + quantileType + " is not one of 1 to 9");
    }
  }

  /// Percentiles of type 6, no day.
  public static CohortBuilder standard() {
    return new CohortBuilder(6, Optional.empty());
  }

  /// The same with another definition of percentiles.
  public CohortBuilder withQuantileType(int type) {
    return new CohortBuilder(type, day);
  }

  /// The same on a given day.
  public CohortBuilder withDay(LocalDate day) {
    return new CohortBuilder(quantileType, Optional.of(day));
  }

  /// Builds the cohort.
  ///
  /// @param study what the file says
  /// @param rows the rows that were read, with all declared variables but those whose values come
  ///   from plates, which are joined here
  /// @return the cohort with its warnings, or the errors in the data
  public Checked<Cohort> build(Study study, Table rows) {
    Problems problems = new Problems();
    Optional<Table> calibrated = problems.take(Calibrated.of(study, rows));
    Optional<Cohort> cohort = calibrated.map(table -> cohort(study, table, problems));
    return problems.hasErrors() || cohort.isEmpty()
        ? Checked.none(problems.list())
        : problems.with(cohort.get());
  }

  private Cohort cohort(Study study, Table calibrated, Problems problems) {
    Queries queries = new Queries(calibrated, study.data().subject());
    Table read = RelativeExpression.added(study, calibrated, queries, problems);
    List<Derived> rowWise = study.derived().stream().filter(it -> !it.cohortWise()).toList();
    GroupOf groups = GroupOf.of(study.selection(), rowWise(read, rowWise));
    Asked.Result asked = Asked.of(read, study.dictionary(), groups);
    Evaluate first = rowWise(asked.table(), rowWise);
    CohortProblems found = new CohortProblems(first.table(), queries, problems);
    found.inBothGroups(groups);
    found.notAsked(asked.ignored());
    for (CrossCheck check : study.dictionary().checks()) {
      found.check(check, first);
    }
    new DateChecks(read, queries, problems).look(study.data().asOf(), day);
    Eligible.Result eligible =
        Eligible.walk(study.selection().eligibility(), first, groups, queries);
    Groups in =
        new Groups(eligible.rows().where(groups::isCase), eligible.rows().where(groups::isControl));
    found.emptyGroups(study.selection(), in, eligible.rows());
    CohortWise limits = limits(study.limits(), first.table(), eligible.rows(), in);
    Table whole = Derive.columns(first.table(), cohortWise(study), limits);
    found.unknownDerived(study.derived(), new Evaluate(whole, limits), eligible.rows());
    Cohort cohort =
        new Cohort(
            study,
            whole,
            eligible.rows(),
            in,
            eligible.attrition(),
            study.limits().stream().map(rule -> limits.computedLimit(rule.variable())).toList(),
            queries.list());
    List<Table> sets =
        problems.take(Imputed.of(study, asked.table(), eligible.rows())).orElse(List.of());
    return cohort.withImputed(sets.stream().map(set -> completed(cohort, set, groups)).toList());
  }

  /// The same persons with the values of a set: who takes part, and in which group, is decided on
  /// what was observed; what is derived, and every limit, on the values of the set.
  private Cohort completed(Cohort cohort, Table set, GroupOf groups) {
    Study study = cohort.study();
    Queries unheard = new Queries(set, study.data().subject());
    Table read = RelativeExpression.again(study, set, unheard);
    List<Derived> rowWise = study.derived().stream().filter(it -> !it.cohortWise()).toList();
    Table asked = Asked.of(read, study.dictionary(), groups).table();
    return derived(cohort, rowWise(asked, rowWise).table());
  }

  /// The same persons with every limit, and all that rests on limits, by the values of a table.
  private Cohort derived(Cohort cohort, Table before) {
    Study study = cohort.study();
    CohortWise limits = limits(study.limits(), before, cohort.rows(), cohort.groups());
    return new Cohort(
        study,
        Derive.columns(before, cohortWise(study), limits),
        cohort.rows(),
        cohort.groups(),
        cohort.attrition(),
        study.limits().stream().map(rule -> limits.computedLimit(rule.variable())).toList(),
        cohort.queries(),
        cohort.imputed().stream().map(this::again).toList());
  }

  /// The same persons with limits by this definition of percentiles, and everything that rests on
  /// them.
  public Cohort again(Cohort cohort) {
    List<String> resting = cohortWise(cohort.study()).stream().map(Derived::name).toList();
    return derived(cohort, cohort.table().without(resting));
  }

  private static Evaluate rowWise(Table table, List<Derived> definitions) {
    Table derived = Derive.columns(table, definitions, CohortWise.notYet(table));
    return new Evaluate(derived, CohortWise.notYet(derived));
  }

  private static List<Derived> cohortWise(Study study) {
    return study.derived().stream().filter(Derived::cohortWise).toList();
  }

  private CohortWise limits(List<LimitRule> rules, Table table, RowSet rows, Groups in) {
    Map<String, RowSet> groups =
        Map.of("all", rows, "cases", in.cases(), "controls", in.controls());
    return CohortWise.of(table, groups, rules, new Quantile(quantileType));
  }
}
