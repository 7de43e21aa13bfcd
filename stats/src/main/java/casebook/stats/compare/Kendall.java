// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.Normal;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;

/// Kendall's rank correlation tau-b of pairs.
///
/// S counts concordant minus discordant pairs of pairs; tau-b = S / sqrt((n0 - n1)(n0 - n2)) with
/// n0 = n (n - 1) / 2 and the tied pairs n1, n2 of each variable. The asymptotic test divides S by
/// its standard deviation under ties, without continuity correction; the exact test, without ties,
/// doubles the smaller tail. The interval is tanh(atanh tau -+ z sqrt(0.437 / (n - 4))).
///
/// Source: Kendall, M. G. (1948). Rank Correlation Methods, ch. 4; interval: Fieller, E. C.,
/// Hartley, H. O. and Pearson, E. S. (1957). Biometrika 44, 470-481. Equals: `cor.test(method =
/// "kendall")` (R 4.2).
///
/// @param level confidence level, between 0 and 1
public record Kendall(double level) {
  private static final int MOST_PAIRS = 200;
  // chances are kept times this, so that 1 / 200! does not underflow
  private static final double SCALE = 0x1p1000;

  public Kendall {
    FisherInterval.requireLevel(level);
  }

  /// Makes the correlation with a 95% interval.
  public static Kendall standard() {
    return new Kendall(0.95);
  }

  /// Returns the correlation with an interval of another level.
  public Kendall withLevel(double other) {
    return new Kendall(other);
  }

  /// Returns S, the concordant minus the discordant pairs of pairs.
  ///
  /// @param x first value of each pair
  /// @param y second value of each pair
  public static long score(double[] x, double[] y) {
    Pairs.require(x, y);
    long score = 0;
    for (int i = 1; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        score +=
            (long) Double.compare(x[i] + 0.0, x[j] + 0.0) * Double.compare(y[i] + 0.0, y[j] + 0.0);
      }
    }
    return score;
  }

  /// Computes tau-b with its interval and the asymptotic test.
  ///
  /// @param x first value of each pair
  /// @param y second value of each pair
  /// @return the correlation, or the reason when there are fewer than three pairs or a variable is
  ///   constant
  public Answer<Correlation> of(double[] x, double[] y) {
    Pairs.require(x, y);
    double n = x.length;
    if (n < 3) {
      return Answer.none("there are fewer than three pairs");
    }
    double[] tiesX = Ties.counts(x);
    double[] tiesY = Ties.counts(y);
    double pairs = n * (n - 1) / 2;
    double untiedX = pairs - Ties.pairs(tiesX) / 2;
    double untiedY = pairs - Ties.pairs(tiesY) / 2;
    if (untiedX == 0 || untiedY == 0) {
      return Answer.none("a variable does not vary");
    }
    double s = score(x, y);
    double tau = Math.clamp(s / Math.sqrt(untiedX * untiedY), -1, 1);
    double z = s / Math.sqrt(variance(n, tiesX, tiesY));
    return Answer.of(
        new Correlation(
            new Estimate(tau, FisherInterval.of(tau, 0.437, n - 4, level)),
            TestResult.of("Kendall correlation", z, Normal.twoSided(z))));
  }

  private static double variance(double n, double[] x, double[] y) {
    return (n * (n - 1) * (2 * n + 5) - Ties.quadratic(x) - Ties.quadratic(y)) / 18
        + Ties.pairs(x) * Ties.pairs(y) / (2 * n * (n - 1))
        + Ties.triples(x) * Ties.triples(y) / (9 * n * (n - 1) * (n - 2));
  }

  /// Tests by the exact distribution of S without ties.
  ///
  /// @param x first value of each pair
  /// @param y second value of each pair
  /// @return p, or the reason when there are ties, fewer than two pairs or too many
  public static Answer<TestResult> exact(double[] x, double[] y) {
    Pairs.require(x, y);
    int n = x.length;
    if (n < 2 || n > MOST_PAIRS) {
      return Answer.none("the exact test needs 2 to " + MOST_PAIRS + " pairs, not " + n);
    }
    if (Ranks.of(x).tied() || Ranks.of(y).tied()) {
      return Answer.none("there are ties, for which the exact distribution does not hold");
    }
    double[] chances = inversions(n);
    // the number of discordant pairs
    int discordant = (int) ((n * (n - 1L) / 2 - score(x, y)) / 2);
    int nearer = Math.min(discordant, chances.length - 1 - discordant);
    double tail = 0;
    for (int i = 0; i <= nearer; i++) {
      tail += chances[i];
    }
    return Answer.of(
        TestResult.exact(
            "Kendall correlation, exact", PValue.scaled(Math.min(SCALE, 2 * tail), -1000)));
  }

  // the chance of each number of inversions of a random order of n, times SCALE
  private static double[] inversions(int n) {
    double[] chances = {SCALE};
    for (int k = 2; k <= n; k++) {
      double[] next = new double[chances.length + k - 1];
      for (int i = 0; i < chances.length; i++) {
        for (int j = 0; j < k; j++) {
          next[i + j] += chances[i] / k;
        }
      }
      chances = next;
    }
    return chances;
  }
}
