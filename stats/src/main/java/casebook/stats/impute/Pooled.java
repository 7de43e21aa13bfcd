// SPDX-License-Identifier: Apache-2.0
package casebook.stats.impute;

import casebook.stats.dist.Normal;
import casebook.stats.dist.StudentT;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;

/// A quantity pooled over imputed data sets.
///
/// @param completeDf degrees of freedom of the analysis if nothing were missing
/// @param level confidence level of the interval
/// @param imputations number m of imputed data sets
/// @param value pooled estimate
/// @param within mean of the variances
/// @param between variance of the estimates
public record Pooled(
    double completeDf, double level, int imputations, double value, double within, double between) {
  /// Returns the variance that the missing values add, (1 + 1/m) b.
  private double added() {
    return (1 + 1.0 / imputations) * between;
  }

  /// Returns the total variance.
  public double total() {
    return within + added();
  }

  /// Returns the standard error of the pooled estimate.
  public double standardError() {
    return Math.sqrt(total());
  }

  /// Returns the relative increase in variance due to the missing values.
  public double relativeIncrease() {
    return added() / within;
  }

  /// Returns lambda, the share of the total variance that is due to the missing values.
  public double missingShare() {
    return added() / total();
  }

  /// Returns the fraction of missing information, which also counts that the degrees of freedom are
  /// limited.
  public double missingInformation() {
    double r = relativeIncrease();
    return (r + 2 / (degreesOfFreedom() + 3)) / (r + 1);
  }

  /// Returns Rubin's degrees of freedom; infinite when the imputations agree exactly.
  public double rubinDf() {
    double lambda = missingShare();
    return (imputations - 1) / (lambda * lambda);
  }

  /// Returns Barnard and Rubin's degrees of freedom, which are used; they are Rubin's when those of
  /// the complete data are unlimited.
  public double degreesOfFreedom() {
    double n = completeDf;
    double old = rubinDf();
    if (n == Double.POSITIVE_INFINITY) {
      return old;
    }
    double observed = (n + 1) / (n + 3) * n * (1 - missingShare());
    return old == Double.POSITIVE_INFINITY ? observed : old * observed / (old + observed);
  }

  /// Returns the estimate with its t interval.
  public Estimate estimate() {
    double tail = (1 - level) / 2;
    double df = degreesOfFreedom();
    double quantile =
        df == Double.POSITIVE_INFINITY
            ? Normal.ofLevel(level)
            : new StudentT(df).upperQuantile(tail);
    double half = quantile * standardError();
    return new Estimate(value, new Interval(value - half, value + half, level));
  }

  /// Tests whether the quantity is 0.
  public TestResult test() {
    double t = value / standardError();
    double df = degreesOfFreedom();
    return df == Double.POSITIVE_INFINITY
        ? TestResult.of("pooled z test", t, Normal.twoSided(t))
        : TestResult.of("pooled t test", t, df, StudentT.twoSided(t, df));
  }
}
