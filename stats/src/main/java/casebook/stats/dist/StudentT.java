// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import casebook.stats.math.Roots;
import casebook.stats.result.PValue;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.statistics.distribution.TDistribution;

/// Student's t distribution.
///
/// Equals: `pt`, `qt` (R 4.2). Differs from: Commons Statistics 1.3, whose quantile is 0 where it
/// exceeds about 1e150.
///
/// @param df degrees of freedom, above 0; need not be whole
public record StudentT(double df) implements Distribution {
  public StudentT {
    if (!(df > 0)) {
      throw new IllegalArgumentException("degrees of freedom are " + df + "; they are above 0");
    }
  }

  /// Returns the two-sided p-value of a t statistic, P(|T| >= |t|).
  public static PValue twoSided(double t, double df) {
    return PValue.ofLn(Math.min(0, new StudentT(df).lnUpper(Math.abs(t)) + Math.log(2)));
  }

  @Override
  public double lower(double t) {
    return upper(-t);
  }

  @Override
  public double upper(double t) {
    return TDistribution.of(df).survivalProbability(t);
  }

  @Override
  public double lnLower(double t) {
    return lnUpper(-t);
  }

  @Override
  public double lnUpper(double t) {
    double p = upper(t);
    if (p > TINY) {
      return Distribution.ln(p, upper(-t));
    }
    // the tail of t is half the tail of F = t^2, whose beta argument is 1 / (1 + t^2 / df)
    double ratio = t / df * t;
    if (ratio == Double.POSITIVE_INFINITY) {
      return farTail(t);
    }
    return BetaTail.ln(df / 2, 0.5, 1 / (1 + ratio), 1 / (1 + 1 / ratio)) - Math.log(2);
  }

  // the leading term, exact to a relative df / t^2
  private double farTail(double t) {
    double lnX = Math.log(df) - 2 * Math.log(t);
    double lnBeta = LogBeta.value(df / 2, 0.5);
    return df / 2 * lnX - Math.log(df / 2) - lnBeta - Math.log(2);
  }

  /// Returns the value below which the variable lies with probability `p`, between 0 and 1.
  public double quantile(double p) {
    return -upperQuantile(p);
  }

  /// Returns the value that the variable exceeds with probability `p`, between 0 and 1.
  public double upperQuantile(double p) {
    double t = TDistribution.of(df).inverseSurvivalProbability(p);
    boolean lost = p > 0 && p < 1e-100 && !(Math.abs(lnUpper(t) - Math.log(p)) < 1e-6);
    if (lost) {
      double lnP = Math.log(p);
      return Math.exp(
          Roots.outward(lnT -> lnP - lnUpper(Math.exp(lnT)), 1, 1)
              .orElse(Double.POSITIVE_INFINITY));
    }
    return t;
  }
}
