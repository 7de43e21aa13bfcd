// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import casebook.stats.math.Roots;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import java.util.function.DoubleUnaryOperator;

/// What one count of a power-series family says about its psi (an odds, a mean, an odds ratio):
/// estimates, p-values and the limits that invert them.
///
/// Null values come as logarithms, limits on the scale of psi. A count at the end of the support
/// has an estimate of 0 or infinity and one finite limit; a support of one value must not be asked.
///
/// @param family the distribution
/// @param x the count observed, in the family's support
public record ExactLimits(PowerSeries family, long x) {
  /// Relative difference within which two tails of Blaker's test are taken as equal.
  private static final double TIE = 1e-10;

  /// Relative difference within which two probabilities are compared by a rule.
  private static final double NEAR = 1e-8;

  public ExactLimits {
    if (x < family.low() || x > family.high()) {
      throw new IllegalArgumentException(
          "count " + x + " lies outside " + family.low() + " to " + family.high());
    }
  }

  /// Decides which of two nearly equal probabilities is larger.
  @FunctionalInterface
  public interface NearTie {
    /// Says whether P(y) is at most P(x).
    ///
    /// @param y a value whose probability is within a relative 1e-8 of that of x
    /// @param x the value that was observed
    boolean atMost(long y, long x);
  }

  /// Returns the rule that takes two probabilities within a relative 1e-12 as equal, for families
  /// whose weights are not whole numbers.
  ///
  /// @param lnNull logarithm of the psi tested
  public NearTie within(double lnNull) {
    return (y, seen) -> family.lnPoint(y, lnNull) <= family.lnPoint(seen, lnNull) + 1e-12;
  }

  private ExactLimits reflected() {
    long total = family.low() + x;
    return new ExactLimits(family.reflected(total), total - x);
  }

  /// Returns the maximum-likelihood estimate of psi; 0 or infinite at the ends of the support.
  public double estimate() {
    return atEnd() ? end() : Math.exp(rising(theta -> family.lnMomentOdds(x, theta)));
  }

  /// Returns the psi at which both mid-P tails are one half.
  public double medianUnbiased() {
    return atEnd() ? end() : Math.exp(rising(theta -> family.lnTailOdds(x, theta, 0.5)));
  }

  private boolean atEnd() {
    return x == family.low() || x == family.high();
  }

  private double end() {
    return x == family.low() ? 0 : Double.POSITIVE_INFINITY;
  }

  // the root of an increasing function, sought from where x is the most probable value
  private double rising(DoubleUnaryOperator f) {
    double up = x == family.high() ? Double.NaN : -Math.log(family.ratio(x));
    double down = x == family.low() ? Double.NaN : -Math.log(family.ratio(x - 1));
    double start = Double.isNaN(up) ? down : Double.isNaN(down) ? up : (up + down) / 2;
    double spread = atEnd() ? 1 : Math.sqrt(up - down);
    return Roots.outward(f, start, f.applyAsDouble(start) > 0 ? -spread : spread).orElseThrow();
  }

  /// Returns the interval that gives each tail half of what the level leaves.
  ///
  /// @param share 1 for the exact tails, 1/2 for the mid-P tails
  public Interval central(double level, double share) {
    double logit = Math.log((1 - level) / (1 + level));
    double low =
        x == family.low()
            ? 0
            : Math.exp(rising(theta -> family.lnTailOdds(x, theta, share) - logit));
    double high =
        x == family.high()
            ? Double.POSITIVE_INFINITY
            : Math.exp(rising(theta -> family.lnTailOdds(x, theta, 1 - share) + logit));
    return new Interval(low, high, level);
  }

  /// Returns twice the smaller tail, at most 1: the p-value of the central interval.
  ///
  /// @param lnNull logarithm of the psi tested
  public PValue centralP(double lnNull, double share) {
    double tail = Math.min(family.lnUpper(x, lnNull, share), family.lnLower(x, lnNull, share));
    return new PValue(Math.min(0, tail + Math.log(2)));
  }

  /// Returns the probability of all values no more probable than x.
  ///
  /// @param lnNull logarithm of the psi tested
  /// @param nearTie decides the values that rounding leaves open
  public PValue minimumLikelihoodP(double lnNull, NearTie nearTie) {
    double psi = Math.exp(lnNull);
    if (x > family.low() && exceeds(1 / (family.ratio(x - 1) * psi), x - 1, nearTie)) {
      return PValue.ofLn(fromAboveTheMode(lnNull, nearTie));
    }
    if (x < family.high() && exceeds(family.ratio(x) * psi, x + 1, nearTie)) {
      long total = family.low() + x;
      NearTie mirrored = (y, observed) -> nearTie.atMost(total - y, total - observed);
      return PValue.ofLn(reflected().fromAboveTheMode(-lnNull, mirrored));
    }
    return new PValue(0);
  }

  // says whether P(y) is above P(x), from their ratio
  private boolean exceeds(double ratio, long y, NearTie nearTie) {
    return Math.abs(ratio - 1) < NEAR ? !nearTie.atMost(y, x) : ratio > 1;
  }

