// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Cholesky;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The directions along which no likelihood contribution falls: all d with \\(z_i^T d \ge 0\\),
/// where \\(z_i\\) is row i of the design, turned round where the outcome is 0.
///
/// The data are separated exactly when the cone holds more than 0. Projection onto it is a
/// non-negative least squares problem (Moreau); the projection is a certificate either way: if it
/// is not 0 it is such a direction, and if it is 0 its multipliers prove that there is none.
///
/// Source: Albert & Anderson 1984, Biometrika 71:1; Lawson & Hanson 1974, Solving Least Squares
/// Problems, chapter 23.
final class RecessionCone {
  private static final double SLACK = 1e-11;

  private final int rows;
  private final int size;
  // row-major, each row of length 1
  private final double[] z;

  private RecessionCone(int rows, int size, double[] z) {
    this.rows = rows;
    this.size = size;
    this.z = z;
  }

  /// Makes the cone of a logistic model.
  ///
  /// @param x the columns
  /// @param y the outcome, 0 or 1 for each row of `x`
  static RecessionCone of(Columns x, double[] y) {
    double[] z = new double[x.rows * x.size];
    for (int i = 0; i < x.rows; i++) {
      for (int j = 0; j < x.size; j++) {
        z[i * x.size + j] = (y[i] > 0.5 ? 1 : -1) * x.values[j][i];
      }
    }
    return ofRows(x.rows, x.size, z);
  }

  /// Makes the cone of some rows.
  ///
  /// @param z the rows one after the other; scaled to length 1 in place and kept
  static RecessionCone ofRows(int rows, int size, double[] z) {
    for (int i = 0; i < rows; i++) {
      double squares = 0;
      for (int j = 0; j < size; j++) {
        squares += z[i * size + j] * z[i * size + j];
      }
      double length = squares > 0 ? Math.sqrt(squares) : 1;
      for (int j = 0; j < size; j++) {
        z[i * size + j] /= length;
      }
    }
    return new RecessionCone(rows, size, z);
  }

