// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import java.util.Arrays;

/// All ways to deal ranks to groups of given sizes: how often rank sums are at least as unequal as
/// those of the first deal.
///
/// What is compared is the sum of R^2 / n over the groups, R the rank sum, which is H but for
/// constants.
final class RankDeals {
  /// Sums closer than this, relative to themselves, are tied.
  private static final double SAME = 1e-12;

  private final int[] ranks;
  private final int[] sizes;
  private final int[] free;
  private final double[] sums;
  private final double least;
  private double reached;
  private double all;

  /// @param ranks doubled mid-ranks, those of the first group first
  /// @param sizes of the groups; their sum is the number of ranks
  RankDeals(int[] ranks, int[] sizes) {
    this.ranks = ranks.clone();
    this.sizes = sizes.clone();
    this.free = sizes.clone();
    this.sums = new double[sizes.length];
    int place = 0;
    for (int g = 0; g < sizes.length; g++) {
      for (int i = 0; i < sizes[g]; i++) {
        sums[g] += ranks[place++];
      }
    }
    this.least = unequal() * (1 - SAME);
    Arrays.fill(sums, 0);
  }

  /// Returns the number of ways to deal to groups of these sizes.
  static double deals(int... sizes) {
    double deals = 1;
    int place = 0;
    for (int size : sizes) {
      for (int i = 1; i <= size; i++) {
        deals *= (double) ++place / i;
      }
    }
    return deals;
  }

  /// Returns the share of deals whose rank sums are at least as unequal.
  double tail() {
    deal(0);
    return reached / all;
  }

  private void deal(int place) {
    if (place == ranks.length) {
      all++;
      reached += unequal() >= least ? 1 : 0;
      return;
    }
    for (int g = 0; g < sizes.length; g++) {
      if (free[g] > 0) {
        free[g]--;
        sums[g] += ranks[place];
        deal(place + 1);
        sums[g] -= ranks[place];
        free[g]++;
      }
    }
  }

  private double unequal() {
    double sum = 0;
    for (int g = 0; g < sizes.length; g++) {
      sum += sums[g] * sums[g] / sizes[g];
    }
    return sum;
  }
}
