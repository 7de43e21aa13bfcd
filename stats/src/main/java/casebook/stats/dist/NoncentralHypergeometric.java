// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

/// Fisher's noncentral hypergeometric distribution: the first cell of a 2x2 table given its
/// margins, when the odds ratio is any number; also the sum of such cells over strata with one odds
/// ratio.
///
/// The weights w(x) = C(row1, x) C(row2, column1 - x) are held as the ratios of neighbours, and
/// every sum runs outward from the cell asked for, so that tails of any smallness keep their digits
/// and terms that no longer count are not visited. Source: Fisher, Journal of the Royal Statistical
/// Society 98 (1935) 39; Gart, Review of the International Statistical Institute 39 (1971) 148 for
/// the sum. Equals: the conditional distribution in `fisher.test` and `mantelhaen.test(exact =
/// TRUE)` (R 4.2), whose limits have three to four digits.
///
/// Odds ratios come as logarithms, between -700 and 700. The tails of a distribution with one value
/// are certain.
public final class NoncentralHypergeometric {
  /// Longest support whose neighbour ratios are stored; longer ones are computed when asked.
  private static final int STORED = 2_000_000;

  private static final double ENOUGH = 1e-18;
  private static final double HUGE = 0x1p900;
  private static final double LN_HUGE = 900 * Math.log(2);

  private final long row1;
  private final long row2;
  private final long column1;
  private final long low;
  private final long high;
  // ratios[i] = w(low + i + 1) / w(low + i); empty when they are computed
  private final double[] ratios;

  private NoncentralHypergeometric(
      long row1, long row2, long column1, long low, long high, double[] ratios) {
    this.row1 = row1;
    this.row2 = row2;
    this.column1 = column1;
    this.low = low;
    this.high = high;
    this.ratios = ratios;
  }

