// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

/// The likelihood of a logistic model, with or without Firth's penalty.
final class LogisticLikelihood implements Likelihood {
  private final double[] y;
  private final double tau;

  /// Makes the likelihood of an outcome.
  ///
  /// @param y 0 or 1 for each row of the columns; not copied
  /// @param tau power of the determinant in the penalty; 0 for none
  LogisticLikelihood(double[] y, double tau) {
    this.y = y;
    this.tau = tau;
  }

  @Override
  public Kernel over(Columns columns, double origin) {
    return tau == 0
        ? new LogisticKernel(columns, y, origin)
        : new FirthKernel(columns, y, tau, origin);
  }

  @Override
  public boolean evaluatesFisher() {
    return tau == 0;
  }

  /// Returns the outcome of a row of the columns, 0 or 1.
  double outcome(int row) {
    return y[row];
  }

  /// Returns the kernel without a penalty, evaluated at a point.
  LogisticKernel plainAt(Columns columns, double[] point) {
    LogisticKernel kernel = new LogisticKernel(columns, y, 0);
    kernel.rows(point);
    return kernel;
  }

  static LogisticLikelihood of(Fit fit) {
    if (fit.model().likelihood() instanceof LogisticLikelihood logistic) {
      return logistic;
    }
    throw new IllegalArgumentException("this asks for a logistic fit");
  }
}
