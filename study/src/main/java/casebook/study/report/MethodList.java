// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Finding;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The methods that a paper used, each once, in the order of their first number.
final class MethodList {
  private MethodList() {}

  /// One entry a method that has a reference or settings; plain counts need no words.
  static List<Document.Entry> of(List<Finding> findings) {
    Set<Method> methods = new LinkedHashSet<>();
    for (Finding finding : findings) {
      statistics(finding).forEach(s -> methods.add(s.method()));
    }
    return methods.stream()
        .filter(m -> !m.reference().isBlank() || !m.settings().isBlank())
        .map(MethodList::entry)
        .toList();
  }

  private static Document.Entry entry(Method method) {
    List<String> lines = new ArrayList<>();
    add(lines, "", method.definition());
    add(lines, "Interval: ", method.interval());
    add(lines, "Settings: ", method.settings());
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
      case Finding.Flow flow -> List.of();
      case Finding.Curve curve -> List.of();
    };
  }

  private static List<Statistic> statistics(List<Finding.Row> rows) {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .flatMap(cell -> cell.statistics().stream())
        .toList();
  }
}
