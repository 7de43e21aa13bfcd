// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

/// The Poisson distribution; its tails are those of the gamma distribution.
///
/// Equals: `ppois` (R 4.2).
///
/// @param mean mean, at least 0
public record Poisson(double mean) implements Distribution {
  public Poisson {
    if (!(mean >= 0) || mean == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("mean is " + mean + "; it is finite and at least 0");
    }
  }

  @Override
  public double lower(double k) {
    return k < 0 ? 0 : new Gamma(Math.floor(k) + 1, 1).upper(mean);
  }

  @Override
  public double upper(double k) {
    return k < 0 ? 1 : new Gamma(Math.floor(k) + 1, 1).lower(mean);
  }

  @Override
  public double lnLower(double k) {
    return k < 0 ? Double.NEGATIVE_INFINITY : new Gamma(Math.floor(k) + 1, 1).lnUpper(mean);
  }

  @Override
  public double lnUpper(double k) {
    return k < 0 ? 0 : new Gamma(Math.floor(k) + 1, 1).lnLower(mean);
  }

  /// Returns ln P(X = k), by Loader's deviance and Stirling's error.
  ///
  /// @param k a count, at least 0
  public double lnPoint(long k) {
    if (mean == 0) {
      return k == 0 ? 0 : Double.NEGATIVE_INFINITY;
    }
    double x = k;
    return k == 0
        ? -mean
        : -Saddlepoint.stirlingError(x) - Saddlepoint.deviance(x, mean) - Saddlepoint.lnRoot(x);
  }
}
