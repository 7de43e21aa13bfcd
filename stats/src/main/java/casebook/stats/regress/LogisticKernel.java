// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Accumulator;

/// The binomial log-likelihood with logit link, its score and information.
///
/// \\(\ell = \sum f_i (y_i \eta_i - \ln(1 + e^{\eta_i}))\\), score \\(X^T f (y - p)\\), information
/// \\(X^T f p (1 - p) X\\). Everything is computed from \\(e^{-|\eta|}\\), so that residuals near 0
/// keep their digits.
final class LogisticKernel implements Likelihood.Kernel {
  /// So many factors between 1 and 2 are multiplied before a logarithm is taken.
  private static final int BLOCK = 512;

  private final Columns x;
  private final double[] y;
  private final double origin;
  private final double[] eta;
  private final double[] residual;
  private final double[] weight;
  private final double[] turn;
  private final double[] work;

  /// Makes the function.
  ///
  /// @param x the columns
  /// @param y the outcome, 0 or 1 for each row of `x`; not copied
  /// @param origin taken from each value
  LogisticKernel(Columns x, double[] y, double origin) {
    this.x = x;
    this.y = y;
    this.origin = origin;
    eta = new double[x.rows];
    residual = new double[x.rows];
    weight = new double[x.rows];
    turn = new double[x.rows];
    work = new double[x.rows];
  }

  @Override
  public int size() {
    return x.size;
  }

  @Override
  public double evaluate(double[] at, double[] gradient, double[] information) {
    double value = rows(at);
    Products.transposed(x, residual, gradient);
    Products.crossed(x, weight, work, information);
    return value;
  }

  /// Computes residuals and weights of all rows; returns the value.
  double rows(double[] at) {
    Products.predictor(x, at, eta);
    for (int i = 0; i < x.rows; i++) {
      work[i] = Math.exp(-Math.abs(eta[i]));
    }
    for (int i = 0; i < x.rows; i++) {
      double large = 1 / (1 + work[i]);
      double small = work[i] * large;
      double f = x.frequency(i);
      boolean up = eta[i] > 0;
      boolean event = y[i] > 0.5;
      double r = up == event ? small : large;
      residual[i] = f * (event ? r : -r);
      weight[i] = f * small * large;
      turn[i] = up ? small - large : large - small;
    }
    return value();
  }

  private double value() {
    Accumulator total = new Accumulator(-origin);
    if (x.frequencies.length > 0) {
      for (int i = 0; i < x.rows; i++) {
        boolean likely = (eta[i] > 0) == (y[i] > 0.5);
        double loss = Math.log1p(work[i]) + (likely ? 0 : Math.abs(eta[i]));
        total.addProduct(-x.frequencies[i], loss);
      }
      return total.value();
    }
    double product = 1;
    for (int i = 0; i < x.rows; i++) {
      product *= 1 + work[i];
      boolean likely = (eta[i] > 0) == (y[i] > 0.5);
      if (!likely) {
        total.add(-Math.abs(eta[i]));
      }
      if (i % BLOCK == BLOCK - 1) {
        total.add(-Math.log(product));
        product = 1;
      }
    }
    total.add(-Math.log(product));
    return total.value();
  }

  @Override
  public void fisher(double[] at, double[] information) {
    rows(at);
    Products.crossed(x, weight, work, information);
  }

  @Override
  public double plainValue(double[] at) {
    return rows(at) + origin;
  }

  /// Returns the residual times frequency, `f (y - p)`, of a row at the last point.
  double residual(int row) {
    return residual[row];
  }

  /// Returns the weight `f p (1 - p)` of a row at the last point.
  double weight(int row) {
    return weight[row];
  }

  /// Returns \\(1 - 2p\\) of a row at the last point.
  double turn(int row) {
    return turn[row];
  }

  /// Returns the linear predictor of a row at the last point.
  double predictor(int row) {
    return eta[row];
  }
}
