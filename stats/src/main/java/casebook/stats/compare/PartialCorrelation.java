// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.StudentT;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.TestResult;

/// The correlation of two variables given others: that of the residuals of both on the others.
///
/// The others are taken out one after the other by r(xy.z) = (r(xy) - r(xz) r(yz)) / sqrt((1 -
/// r(xz)^2)(1 - r(yz)^2)). With k of them the test is t with n - 2 - k degrees of freedom and the
/// interval Fisher's with n - 3 - k. Source: Yule, G. U. (1907). Proceedings of the Royal Society A
/// 79, 182-193. Equals: `ppcor::pcor.test` (R).
///
/// @param level confidence level, between 0 and 1
public record PartialCorrelation(double level) {
  // a squared correlation this near to 1 is rounding
  private static final double COLLINEAR = 1e-12;

  public PartialCorrelation {
    FisherInterval.requireLevel(level);
  }

  /// Makes the correlation with a 95% interval.
  public static PartialCorrelation standard() {
    return new PartialCorrelation(0.95);
  }

  /// Computes the partial correlation.
  ///
  /// @param x first variable
  /// @param y second variable
  /// @param given the others, each as long as the first
  /// @return the correlation, or the reason when there are too few subjects or the variables are
  ///   collinear
  public Answer<Correlation> of(double[] x, double[] y, double[]... given) {
    double df = x.length - 2.0 - given.length;
    if (df < 1) {
      return Answer.none("there are too few subjects for " + given.length + " other variables");
    }
    double[][] variables = new double[given.length + 2][];
    variables[0] = x;
    variables[1] = y;
    System.arraycopy(given, 0, variables, 2, given.length);
    double[][] r = new double[variables.length][variables.length];
    for (int i = 0; i < r.length; i++) {
      for (int j = 0; j <= i; j++) {
        CrossProducts products = CrossProducts.of(variables[i], variables[j]);
        if (products.constant()) {
          return Answer.none("a variable does not vary");
        }
        r[i][j] = products.correlation();
        r[j][i] = r[i][j];
      }
    }
    for (int last = r.length - 1; last >= 2; last--) {
      if (!remove(r, last)) {
        return Answer.none("the variables are collinear");
      }
    }
    double partial = r[0][1];
    double t = partial * Math.sqrt(df / ((1 - partial) * (1 + partial)));
    return Answer.of(
        new Correlation(
            new Estimate(partial, FisherInterval.of(partial, 1, df - 1, level)),
            TestResult.of("partial correlation", t, df, StudentT.twoSided(t, df))));
  }

  // takes the last variable out of the correlations of those before it
  private static boolean remove(double[][] r, int last) {
    double[] rest = new double[last];
    for (int i = 0; i < last; i++) {
      rest[i] = (1 - r[i][last]) * (1 + r[i][last]);
      if (!(rest[i] > COLLINEAR)) {
        return false;
      }
    }
    for (int i = 0; i < last; i++) {
      for (int j = 0; j < i; j++) {
        double partial = (r[i][j] - r[i][last] * r[j][last]) / Math.sqrt(rest[i] * rest[j]);
        r[i][j] = Math.clamp(partial, -1, 1);
        r[j][i] = r[i][j];
      }
    }
    return true;
  }
}
