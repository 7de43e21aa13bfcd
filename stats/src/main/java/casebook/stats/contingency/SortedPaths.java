// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import java.util.Arrays;

/// Path lengths in ascending order, with the sums of the weights from each one up.
final class SortedPaths {
  private final double[] lengths;
  private final double[] weights;
  private final double[] weightsFrom;
  // starts[b]: the first place whose length lies in bucket b or after it
  private final int[] starts;
  private final double perBucket;

  private SortedPaths(double[] lengths, double[] weights) {
    this.lengths = lengths;
    this.weights = weights;
    int n = lengths.length;
    weightsFrom = new double[n + 1];
    for (int i = n - 1; i >= 0; i--) {
      weightsFrom[i] = weightsFrom[i + 1] + weights[i];
    }
    int buckets = 2 * n;
    double range = lengths[n - 1] - lengths[0];
    perBucket = range > 0 ? (buckets - 1) / range : 0;
    starts = new int[buckets];
    int place = 0;
    for (int b = 0; b < buckets; b++) {
      while (place < n - 1 && bucket(lengths[place]) < b) {
        place++;
      }
      starts[b] = place;
    }
  }

  private int bucket(double length) {
    return (int) ((length - lengths[0]) * perBucket);
  }

  /// Sorts the first `size` of lengths, which differ, and their weights.
  static SortedPaths of(double[] lengths, double[] weights, int size) {
    double[] sorted = Arrays.copyOf(lengths, size);
    Arrays.sort(sorted);
    double[] moved = new double[size];
    for (int i = 0; i < size; i++) {
      moved[Arrays.binarySearch(sorted, lengths[i])] += weights[i];
    }
    return new SortedPaths(sorted, moved);
  }

  int size() {
    return lengths.length;
  }

  double length(int i) {
    return lengths[i];
  }

  double weight(int i) {
    return weights[i];
  }

  /// Returns the place of the first length that is at least so great; the number of lengths when
  /// there is none.
  int firstFrom(double length) {
    if (length <= lengths[0]) {
      return 0;
    }
    int b = bucket(length);
    int place = b < starts.length ? starts[b] : lengths.length - 1;
    while (place < lengths.length && lengths[place] < length) {
      place++;
    }
    return place;
  }

  /// Returns the sum of the weights from a place up.
  double weightFrom(int place) {
    return weightsFrom[place];
  }
}
