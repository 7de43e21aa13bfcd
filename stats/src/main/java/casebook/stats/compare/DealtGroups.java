// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The distribution of the Jonckheere-Terpstra statistic over all ways to deal the values seen to
/// groups of the sizes seen.
///
/// The different values are dealt in ascending order. What has been dealt is known by how many
/// values each group has got; for each such state the number of ways is kept for every value of 2
/// J.
final class DealtGroups {
  /// More additions than this are not made.
  private static final double MOST_ADDITIONS = 4e8;

  private final int[] sizes;
  private final int[] strides;
  private final int range;
  private Map<Integer, double[]> ways = new HashMap<>();

  private DealtGroups(int[] sizes, int range) {
    this.sizes = sizes;
    this.range = range;
    this.strides = new int[sizes.length];
    int stride = 1;
    for (int g = 0; g < sizes.length; g++) {
      strides[g] = stride;
      stride *= sizes[g] + 1;
    }
    double[] start = new double[range + 1];
    start[0] = 1;
    ways.put(0, start);
  }

  /// Returns the probability of each value of 2 J, from 0; empty where it would take too long.
  static Optional<double[]> distribution(double[]... groups) {
    int[] sizes = Arrays.stream(groups).mapToInt(group -> group.length).toArray();
    double[] counts = Ties.counts(Groups.joined(groups));
    double states =
        Arrays.stream(sizes).asDoubleStream().map(size -> size + 1).reduce(1, (a, b) -> a * b);
    int range = 0;
    for (int i = 0; i < sizes.length; i++) {
      for (int j = 0; j < i; j++) {
        range += 2 * sizes[i] * sizes[j];
      }
    }
    double deals = Math.pow(Arrays.stream(counts).max().orElse(0) + 1, sizes.length - 1.0);
    if (states * range * deals > MOST_ADDITIONS) {
      return Optional.empty();
    }
    DealtGroups table = new DealtGroups(sizes, range);
    for (double count : counts) {
      table.deal((int) count);
    }
    double[] all = table.ways.values().iterator().next();
    double total = Arrays.stream(all).sum();
    return Optional.of(Arrays.stream(all).map(way -> way / total).toArray());
  }

  private void deal(int count) {
    Map<Integer, double[]> next = new HashMap<>();
    ways.forEach((state, before) -> share(state, before, new int[sizes.length], 0, count, 1, next));
    ways = next;
  }

  // gives the groups from g on what is left of the equal values; ways counts the orders so far
  private void share(
      int state,
      double[] before,
      int[] given,
      int g,
      int left,
      double orders,
      Map<Integer, double[]> next) {
    if (g == sizes.length) {
      if (left == 0) {
        add(state, before, given, orders, next);
      }
      return;
    }
    int most = Math.min(left, sizes[g] - held(state, g));
    double choices = 1;
    for (int c = 0; c <= most; c++) {
      given[g] = c;
      share(state, before, given, g + 1, left - c, orders * choices, next);
      choices *= (left - c) / (c + 1.0);
    }
    given[g] = 0;
  }

  private int held(int state, int g) {
    return state / strides[g] % (sizes[g] + 1);
  }

  private void add(
      int state, double[] before, int[] given, double orders, Map<Integer, double[]> next) {
    int gain = 0;
    int after = state;
    int earlierHeld = 0;
    int earlierGiven = 0;
    for (int g = 0; g < sizes.length; g++) {
      gain += given[g] * (2 * earlierHeld + earlierGiven);
      earlierHeld += held(state, g);
      earlierGiven += given[g];
      after += given[g] * strides[g];
    }
    double[] sums = next.computeIfAbsent(after, _ -> new double[range + 1]);
    for (int s = 0; s + gain <= range; s++) {
      sums[s + gain] += orders * before[s];
    }
  }
}