  // x lies above the mode: the far tail ends at the first y on the other side with P(y) <= P(x)
  private double fromAboveTheMode(double theta, NearTie nearTie) {
    double psi = Math.exp(theta);
    double weight = 1;
    int scale = 0;
    for (long y = x - 1; y >= family.low(); y--) {
      double q = 1 / (family.ratio(y) * psi);
      weight *= q;
      if (weight > 0x1p900) {
        weight *= 0x1p-900;
        scale++;
      } else if (weight < 1 && scale > 0) {
        weight *= 0x1p900;
        scale--;
      }
      boolean near = scale == 0 && q < 1 && Math.abs(weight - 1) < NEAR;
      if (near ? nearTie.atMost(y, x) : scale == 0 && weight < 1) {
        double upper = family.lnUpper(x, theta, 1);
        return upper + Math.log1p(Math.exp(family.lnLower(y, theta, 1) - upper));
      }
    }
    return family.lnUpper(x, theta, 1);
  }

  /// Returns Blaker's p-value: the smaller tail, and the largest tail of the other side that is no
  /// more probable.
  ///
  /// @param lnNull logarithm of the psi tested
  public PValue blakerP(double lnNull) {
    double upper = family.lnUpper(x, lnNull, 1);
    if (upper > family.lnLower(x, lnNull, 1)) {
      return reflected().blakerP(-lnNull);
    }
    long k = lastLowerTail(lnNull, upper);
    double far = k < family.low() ? 0 : Math.exp(family.lnLower(k, lnNull, 1) - upper);
    return new PValue(Math.min(0, upper + Math.log1p(far)));
  }

  /// Returns the hull of the psi that the minimum-likelihood test does not reject.
  public Interval minimumLikelihood(double level) {
    return hull(level, ExactLimits::minimumLikelihoodLow);
  }

  /// Returns the hull of the psi that Blaker's test does not reject.
  public Interval blaker(double level) {
    return hull(level, ExactLimits::blakerLow);
  }

  @FunctionalInterface
  private interface LowerLimit {
    double ln(ExactLimits limits, double alpha);
  }

  private Interval hull(double level, LowerLimit limit) {
    double alpha = 1 - level;
    double low = x == family.low() ? 0 : psi(limit.ln(this, alpha));
    double high =
        x == family.high() ? Double.POSITIVE_INFINITY : psi(-limit.ln(reflected(), alpha));
    return new Interval(low, high, level);
  }

  // a jump at theta = 0, where two weights are equal, is at 1 and nowhere beside it
  private static double psi(double theta) {
    return Math.abs(theta) < 1e-13 ? 1 : Math.exp(theta);
  }

  /// The p-value as theta rises to the estimate: the upper tail from x, plus the lower tail up to a
  /// k that rises in jumps. Between jumps it is one minus P(k < X < x), which has one maximum; so
  /// the first crossing of alpha is a jump, or the root before one.
  private double minimumLikelihoodLow(double alpha) {
    // below this the p-value, at most (1 + x - low) P(X >= x), is below alpha
    double share = alpha / (1 + x - family.low());
    double logit = Math.log(share) - Math.log1p(-share);
    double start = rising(theta -> family.lnTailOdds(x, theta, 1) - logit);
    long k = x - 1;
    double lnWeight = -Math.log(family.ratio(k));
    while (k >= family.low() && jump(lnWeight, k) > start) {
      k--;
      lnWeight -= k < family.low() ? 0 : Math.log(family.ratio(k));
    }
    while (twoTails(start, k) <= alpha) {
      lnWeight += k < family.low() ? 0 : Math.log(family.ratio(k));
      double end = jump(lnWeight, k + 1);
      long tail = k;
      if (twoTails(end, tail) > alpha) {
        return Roots.brent(theta -> twoTails(theta, tail) - alpha, start, end);
      }
      start = end;
      k++;
    }
    return start;
  }

  // the theta at which k is as probable as x, from ln w(k) - ln w(x)
  private double jump(double lnWeight, long k) {
    return lnWeight / (x - k);
  }

  // P(X >= x) + P(X <= k)
  private double twoTails(double theta, long k) {
    double lower = k < family.low() ? 0 : Math.exp(family.lnLower(k, theta, 1));
    return Math.exp(family.lnUpper(x, theta, 1)) + lower;
  }

  /// Blaker's p-value is at most twice the upper tail, so nothing below the central limit counts;
  /// it jumps to twice the upper tail where the lower tail up to k comes down to it.
  private double blakerLow(double alpha) {
    double logit = Math.log(alpha / (2 - alpha));
    double start = rising(theta -> family.lnTailOdds(x, theta, 1) - logit);
    long k = lastLowerTail(start, family.lnUpper(x, start, 1));
    double end = rising(theta -> family.lnUpper(x, theta, 1) - family.lnLower(k + 1, theta, 1));
    if (twoTails(end, k) > alpha) {
      return Roots.brent(theta -> twoTails(theta, k) - alpha, start, end);
    }
    return end;
  }

  // the largest k with P(X <= k) at most a probability; low - 1 when there is none
  private long lastLowerTail(double theta, double lnProbability) {
    // in growing steps from x: the support may have no end that could be halved
    long above = x;
    long below = x - 1;
    for (long step = 2; below >= family.low(); step *= 2) {
      if (family.lnLower(below, theta, 1) <= lnProbability + TIE) {
        break;
      }
      above = below;
      below = Math.max(family.low() - 1, x - step);
    }
    while (above - below > 1) {
      long k = Math.floorDiv(above + below, 2L);
      if (family.lnLower(k, theta, 1) <= lnProbability + TIE) {
        below = k;
      } else {
        above = k;
      }
    }
    return below;
  }
}
