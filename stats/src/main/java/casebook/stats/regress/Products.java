// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.InnerProducts;
import java.util.Arrays;

/// The inner loops that every fit shares: linear predictor, score and weighted cross products.
final class Products {
  private Products() {}

  /// Writes the linear predictor, offset included.
  static void predictor(Columns x, double[] at, double[] eta) {
    if (x.offset.length > 0) {
      System.arraycopy(x.offset, 0, eta, 0, x.rows);
    } else {
      Arrays.fill(eta, 0, x.rows, 0);
    }
    for (int j = 0; j < x.size; j++) {
      if (at[j] != 0) {
        add(at[j], x.values[j], eta);
      }
    }
  }

  /// Adds a multiple of an array to another.
  static void add(double factor, double[] column, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * column[i];
    }
  }

  /// Writes the products of two arrays, element by element.
  static void multiply(double[] a, double[] b, double[] product) {
    for (int i = 0; i < product.length; i++) {
      product[i] = a[i] * b[i];
    }
  }

  /// Writes \\(X^T r\\).
  static void transposed(Columns x, double[] r, double[] result) {
    InnerProducts.dots(r, x.values, 0, result, 0);
  }

  /// Writes the lower triangle of \\(X^T W X\\), column-major.
  ///
  /// @param x the columns
  /// @param w the weights, one for each row
  /// @param work length `rows`, overwritten
  /// @param result receives the product, length `size * size`
  static void crossed(Columns x, double[] w, double[] work, double[] result) {
    for (int j = 0; j < x.size; j++) {
      multiply(w, x.values[j], work);
      InnerProducts.dots(work, x.values, j, result, j * x.size);
    }
  }
}
