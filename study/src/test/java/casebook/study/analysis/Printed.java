// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Flow.GroupCount;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Finding.Specifications.Specification;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The numbers of some findings by their addresses, for tests.
///
/// @param findings the findings
/// @param shown those that a table shows
/// @param all these, those beside them, and the other answers to the same questions
record Printed(List<Finding> findings, Map<String, Statistic> shown, Map<String, Statistic> all) {

  static Printed of(List<Finding> findings) {
    Map<String, Statistic> shown = new LinkedHashMap<>();
    Map<String, Statistic> all = new LinkedHashMap<>();
    for (Finding finding : findings) {
      for (Statistic statistic : shown(finding)) {
        put(shown, statistic);
        put(all, statistic);
      }
      if (finding instanceof Finding.Estimates estimates) {
        estimates.further().forEach(statistic -> put(all, statistic));
      }
      if (finding instanceof Finding.Survival survival) {
        survival.further().forEach(statistic -> put(all, statistic));
      }
    }
    for (Statistic statistic : List.copyOf(all.values())) {
      for (Basis.Other other : statistic.basis().others()) {
        put(all, other.statistic());
      }
    }
    return new Printed(findings, shown, all);
  }

  private static void put(Map<String, Statistic> map, Statistic statistic) {
    Statistic other = map.putIfAbsent(statistic.address().path(), statistic);
    // the same number may stand in several places
    if (other != null && !other.equals(statistic)) {
      throw new AssertionError("two numbers have the address " + statistic.address());
    }
  }

  private static List<Statistic> shown(Finding finding) {
    return switch (finding) {
      case Finding.Characteristics it -> cells(it.rows());
      case Finding.Estimates it -> cells(it.rows());
      case Finding.Limits it -> cells(it.rows());
      case Finding.Matching it -> cells(it.rows());
      case Finding.Statements it -> cells(it.rows());
      case Finding.Comparison it -> cells(it.rows());
      case Finding.Correlation it -> cells(it.rows());
      case Finding.Outcomes it -> cells(it.rows());
      case Finding.Listing it -> List.of();
      case Finding.Survival it -> cells(it.rows());
      case Finding.Curve it -> List.of();
      case Finding.Specifications it ->
          Stream.concat(
                  cells(it.specifications().stream().map(Specification::row).toList()).stream(),
                  it.summary().statistics().stream())
              .distinct() // estimators of one model share its counts
              .toList();
      case Finding.Calibration it -> List.of();
      case Finding.Timelines it -> it.totals();
      case Finding.Flow it -> flow(it);
    };
  }

  private static List<Statistic> cells(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .map(Cell::statistics)
        .flatMap(List::stream)
        .toList();
  }

  private static List<Statistic> flow(Finding.Flow flow) {
    List<Statistic> counts = new ArrayList<>();
    for (Finding.Flow.Step step : flow.steps()) {
      Stream.concat(
              step.groups().stream(), step.out().stream().flatMap(out -> out.groups().stream()))
          .map(GroupCount::count)
          .forEach(counts::add);
    }
    return counts;
  }

  Statistic at(String address) {
    Statistic found = all.get(address);
    if (found == null) {
      throw new AssertionError(address + " is not among " + all.keySet());
    }
    return found;
  }

  double value(String address) {
    return at(address).estimate().orElseThrow().value();
  }
}
