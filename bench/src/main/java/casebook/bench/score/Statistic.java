// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import java.util.Arrays;
import java.util.List;

/// The name of a statistic of a model, such as `loglik`, `se[2]` or `cov[0,1]`.
///
/// @param name without the columns
/// @param columns counted from 0; empty for a statistic of the whole model
record Statistic(String name, List<Integer> columns) {
  Statistic {
    columns = List.copyOf(columns);
  }

  static Statistic of(String text) {
    int open = text.indexOf('[');
    if (open < 0 || !text.matches("[^\\[]*\\[\\d+(,\\d+)*]")) {
      return new Statistic(text, List.of());
    }
    String[] columns = text.substring(open + 1, text.length() - 1).split(",");
    return new Statistic(
        text.substring(0, open), Arrays.stream(columns).map(Integer::parseInt).toList());
  }

  /// Says whether it is about one column, and this one is there.
  boolean isOfOne(int columnCount) {
    return columns.size() == 1 && columns.getFirst() < columnCount;
  }

  int column() {
    return columns.getFirst();
  }
}
