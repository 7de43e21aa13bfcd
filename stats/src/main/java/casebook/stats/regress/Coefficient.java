// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.dist.Normal;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;

/// A coefficient with its standard error, and what Wald made of the two.
///
/// Source: Wald 1943, Trans Am Math Soc 54:426. Equals: `summary.glm`, `confint.default` (R 4.2).
///
/// @param name the column's name
/// @param value the estimate, on the scale of the linear predictor
/// @param standardError its standard error, above 0
public record Coefficient(String name, double value, double standardError) {
  public Coefficient {
    if (!(Double.isFinite(value) && standardError > 0)) {
      throw new IllegalArgumentException(
          name + " is " + value + " with standard error " + standardError);
    }
  }

  /// Returns the coefficient with its Wald interval.
  ///
  /// @param level confidence level, between 0 and 1
  public Estimate estimate(double level) {
    double half = Normal.ofLevel(level) * standardError;
    return new Estimate(value, new Interval(value - half, value + half, level));
  }

  /// Returns the odds ratio \\(e^\beta\\) with its Wald interval; for a Poisson or a Cox model it
  /// is the rate or hazard ratio.
  ///
  /// @param level confidence level, between 0 and 1
  public Estimate oddsRatio(double level) {
    Interval limits = estimate(level).interval().orElseThrow().exp();
    return new Estimate(Math.exp(value), limits);
  }

  /// Returns the estimate over its standard error.
  public double z() {
    return value / standardError;
  }

  /// Tests whether the coefficient is 0, against the standard normal distribution.
  public TestResult wald() {
    return TestResult.of("Wald z test", z(), Normal.twoSided(z()));
  }
}
