// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.cohort.Cohort.Groups;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.language.Dictionary.CrossCheck;
import casebook.study.language.ExprUses;
import casebook.study.language.Selection;
import casebook.study.language.Study.Derived;
import casebook.study.problem.LineNumbers;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Says what is wrong with people and groups while a cohort is built: to the reader as problems, to
/// the data manager as queries.
final class CohortProblems {
  private final Table table;
  private final Queries queries;
  private final Problems problems;

  CohortProblems(Table table, Queries queries, Problems problems) {
    this.table = table;
    this.queries = queries;
    this.problems = problems;
  }

  /// Nobody is both a case and a control.
  void inBothGroups(GroupOf groups) {
    RowSet both =
        RowSet.all(table.rows()).where(row -> groups.isCase(row) && groups.isControl(row));
    if (both.size() > 0) {
      problems.error(
          "data/case-and-control",
          Span.ofLine(file(), table.line(both.row(0))),
          people(both) + " both a case and a control. " + lines(both) + ".",
          "Correct `cases:` and `controls:` so that they exclude each other, or the data.");
    }
  }

  private static String people(RowSet rows) {
    return rows.size() == 1 ? "1 person is" : rows.size() + " people are";
  }

  /// Values of people who were not asked are not used.
  void notAsked(Map<String, RowSet> ignored) {
    new TreeMap<>(ignored)
        .forEach((variable, rows) -> {
          String message = "`" + variable + "` has a value though it was not asked of this group";
          rows.stream().forEach(row -> queries.check(row, variable, message));
          problems.warning(
              "data/not-asked",
              Span.ofLine(file(), table.line(rows.row(0))),
              (rows.size() == 1 ? "1 value" : rows.size() + " values")
                  + " of `"
                  + variable
                  + "` are not used, because it was not asked of these people. "
                  + lines(rows)
                  + ".",
              "Remove them, or correct `of:` at the variable.");
        });
  }

  /// Rows that break a declared check become queries, and one warning.
  void check(CrossCheck check, Evaluate evaluate) {
    RowSet broken =
        RowSet.all(table.rows())
            .where(row -> evaluate.value(check.condition(), row).equals(Value.Truth.NO));
    if (broken.size() == 0) {
      return;
    }
    String variables = String.join(", ", ExprUses.variables(check.condition()));
    broken.stream().forEach(row -> queries.check(row, variables, "Check failed: " + check.label()));
    problems.warning(
        "data/check-failed",
        check.at(),
        (broken.size() == 1 ? "1 row of " : broken.size() + " rows of ")
            + file()
            + (broken.size() == 1 ? " breaks" : " break")
            + " the check `"
            + check.label()
            + "`. "
            + lines(broken)
            + ".",
        "They stand in queries.csv.");
  }

  /// A comparison needs people in both groups.
  void emptyGroups(Selection selection, Groups groups, RowSet rows) {
    if (rows.size() == 0) {
      empty("data/no-participants", "Nobody is left in the study", "No analysis is done.");
    } else if (selection.cases().isPresent() && groups.cases().size() == 0) {
      empty("data/no-cases", "There are no cases in the study", COMPARISONS);
    } else if (selection.controls().isPresent() && groups.controls().size() == 0) {
      empty("data/no-controls", "There are no controls in the study", COMPARISONS);
    }
  }

  private static final String COMPARISONS =
      "Analyses that compare cases and controls are not done.";

  private void empty(String code, String what, String consequence) {
    problems.warning(
        code,
        Span.ofFile(file()),
        what + ". " + consequence,
        "Look at the flow diagram, and at `cases:`, `controls:` and `eligibility:`.");
  }

  /// A derived variable that is not known for somebody in the study becomes a query.
  void unknownDerived(List<Derived> definitions, Evaluate evaluate, RowSet rows) {
    for (Derived derived : definitions) {
      Column column = evaluate.table().column(derived.name());
      rows.where(row -> column.presence(row) == Presence.MISSING).stream()
          .forEach(row -> {
            if (evaluate.value(derived.definition(), row) instanceof Value.Unknown why) {
              queries.unknown(row, why, "`" + derived.name() + "` is " + why.because());
            }
          });
    }
  }

  private String file() {
    return table.origin().file();
  }

  private String lines(RowSet rows) {
    String words =
        LineNumbers.words(rows.stream().limit(20).map(table::line).boxed().toList(), rows.size());
    return "See " + words;
  }
}