  /// Returns the cone in which some coefficients stay 0.
  RecessionCone without(boolean[] dropped) {
    int[] left = IntStream.range(0, size).filter(j -> !dropped[j]).toArray();
    double[] part = new double[rows * left.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < left.length; j++) {
        part[i * left.length + j] = z[i * size + left[j]];
      }
    }
    return ofRows(rows, left.length, part);
  }

  /// Says whether multipliers of at least 1/n that leave only `rest` exclude every direction: a
  /// unit direction of the cone would make the sum at least the smallest singular value over n.
  boolean provesEmpty(double[] rest) {
    double[] gram = new double[size * size];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = j; k < size; k++) {
          gram[k + j * size] += z[i * size + j] * z[i * size + k];
        }
      }
    }
    if (Cholesky.factor(gram, size) < size) {
      return false;
    }
    double[] inverse = new double[size * size];
    Cholesky.inverse(gram, size, inverse);
    double trace = 0;
    for (int j = 0; j < size; j++) {
      trace += inverse[j + j * size];
    }
    return length(rest) * rows * Math.sqrt(trace) < 0.5;
  }

  /// Returns the margin of a row: \\(z_i^T d\\), with the row scaled to length 1.
  double margin(int row, double[] d) {
    double sum = 0;
    for (int j = 0; j < size; j++) {
      sum += z[row * size + j] * d[j];
    }
    return sum;
  }

  /// Returns the mean of some rows of length 1.
  double[] mean(boolean[] which) {
    double[] mean = new double[size];
    int count = 0;
    for (int i = 0; i < rows; i++) {
      if (which[i]) {
        count++;
        for (int j = 0; j < size; j++) {
          mean[j] += z[i * size + j];
        }
      }
    }
    for (int j = 0; j < size; j++) {
      mean[j] /= Math.max(1, count);
    }
    return mean;
  }

  int rows() {
    return rows;
  }

  int size() {
    return size;
  }

  /// Returns the point of the cone nearest to `c`.
  double[] project(double[] c) {
    Active active = new Active(c);
    double enough = SLACK * length(c);
    for (int step = 0; step < 20 * (size + 2) + rows; step++) {
      double[] rest = active.rest;
      double norm = length(rest);
      if (norm <= enough) {
        return new double[size];
      }
      int worst = -1;
      double lowest = -SLACK * norm;
      for (int i = 0; i < rows; i++) {
        double margin = margin(i, rest);
        if (margin < lowest && !active.holds(i)) {
          lowest = margin;
          worst = i;
        }
      }
      if (worst < 0 || !active.add(worst)) {
        return rest;
      }
    }
    return active.rest;
  }

  static double length(double[] v) {
    double squares = 0;
    for (double value : v) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  /// The rows with positive multipliers, and what of `c` they leave.
  private final class Active {
    private final double[] c;
    private final int[] row = new int[size + 1];
    private double[] multiplier = new double[size + 1];
    private int count;
    private double[] rest;

    Active(double[] c) {
      this.c = c;
      rest = c.clone();
    }

    boolean holds(int candidate) {
      for (int k = 0; k < count; k++) {
        if (row[k] == candidate) {
          return true;
        }
      }
      return false;
    }

    /// Adds a row, dropping those whose multiplier falls to 0; false when nothing came of it.
    boolean add(int candidate) {
      if (count == size) {
        return false;
      }
      double before = length(rest);
      row[count] = candidate;
      multiplier[count] = 0;
      count++;
      for (int guard = 0; guard <= size + 1; guard++) {
        double[] best = solve();
        double share = 1;
        for (int k = 0; k < count; k++) {
          if (best[k] <= 0) {
            share = Math.min(share, multiplier[k] / (multiplier[k] - best[k]));
          }
        }
        for (int k = 0; k < count; k++) {
          multiplier[k] += share * (best[k] - multiplier[k]);
        }
        if (share >= 1) {
          break;
        }
        drop(best);
      }
      return length(rest) < before * (1 - 1e-15);
    }

    private void drop(double[] best) {
      int kept = 0;
      for (int k = 0; k < count; k++) {
        if (best[k] > 0 || multiplier[k] > 1e-14) {
          row[kept] = row[k];
          multiplier[kept++] = multiplier[k];
        }
      }
      count = kept;
    }

    /// Returns the multipliers that make the rest shortest, whatever their signs, and sets the
    /// rest.
    private double[] solve() {
      double[] q = new double[size * count];
      double[] r = new double[count * count];
      rest = c.clone();
      double[] share = new double[count];
      for (int k = 0; k < count; k++) {
        double[] v = Arrays.copyOfRange(z, row[k] * size, row[k] * size + size);
        for (int pass = 0; pass < 2; pass++) {
          for (int l = 0; l < k; l++) {
            double part = remove(q, l, v);
            r[l + k * count] += part;
          }
        }
        double norm = Math.max(length(v), Double.MIN_NORMAL);
        r[k + k * count] = norm;
        for (int j = 0; j < size; j++) {
          q[k * size + j] = v[j] / norm;
        }
        share[k] = remove(q, k, rest);
      }
      for (int k = 0; k < count; k++) {
        share[k] += remove(q, k, rest);
      }
      double[] best = new double[count];
      for (int k = count - 1; k >= 0; k--) {
        double sum = -share[k];
        for (int l = k + 1; l < count; l++) {
          sum -= r[k + l * count] * best[l];
        }
        best[k] = sum / r[k + k * count];
      }
      return best;
    }

    /// Takes from v its part along column k of q; returns that part.
    private double remove(double[] q, int k, double[] v) {
      double part = 0;
      for (int j = 0; j < size; j++) {
        part += q[k * size + j] * v[j];
      }
      for (int j = 0; j < size; j++) {
        v[j] -= part * q[k * size + j];
      }
      return part;
    }
  }
}
