// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.describe.Proportion;
import casebook.stats.dist.Normal;
import casebook.stats.math.Roots;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;

/// The difference of two proportions of the same pairs, (b - c) / n.
///
/// The table counts pairs: `a` both with the event, `b` the first member alone, `c` the second
/// alone, `d` neither. No pairs, no answer.
///
/// @param level confidence level, between 0 and 1
public record PairedDifference(double level) {
  public PairedDifference {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the method with level 0.95.
  public static PairedDifference standard() {
    return new PairedDifference(0.95);
  }

  /// Returns this method with another confidence level.
  public PairedDifference withLevel(double other) {
    return new PairedDifference(other);
  }

  /// The Wald interval, variance (b + c - (b - c)^2 / n) / n^2; not cut at -1 and 1.
  public Answer<Effect> wald(TwoByTwo pairs) {
    if (pairs.n() == 0) {
      return Answer.none("there are no pairs");
    }
    double n = pairs.n();
    double net = pairs.b() - pairs.c();
    double standardError = Math.sqrt(pairs.b() + pairs.c() - net * net / n) / n;
    return Wald.answer(
        Wald.difference("paired difference, Wald", net / n, standardError, level),
        "the standard error is 0");
  }

  /// Newcombe's interval by squaring and adding the Wilson limits with the correlation of the pairs
  /// (his method 10); the p-value is one minus the level at which its limit reaches 0.
  ///
  /// Source: Newcombe, Statistics in Medicine 17 (1998) 2635.
  public Answer<Effect> newcombe(TwoByTwo pairs) {
    if (pairs.n() == 0) {
      return Answer.none("there are no pairs");
    }
    double z = Normal.ofLevel(level);
    double difference = (double) (pairs.b() - pairs.c()) / pairs.n();
    Interval interval = new Interval(low(pairs, z), -low(turned(pairs), z), level);
    return Answer.of(
        new Effect(
            "paired difference, Newcombe",
            new Estimate(difference, interval),
            p(difference >= 0 ? pairs : turned(pairs))));
  }

  private static TwoByTwo turned(TwoByTwo pairs) {
    return pairs.transposed();
  }

  private static double low(TwoByTwo pairs, double z) {
    long n = pairs.n();
    double below1 = (double) pairs.row1() / n - Proportion.wilsonLow(pairs.row1(), n, z);
    double above2 = (double) pairs.column2() / n - Proportion.wilsonLow(pairs.column2(), n, z);
    double square = below1 * below1 - 2 * correlation(pairs) * below1 * above2 + above2 * above2;
    return (double) (pairs.b() - pairs.c()) / n - Math.sqrt(Math.max(0, square));
  }

  // phi, with n / 2 taken off a positive numerator
  private static double correlation(TwoByTwo pairs) {
    if (pairs.emptyMargin().isPresent()) {
      return 0;
    }
    double numerator = pairs.determinant();
    double less = numerator > 0 ? Math.max(0, numerator - pairs.n() / 2.0) : numerator;
    return less
        / Math.sqrt((double) pairs.row1() * pairs.row2())
        / Math.sqrt((double) pairs.column1() * pairs.column2());
  }

  // the difference is not negative
  private static PValue p(TwoByTwo pairs) {
    if (low(pairs, 0) <= 0) {
      return new PValue(0);
    }
    double z = Roots.outward(u -> low(pairs, u), 0, 1).orElse(Double.POSITIVE_INFINITY);
    return Normal.twoSided(z);
  }
}
