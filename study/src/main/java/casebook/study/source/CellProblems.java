// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.problem.LineNumbers;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Severity;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gathers what is wrong with rows and cells. The same flaw in the same column is one problem with
/// its count; the first hundred are kept, the rest is counted.
final class CellProblems {
  private static final int MOST = 100;
  private static final int MOST_LINES = 10;

  private final String file;
  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private long rest;
  private boolean errors;

  CellProblems(String file) {
    this.file = file;
  }

  private record Key(String header, String code, String kind) {}

  private static final class Entry {
    private final Span at;
    private final Flaw flaw;
    private final List<Integer> lines = new ArrayList<>();
    private long count;

    private Entry(Span at, Flaw flaw) {
      this.at = at;
      this.flaw = flaw;
    }

    private void count(int line) {
      count++;
      if (lines.size() < MOST_LINES) {
        lines.add(line);
      }
    }
  }

  /// Adds a flaw of a cell in the column with that header.
  void cell(TextRow.Cell cell, String header, Flaw flaw) {
    add(header, flaw, new Span(file, cell.line(), cell.column(), cell.length()));
  }

  /// Adds a flaw of a whole row.
  void row(int line, Flaw flaw) {
    add("", flaw, Span.ofLine(file, line));
  }

  private void add(String header, Flaw flaw, Span at) {
    errors |= flaw.severity() == Severity.ERROR;
    Key key = new Key(header, flaw.code(), flaw.kind());
    Entry entry = entries.get(key);
    if (entry == null && entries.size() < MOST) {
      entry = new Entry(at, flaw);
      entries.put(key, entry);
    }
    if (entry == null) {
      rest++;
    } else {
      entry.count(at.line());
    }
  }

  /// Says whether an error was added.
  boolean hasErrors() {
    return errors;
  }

  /// Hands over what was gathered.
  void into(Problems problems) {
    entries.forEach((key, entry) -> problems.add(problem(key, entry)));
    if (rest > 0) {
      problems.error(
          "data/more-problems",
          Span.ofFile(file),
          "Only the first "
              + MOST
              + " problems in rows and cells are listed; there are "
              + rest
              + " more.",
          "Mend these first and check again.");
    }
  }

  private static Problem problem(Key key, Entry entry) {
    Flaw flaw = entry.flaw;
    String column = key.header().isEmpty() ? "" : "Column " + Shown.text(key.header()) + ": ";
    String count =
        entry.count == 1
            ? ""
            : " Found "
                + entry.count
                + " times: "
                + LineNumbers.words(entry.lines, entry.count)
                + ".";
    return new Problem(
        flaw.severity(), flaw.code(), entry.at, column + flaw.message() + count, flaw.fix());
  }
}
