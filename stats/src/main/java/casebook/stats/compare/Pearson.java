// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.StudentT;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.TestResult;

/// Pearson's correlation of pairs.
///
/// The test is t = r sqrt((n - 2) / (1 - r^2)) with n - 2 degrees of freedom; the interval is
/// Fisher's, tanh(atanh r -+ z / sqrt(n - 3)), and needs four pairs. Source: Fisher, R. A. (1921).
/// Metron 1, 3-32. Equals: `cor.test` (R 4.2).
///
/// @param level confidence level, between 0 and 1
public record Pearson(double level) {
  public Pearson {
    FisherInterval.requireLevel(level);
  }

  /// Makes the correlation with a 95% interval.
  public static Pearson standard() {
    return new Pearson(0.95);
  }

  /// Returns the correlation with an interval of another level.
  public Pearson withLevel(double other) {
    return new Pearson(other);
  }

  /// Computes the correlation.
  ///
  /// @param x first value of each pair
  /// @param y second value of each pair
  /// @return the correlation, or the reason when there are fewer than three pairs or a variable is
  ///   constant
  public Answer<Correlation> of(double[] x, double[] y) {
    Pairs.require(x, y);
    if (x.length < 3) {
      return Answer.none("there are fewer than three pairs");
    }
    CrossProducts products = CrossProducts.of(x, y);
    if (products.constant()) {
      return Answer.none("a variable does not vary");
    }
    double r = products.correlation();
    double df = x.length - 2;
    double t = products.t(df);
    return Answer.of(
        new Correlation(
            new Estimate(r, FisherInterval.of(r, 1, x.length - 3.0, level)),
            TestResult.of("Pearson correlation", t, df, StudentT.twoSided(t, df))));
  }
}
