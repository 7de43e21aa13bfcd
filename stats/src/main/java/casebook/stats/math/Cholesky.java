// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import java.util.Arrays;
import java.util.Optional;

/// The Cholesky factor \\(A = L L^T\\) of a symmetric positive definite matrix.
///
/// The static methods are the kernels: they work in arrays of the caller, column-major, of which
/// only the lower triangle is read and written, and allocate nothing.
///
/// Source: Golub & Van Loan 2013, Matrix Computations, 4th ed., section 4.2.
public final class Cholesky {
  private final int size;
  private final double[] factor;

  private Cholesky(int size, double[] factor) {
    this.size = size;
    this.factor = factor;
  }

  /// Factors a matrix; empty when it is not positive definite.
  ///
  /// @param matrix symmetric; only its lower triangle is read
  public static Optional<Cholesky> of(Matrix matrix) {
    double[] work = matrix.toArray();
    int size = matrix.rows();
    return factor(work, size) == size ? Optional.of(new Cholesky(size, work)) : Optional.empty();
  }

  /// Solves \\(A x = b\\).
  public double[] solve(double... right) {
    double[] x = right.clone();
    solve(factor, size, x);
    return x;
  }

  /// Returns the inverse of the matrix, exactly symmetric.
  public Matrix inverse() {
    double[] inverse = new double[size * size];
    inverse(factor, size, inverse);
    return Matrix.of(size, size, inverse);
  }

  /// Returns the logarithm of the determinant of the matrix.
  public double logDeterminant() {
    return logDeterminant(factor, size);
  }

  /// Replaces the lower triangle of a matrix by its factor.
  ///
  /// @param a column-major, length at least `n * n`
  /// @param n size
  /// @return `n`, or the first place whose pivot is not positive; then the rest is not factored
  public static int factor(double[] a, int n) {
    for (int j = 0; j < n; j++) {
      double pivot = a[j + j * n];
      if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
        return j;
      }
      double root = Math.sqrt(pivot);
      a[j + j * n] = root;
      for (int i = j + 1; i < n; i++) {
        a[i + j * n] /= root;
      }
      for (int k = j + 1; k < n; k++) {
        double factor = a[k + j * n];
        if (factor != 0) {
          for (int i = k; i < n; i++) {
            a[i + k * n] -= a[i + j * n] * factor;
          }
        }
      }
    }
    return n;
  }

  /// Solves \\(L L^T x = b\\) in place.
  ///
  /// @param l the factor, column-major
  /// @param n size
  /// @param b right side, replaced by the solution
  public static void solve(double[] l, int n, double[] b) {
    forward(l, n, b);
    for (int j = n - 1; j >= 0; j--) {
      double sum = b[j];
      for (int i = j + 1; i < n; i++) {
        sum -= l[i + j * n] * b[i];
      }
      b[j] = sum / l[j + j * n];
    }
  }

  /// Solves \\(L x = b\\) in place.
  public static void forward(double[] l, int n, double[] b) {
    for (int j = 0; j < n; j++) {
      double x = b[j] / l[j + j * n];
      b[j] = x;
      for (int i = j + 1; i < n; i++) {
        b[i] -= l[i + j * n] * x;
      }
    }
  }

  /// Writes the inverse of \\(L L^T\\), both triangles.
  ///
  /// @param l the factor, column-major; not changed
  /// @param n size
  /// @param inverse receives the inverse, column-major, length at least `n * n`
  public static void inverse(double[] l, int n, double[] inverse) {
    double[] column = new double[n];
    for (int j = 0; j < n; j++) {
      Arrays.fill(column, 0);
      column[j] = 1;
      solve(l, n, column);
      for (int i = j; i < n; i++) {
        inverse[i + j * n] = column[i];
        inverse[j + i * n] = column[i];
      }
    }
  }

  /// Returns the logarithm of the determinant of \\(L L^T\\).
  public static double logDeterminant(double[] l, int n) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += Math.log(l[j + j * n]);
    }
    return 2 * sum;
  }
}
