// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Marks variables that were asked of one group only as not applicable for the others.
final class Asked {
  private Asked() {}

  /// A table whose columns hold values only where they were asked.
  ///
  /// @param table the table
  /// @param ignored for each variable the rows that held a value although they were not asked
  record Result(Table table, Map<String, RowSet> ignored) {}

  static Result of(Table table, Dictionary dictionary, GroupOf groups) {
    List<Column> columns = new ArrayList<>();
    Map<String, RowSet> ignored = new HashMap<>();
    for (Column column : table.columns()) {
      String of = dictionary.find(column.name()).map(Variable::of).orElse("all");
      if (of.equals("all")) {
        columns.add(column);
      } else {
        columns.add(marked(column, row -> groups.concerns(of, row)));
        RowSet given =
            RowSet.all(table.rows()).where(row -> column.known(row) && !groups.concerns(of, row));
        if (given.size() > 0) {
          ignored.put(column.name(), given);
        }
      }
    }
    return new Result(table.of(columns), ignored);
  }

  private static Column marked(Column column, IntPredicate asked) {
    Presence[] presence = new Presence[column.size()];
    for (int row = 0; row < presence.length; row++) {
      presence[row] = asked.test(row) ? column.presence(row) : Presence.NOT_APPLICABLE;
    }
    return column.marked(presence);
  }
}
