// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import casebook.stats.math.Roots;
import org.apache.commons.numbers.gamma.LogGamma;

/// The studentized range: the range of k normal values over an independent standard deviation.
///
/// P(Q > q) is the integral over the standard deviation s of P(range > q s), which itself is the
/// integral of k phi(z) (Phi(z)^(k-1) - (Phi(z) - Phi(z - w))^(k-1)). Both are summed by the
/// trapezoidal rule, which for such integrands gains digits exponentially; all terms are positive,
/// so the upper tail keeps its relative accuracy. Equals: `ptukey`, `qtukey` (R 4.2) to the 8 to 10
/// digits that those reach.
///
/// Source: Lund, R. E. and Lund, J. R. (1983). Applied Statistics 32, 204-210 (the integrals).
///
/// @param groups number of values k whose range is taken, at least 2
/// @param df degrees of freedom of the standard deviation, above 0
public record StudentizedRange(int groups, double df) {
  private static final double LIMIT = 9;
  // the normal density is 0 in doubles from here on
  private static final double VANISHED = 39;
  private static final double Z_STEP = 0.125;
  private static final double NEGLIGIBLE = 1e-18;

  public StudentizedRange {
    if (groups < 2) {
      throw new IllegalArgumentException(groups + " groups have no range; at least 2 have");
    }
    if (!(df > 0)) {
      throw new IllegalArgumentException("degrees of freedom are " + df + "; they are above 0");
    }
  }

  /// Returns P(Q > q).
  public double upper(double q) {
    if (!(q > 0)) {
      return 1;
    }
    if (Double.isInfinite(df) || df > 1e6) {
      return rangeAbove(q);
    }
    // s = exp(t): the terms fall off on both sides of their largest
    double step = Math.min(0.1, 0.4 / Math.sqrt(2 * df));
    double middle = term(q, 0);
    double sum = middle;
    for (int direction = -1; direction <= 1; direction += 2) {
      double largest = middle;
      for (int i = 1; i < 100_000; i++) {
        double next = term(q, direction * i * step);
        sum += next;
        largest = Math.max(largest, next);
        if (next < NEGLIGIBLE * largest) {
          break;
        }
      }
    }
    return Math.min(1, sum * step);
  }

  // density of ln s times the probability given s
  private double term(double q, double t) {
    double half = df / 2;
    double ln =
        Math.log(2)
            + half * Math.log(half)
            - LogGamma.value(half)
            + df * t
            - half * Math.exp(2 * t);
    return ln < -745 ? 0 : Math.exp(ln) * rangeAbove(q * Math.exp(t));
  }

  // P(range of k standard normal values > w)
  private double rangeAbove(double w) {
    double sum = 0;
    double high = Math.min(LIMIT + w / 2, VANISHED);
    for (double z = -LIMIT; z <= high; z += Z_STEP) {
      double below = Normal.STANDARD.lower(z);
      double missed = Normal.STANDARD.lower(z - w) / below;
      double rest = missed >= 1 ? 1 : -Math.expm1((groups - 1) * Math.log1p(-missed));
      sum += Math.exp(-z * z / 2) * Math.pow(below, groups - 1) * rest;
    }
    return Math.min(1, groups * Z_STEP / Math.sqrt(2 * Math.PI) * sum);
  }

  /// Returns the q that is exceeded with probability `p`.
  ///
  /// @param p upper tail probability, above 0 and below 1
  public double upperQuantile(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("p is " + p + "; it lies between 0 and 1");
    }
    // in ln q, from q = 3 towards the side where the root lies
    double start = Math.log(3);
    double direction = upper(3) > p ? 0.2 : -0.2;
    return Math.exp(
        Roots.outward(lnQ -> Math.log(upper(Math.exp(lnQ)) / p), start, direction)
            .orElse(Double.POSITIVE_INFINITY));
  }
}
