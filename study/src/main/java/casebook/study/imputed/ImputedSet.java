// SPDX-License-Identifier: Apache-2.0
package casebook.study.imputed;

import casebook.study.data.Table;
import java.util.List;
import java.util.Map;

/// One of the supplied data sets: which rows of a file it is.
///
/// @param label its number, or the name of its file
/// @param table the table that was read of the file
/// @param rowOf for each person the row of the table
/// @param astray the lines of rows that name nobody, or somebody for the second time
record ImputedSet(String label, Table table, Map<String, Integer> rowOf, List<Integer> astray) {
  ImputedSet {
    rowOf = Map.copyOf(rowOf);
    astray = List.copyOf(astray);
  }

  /// The name of the file.
  String file() {
    return table.origin().file();
  }
}
