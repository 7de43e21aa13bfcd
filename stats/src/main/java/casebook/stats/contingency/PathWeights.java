// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import java.util.Arrays;

/// The lengths of paths through a network of tables, each with the probability of all paths of that
/// length; lengths within about 1e-9 are one.
final class PathWeights {
  private static final double SCALE = 0x1p30;

  private final LongSlots slots = new LongSlots();
  private double[] lengths = new double[16];
  private double[] weights = new double[16];

  void add(double length, double weight) {
    int slot = slots.slot(Math.round(length * SCALE));
    if (slot == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * slot);
      weights = Arrays.copyOf(weights, 2 * slot);
    }
    lengths[slot] = length;
    weights[slot] += weight;
  }

  int size() {
    return slots.size();
  }

  double length(int i) {
    return lengths[i];
  }

  double weight(int i) {
    return weights[i];
  }

  /// Returns the paths in the order of their lengths.
  SortedPaths sorted() {
    return SortedPaths.of(lengths, weights, size());
  }
}
