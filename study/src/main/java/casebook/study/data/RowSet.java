// SPDX-License-Identifier: Apache-2.0
package casebook.study.data;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// An immutable set of rows of one table, in rising order.
public final class RowSet {
  private final int[] rows;

  private RowSet(int[] rows) {
    this.rows = rows;
  }

  /// All rows of a table with `size` rows.
  public static RowSet all(int size) {
    return new RowSet(IntStream.range(0, size).toArray());
  }

  /// The rows of this set for which `keep` holds.
  public RowSet where(IntPredicate keep) {
    int[] kept = new int[rows.length];
    int count = 0;
    for (int row : rows) {
      if (keep.test(row)) {
        kept[count++] = row;
      }
    }
    return new RowSet(Arrays.copyOf(kept, count));
  }

  /// The number of rows.
  public int size() {
    return rows.length;
  }

  /// The `index`-th row, from 0.
  public int row(int index) {
    return rows[index];
  }

  /// The rows, in rising order.
  public IntStream stream() {
    return IntStream.of(rows);
  }

  /// Says whether `row` is in this set.
  public boolean contains(int row) {
    return Arrays.binarySearch(rows, row) >= 0;
  }
}
