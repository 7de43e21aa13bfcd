// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.NoncentralHypergeometric;
import casebook.stats.math.Roots;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import java.util.function.DoubleUnaryOperator;

/// What the conditional distribution says about the (common) odds ratio: estimates, p-values and
/// the limits that invert them.
///
/// @param counts distribution of the first cell, or of their sum over strata, given the margins
/// @param x the value observed
record ConditionalLimits(NoncentralHypergeometric counts, long x) {
  /// Relative difference below which two tails of Blaker's test are taken as equal.
  private static final double TIE = 1e-10;

  static ConditionalLimits of(TwoByTwo t) {
    return new ConditionalLimits(
        NoncentralHypergeometric.of(t.row1(), t.row2(), t.column1()), t.a());
  }

  private ConditionalLimits reflected() {
    NoncentralHypergeometric mirror = counts.reflected();
    return new ConditionalLimits(mirror, mirror.low() + counts.high() - x);
  }

  /// Returns the conditional maximum-likelihood estimate; 0 or infinite at the ends of the support.
  double estimate() {
    return atEnd() ? end() : Math.exp(solve(theta -> counts.lnMomentOdds(x, theta), 0));
  }

  /// Returns the odds ratio at which both mid-P tails are one half.
  double medianUnbiased() {
    return atEnd() ? end() : Math.exp(solve(theta -> counts.lnTailOdds(x, theta, 0.5), 0));
  }

  private boolean atEnd() {
    return x == counts.low() || x == counts.high();
  }

  private double end() {
    return x == counts.low() ? 0 : Double.POSITIVE_INFINITY;
  }

  // the root of an increasing function
  private static double solve(DoubleUnaryOperator f, double start) {
    return Roots.outward(f, start, f.applyAsDouble(start) > 0 ? -1 : 1).orElseThrow();
  }

  /// Returns the interval that gives each tail half of what the level leaves.
  ///
  /// @param share 1 for the exact tails, 1/2 for the mid-P tails
  Interval central(double level, double share) {
    double logit = Math.log((1 - level) / (1 + level));
    double low =
        x == counts.low()
            ? 0
            : Math.exp(solve(theta -> counts.lnTailOdds(x, theta, share) - logit, 0));
    double high =
        x == counts.high()
            ? Double.POSITIVE_INFINITY
            : Math.exp(solve(theta -> counts.lnTailOdds(x, theta, 1 - share) + logit, 0));
    return new Interval(low, high, level);
  }

  /// Returns twice the smaller tail, at most 1: the p-value of the central interval.
  PValue centralP(double share) {
    double tail = Math.min(counts.lnUpper(x, 0, share), counts.lnLower(x, 0, share));
    return new PValue(Math.min(0, tail + Math.log(2)));
  }

  /// Returns the hull of the odds ratios that the minimum-likelihood test does not reject.
  Interval minimumLikelihood(double level) {
    return hull(level, ConditionalLimits::minimumLikelihoodLow);
  }

  /// Returns the hull of the odds ratios that Blaker's test does not reject.
  Interval blaker(double level) {
    return hull(level, ConditionalLimits::blakerLow);
  }

  @FunctionalInterface
  private interface LowerLimit {
    double ln(ConditionalLimits limits, double alpha);
  }

  private Interval hull(double level, LowerLimit limit) {
    double alpha = 1 - level;
    double low = x == counts.low() ? 0 : Math.exp(limit.ln(this, alpha));
    double high =
        x == counts.high() ? Double.POSITIVE_INFINITY : Math.exp(-limit.ln(reflected(), alpha));
    return new Interval(low, high, level);
  }

  /// The p-value as the log odds ratio rises to the estimate: the upper tail from x, plus the lower
  /// tail up to a k that rises in jumps. Between jumps it is one minus P(k < X < x), which has one
  /// maximum; so the first crossing of alpha is a jump, or the root before one.
  private double minimumLikelihoodLow(double alpha) {
    long span = x - counts.low();
    double lnShare = Math.log(alpha / (1 + span));
    // below this the p-value, at most (1 + span) P(X >= x), is below alpha
    double first =
        solve(
            theta -> counts.lnTailOdds(x, theta, 1) - lnShare + Math.log1p(-Math.exp(lnShare)), 0);
    long k = x - 1;
    double lnWeight = counts.lnWeight(x, k);
    while (k >= counts.low() && jump(lnWeight, k) > first) {
      k--;
      lnWeight += k < counts.low() ? 0 : counts.lnWeight(k + 1, k);
    }
    double start = first;
    while (twoTails(start, k) <= alpha) {
      lnWeight += k < counts.low() ? 0 : counts.lnWeight(k, k + 1);
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

  // the log odds ratio at which k is as probable as x, from ln w(k) - ln w(x)
  private double jump(double lnWeight, long k) {
    return lnWeight / (x - k);
  }

  // P(X >= x) + P(X <= k)
  private double twoTails(double theta, long k) {
    double lower = k < counts.low() ? 0 : Math.exp(counts.lnLower(k, theta, 1));
    return Math.exp(counts.lnUpper(x, theta, 1)) + lower;
  }

  /// Blaker's p-value is at most twice the upper tail, so nothing below the central limit counts;
  /// it jumps to twice the upper tail where the lower tail up to k comes down to it.
  private double blakerLow(double alpha) {
    double logit = Math.log(alpha / (2 - alpha));
    double start = solve(theta -> counts.lnTailOdds(x, theta, 1) - logit, 0);
    long k = lastLowerTail(start, counts.lnUpper(x, start, 1));
    double end =
        solve(theta -> counts.lnUpper(x, theta, 1) - counts.lnLower(k + 1, theta, 1), start);
    if (twoTails(end, k) > alpha) {
      return Roots.brent(theta -> twoTails(theta, k) - alpha, start, end);
    }
    return end;
  }

  // the largest k with P(X <= k) at most a probability; low - 1 when there is none
  private long lastLowerTail(double theta, double lnProbability) {
    long below = counts.low() - 1;
    long above = x;
    while (above - below > 1) {
      long k = Math.floorDiv(above + below, 2);
      if (counts.lnLower(k, theta, 1) <= lnProbability + TIE) {
        below = k;
      } else {
        above = k;
      }
    }
    return below;
  }

  /// Returns Blaker's p-value at odds ratio 1: the smaller tail, and the largest tail of the other
  /// side that is no more probable.
  PValue blakerP() {
    double upper = counts.lnUpper(x, 0, 1);
    double lower = counts.lnLower(x, 0, 1);
    if (upper > lower) {
      return reflected().blakerP();
    }
    long k = lastLowerTail(0, upper);
    double ln =
        k < counts.low() ? upper : upper + Math.log1p(Math.exp(counts.lnLower(k, 0, 1) - upper));
    return new PValue(Math.min(0, ln));
  }
}
