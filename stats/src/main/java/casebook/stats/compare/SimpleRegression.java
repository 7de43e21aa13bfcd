// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.StudentT;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import org.apache.commons.numbers.core.DD;

/// The least-squares line y = a + b x.
///
/// Equals: `lm(y ~ x)` (R 4.2).
///
/// @param level confidence level, between 0 and 1
public record SimpleRegression(double level) {
  public SimpleRegression {
    FisherInterval.requireLevel(level);
  }

  /// A coefficient.
  ///
  /// @param estimate with its interval
  /// @param standardError in the unit of the coefficient
  /// @param test t test of 0
  public record Coefficient(Estimate estimate, double standardError, TestResult test) {}

  /// The line.
  ///
  /// @param intercept a, in the unit of y
  /// @param slope b, in the unit of y per unit of x
  /// @param residualDeviation standard deviation about the line, divisor n - 2
  /// @param rSquared share of the variation of y that the line explains, 0 to 1
  /// @param n number of pairs
  public record Line(
      Coefficient intercept, Coefficient slope, double residualDeviation, double rSquared, int n) {
    /// Returns R squared adjusted for the degrees of freedom.
    public double adjustedRSquared() {
      return 1 - (1 - rSquared) * (n - 1.0) / (n - 2.0);
    }

    /// Returns F of the line, the square of t of the slope.
    public double f() {
      double t = slope.test().statistic().orElseThrow();
      return t * t;
    }
  }

  /// Makes the line with 95% intervals.
  public static SimpleRegression standard() {
    return new SimpleRegression(0.95);
  }

  /// Fits the line.
  ///
  /// @param x explaining value of each subject
  /// @param y explained value of the same subject
  /// @return the line, or the reason when there are fewer than three pairs, x is constant or all
  ///   pairs lie on one line
  public Answer<Line> of(double[] x, double[] y) {
    Pairs.require(x, y);
    if (x.length < 3) {
      return Answer.none("there are fewer than three pairs");
    }
    CrossProducts products = CrossProducts.of(x, y);
    if (!(products.xx().hi() > 0)) {
      return Answer.none("the explaining variable does not vary");
    }
    DD determinant = products.determinant();
    if (!(determinant.hi() > 0)) {
      return Answer.none("all pairs lie on one line, so that there are no standard errors");
    }
    int n = x.length;
    double df = n - 2;
    DD slope = products.xy().divide(products.xx());
    DD intercept = products.meanY().subtract(slope.multiply(products.meanX()));
    DD residual = determinant.divide(products.xx());
    double deviation = Math.sqrt(residual.doubleValue() / df);
    double slopeError = deviation / Math.sqrt(products.xx().doubleValue());
    double meanX = products.meanX().doubleValue();
    double interceptError =
        deviation * Math.sqrt(1.0 / n + meanX * meanX / products.xx().doubleValue());
    double explained = products.xy().square().divide(products.xx().multiply(products.yy())).hi();
    return Answer.of(
        new Line(
            coefficient(intercept.doubleValue(), interceptError, df),
            coefficient(slope.doubleValue(), slopeError, df),
            deviation,
            explained,
            n));
  }

  private Coefficient coefficient(double value, double error, double df) {
    double half = new StudentT(df).upperQuantile((1 - level) / 2) * error;
    double t = value / error;
    return new Coefficient(
        new Estimate(value, new Interval(value - half, value + half, level)),
        error,
        TestResult.of("t test", t, df, StudentT.twoSided(t, df)));
  }
}
