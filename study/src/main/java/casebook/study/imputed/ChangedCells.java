// SPDX-License-Identifier: Apache-2.0
package casebook.study.imputed;

import casebook.study.problem.LineNumbers;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.List;

/// The cells of one variable that were observed and have another value in the sets.
final class ChangedCells {
  private final String file;
  private final List<Integer> lines = new ArrayList<>();
  private int sets;
  private int cells;

  /// @param file the first file in which there are any
  ChangedCells(String file) {
    this.file = file;
  }

  /// Adds the lines of one set.
  void add(ImputedSet set, int[] changed) {
    sets++;
    cells += changed.length;
    if (set.file().equals(file)) {
      for (int line : changed) {
        lines.add(line);
      }
    }
  }

  void tell(String variable, Problems problems) {
    problems.error(
        "data/imputation-changed",
        Span.ofLine(file, lines.getFirst()),
        "`"
            + variable
            + "` was observed and has another value, or none, in "
            + (cells == 1 ? "1 cell of " : cells + " cells of ")
            + (sets == 1 ? "1 imputed data set (" : sets + " imputed data sets (")
            + LineNumbers.words(lines.stream().sorted().toList(), lines.size())
            + ").",
        "Imputation fills gaps only: impute the very data that the study names, with the same"
            + " codes, units and digits, and export all of them.");
  }
}
