// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import java.util.Arrays;

/// A table of counts with any number of rows and columns.
public final class Crosstab {
  private final long[][] counts;
  private final long[] rowTotals;
  private final long[] columnTotals;
  private final long n;

  private Crosstab(long[][] counts) {
    this.counts = counts;
    rowTotals = new long[counts.length];
    columnTotals = new long[counts[0].length];
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < columnTotals.length; j++) {
        rowTotals[i] += counts[i][j];
        columnTotals[j] += counts[i][j];
        sum += counts[i][j];
      }
    }
    n = sum;
  }

  /// Makes a table.
  ///
  /// @param counts rows of equal length, at least one; each count at least 0 and at most 10^9
  public static Crosstab of(long[][] counts) {
    if (counts.length == 0 || counts[0].length == 0) {
      throw new IllegalArgumentException("a table has at least one row and one column");
    }
    long[][] copy = new long[counts.length][];
    for (int i = 0; i < counts.length; i++) {
      copy[i] = counts[i].clone();
      if (copy[i].length != counts[0].length) {
        throw new IllegalArgumentException(
            "row " + i + " has " + copy[i].length + " columns, row 0 has " + counts[0].length);
      }
      for (long count : copy[i]) {
        if (count < 0 || count > 1_000_000_000) {
          throw new IllegalArgumentException(
              "count " + count + " in row " + i + "; it lies between 0 and 1000000000");
        }
      }
    }
    return new Crosstab(copy);
  }

  /// Makes the table of a 2x2.
  public static Crosstab of(TwoByTwo t) {
    return of(new long[][] {{t.a(), t.b()}, {t.c(), t.d()}});
  }

  /// Returns the number of rows.
  public int rows() {
    return counts.length;
  }

  /// Returns the number of columns.
  public int columns() {
    return columnTotals.length;
  }

  /// Returns the count of a cell; rows and columns are numbered from 0.
  public long count(int row, int column) {
    return counts[row][column];
  }

  /// Returns the total of a row.
  public long rowTotal(int row) {
    return rowTotals[row];
  }

  /// Returns the total of a column.
  public long columnTotal(int column) {
    return columnTotals[column];
  }

  /// Returns the number of all.
  public long n() {
    return n;
  }

  /// Returns the count expected under independence; not for an empty table.
  public double expected(int row, int column) {
    return (double) rowTotals[row] * columnTotals[column] / n;
  }

  /// Returns the observed count less the expected, rounded once.
  double difference(int row, int column) {
    long product = Math.multiplyExact(counts[row][column], n);
    return (double) (product - Math.multiplyExact(rowTotals[row], columnTotals[column])) / n;
  }

  /// Returns the smallest expected count; 0 for an empty table.
  public double smallestExpected() {
    long row = Arrays.stream(rowTotals).min().orElseThrow();
    long column = Arrays.stream(columnTotals).min().orElseThrow();
    return n == 0 ? 0 : (double) row * column / n;
  }

  /// Returns the number of cells whose expected count is below a limit, usually 5.
  public int cellsExpectedBelow(double limit) {
    int cells = 0;
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        cells += n == 0 || expected(i, j) < limit ? 1 : 0;
      }
    }
    return cells;
  }

  /// Returns the table without the rows and columns that hold nothing.
  ///
  /// @return a table with at least one row and column, unless all counts are 0: then the table
  ///   itself
  public Crosstab withoutEmpty() {
    if (n == 0) {
      return this;
    }
    long[][] kept = new long[counts.length][];
    int rows = 0;
    for (int i = 0; i < counts.length; i++) {
      if (rowTotals[i] > 0) {
        long[] row = new long[columnTotals.length];
        int columns = 0;
        for (int j = 0; j < row.length; j++) {
          if (columnTotals[j] > 0) {
            row[columns++] = counts[i][j];
          }
        }
        kept[rows++] = Arrays.copyOf(row, columns);
      }
    }
    return new Crosstab(Arrays.copyOf(kept, rows));
  }

  /// Exchanges rows and columns.
  public Crosstab transposed() {
    long[][] turned = new long[columns()][rows()];
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        turned[j][i] = counts[i][j];
      }
    }
    return new Crosstab(turned);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Crosstab table && Arrays.deepEquals(counts, table.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(counts);
  }

  @Override
  public String toString() {
    return "Crosstab" + Arrays.deepToString(counts);
  }
}
