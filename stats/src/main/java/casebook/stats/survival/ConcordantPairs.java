// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import java.util.Arrays;

/// For each row the numbers of comparable pairs it belongs to, by how risk and time agree; counted
/// with trees of cumulative counts, O(n log n).
final class ConcordantPairs {
  private final RiskSets sets;
  private final int[] rank; // of the risk, from 1, by position
  private final int ranks;
  private final long[] concordant;
  private final long[] discordant;
  private final long[] tied;

  ConcordantPairs(RiskSets sets, double[] risk) {
    this.sets = sets;
    int n = risk.length;
    double[] distinct = Arrays.stream(risk).map(r -> r + 0.0).sorted().distinct().toArray();
    ranks = distinct.length;
    rank = new int[n];
    for (int i = 0; i < n; i++) {
      rank[i] = Arrays.binarySearch(distinct, risk[i] + 0.0) + 1;
    }
    concordant = new long[n];
    discordant = new long[n];
    tied = new long[n];
    for (int first = 0; first < sets.blocks(); ) {
      int end = sets.stratumEnd(first);
      asEarlier(first, end);
      asLater(first, end);
      first = end;
    }
  }

  long concordant(int position) {
    return concordant[position];
  }

  long discordant(int position) {
    return discordant[position];
  }

  long tied(int position) {
    return tied[position];
  }

  /// Back through time: each event against those who stay at risk longer.
  private void asEarlier(int first, int end) {
    int[] tree = new int[ranks + 1];
    for (int block = first; block < end; block++) {
      int events = sets.start(block) + sets.events(block);
      for (int i = events; i < sets.end(block); i++) {
        add(tree, rank[i], 1);
      }
      for (int k = sets.leavingStart(block); k < sets.leavingEnd(block); k++) {
        add(tree, rank[sets.leaving(k)], -1);
      }
      for (int i = sets.start(block); i < events; i++) {
        count(i, tree, 1, true);
      }
      for (int i = sets.start(block); i < events; i++) {
        add(tree, rank[i], 1);
      }
    }
  }

  /// Forward in time: each row against the events that it has seen while at risk.
  private void asLater(int first, int end) {
    int[] tree = new int[ranks + 1];
    for (int block = end - 1; block >= first; block--) {
      int events = sets.start(block) + sets.events(block);
      for (int i = sets.start(block); i < events; i++) {
        count(i, tree, 1, false);
      }
      for (int i = sets.start(block); i < events; i++) {
        add(tree, rank[i], 1);
      }
      for (int i = events; i < sets.end(block); i++) {
        count(i, tree, 1, false);
      }
      for (int k = sets.leavingStart(block); k < sets.leavingEnd(block); k++) {
        count(sets.leaving(k), tree, -1, false);
      }
    }
  }

  private void count(int position, int[] tree, int sign, boolean earlier) {
    int below = sum(tree, rank[position] - 1);
    int upTo = sum(tree, rank[position]);
    int above = sum(tree, ranks) - upTo;
    concordant[position] += (long) sign * (earlier ? below : above);
    discordant[position] += (long) sign * (earlier ? above : below);
    tied[position] += (long) sign * (upTo - below);
  }

  private static void add(int[] tree, int place, int amount) {
    for (int i = place; i < tree.length; i += i & -i) {
      tree[i] += amount;
    }
  }

  private static int sum(int[] tree, int place) {
    int total = 0;
    for (int i = place; i > 0; i -= i & -i) {
      total += tree[i];
    }
    return total;
  }
}
