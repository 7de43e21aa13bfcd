// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import java.util.Arrays;

/// What was measured: explaining values, a response and a weight for each row.
public final class Observations {
  private final double[][] x;
  private final double[] y;
  private final double[] weights;

  private Observations(double[][] x, double[] y, double[] weights) {
    this.x = x;
    this.y = y;
    this.weights = weights;
  }

  /// Makes observations with one explaining value.
  ///
  /// @param x finite numbers, one for each row; copied
  /// @param y finite numbers, one for each row; copied
  public static Observations of(double[] x, double[] y) {
    return ofRows(Arrays.stream(x).mapToObj(v -> new double[] {v}).toArray(double[][]::new), y);
  }

  /// Makes observations with several explaining values.
  ///
  /// @param x the rows, each of the same length, finite; copied
  /// @param y finite numbers, one for each row; copied
  public static Observations ofRows(double[][] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " rows for " + y.length + " responses");
    }
    double[][] rows = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      rows[i] = x[i].clone();
      if (x[i].length != x[0].length) {
        throw new IllegalArgumentException("row " + i + " has " + x[i].length + " values");
      }
      requireFinite("an explaining value", i, rows[i]);
      requireFinite("the response", i, y[i]);
    }
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    return new Observations(rows, y.clone(), ones);
  }

  private static void requireFinite(String what, int row, double... values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(what + " is " + value + " in row " + row);
      }
    }
  }

  /// Returns the same rows with weights: the variance of row i is the residual variance over
  /// `values[i]`.
  ///
  /// @param values finite numbers above 0, one for each row; copied
  public Observations weighted(double... values) {
    if (values.length != y.length) {
      throw new IllegalArgumentException(values.length + " weights for " + y.length + " rows");
    }
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > 0 && values[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the weight is " + values[i] + " in row " + i + "; it is finite and above 0");
      }
    }
    return new Observations(x, y, values.clone());
  }

  /// Returns the number of rows.
  public int rows() {
    return y.length;
  }

  /// Returns a copy of the explaining values of a row.
  public double[] x(int row) {
    return x[row].clone();
  }

  /// Returns the response of a row.
  public double y(int row) {
    return y[row];
  }

  /// Returns the weight of a row, 1 where none were given.
  public double weight(int row) {
    return weights[row];
  }
}
