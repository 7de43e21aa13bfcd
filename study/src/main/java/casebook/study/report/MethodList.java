// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Finding;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The methods that a paper used, each once, in the order of their first number.
final class MethodList {
  private MethodList() {}

  /// One entry a method that has a reference or settings, with every setting that it ran with;
  /// plain counts need no words.
  static List<Document.Entry> of(List<Finding> findings) {
    Map<Method, Set<String>> methods = new LinkedHashMap<>();
    for (Finding finding : findings) {
      for (Statistic statistic : statistics(finding)) {
        Method method = statistic.method();
        methods
            .computeIfAbsent(method.withSettings(""), any -> new LinkedHashSet<>())
            .add(method.settings());
      }
    }
    List<Document.Entry> entries = new ArrayList<>();
    methods.forEach((method, settings) -> {
      settings.removeIf(String::isBlank);
      if (!method.reference().isBlank() || !settings.isEmpty()) {
        entries.add(entry(method, settings));
      }
    });
    return entries;
  }

  private static Document.Entry entry(Method method, Set<String> settings) {
    List<String> lines = new ArrayList<>();
    add(lines, "", method.definition());
    add(lines, "Interval: ", method.interval());
    add(lines, "Settings: ", String.join("; ", settings));
    add(lines, "Reference: ", method.reference());
    return new Document.Entry(MethodNotes.capital(method.name()), lines);
  }

  private static void add(List<String> lines, String before, String text) {
    if (!text.isBlank()) {
      lines.add(MethodNotes.sentence(before + text));
    }
  }

  /// Every number of a finding that a table shows, the supplement included.
  static List<Statistic> statistics(Finding finding) {
    return switch (finding) {
      case Finding.Characteristics table -> statistics(table.rows());
      case Finding.Estimates table -> {
        List<Statistic> all = new ArrayList<>(statistics(table.rows()));
        all.addAll(table.further());
        yield all;
      }
      case Finding.Limits table -> statistics(table.rows());
      case Finding.Matching table -> statistics(table.rows());
      case Finding.Statements table -> statistics(table.rows());
      case Finding.Comparison table -> statistics(table.rows());
      case Finding.Correlation table -> statistics(table.rows());
      case Finding.Outcomes table -> statistics(table.rows());
      case Finding.Survival table -> {
        List<Statistic> all = new ArrayList<>(statistics(table.rows()));
        all.addAll(table.further());
        yield all;
      }
      case Finding.Flow flow -> List.of();
      case Finding.Specifications grid -> {
        List<Statistic> all = new ArrayList<>(statistics(grid.rows()));
        all.addAll(grid.summary().statistics());
        yield all;
      }
      case Finding.Listing listing -> List.of();
      case Finding.Curve curve -> List.of();
      case Finding.Calibration calibration -> List.of();
      case Finding.Timelines timelines -> List.of();
    };
  }

  private static List<Statistic> statistics(List<Finding.Row> rows) {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .flatMap(cell -> cell.statistics().stream())
        .toList();
  }
}
