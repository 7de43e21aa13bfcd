// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import java.util.Arrays;

/// The lengths of paths through a network of tables, each with the probability of all paths of that
/// length; lengths within about 1e-9, a thousand units, are one.
final class PathWeights {
  private final LongSlots slots = new LongSlots();
  private long[] lengths = new long[16];
  private double[] weights = new double[16];

  void add(long length, double weight) {
    int slot = slots.slot(key(length));
    if (slot == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * slot);
      weights = Arrays.copyOf(weights, 2 * slot);
    }
    lengths[slot] = length;
    weights[slot] += weight;
  }

  private static long key(long length) {
    return (length + 512) >> 10;
  }

  int size() {
    return slots.size();
  }

  /// Returns the paths in the order of their lengths.
  SortedPaths sorted() {
    long[] ascending = Arrays.copyOf(lengths, size());
    Arrays.sort(ascending);
    double[] moved = new double[ascending.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = weights[slots.slot(key(ascending[i]))];
    }
    return new SortedPaths(ascending, moved);
  }
}
