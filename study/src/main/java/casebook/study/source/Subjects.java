// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.language.DataFiles.Duplicates;
import casebook.study.source.TextRow.Cell;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/// The people met so far: nobody may stand in two rows.
///
/// Of each row only a mark of 64 bits is kept, so that memory does not grow with the number of
/// columns. Two different rows of one person have the same mark once in 2^64.
final class Subjects {
  private final Duplicates rule;
  private final CellProblems problems;
  private final Map<String, First> met = new HashMap<>();
  private final List<Integer> dropped = new ArrayList<>();

  private record First(int line, long mark) {}

  Subjects(Duplicates rule, CellProblems problems) {
    this.rule = rule;
    this.problems = problems;
  }

  /// Says whether the row is to be read: the person was not met before.
  boolean isNew(String subject, TextRow row) {
    long mark = mark(row);
    First first = met.putIfAbsent(subject, new First(row.line(), mark));
    if (first == null) {
      return true;
    }
    boolean same = first.mark() == mark;
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

  /// A checksum and a hash that share no arithmetic.
  private static long mark(TextRow row) {
    StringBuilder whole = new StringBuilder();
    for (Cell cell : row.cells()) {
      whole.append(cell.text()).append('\u0000');
    }
    String text = whole.toString();
    CRC32 checksum = new CRC32();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return checksum.getValue() << 32 | (text.hashCode() & 0xffff_ffffL);
  }
}
