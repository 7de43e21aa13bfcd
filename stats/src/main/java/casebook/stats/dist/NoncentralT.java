// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import java.util.function.DoubleUnaryOperator;

/// The noncentral t distribution: (Z + delta) / sqrt(V / df), Z standard normal and V chi-squared
/// with df degrees of freedom. It says how often a t test finds a difference that there is.
///
/// P(T <= t) is the mean of Phi(t u - delta) over u = sqrt(V / df), by Gauss-Legendre quadrature
/// over ln u; the absolute error is below 1e-13. Source: Johnson, N. L., Kotz, S. and Balakrishnan,
/// N. (1995). Continuous Univariate Distributions 2, 2nd ed., chapter 31. Equals: `pt(ncp = )` (R
/// 4.2).
///
/// @param df degrees of freedom, at least 1; need not be whole
/// @param noncentrality delta, finite
public record NoncentralT(double df, double noncentrality) {
  /// Nodes and weights of eight points on -1 to 1, the positive half (Abramowitz and Stegun 25.4).
  private static final double[] NODES = {
    0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975362
  };

  private static final double[] WEIGHTS = {
    0.362683783378362, 0.31370664587788727, 0.22238103445337448, 0.10122853629037626
  };

  private static final int PANELS = 256;

  /// The tails of u that are left out on either side.
  private static final double LEFT_OUT = 1e-18;

  public NoncentralT {
    if (!(df >= 1 && df < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("df is " + df + "; it is finite and at least 1");
    }
    if (!Double.isFinite(noncentrality)) {
      throw new IllegalArgumentException("noncentrality is " + noncentrality);
    }
  }

  /// Returns P(T <= t).
  public double lower(double t) {
    return mean(u -> Normal.STANDARD.lower(t * u - noncentrality));
  }

  /// Returns P(T > t).
  public double upper(double t) {
    return mean(u -> Normal.STANDARD.upper(t * u - noncentrality));
  }

  /// The mean of a function of u; the density needs no constant, as it is divided by its own sum.
  private double mean(DoubleUnaryOperator function) {
    ChiSquared squared = new ChiSquared(df);
    double from = Math.log(squared.quantile(LEFT_OUT) / df) / 2;
    double to = Math.log(squared.upperQuantile(LEFT_OUT) / df) / 2;
    double half = (to - from) / (2 * PANELS);
    double sum = 0;
    double weights = 0;
    for (int panel = 0; panel < PANELS; panel++) {
      double centre = from + (2 * panel + 1) * half;
      for (int k = 0; k < NODES.length; k++) {
        for (double w : new double[] {centre - half * NODES[k], centre + half * NODES[k]}) {
          double weight = WEIGHTS[k] * density(w);
          weights += weight;
          sum += weight * function.applyAsDouble(Math.exp(w));
        }
      }
    }
    return Math.clamp(sum / weights, 0, 1);
  }

  /// The density of w = ln u, 1 at 0; in w it is smooth for every df.
  private double density(double w) {
    return Math.exp(df * (w - Math.expm1(2 * w) / 2));
  }
}
