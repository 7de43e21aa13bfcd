// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Accumulator;

/// The Poisson log-likelihood with log link, its score and information.
///
/// \\(\ell = \sum f_i (y_i \eta_i - e^{\eta_i} - \ln y_i!)\\), score \\(X^T f (y - \mu)\\),
/// information \\(X^T f \mu X\\).
final class PoissonKernel implements Likelihood.Kernel {
  private final Columns x;
  private final double[] y;
  private final double lnFactorials;
  private final double origin;
  private final double[] eta;
  private final double[] mean;
  private final double[] residual;
  private final double[] work;

  /// Makes the function.
  ///
  /// @param x the columns
  /// @param y the counts, one for each row of `x`; not copied
  /// @param lnFactorials the sum of the logarithms of the counts' factorials
  /// @param origin taken from each value
  PoissonKernel(Columns x, double[] y, double lnFactorials, double origin) {
    this.x = x;
    this.y = y;
    this.lnFactorials = lnFactorials;
    this.origin = origin;
    eta = new double[x.rows];
    mean = new double[x.rows];
    residual = new double[x.rows];
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
    Products.crossed(x, mean, work, information);
    return value;
  }

  /// Computes weighted means and residuals of all rows; returns the value.
  private double rows(double[] at) {
    Products.predictor(x, at, eta);
    Accumulator total = new Accumulator(-origin);
    total.add(-lnFactorials);
    for (int i = 0; i < x.rows; i++) {
      double f = x.frequency(i);
      double mu = Math.exp(eta[i]);
      mean[i] = f * mu;
      residual[i] = f * (y[i] - mu);
      total.addProduct(f * y[i], eta[i]);
      total.add(-f * mu);
    }
    return total.value();
  }

  @Override
  public void fisher(double[] at, double[] information) {
    rows(at);
    Products.crossed(x, mean, work, information);
  }

  @Override
  public double plainValue(double[] at) {
    return rows(at) + origin;
  }

  /// Returns twice what the likelihood lacks to that of a model with a mean for each row.
  @Override
  public double deviance(double[] at) {
    rows(at);
    Accumulator total = new Accumulator();
    for (int i = 0; i < x.rows; i++) {
      double mu = Math.exp(eta[i]);
      double excess = (mu - y[i]) / y[i];
      double lack = y[i] == 0 ? mu : y[i] * (excess - Math.log1p(excess));
      total.addProduct(2 * x.frequency(i), lack);
    }
    return total.value();
  }

  /// Returns Pearson's chi-square, the squared residuals over their means.
  double pearson(double[] at) {
    rows(at);
    Accumulator total = new Accumulator();
    for (int i = 0; i < x.rows; i++) {
      total.addProduct(residual[i], residual[i] / mean[i]);
    }
    return total.value();
  }

  /// Returns the smallest mean of a row without events; infinite when there is none.
  double smallestMeanOfNone(double[] at) {
    rows(at);
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.rows; i++) {
      smallest = y[i] == 0 ? Math.min(smallest, Math.exp(eta[i])) : smallest;
    }
    return smallest;
  }
}
