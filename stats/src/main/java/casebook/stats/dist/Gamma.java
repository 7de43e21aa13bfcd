// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.GammaDistribution;

/// The gamma distribution.
///
/// Equals: `pgamma`, `qgamma` with `scale` (R 4.2).
///
/// @param shape shape, above 0
/// @param scale scale, above 0, in the unit of the variable
public record Gamma(double shape, double scale) implements Distribution {
  public Gamma {
    if (!(shape > 0 && scale > 0)) {
      throw new IllegalArgumentException("shape " + shape + " and scale " + scale + " are above 0");
    }
  }

  @Override
  public double lower(double x) {
    return x <= 0 ? 0 : RegularizedGamma.P.value(shape, x / scale);
  }

  @Override
  public double upper(double x) {
    return x <= 0 ? 1 : RegularizedGamma.Q.value(shape, x / scale);
  }

  @Override
  public double lnLower(double x) {
    double p = lower(x);
    return p > TINY ? Distribution.ln(p, upper(x)) : GammaTail.lnLower(shape, x / scale);
  }

  @Override
  public double lnUpper(double x) {
    double p = upper(x);
    return p > TINY ? Distribution.ln(p, lower(x)) : GammaTail.lnUpper(shape, x / scale);
  }

  /// Returns the value below which the variable lies with probability `p`, between 0 and 1.
  public double quantile(double p) {
    return GammaDistribution.of(shape, scale).inverseCumulativeProbability(p);
  }

  /// Returns the value that the variable exceeds with probability `p`, between 0 and 1.
  public double upperQuantile(double p) {
    return GammaDistribution.of(shape, scale).inverseSurvivalProbability(p);
  }
}
