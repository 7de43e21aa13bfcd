// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.data.Column;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Which matched set a row belongs to: a control names its set; a case names it or, where it names
/// none, its own id is the name.
///
/// @param set the variable that names the set, such as the id of the case
/// @param subject the variable that names a person
record SetNames(Column set, Optional<Column> subject) {

  /// The name of the set of a row.
  Optional<String> name(int row, boolean isCase) {
    if (set.known(row)) {
      return Optional.of(text(set, row));
    }
    return isCase
        ? subject.filter(column -> column.known(row)).map(column -> text(column, row))
        : Optional.empty();
  }

  private static String text(Column column, int row) {
    return switch (column) {
      case Column.Text text -> text.value(row);
      case Column.Leveled levels -> levels.level(row);
      case Column.Numeric numbers -> numbers.decimal(row).stripTrailingZeros().toPlainString();
      case Column.Dates dates -> dates.value(row).toString();
    };
  }

  /// Numbers the sets of all rows of a table, in the order in which they appear; -1 for none.
  ///
  /// @param isCase whether a row is a case
  int[] numbered(int rows, IntPredicate isCase) {
    Map<String, Integer> seen = new HashMap<>();
    int[] numbers = new int[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] =
          name(row, isCase.test(row))
              .map(name -> seen.computeIfAbsent(name, any -> seen.size()))
              .orElse(-1);
    }
    return numbers;
  }
}
