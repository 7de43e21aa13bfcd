// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Estimates;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the methods section says of associations: estimators, intervals, tests, models, subsets,
/// what was declared as primary.
///
/// @param tables the associations
/// @param level the confidence level as printed
/// @param sparse whether a row with sparse data is by Firth's method as a whole
record AssociationProse(List<Estimates> tables, String level, boolean sparse) {
  private static final String ADJUSTED = "Odds ratio adjusted for ";

  Prose in(Citations citations) {
    Prose prose = new Prose(citations);
    if (tables.isEmpty()) {
      return prose;
    }
    prose.sentence("Associations are given with " + level + "% confidence intervals.");
    Map<String, Set<Method>> estimators = new LinkedHashMap<>();
    Set<Method> tests = new LinkedHashSet<>();
    for (Estimates table : tables) {
      for (Row row : table.rows()) {
        for (int i = 0; i < row.cells().size(); i++) {
          Cell cell = row.cells().get(i);
          if (cell.statistics().stream().noneMatch(it -> spokenOfElsewhere(table, it))) {
            gather(table.columns().get(i), cell, estimators, tests);
          }
        }
      }
    }
    estimators.forEach((kind, methods) -> {
      boolean plain = methods.stream().allMatch(it -> it.name().endsWith("odds ratio"));
      prose.sentence(kind + (plain ? " estimates are " : " estimates are from "));
      prose.methods(methods, "or").say(".");
    });
    if (!tests.isEmpty()) {
      prose.sentence("P values are from ").methods(tests, "or").say(".");
    }
    if (sparse
        && estimators.values().stream()
            .flatMap(Set::stream)
            .anyMatch(AssociationProse::penalised)) {
      prose.sentence(
          "Where a count is zero, a term separates cases from controls, or people are few for the"
              + " number of terms, the whole row, its crude estimate included, is by Firth's"
              + " method.");
    }
    new RequestsProse(tables).add(prose);
    models().forEach(prose::sentence);
    subsets().forEach(prose::sentence);
    prose.sentence(primary());
    return prose;
  }

  private static boolean spokenOfElsewhere(Estimates table, Statistic statistic) {
    return RequestsProse.of(table, statistic) || ImputationProse.isPooled(statistic);
  }

  private static void gather(
      Column column, Cell cell, Map<String, Set<Method>> estimators, Set<Method> tests) {
    boolean ratio = cell.form() == Form.RATIO || cell.form() == Form.DIFFERENCE;
    if (ratio) {
      Method method = cell.statistics().getFirst().method();
      estimators.computeIfAbsent(kind(column), kind -> new LinkedHashSet<>()).add(method);
    } else if (cell.form() == Form.P && !column.label().equals(FamilyProse.COLUMN)) {
      tests.add(cell.statistics().getFirst().method());
    }
  }

  private static String kind(Column column) {
    if (column.slug().equals("crude")) {
      return "Crude";
    }
    return column.note().startsWith("Adjusted for ") ? "Adjusted" : "Further";
  }

  private static boolean penalised(Method method) {
    return method.name().contains("Firth");
  }

  /// One sentence a set of covariates.
  private List<String> models() {
    Set<String> models = new LinkedHashSet<>();
    for (Estimates table : tables) {
      for (Column column : table.columns()) {
        if (!RequestsProse.isInteraction(table)
            && column.label().startsWith(ADJUSTED)
            && column.note().startsWith("Adjusted for ")) {
          String covariates = column.note().substring("Adjusted for ".length());
          models.add(
              "The model “"
                  + column.label().substring(ADJUSTED.length())
                  + "” holds the exposure and "
                  + covariates);
        }
      }
    }
    return List.copyOf(models);
  }

  private List<String> subsets() {
    Set<String> subsets = new LinkedHashSet<>();
    for (Estimates table : tables) {
      for (Row row : table.rows()) {
        boolean restricted =
            row.cells().stream()
                .flatMap(cell -> cell.statistics().stream())
                .anyMatch(it -> it.address().path().contains(".restricted."));
        if (restricted && row.indent() == 1 && !isLevel(table, row)) {
          subsets.add(row.label());
        }
      }
    }
    return subsets.isEmpty()
        ? List.of()
        : List.of("Analyses were repeated in subsets: " + String.join("; ", subsets) + ".");
  }

  /// Says whether the row stands for a level of an exposure inside a subset.
  private static boolean isLevel(Estimates table, Row row) {
    return table.rows().stream().filter(other -> other.label().equals(row.label())).count() > 1;
  }

  private String primary() {
    List<String> primary = new ArrayList<>();
    String none = ", without adjustment for multiple comparisons.";
    boolean family = tables.stream().anyMatch(table -> FamilyProse.holds(table.columns()));
    for (Estimates table : tables) {
      if (table.heading().primary()) {
        primary.add("“" + table.heading().title() + "”");
      }
    }
    if (primary.isEmpty() && family) {
      return "No association was declared as primary; those outside a family are exploratory"
          + none;
    }
    if (primary.isEmpty()) {
      return "No association was declared as primary: all are exploratory" + none;
    }
    String others =
        primary.size() == tables.size()
            ? "."
            : "; the others " + (family ? "outside a family " : "") + "are exploratory" + none;
    return "Declared as primary: " + Prose.list(primary) + others;
  }
}
