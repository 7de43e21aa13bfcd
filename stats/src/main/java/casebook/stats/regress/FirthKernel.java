// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Cholesky;
import casebook.stats.math.InnerProducts;
import java.util.Arrays;

/// The logistic log-likelihood with a share of Jeffreys' prior: \\(\ell + \tau \ln\det I\\), with
/// \\(\tau = 1/2\\) for Firth.
///
/// With \\(I = L L^T\\), \\(u_i = L^{-1} x_i\\), \\(q_i = u_i^T u_i\\), \\(v = p(1-p)\\), \\(v' =
/// v(1-2p)\\), \\(v'' = v(1-6v)\\), the score gains \\(\tau \sum f_i v_i' q_i x_i\\) and the
/// negative Hessian is \\(X^T f (v - \tau v'' q) X + \tau L T L^T\\), \\(T_{ab} = \sum_{cd} S_{acd}
/// S_{bcd}\\), \\(S_{abc} = \sum f_i v_i' u_{ia} u_{ib} u_{ic}\\). The exact Hessian makes Newton's
/// method converge in a few steps where scoring needs hundreds. S is what costs; with many rows a
/// column the curvature of the penalty is small beside the information, and is kept while the point
/// moves by less than a third of a standard error; beyond [#EXACT] columns it is left out.
///
/// Source: Firth 1993, Biometrika 80:27; Heinze & Schemper 2002, Stat Med 21:2409.
final class FirthKernel implements Likelihood.Kernel {
  private static final int EXACT = 40;

  private final Columns x;
  private final double[] y;
  private final double tau;
  private final LogisticKernel plain;
  private final double[] factor;
  private final double[][] u;
  private final double[] squared;
  private final double[] slope;
  private final double[] work;
  private final double[] weighted;
  private final double[] sums;
  private final double[] cubic;
  private final double[] curvature;
  private final double[] curvedAt;
  private boolean curved;

  /// Makes the function.
  ///
  /// @param x the columns
  /// @param y the outcome, 0 or 1 for each row of `x`; not copied
  /// @param tau the power of the determinant in the penalty, 1/2 for Jeffreys' prior
  /// @param origin taken from each value
  FirthKernel(Columns x, double[] y, double tau, double origin) {
    this.x = x;
    this.y = y;
    this.tau = tau;
    plain = new LogisticKernel(x, y, origin + 2 * tau * x.lnScales());
    int size = x.size;
    factor = new double[size * size];
    u = new double[size][x.rows];
    squared = new double[x.rows];
    slope = new double[x.rows];
    work = new double[x.rows];
    weighted = new double[x.rows];
    sums = new double[size];
    cubic = new double[size <= EXACT ? size * size * size : 0];
    curvature = new double[size * size];
    curvedAt = new double[size];
  }

  @Override
  public int size() {
    return x.size;
  }

  @Override
  public double evaluate(double[] at, double[] gradient, double[] information) {
    double value = plain.evaluate(at, gradient, information);
    int size = x.size;
    System.arraycopy(information, 0, factor, 0, size * size);
    if (Cholesky.factor(factor, size) < size) {
      return Double.NEGATIVE_INFINITY;
    }
    whiten();
    double[] w = work;
    for (int i = 0; i < x.rows; i++) {
      slope[i] = plain.weight(i) * plain.turn(i);
      w[i] = tau * slope[i] * squared[i] + plain.residual(i);
    }
    Products.transposed(x, w, gradient);
    if (size <= EXACT) {
      addCurvature(at, information);
    }
    return value + tau * Cholesky.logDeterminant(factor, size);
  }

  /// Solves \\(L u_i = x_i\\) for all rows and adds up the squares.
  private void whiten() {
    Arrays.fill(squared, 0);
    for (int j = 0; j < x.size; j++) {
      double[] column = u[j];
      System.arraycopy(x.values[j], 0, column, 0, x.rows);
      for (int k = 0; k < j; k++) {
        Products.add(-factor[j + k * x.size], u[k], column);
      }
      double inverse = 1 / factor[j + j * x.size];
      for (int i = 0; i < column.length; i++) {
        column[i] *= inverse;
      }
      addSquares(column);
    }
  }

