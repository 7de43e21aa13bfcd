// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import java.util.function.LongToDoubleFunction;

/// A power-series family of counts, P(X = x) proportional to w(x) psi^x: binomial (psi the odds),
/// Poisson (psi the mean), Fisher's noncentral hypergeometric (psi the odds ratio) and sums of
/// independent members over strata with one psi.
///
/// The weights are held as the ratios of neighbours, and every sum runs outward from the value
/// asked for, so that tails of any smallness keep their digits and terms that no longer count are
/// not visited. The weights must be log-concave, as those of the families here are. Source: Noack,
/// Annals of Mathematical Statistics 21 (1950) 127; Fisher, Journal of the Royal Statistical
/// Society 98 (1935) 39; Gart, Review of the International Statistical Institute 39 (1971) 148 for
/// sums. Equals: the conditional distribution inside `fisher.test` and `mantelhaen.test(exact =
/// TRUE)` (R 4.2).
///
/// The parameter comes as its logarithm theta = ln psi, between -700 and 700.
public final class PowerSeries {
  /// Longest support whose neighbour ratios are stored; longer ones are computed when asked.
  private static final int STORED = 1_000_000;

  private static final double ENOUGH = 1e-18;
  private static final double HUGE = 0x1p900;
  private static final double LN_HUGE = 900 * Math.log(2);

  private final long low;
  private final long high;
  // stored[i] = w(low + i + 1) / w(low + i); empty when the ratios are computed
  private final double[] stored;
  private final LongToDoubleFunction computed;

  private PowerSeries(long low, long high, LongToDoubleFunction computed) {
    this.low = low;
    this.high = high;
    this.computed = computed;
    stored = new double[high - low > STORED ? 0 : (int) (high - low)];
    for (int i = 0; i < stored.length; i++) {
      stored[i] = computed.applyAsDouble(low + i);
    }
  }

  /// Makes the distribution of the first cell of a 2x2 table given its margins; psi is the odds
  /// ratio.
  ///
  /// @param row1 total of row 1
  /// @param row2 total of row 2
  /// @param column1 total of column 1, at most `row1 + row2`
  public static PowerSeries noncentralHypergeometric(long row1, long row2, long column1) {
    if (row1 < 0 || row2 < 0 || column1 < 0 || column1 > row1 + row2) {
      throw new IllegalArgumentException(
          "margins " + row1 + ", " + row2 + " and " + column1 + " make no table");
    }
    return new PowerSeries(
        Math.max(0, column1 - row2),
        Math.min(row1, column1),
        x -> {
          double up = (double) (row1 - x) * (column1 - x);
          return up / ((double) (x + 1) * (row2 - column1 + x + 1));
        });
  }

  /// Makes the binomial family; psi is the odds of success.
  ///
  /// @param n number of trials, at least 0
  public static PowerSeries binomial(long n) {
    if (n < 0) {
      throw new IllegalArgumentException("n is " + n + "; it is at least 0");
    }
    return new PowerSeries(0, n, x -> (double) (n - x) / (x + 1));
  }

  /// Makes the Poisson family; psi is the mean.
  public static PowerSeries poisson() {
    return new PowerSeries(0, Long.MAX_VALUE / 4, x -> 1.0 / (x + 1));
  }

  /// Returns the family of the sum of a member of this family and one of another, with one psi.
  ///
  /// @param other a family whose support, like this one's, has at most a million values
  public PowerSeries plus(PowerSeries other) {
    double[] sums = WeightSums.ratios(stored, other.stored);
    long from = low + other.low;
    return new PowerSeries(from, high + other.high, x -> sums[(int) (x - from)]);
  }

  /// Returns the family of `total` - X, whose psi is the reciprocal.
  ///
  /// @param total usually `low() + high()`
  public PowerSeries reflected(long total) {
    return new PowerSeries(total - high, total - low, x -> 1 / ratio(total - x - 1));
  }

  /// Returns w(x + 1) / w(x).
  ///
  /// @param x from the smallest value to the one before the largest
  public double ratio(long x) {
    return stored.length > 0 ? stored[(int) (x - low)] : computed.applyAsDouble(x);
  }

  /// Returns the smallest value that can occur.
  public long low() {
    return low;
  }

  /// Returns the largest value that can occur.
  public long high() {
    return high;
  }

  /// Returns ln P(X = x).
  public double lnPoint(long x, double theta) {
    return -lnTotal(x, theta);
  }