  /// Makes the distribution of the first cell of a 2x2 table with fixed margins.
  ///
  /// @param row1 total of row 1
  /// @param row2 total of row 2
  /// @param column1 total of column 1, at most `row1 + row2`
  public static NoncentralHypergeometric of(long row1, long row2, long column1) {
    if (row1 < 0 || row2 < 0 || column1 < 0 || column1 > row1 + row2) {
      throw new IllegalArgumentException(
          "margins " + row1 + ", " + row2 + " and " + column1 + " make no table");
    }
    long low = Math.max(0, column1 - row2);
    long high = Math.min(row1, column1);
    double[] ratios = new double[high - low > STORED ? 0 : (int) (high - low)];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = ratio(row1, row2, column1, low + i);
    }
    return new NoncentralHypergeometric(row1, row2, column1, low, high, ratios);
  }

  private static double ratio(long row1, long row2, long column1, long x) {
    return (double) (row1 - x) * (column1 - x) / ((double) (x + 1) * (row2 - column1 + x + 1));
  }

  private double ratio(long x) {
    return ratios.length > 0 ? ratios[(int) (x - low)] : ratio(row1, row2, column1, x);
  }

  /// Returns the smallest value that can occur.
  public long low() {
    return low;
  }

  /// Returns the largest value that can occur.
  public long high() {
    return high;
  }

  /// Says whether only one value can occur, so that the margins say nothing about the odds ratio.
  public boolean certain() {
    return low == high;
  }

  /// Returns the distribution of what is left of row 1: row1 - X, whose odds ratio is the
  /// reciprocal.
  ///
  /// The row 1 of a sum over strata is the sum of their rows 1.
  public NoncentralHypergeometric reflected() {
    double[] reversed = new double[ratios.length];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = 1 / ratios[ratios.length - 1 - i];
    }
    long column2 = row1 + row2 - column1;
    return new NoncentralHypergeometric(row1, row2, column2, row1 - high, row1 - low, reversed);
  }

  /// Decides which of two nearly equal probabilities is larger.
  @FunctionalInterface
  public interface NearTie {
    /// Says whether w(y) is at most w(x).
    ///
    /// @param y a value whose weight is within 1e-8 of that of x
    /// @param x the value that was observed
    boolean atMost(long y, long x);
  }

  /// Returns the logarithm of the two-sided p-value at odds ratio 1: the probability of all values
  /// that are not more probable than x.
  ///
  /// @param x the value observed
  /// @param nearTie decides the values that rounding leaves open
  public double lnNotMoreProbable(long x, NearTie nearTie) {
    if (x > low && ratio(x - 1) < 1) {
      return lnNotMoreProbableFromAbove(x, nearTie);
    }
    if (x < high && ratio(x) > 1) {
      return reflected()
          .lnNotMoreProbableFromAbove(
              row1 - x, (y, observed) -> nearTie.atMost(row1 - y, row1 - observed));
    }
    return 0;
  }

  // x lies above the mode: the far tail ends at the first y on the other side with w(y) <= w(x)
  private double lnNotMoreProbableFromAbove(long x, NearTie nearTie) {
    double weight = 1;
    int scale = 0;
    for (long y = x - 1; y >= low; y--) {
      double q = 1 / ratio(y);
      weight *= q;
      if (weight > HUGE) {
        weight /= HUGE;
        scale++;
      } else if (weight < 1 && scale > 0) {
        weight *= HUGE;
        scale--;
      }
      boolean near = scale == 0 && q < 1 && Math.abs(weight - 1) < 1e-8;
      if (near ? nearTie.atMost(y, x) : scale == 0 && weight < 1) {
        return lnAdd(lnUpper(x, 0, 1), lnLower(y, 0, 1));
      }
    }
    return lnUpper(x, 0, 1);
  }

  /// Returns ln w(to) - ln w(from) at odds ratio 1.
  public double lnWeight(long from, long to) {
    double sum = 0;
    for (long x = Math.min(from, to); x < Math.max(from, to); x++) {
      sum += Math.log(ratio(x));
    }
    return from <= to ? sum : -sum;
  }

  /// Returns ln P(X = x).
  public double lnPoint(long x, double lnOddsRatio) {
    return -lnTotal(x, lnOddsRatio);
  }

  /// Returns ln (share P(X = x) + P(X > x)): the upper tail, with a share of its first point.
  ///
  /// @param share 1 for the exact tail, 1/2 for the mid-P tail, 0 for the open tail
  public double lnUpper(long x, double lnOddsRatio, double share) {
    double above = above(x, lnOddsRatio, 0);
    double below = below(x, lnOddsRatio, 0);
    if (above == Double.POSITIVE_INFINITY || below == Double.POSITIVE_INFINITY) {
      return lnAdd(lnAbove(x, lnOddsRatio), Math.log(share)) - lnTotal(x, lnOddsRatio);
    }
    double total = 1 + above + below;
    return Distribution.ln((share + above) / total, (1 - share + below) / total);
  }

  /// Returns ln (share P(X = x) + P(X < x)): the lower tail, with a share of its last point.
  public double lnLower(long x, double lnOddsRatio, double share) {
    double above = above(x, lnOddsRatio, 0);
    double below = below(x, lnOddsRatio, 0);
    if (above == Double.POSITIVE_INFINITY || below == Double.POSITIVE_INFINITY) {
      return lnAdd(lnBelow(x, lnOddsRatio), Math.log(share)) - lnTotal(x, lnOddsRatio);
    }
    double total = 1 + above + below;
    return Distribution.ln((share + below) / total, (1 - share + above) / total);
  }

  /// Returns the logarithm of the odds of the upper tail against the rest; the smooth, nearly
  /// straight function of the log odds ratio whose roots are the limits.
  ///
  /// @param share the share of P(X = x) that the upper tail has; the rest has what is left
  public double lnTailOdds(long x, double lnOddsRatio, double share) {
    return Math.log(share + above(x, lnOddsRatio, 0))
        - Math.log(1 - share + below(x, lnOddsRatio, 0));
  }

  /// Returns ln E(X - x; X > x) - ln E(x - X; X < x), which is 0 where the mean is x.
  public double lnMomentOdds(long x, double lnOddsRatio) {
    return Math.log(above(x, lnOddsRatio, 1)) - Math.log(below(x, lnOddsRatio, 1));
  }

  /// Returns the probabilities of the values from x + 1 up, relative to that of x; infinite when it
  /// overflows. With `moment` 1 each is multiplied by its distance from x.
  private double above(long x, double lnOddsRatio, int moment) {
    double oddsRatio = Math.exp(lnOddsRatio);
    double term = 1;
    double sum = 0;
    for (long i = x; i < high; i++) {
      double q = ratio(i) * oddsRatio;
      term *= q;
      sum += moment == 0 ? term : term * (i + 1 - x);
      if ((q < 1 && term * q <= ENOUGH * sum * (1 - q)) || term > Double.MAX_VALUE) {
        break;
      }
    }
    return sum;
  }

  private double below(long x, double lnOddsRatio, int moment) {
    double oddsRatio = Math.exp(lnOddsRatio);
    double term = 1;
    double sum = 0;
    for (long i = x - 1; i >= low; i--) {
      double q = 1 / (ratio(i) * oddsRatio);
      term *= q;
      sum += moment == 0 ? term : term * (x - i);
      if ((q < 1 && term * q <= ENOUGH * sum * (1 - q)) || term > Double.MAX_VALUE) {
        break;
      }
    }
    return sum;
  }

  private double lnTotal(long x, double lnOddsRatio) {
    double total = 1 + above(x, lnOddsRatio, 0) + below(x, lnOddsRatio, 0);
    if (total < Double.POSITIVE_INFINITY) {
      return Math.log(total);
    }
    return lnAdd(0, lnAdd(lnAbove(x, lnOddsRatio), lnBelow(x, lnOddsRatio)));
  }

  private double lnAbove(long x, double lnOddsRatio) {
    double oddsRatio = Math.exp(lnOddsRatio);
    double term = 1;
    double sum = 0;
    double scale = 0;
    for (long i = x; i < high; i++) {
      double q = ratio(i) * oddsRatio;
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

  private double lnBelow(long x, double lnOddsRatio) {
    double oddsRatio = Math.exp(lnOddsRatio);
    double term = 1;
    double sum = 0;
    double scale = 0;
    for (long i = x - 1; i >= low; i--) {
      double q = 1 / (ratio(i) * oddsRatio);
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

  /// Returns ln(e^a + e^b).
  static double lnAdd(double a, double b) {
    double larger = Math.max(a, b);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
  }
}