  private void addSquares(double[] column) {
    for (int i = 0; i < column.length; i++) {
      squared[i] += column[i] * column[i];
    }
  }

  /// Adds the curvature of the penalty to the information.
  private void addCurvature(double[] at, double[] information) {
    if (!curved || !mayKeep(at, information)) {
      double[] w = weighted;
      for (int i = 0; i < x.rows; i++) {
        double weight = plain.weight(i);
        w[i] = -tau * weight * squared[i] * (1 - 6 * weight / x.frequency(i));
      }
      Products.crossed(x, w, work, curvature);
      fillCubic();
      finishCurvature();
      System.arraycopy(at, 0, curvedAt, 0, x.size);
      curved = true;
    }
    for (int k = 0; k < x.size * x.size; k++) {
      information[k] += curvature[k];
    }
  }

  /// Says whether the curvature known is good enough: many rows, and a point near enough.
  private boolean mayKeep(double[] at, double[] information) {
    int size = x.size;
    if (x.rows < 30 * size) {
      return false;
    }
    double distance = 0;
    for (int j = 0; j < size; j++) {
      double moved = at[j] - curvedAt[j];
      distance += information[j + j * size] * moved * moved;
      for (int i = j + 1; i < size; i++) {
        distance += 2 * information[i + j * size] * moved * (at[i] - curvedAt[i]);
      }
    }
    return distance < 0.1;
  }

  /// Fills S, of which only ordered places differ.
  private void fillCubic() {
    int size = x.size;
    double[] sloped = weighted;
    for (int a = 0; a < size; a++) {
      Products.multiply(slope, u[a], sloped);
      for (int b = a; b < size; b++) {
        Products.multiply(sloped, u[b], work);
        InnerProducts.dots(work, u, b, sums, 0);
        for (int c = b; c < size; c++) {
          place(a, b, c, sums[c]);
        }
      }
    }
  }

  private void place(int a, int b, int c, double value) {
    int n = x.size;
    cubic[(a * n + b) * n + c] = value;
    cubic[(a * n + c) * n + b] = value;
    cubic[(b * n + a) * n + c] = value;
    cubic[(b * n + c) * n + a] = value;
    cubic[(c * n + a) * n + b] = value;
    cubic[(c * n + b) * n + a] = value;
  }

  /// Adds \(\tau L T L^T\) to the lower triangle of the curvature.
  private void finishCurvature() {
    int size = x.size;
    int square = size * size;
    double[] t = new double[square];
    for (int a = 0; a < size; a++) {
      for (int b = a; b < size; b++) {
        double sum = 0;
        for (int k = 0; k < square; k++) {
          sum += cubic[a * square + k] * cubic[b * square + k];
        }
        t[a + b * size] = sum;
        t[b + a * size] = sum;
      }
    }
    double[] half = new double[square];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        double sum = 0;
        for (int k = 0; k <= a; k++) {
          sum += factor[a + k * size] * t[k + b * size];
        }
        half[a + b * size] = sum;
      }
    }
    for (int j = 0; j < size; j++) {
      for (int i = j; i < size; i++) {
        double sum = 0;
        for (int k = 0; k <= j; k++) {
          sum += half[i + k * size] * factor[j + k * size];
        }
        curvature[i + j * size] += tau * sum;
      }
    }
  }

  @Override
  public void fisher(double[] at, double[] information) {
    plain.fisher(at, information);
  }

  @Override
  public double plainValue(double[] at) {
    return new LogisticKernel(x, y, 0).plainValue(at);
  }

  /// Returns the leverage of one person of a row at the last point: \\(p (1-p) x^T I^{-1} x\\).
  double leverage(int row) {
    return plain.weight(row) / x.frequency(row) * squared[row];
  }
}
