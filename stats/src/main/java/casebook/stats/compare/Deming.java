// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.StudentT;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;

/// Deming's line of two methods that both measure with error.
///
/// With ratio d = error variance of y / error variance of x, slope b = (v - d u + sqrt((v - d u)^2
/// + 4 d w^2)) / (2 w), where u and v are the variances and w the covariance. The intervals are the
///   jackknife's.
///
/// Source: Deming, W. E. (1943). Statistical Adjustment of Data, p. 184; Linnet, K. (1990).
/// Estimation of the linear relationship between the measurements of two methods. Statistics in
/// Medicine 9, 1463-1473 (jackknife). Equals: `MethComp::Deming` (R), the estimates.
///
/// @param ratio error variance of the second method over that of the first, above 0
/// @param level confidence level, between 0 and 1
public record Deming(double ratio, double level) {
  public Deming {
    FisherInterval.requireLevel(level);
    if (!(ratio > 0)) {
      throw new IllegalArgumentException("ratio " + ratio + " is not above 0");
    }
  }

  /// The line y = intercept + slope x.
  ///
  /// @param intercept in the unit of the second method, with its interval
  /// @param slope with its interval
  public record Line(Estimate intercept, Estimate slope) {}

  /// Makes the line of equal errors with 95% intervals.
  public static Deming standard() {
    return new Deming(1, 0.95);
  }

  /// Returns the line for another ratio of error variances.
  public Deming withRatio(double other) {
    return new Deming(other, level);
  }

  /// Fits the line.
  ///
  /// @param x measurement of each subject by the first method
  /// @param y measurement of the same subjects by the second method
  /// @return the line, or the reason when there are fewer than three pairs or they are uncorrelated
  public Answer<Line> of(double[] x, double[] y) {
    Pairs.require(x, y);
    int n = x.length;
    if (n < 3) {
      return Answer.none("there are fewer than three pairs");
    }
    double[] all = fit(CrossProducts.of(x, y));
    if (Double.isInfinite(all[1])) {
      return Answer.none("the methods are not correlated");
    }
    double[] intercepts = new double[n];
    double[] slopes = new double[n];
    for (int i = 0; i < n; i++) {
      double[] without = fit(CrossProducts.of(without(x, i), without(y, i)));
      intercepts[i] = n * all[0] - (n - 1) * without[0];
      slopes[i] = n * all[1] - (n - 1) * without[1];
      if (Double.isInfinite(without[1])) {
        return Answer.none("the methods are not correlated without pair " + (i + 1));
      }
    }
    return Answer.of(new Line(jackknife(all[0], intercepts), jackknife(all[1], slopes)));
  }

  // intercept and slope; an infinite slope where there is no covariance
  private double[] fit(CrossProducts products) {
    double u = products.xx().doubleValue();
    double v = products.yy().doubleValue();
    double w = products.xy().doubleValue();
    if (w == 0) {
      return new double[] {0, Double.POSITIVE_INFINITY};
    }
    double distance = v - ratio * u;
    double root = Math.hypot(distance, 2 * Math.sqrt(ratio) * w);
    // the form in which nothing cancels
    double slope = distance > 0 ? (distance + root) / (2 * w) : 2 * ratio * w / (root - distance);
    double intercept = products.meanY().subtract(products.meanX().multiply(slope)).doubleValue();
    return new double[] {intercept, slope};
  }

  private static double[] without(double[] values, int left) {
    double[] rest = new double[values.length - 1];
    System.arraycopy(values, 0, rest, 0, left);
    System.arraycopy(values, left + 1, rest, left, rest.length - left);
    return rest;
  }

  // Linnet: centred at the estimate, with the standard error of the pseudo-values
  private Estimate jackknife(double estimate, double[] pseudo) {
    Sample sample = Sample.of(pseudo);
    double error = Math.sqrt(sample.variance() / pseudo.length);
    double half = new StudentT(pseudo.length - 2.0).upperQuantile((1 - level) / 2) * error;
    return new Estimate(estimate, new Interval(estimate - half, estimate + half, level));
  }
}
