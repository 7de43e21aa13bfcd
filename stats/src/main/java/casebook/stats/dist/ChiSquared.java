// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import casebook.stats.result.PValue;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// The chi-squared distribution.
///
/// One degree of freedom goes through the normal tail, two through the exponential; the others
/// through the regularised incomplete gamma function. Equals: `pchisq`, `qchisq` (R 4.2).
///
/// @param df degrees of freedom, above 0; need not be whole
public record ChiSquared(double df) implements Distribution {
  public ChiSquared {
    if (!(df > 0)) {
      throw new IllegalArgumentException("degrees of freedom are " + df + "; they are above 0");
    }
  }

  /// Returns the p-value of a chi-square statistic, P(X >= statistic).
  ///
  /// @param statistic at least 0
  /// @param df degrees of freedom, above 0
  public static PValue p(double statistic, double df) {
    return PValue.ofLn(new ChiSquared(df).lnUpper(statistic));
  }

  /// Returns the value that the variable exceeds with probability `p`.
  ///
  /// @param p upper tail probability, between 0 and 1
  public double upperQuantile(double p) {
    return ChiSquaredDistribution.of(df).inverseSurvivalProbability(p);
  }

  /// Returns the value below which the variable lies with probability `p`.
  ///
  /// @param p lower tail probability, between 0 and 1
  public double quantile(double p) {
    return ChiSquaredDistribution.of(df).inverseCumulativeProbability(p);
  }

  @Override
  public double lower(double x) {
    return x <= 0 ? 0 : RegularizedGamma.P.value(df / 2, x / 2);
  }

  @Override
  public double upper(double x) {
    if (x <= 0) {
      return 1;
    }
    if (df == 1) {
      double h = Math.sqrt(x / 2);
      return 2 * Normal.halfErfc(h, Math.fma(-h, h, x / 2) / (2 * h));
    }
    return df == 2 ? Math.exp(-x / 2) : RegularizedGamma.Q.value(df / 2, x / 2);
  }

  @Override
  public double lnLower(double x) {
    double p = lower(x);
    return p > TINY ? Distribution.ln(p, upper(x)) : GammaTail.lnLower(df / 2, x / 2);
  }

  @Override
  public double lnUpper(double x) {
    if (df == 2) {
      return -Math.max(0, x) / 2;
    }
    double p = upper(x);
    return p > TINY ? Distribution.ln(p, lower(x)) : GammaTail.lnUpper(df / 2, x / 2);
  }
}
