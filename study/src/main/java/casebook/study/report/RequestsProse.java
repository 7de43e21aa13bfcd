// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Estimates;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What the methods section says of trends over levels and of interactions.
///
/// @param tables the associations
record RequestsProse(List<Estimates> tables) {
  private static final String TITLE = " in cases and controls";
  private static final String SCORES = "Trend: the levels count as ";

  RequestsProse {
    tables = List.copyOf(tables);
  }

  /// Says whether a number belongs to a trend or an interaction, of which this prose speaks.
  static boolean of(Estimates table, Statistic statistic) {
    return isTrend(statistic) || isDeparture(statistic) || isInteraction(table);
  }

  private static boolean isTrend(Statistic statistic) {
    return statistic.address().path().contains(".trend.");
  }

  private static boolean isDeparture(Statistic statistic) {
    return statistic.address().path().contains(".departure_from_trend.");
  }

  /// Says whether a table compares odds ratios between the levels of another variable.
  static boolean isInteraction(Estimates table) {
    return table.heading().address().path().contains(".interaction.");
  }

  void add(Prose prose) {
    trends(prose);
    interactions(prose);
  }

  private void trends(Prose prose) {
    List<String> exposures = new ArrayList<>();
    for (Estimates table : tables) {
      if (!methods(table, Form.RATIO, RequestsProse::isTrend).isEmpty()) {
        exposures.add(exposure(table) + scores(table));
      }
    }
    if (exposures.isEmpty()) {
      return;
    }
    prose.sentence("The levels of " + Prose.list(exposures) + " were also taken as steps; the");
    prose.say(" odds ratio per step is from ");
    prose.methods(all(Form.RATIO, RequestsProse::isTrend), "or").say(".");
    Set<Method> trend = all(Form.P, RequestsProse::isTrend);
    Set<Method> departure = all(Form.P, RequestsProse::isDeparture);
    if (!trend.isEmpty()) {
      prose.sentence("The trend was tested by ").methods(trend, "or").say(".");
    }
    if (!departure.isEmpty()) {
      prose.sentence("Departure from it was tested by ").methods(departure, "or").say(".");
    }
  }

  private void interactions(Prose prose) {
    for (Estimates table : tables) {
      Set<Method> tests = methods(table, Form.P, any -> true);
      int by = table.heading().title().indexOf(TITLE + ", by ");
      if (isInteraction(table) && by > 0) {
        prose.sentence("The odds ratios of " + table.heading().title().substring(0, by));
        prose.say(" within the levels of ");
        prose.say(table.heading().title().substring(by + TITLE.length() + 5));
        prose.say(" are from one model with their products, by ");
        prose.methods(methods(table, Form.RATIO, any -> true), "or");
        if (!tests.isEmpty()) {
          prose.say("; whether they differ was tested by ").methods(tests, "or");
        }
        prose.say(".");
      }
    }
  }

  private static String exposure(Estimates table) {
    String title = table.heading().title();
    return title.endsWith(TITLE) ? title.substring(0, title.length() - TITLE.length()) : title;
  }

  /// ` (as 0, 1, 2 and 3)`.
  private static String scores(Estimates table) {
    return table.heading().notes().stream()
        .filter(note -> note.startsWith(SCORES))
        .findFirst()
        .map(note -> " (as " + note.substring(SCORES.length()).replaceFirst("\\.$", "") + ")")
        .orElse("");
  }

  private Set<Method> all(Form form, Predicate<Statistic> which) {
    Set<Method> methods = new LinkedHashSet<>();
    tables.forEach(table -> methods.addAll(methods(table, form, which)));
    return methods;
  }

  private static Set<Method> methods(Estimates table, Form form, Predicate<Statistic> which) {
    Set<Method> methods = new LinkedHashSet<>();
    for (Row row : table.rows()) {
      for (Cell cell : row.cells()) {
        if (cell.form() == form) {
          cell.statistics().stream()
              .filter(which)
              .filter(it -> it.whyNot().isEmpty())
              .forEach(it -> methods.add(it.method()));
        }
      }
    }
    return methods;
  }
}
