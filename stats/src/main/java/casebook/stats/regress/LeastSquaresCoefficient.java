// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.dist.StudentT;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;

/// A coefficient of a least-squares fit with its standard error, and what Student's t makes of the
/// two.
///
/// Equals: `summary.lm`, `summary.nls`, `confint.lm` (R 4.2).
///
/// @param name the name of its column or parameter
/// @param value the estimate, in units of the response per unit of the column
/// @param standardError its standard error, at least 0; 0 for a fit without residuals
/// @param df the residual degrees of freedom, above 0
public record LeastSquaresCoefficient(String name, double value, double standardError, double df) {
  /// Why an exact fit has no tests.
  public static final String EXACT = "the fit is exact: no residual is left to measure chance by";

  public LeastSquaresCoefficient {
    if (!(Double.isFinite(value) && standardError >= 0 && df > 0)) {
      throw new IllegalArgumentException(
          name + " is " + value + " with standard error " + standardError + " on " + df + " df");
    }
  }

  /// Returns the coefficient with its t interval.
  ///
  /// @param level confidence level, between 0 and 1
  public Estimate estimate(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
    double half = new StudentT(df).upperQuantile((1 - level) / 2) * standardError;
    return new Estimate(value, new Interval(value - half, value + half, level));
  }

  /// Tests whether the coefficient is 0.
  ///
  /// @return t and its two-sided p, or the reason when the fit is exact
  public Answer<TestResult> test() {
    if (standardError == 0) {
      return Answer.none(EXACT);
    }
    double t = value / standardError;
    return Answer.of(TestResult.of("t test", t, df, StudentT.twoSided(t, df)));
  }
}
