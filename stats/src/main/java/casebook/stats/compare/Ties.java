// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import java.util.Arrays;

/// Sums over the sizes of groups of equal values.
final class Ties {
  private Ties() {}

  /// Returns how often each different value occurs, in ascending order of the values.
  static double[] counts(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] counts = new double[sorted.length];
    int levels = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        levels++;
      }
      counts[levels - 1]++;
    }
    return Arrays.copyOf(counts, levels);
  }

  /// Returns the sum of t (t - 1).
  static double pairs(double[] counts) {
    return Arrays.stream(counts).map(t -> t * (t - 1)).sum();
  }

  /// Returns the sum of t (t - 1) (t - 2).
  static double triples(double[] counts) {
    return Arrays.stream(counts).map(t -> t * (t - 1) * (t - 2)).sum();
  }

  /// Returns the sum of t (t - 1) (2 t + 5).
  static double quadratic(double[] counts) {
    return Arrays.stream(counts).map(t -> t * (t - 1) * (2 * t + 5)).sum();
  }
}
