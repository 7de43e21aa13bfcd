// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;

/// The beta distribution on 0 to 1.
///
/// Equals: `pbeta`, `qbeta` (R 4.2).
///
/// @param a first shape, above 0
/// @param b second shape, above 0
public record Beta(double a, double b) implements Distribution {
  public Beta {
    if (!(a > 0 && b > 0)) {
      throw new IllegalArgumentException("shapes are " + a + " and " + b + "; they are above 0");
    }
  }

  @Override
  public double lower(double x) {
    return x <= 0 ? 0 : x >= 1 ? 1 : RegularizedBeta.value(x, a, b);
  }

  @Override
  public double upper(double x) {
    return x <= 0 ? 1 : x >= 1 ? 0 : RegularizedBeta.complement(x, a, b);
  }

  @Override
  public double lnLower(double x) {
    double p = lower(x);
    return p > TINY ? Distribution.ln(p, upper(x)) : BetaTail.ln(a, b, x, 1 - x);
  }

  @Override
  public double lnUpper(double x) {
    double p = upper(x);
    return p > TINY ? Distribution.ln(p, lower(x)) : BetaTail.ln(b, a, 1 - x, x);
  }

  /// Returns the value below which the variable lies with probability `p`, between 0 and 1.
  public double quantile(double p) {
    return BetaDistribution.of(a, b).inverseCumulativeProbability(p);
  }

  /// Returns the value that the variable exceeds with probability `p`, between 0 and 1.
  public double upperQuantile(double p) {
    return BetaDistribution.of(a, b).inverseSurvivalProbability(p);
  }
}
