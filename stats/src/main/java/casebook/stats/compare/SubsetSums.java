// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import java.util.Arrays;
import java.util.Optional;

/// The distribution of the sum of m scores drawn from N without replacement: what a rank sum is
/// when nothing but chance made the groups.
///
/// The counts of subsets are added, never subtracted, so that each tail keeps its relative
/// accuracy. Source: Streitberg, B. and Roehmel, J. (1986). Exact distributions for permutation and
/// rank tests. Statistical Software Newsletter 12, 10-17.
///
/// @param low the smallest possible sum
/// @param step the distance between possible sums
/// @param counts how many subsets have the sum `low + i step`
/// @param total how many subsets there are
@SuppressWarnings("ArrayRecordComponent") // stays inside the package, never changed
record SubsetSums(long low, long step, double[] counts, double total) {
  /// More additions than this are not made.
  private static final double MOST_ADDITIONS = 4e9;

  /// Computes the distribution; empty where it would take too long.
  static Optional<SubsetSums> of(int[] scores, int m) {
    int smallest = Arrays.stream(scores).min().orElse(0);
    int gcd = Arrays.stream(scores).map(s -> s - smallest).reduce(0, SubsetSums::gcd);
    int step = Math.max(1, gcd);
    int[] shifted = Arrays.stream(scores).map(s -> (s - smallest) / step).sorted().toArray();
    int n = shifted.length;
    long most = Arrays.stream(shifted).skip(n - (long) m).asLongStream().sum();
    if ((double) n * m * most > MOST_ADDITIONS) {
      return Optional.empty();
    }
    double[] counts = counts(shifted, m, (int) most);
    double total = Arrays.stream(counts).sum();
    return Optional.of(new SubsetSums((long) m * smallest, step, counts, total));
  }

  private static double[] counts(int[] scores, int m, int most) {
    double[][] counts = new double[m + 1][most + 1];
    counts[0][0] = 1;
    int reached = 0;
    for (int i = 0; i < scores.length; i++) {
      int score = scores[i];
      reached = Math.min(most, reached + score);
      for (int k = Math.min(m, i + 1); k >= 1; k--) {
        double[] with = counts[k];
        double[] without = counts[k - 1];
        for (int s = score; s <= reached; s++) {
          with[s] += without[s - score];
        }
      }
    }
    return counts[m];
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /// Returns P(sum <= s).
  double lower(double s) {
    double sum = 0;
    for (int i = 0; i < counts.length && low + i * step <= s; i++) {
      sum += counts[i];
    }
    return Math.min(1, sum / total);
  }

  /// Returns P(sum >= s).
  double upper(double s) {
    double sum = 0;
    for (int i = counts.length - 1; i >= 0 && low + i * step >= s; i--) {
      sum += counts[i];
    }
    return Math.min(1, sum / total);
  }

  /// Returns the smallest s with P(sum <= s) of at least p.
  double quantile(double p) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      if (sum >= p * total * (1 - 1e-13)) {
        return low + i * step;
      }
    }
    return low + (counts.length - 1) * step;
  }

  /// Returns the probability of sums at least as far from a centre as s.
  double outside(double s, double centre) {
    double distance = Math.abs(s - centre);
    return distance == 0 ? 1 : Math.min(1, lower(centre - distance) + upper(centre + distance));
  }
}
