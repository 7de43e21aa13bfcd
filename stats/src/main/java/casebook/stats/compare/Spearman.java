// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.StudentT;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.Arrays;

/// Spearman's rank correlation of pairs: Pearson's correlation of the mid-ranks.
///
/// The interval is tanh(atanh rho -+ z sqrt((1 + rho^2 / 2) / (n - 3))); the asymptotic test is t
/// with n - 2 degrees of freedom, the exact test runs through all orders of up to 12 pairs, ties
/// included, and doubles the smaller tail.
///
/// Source: Bonett, D. G. and Wright, T. A. (2000). Sample size requirements for estimating Pearson,
/// Kendall and Spearman correlations. Psychometrika 65, 23-28. Equals: `cor.test(method =
/// "spearman")` (R 4.2), exact for n <= 9 without ties; differs from it for larger n, where R uses
/// an Edgeworth series.
///
/// @param level confidence level, between 0 and 1
public record Spearman(double level) {
  private static final int MOST_PAIRS = 12;

  public Spearman {
    FisherInterval.requireLevel(level);
  }

  /// Makes the correlation with a 95% interval.
  public static Spearman standard() {
    return new Spearman(0.95);
  }

  /// Returns the correlation with an interval of another level.
  public Spearman withLevel(double other) {
    return new Spearman(other);
  }

  /// Returns the sum of squared differences of the ranks.
  ///
  /// @param x first value of each pair
  /// @param y second value of each pair
  public static double squaredDifferences(double[] x, double[] y) {
    Pairs.require(x, y);
    Ranks first = Ranks.of(x);
    Ranks second = Ranks.of(y);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double difference = first.doubled(i) - second.doubled(i);
      sum += difference * difference;
    }
    return sum / 4;
  }

  /// Computes the correlation with the Bonett-Wright interval and the asymptotic test.
  ///
  /// @param x first value of each pair
  /// @param y second value of each pair
  /// @return the correlation, or the reason when there are fewer than three pairs or a variable is
  ///   constant
  public Answer<Correlation> of(double[] x, double[] y) {
    return correlate(x, y, true);
  }

  /// Computes the correlation with Fisher's interval, which is too narrow for ranks, and the
  /// asymptotic test.
  ///
  /// @param x first value of each pair
  /// @param y second value of each pair
  public Answer<Correlation> withFisherInterval(double[] x, double[] y) {
    return correlate(x, y, false);
  }

  private Answer<Correlation> correlate(double[] x, double[] y, boolean bonettWright) {
    Pairs.require(x, y);
    if (x.length < 3) {
      return Answer.none("there are fewer than three pairs");
    }
    CrossProducts products = CrossProducts.of(Ranks.of(x).values(), Ranks.of(y).values());
    if (products.constant()) {
      return Answer.none("a variable does not vary");
    }
    double rho = products.correlation();
    double df = x.length - 2;
    double t = products.t(df);
    double numerator = bonettWright ? 1 + rho * rho / 2 : 1;
    return Answer.of(
        new Correlation(
            new Estimate(rho, FisherInterval.of(rho, numerator, x.length - 3.0, level)),
            TestResult.of("Spearman correlation", t, df, StudentT.twoSided(t, df))));
  }

  /// Tests by running through all orders of the second variable.
  ///
  /// @param x first value of each pair
  /// @param y second value of each pair
  /// @return p, or the reason when there are fewer than two or more than 12 pairs
  public static Answer<TestResult> exact(double[] x, double[] y) {
    Pairs.require(x, y);
    int n = x.length;
    if (n < 2 || n > MOST_PAIRS) {
      return Answer.none("the exact test needs 2 to " + MOST_PAIRS + " pairs, not " + n);
    }
    int[] first = Ranks.of(x).doubled();
    int[] second = Ranks.of(y).doubled();
    int seen = 0;
    for (int i = 0; i < n; i++) {
      seen += first[i] * second[i];
    }
    double[] chances = products(first, second);
    double below = 0;
    double above = 0;
    for (int s = 0; s < chances.length; s++) {
      below += s <= seen ? chances[s] : 0;
      above += s >= seen ? chances[s] : 0;
    }
    PValue p = PValue.of(Math.min(1, 2 * Math.min(below, above)));
    return Answer.of(TestResult.exact("Spearman correlation, exact", p));
  }

  // the chance of each sum of products of doubled ranks; sets of used second ranks are bit masks
  private static double[] products(int[] first, int[] second) {
    int n = first.length;
    int[] x = first.clone();
    int[] y = second.clone();
    Arrays.sort(x);
    Arrays.sort(y);
    int most = 0;
    for (int i = 0; i < n; i++) {
      most += x[i] * y[i];
    }
    double[][] ways = new double[1 << n][0];
    ways[0] = new double[] {1};
    for (int mask = 0; mask < ways.length - 1; mask++) {
      double[] from = ways[mask];
      int next = Integer.bitCount(mask);
      for (int j = 0; j < n; j++) {
        if ((mask & 1 << j) == 0) {
          int to = mask | 1 << j;
          ways[to] = added(ways[to], from, x[next] * y[j], most);
        }
      }
      ways[mask] = new double[0];
    }
    double[] all = ways[ways.length - 1];
    double total = Arrays.stream(all).sum();
    return Arrays.stream(all).map(w -> w / total).toArray();
  }

  private static double[] added(double[] sums, double[] from, int gain, int most) {
    int length = Math.min(most + 1, from.length + gain);
    double[] to = sums.length < length ? Arrays.copyOf(sums, length) : sums;
    for (int s = 0; s + gain < length; s++) {
      to[s + gain] += from[s];
    }
    return to;
  }
}
