// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import java.util.Arrays;

/// The inner loops that every fit shares: linear predictor, score and weighted cross products.
final class Products {
  private Products() {}

  /// Writes the linear predictor, offset included.
  static void predictor(Columns x, double[] at, double[] eta) {
    int rows = x.rows;
    if (x.offset.length > 0) {
      System.arraycopy(x.offset, 0, eta, 0, rows);
    } else {
      Arrays.fill(eta, 0, rows, 0);
    }
    for (int j = 0; j < x.size; j++) {
      double b = at[j];
      int from = j * rows;
      if (b != 0) {
        for (int i = 0; i < rows; i++) {
          eta[i] += b * x.values[from + i];
        }
      }
    }
  }

  /// Writes \\(X^T r\\).
  static void transposed(Columns x, double[] r, double[] result) {
    for (int j = 0; j < x.size; j++) {
      result[j] = dot(r, x.values, j * x.rows, x.rows);
    }
  }

  /// Writes the lower triangle of \\(X^T W X\\), column-major.
  ///
  /// Four columns are multiplied at a time: each needs its own sum, and four sums keep the machine
  /// busy where one would wait for itself.
  ///
  /// @param x the columns
  /// @param w the weights, one for each row
  /// @param work length `rows`, overwritten
  /// @param result receives the product, length `size * size`
  static void crossed(Columns x, double[] w, double[] work, double[] result) {
    int rows = x.rows;
    int size = x.size;
    double[] v = x.values;
    for (int j = 0; j < size; j++) {
      int from = j * rows;
      for (int i = 0; i < rows; i++) {
        work[i] = w[i] * v[from + i];
      }
      int k = j;
      for (; k + 3 < size; k += 4) {
        int a = k * rows;
        int b = a + rows;
        int c = b + rows;
        int d = c + rows;
        double sa = 0;
        double sb = 0;
        double sc = 0;
        double sd = 0;
        for (int i = 0; i < rows; i++) {
          double wi = work[i];
          sa = Math.fma(wi, v[a + i], sa);
          sb = Math.fma(wi, v[b + i], sb);
          sc = Math.fma(wi, v[c + i], sc);
          sd = Math.fma(wi, v[d + i], sd);
        }
        result[k + j * size] = sa;
        result[k + 1 + j * size] = sb;
        result[k + 2 + j * size] = sc;
        result[k + 3 + j * size] = sd;
      }
      for (; k < size; k++) {
        result[k + j * size] = dot(work, v, k * rows, rows);
      }
    }
  }

  /// Returns the product of an array with a column, in four interleaved sums.
  static double dot(double[] a, double[] v, int from, int rows) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < rows; i += 4) {
      s0 = Math.fma(a[i], v[from + i], s0);
      s1 = Math.fma(a[i + 1], v[from + i + 1], s1);
      s2 = Math.fma(a[i + 2], v[from + i + 2], s2);
      s3 = Math.fma(a[i + 3], v[from + i + 3], s3);
    }
    for (; i < rows; i++) {
      s0 += a[i] * v[from + i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
