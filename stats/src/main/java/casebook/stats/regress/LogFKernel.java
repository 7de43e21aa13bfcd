// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

/// The logistic log-likelihood with a log-F(m, m) prior on every coefficient but the intercept:
/// \\(\ell + \sum_j (\tfrac m2 \beta_j - m \ln(1 + e^{\beta_j}))\\), \\(\beta_j\\) in the units of
/// the design.
final class LogFKernel implements Likelihood.Kernel {
  private final Columns x;
  private final double[] y;
  private final double m;
  private final LogisticKernel plain;

  LogFKernel(Columns x, double[] y, double m, double origin) {
    this.x = x;
    this.y = y;
    this.m = m;
    plain = new LogisticKernel(x, y, origin);
  }

  @Override
  public int size() {
    return x.size;
  }

  @Override
  public double evaluate(double[] at, double[] gradient, double[] information) {
    double value = plain.evaluate(at, gradient, information);
    for (int j = x.kept[0] == 0 && x.isOnes() ? 1 : 0; j < x.size; j++) {
      double scale = x.scale(j);
      double beta = Math.abs(at[j] * scale);
      double e = Math.exp(-beta);
      value -= m * (beta / 2 + Math.log1p(e));
      gradient[j] -= m * scale * Math.tanh(at[j] * scale / 2) / 2;
      information[j + j * x.size] += m * scale * scale * e / ((1 + e) * (1 + e));
    }
    return value;
  }

  @Override
  public void fisher(double[] at, double[] information) {
    evaluate(at, new double[x.size], information);
  }

  @Override
  public double plainValue(double[] at) {
    return new LogisticKernel(x, y, 0).plainValue(at);
  }
}
