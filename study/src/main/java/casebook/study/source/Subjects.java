// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.language.DataFiles.Duplicates;
import casebook.study.source.TextRow.Cell;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The people met so far: nobody may stand in two rows.
///
/// Of each row only a digest is kept, so that memory does not grow with the number of columns.
final class Subjects {
  private final Duplicates rule;
  private final CellProblems problems;
  private final Map<String, First> met = new HashMap<>();
  private final List<Integer> dropped = new ArrayList<>();

  private record First(int line, String digest) {}

  Subjects(Duplicates rule, CellProblems problems) {
    this.rule = rule;
    this.problems = problems;
  }

  /// Says whether the row is to be read: the person was not met before.
  boolean isNew(String subject, TextRow row) {
    String digest = digest(row);
    First first = met.putIfAbsent(subject, new First(row.line(), digest));
    if (first == null) {
      return true;
    }
    boolean same = first.digest().equals(digest);
    if (same && rule == Duplicates.DROP) {
      dropped.add(row.line());
      return false;
    }
    problems.row(row.line(), same ? sameRow(row, first) : samePerson(row, first));
    return true;
  }

  /// The lines of rows that were dropped because the same row stands before.
  List<Integer> dropped() {
    return List.copyOf(dropped);
  }

  private static Flaw sameRow(TextRow row, First first) {
    return Flaw.error(
        "data/duplicate-row",
        "Line " + row.line() + " is the same as line " + first.line() + ".",
        "Delete one of them, or write `duplicates: drop` under `data:`.");
  }

  private static Flaw samePerson(TextRow row, First first) {
    return Flaw.error(
        "data/duplicate-subject",
        "Lines "
            + first.line()
            + " and "
            + row.line()
            + " have the same id and differ in what else they say.",
        "Correct the id, or keep the row that is right.");
  }

  private static String digest(TextRow row) {
    StringBuilder whole = new StringBuilder();
    for (Cell cell : row.cells()) {
      whole.append(cell.text()).append('\u0000');
    }
    return Digest.sha256(whole.toString().getBytes(StandardCharsets.UTF_8));
  }
}