  /// Returns ln (share P(X = x) + P(X > x)): the upper tail, with a share of its first point.
  ///
  /// @param share 1 for the exact tail, 1/2 for the mid-P tail, 0 for the open tail
  public double lnUpper(long x, double theta, double share) {
    double above = above(x, theta, 0);
    double below = below(x, theta, 0);
    if (above == Double.POSITIVE_INFINITY || below == Double.POSITIVE_INFINITY) {
      return lnAdd(lnAbove(x, theta), Math.log(share)) - lnTotal(x, theta);
    }
    double total = 1 + above + below;
    return Distribution.ln((share + above) / total, (1 - share + below) / total);
  }

  /// Returns ln (share P(X = x) + P(X < x)): the lower tail, with a share of its last point.
  public double lnLower(long x, double theta, double share) {
    double above = above(x, theta, 0);
    double below = below(x, theta, 0);
    if (above == Double.POSITIVE_INFINITY || below == Double.POSITIVE_INFINITY) {
      return lnAdd(lnBelow(x, theta), Math.log(share)) - lnTotal(x, theta);
    }
    double total = 1 + above + below;
    return Distribution.ln((share + below) / total, (1 - share + above) / total);
  }

  /// Returns the logarithm of the odds of the upper tail against the rest: a smooth, increasing and
  /// nearly straight function of theta, whose roots are limits.
  ///
  /// @param share the share of P(X = x) that the upper tail has; the rest has what is left
  public double lnTailOdds(long x, double theta, double share) {
    return Math.log(share + above(x, theta, 0)) - Math.log(1 - share + below(x, theta, 0));
  }

  /// Returns ln E(X - x; X > x) - ln E(x - X; X < x), an increasing function of theta that is 0
  /// where the mean is x.
  public double lnMomentOdds(long x, double theta) {
    return Math.log(above(x, theta, 1)) - Math.log(below(x, theta, 1));
  }

  // the probabilities of the values from x + 1 up, relative to that of x, infinite when they
  // overflow; with moment 1 each is multiplied by its distance from x
  private double above(long x, double theta, int moment) {
    double psi = Math.exp(theta);
    double term = 1;
    double sum = 0;
    for (long i = x; i < high; i++) {
      double q = ratio(i) * psi;
      term *= q;
      sum += moment == 0 ? term : term * (i + 1 - x);
      if ((q < 1 && term * q <= ENOUGH * sum * (1 - q)) || term > Double.MAX_VALUE) {
        break;
      }
    }
    return sum;
  }

  private double below(long x, double theta, int moment) {
    double psi = Math.exp(theta);
    double term = 1;
    double sum = 0;
    for (long i = x - 1; i >= low; i--) {
      double q = 1 / (ratio(i) * psi);
      term *= q;
      sum += moment == 0 ? term : term * (x - i);
      if ((q < 1 && term * q <= ENOUGH * sum * (1 - q)) || term > Double.MAX_VALUE) {
        break;
      }
    }
    return sum;
  }

  private double lnTotal(long x, double theta) {
    double total = 1 + above(x, theta, 0) + below(x, theta, 0);
    if (total < Double.POSITIVE_INFINITY) {
      return Math.log(total);
    }
    return lnAdd(0, lnAdd(lnAbove(x, theta), lnBelow(x, theta)));
  }

  private double lnAbove(long x, double theta) {
    double psi = Math.exp(theta);
    double term = 1;
    double sum = 0;
    double scale = 0;
    for (long i = x; i < high; i++) {
      double q = ratio(i) * psi;
      term *= q;
      sum += term;
      if (sum > HUGE) {
        term /= HUGE;
        sum /= HUGE;
        scale += LN_HUGE;
      }
      if (q < 1 && term * q <= ENOUGH * sum * (1 - q)) {
        break;
      }
    }
    return Math.log(sum) + scale;
  }

  private double lnBelow(long x, double theta) {
    double psi = Math.exp(theta);
    double term = 1;
    double sum = 0;
    double scale = 0;
    for (long i = x - 1; i >= low; i--) {
      double q = 1 / (ratio(i) * psi);
      term *= q;
      sum += term;
      if (sum > HUGE) {
        term /= HUGE;
        sum /= HUGE;
        scale += LN_HUGE;
      }
      if (q < 1 && term * q <= ENOUGH * sum * (1 - q)) {
        break;
      }
    }
    return Math.log(sum) + scale;
  }

  // ln(e^a + e^b)
  private static double lnAdd(double a, double b) {
    double larger = Math.max(a, b);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
  }
}
