// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// A dense matrix of doubles that never changes, stored column by column.
public final class Matrix {
  private final int rows;
  private final int columns;
  private final double[] values;

  private Matrix(int rows, int columns, double[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /// Makes a matrix from its values.
  ///
  /// @param rows number of rows, at least 0
  /// @param columns number of columns, at least 0
  /// @param values column-major, length `rows * columns`; copied
  public static Matrix of(int rows, int columns, double... values) {
    if (rows < 0 || columns < 0 || values.length != rows * columns) {
      throw new IllegalArgumentException(
          values.length + " values do not fill " + rows + " x " + columns);
    }
    return new Matrix(rows, columns, values.clone());
  }

  /// Makes a matrix from its rows, which have one length.
  public static Matrix ofRows(double[]... rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[] values = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new IllegalArgumentException("row " + i + " has " + rows[i].length + " values");
      }
      for (int j = 0; j < columns; j++) {
        values[i + j * rows.length] = rows[i][j];
      }
    }
    return new Matrix(rows.length, columns, values);
  }

  /// Returns the number of rows.
  public int rows() {
    return rows;
  }

  /// Returns the number of columns.
  public int columns() {
    return columns;
  }

  /// Returns one value; row and column count from 0.
  public double at(int row, int column) {
    if (row < 0 || row >= rows) {
      throw new IllegalArgumentException("row " + row + " of " + rows);
    }
    return values[row + column * rows];
  }

  /// Returns a copy of a column.
  public double[] column(int column) {
    return Arrays.copyOfRange(values, column * rows, (column + 1) * rows);
  }

  /// Returns a copy of the values, column-major.
  public double[] toArray() {
    return values.clone();
  }

  /// Returns the diagonal.
  public double[] diagonal() {
    double[] result = new double[Math.min(rows, columns)];
    Arrays.setAll(result, i -> values[i + i * rows]);
    return result;
  }

  /// Returns the rows and columns at some places, in their order.
  public Matrix select(int... places) {
    int size = places.length;
    double[] result = new double[size * size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        result[i + j * size] = at(places[i], places[j]);
      }
    }
    return new Matrix(size, size, result);
  }

  /// Returns the quadratic form \\(v^T A v\\) in twice the working precision.
  ///
  /// @param v the vector, by place
  public double quadratic(IntToDoubleFunction v) {
    Accumulator sum = new Accumulator();
    for (int j = 0; j < columns; j++) {
      double vj = v.applyAsDouble(j);
      for (int i = 0; i < rows; i++) {
        sum.addProduct(v.applyAsDouble(i) * vj, values[i + j * rows]);
      }
    }
    return sum.value();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix m
        && rows == m.rows
        && columns == m.columns
        && Arrays.equals(values, m.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values) + 31 * rows;
  }

  @Override
  public String toString() {
    return rows + " x " + columns + " " + Arrays.toString(values);
  }
}
