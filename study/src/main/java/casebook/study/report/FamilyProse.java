// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Finding;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a paper says of families of tests.
final class FamilyProse {
  /// The label of a column of adjusted P values.
  static final String COLUMN = "Adjusted P";

  private FamilyProse() {}

  /// Says whether a table has a column of adjusted P values.
  static boolean holds(List<Finding.Column> columns) {
    return columns.stream().anyMatch(column -> column.label().equals(COLUMN));
  }

  /// What the methods section says of them.
  static Prose methods(List<Finding> findings, Citations citations) {
    Set<Method> methods = new LinkedHashSet<>();
    for (Finding finding : findings) {
      for (Statistic statistic : MethodList.statistics(finding)) {
        if (statistic.statistic().equals("adjusted")) {
          methods.add(statistic.method());
        }
      }
    }
    Prose prose = new Prose(citations);
    for (Method method : methods) {
      prose.sentence("P values were adjusted by ").methods(List.of(method), "and").say(".");
    }
    return prose;
  }
}
