// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.NoncentralT;
import casebook.stats.dist.StudentT;
import casebook.stats.math.Roots;

/// The smallest difference that a t test with a given standard error would have found with a given
/// power.
///
/// It is lambda times the standard error, where lambda is the noncentrality at which T with the
/// test's degrees of freedom lies beyond its critical value t(1 - alpha / 2) on the side of the
/// difference with the probability asked for. It depends on the number of subjects and their
/// spread, not on the difference seen, and is read beside the interval, never instead of it.
///
/// Source: Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd ed.,
/// chapter 2; Hoenig, J. M. and Heisey, D. M. (2001). The American Statistician 55, 19-24 (what
/// power computed after the study can say). Equals: `power.t.test(power = )$delta` (R 4.2) for two
/// groups of one size and spread.
///
/// @param power between alpha / 2 and 1
/// @param alpha level of the two-sided test, between 0 and 1
public record DetectableDifference(double power, double alpha) {
  public DetectableDifference {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha " + alpha + " is not between 0 and 1");
    }
    if (!(power > alpha / 2 && power < 1)) {
      throw new IllegalArgumentException(
          "power " + power + " is not between " + alpha / 2 + " and 1");
    }
  }

  /// Takes 80% power and a test at 0.05.
  public static DetectableDifference standard() {
    return new DetectableDifference(0.8, 0.05);
  }

  /// Returns the same with another power.
  public DetectableDifference withPower(double other) {
    return new DetectableDifference(other, alpha);
  }

  /// Returns the same for a test at another level.
  public DetectableDifference withAlpha(double other) {
    return new DetectableDifference(power, other);
  }

  /// Computes the difference in units of its standard error.
  ///
  /// @param df degrees of freedom of the test, at least 1
  public double standardised(double df) {
    double critical = new StudentT(df).upperQuantile(alpha / 2);
    return Roots.outward(delta -> new NoncentralT(df, delta).upper(critical) - power, 0, 1)
        .orElseThrow();
  }

  /// Computes the difference in the unit of its standard error; it is positive.
  ///
  /// @param standardError of the difference, at least 0
  /// @param df degrees of freedom of the test, at least 1
  public double of(double standardError, double df) {
    if (!(standardError >= 0)) {
      throw new IllegalArgumentException("standard error " + standardError + " is below 0");
    }
    return standardised(df) * standardError;
  }
}
