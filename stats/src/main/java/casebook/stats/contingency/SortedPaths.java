// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import java.util.Arrays;

/// Path lengths in ascending order, with the sums of the weights from each one up.
final class SortedPaths {
  // beyond any length; half of the largest, so that differences do not overflow
  private static final long FAR = Long.MAX_VALUE / 2;

  // the last one is far
  private final long[] lengths;
  private final double[] weights;
  private final double[] weightsFrom;
  // starts[b]: the first place whose length lies in bucket b or after it
  private final int[] starts;
  private final int shift;

  /// @param lengths ascending, at least one
  SortedPaths(long[] lengths, double[] weights) {
    int n = lengths.length;
    this.lengths = Arrays.copyOf(lengths, n + 1);
    this.lengths[n] = FAR;
    this.weights = weights;
    weightsFrom = new double[n + 1];
    for (int i = n - 1; i >= 0; i--) {
      weightsFrom[i] = weightsFrom[i + 1] + weights[i];
    }
    long range = lengths[n - 1] - lengths[0];
    int bits = 0;
    while (range >> bits >= 4L * n) {
      bits++;
    }
    shift = bits;
    starts = new int[(int) (range >> shift) + 1];
    int place = 0;
    for (int b = 0; b < starts.length; b++) {
      while ((lengths[place] - lengths[0]) >> shift < b) {
        place++;
      }
      starts[b] = place;
    }
  }

  int size() {
    return weights.length;
  }

  long length(int i) {
    return lengths[i];
  }

  double weight(int i) {
    return weights[i];
  }

  /// Returns the place of the first length that is at least so great; the number of lengths when
  /// there is none.
  int firstFrom(long length) {
    int place = starts[Math.clamp((length - lengths[0]) >> shift, 0, starts.length - 1)];
    // most buckets hold one length at most: a step without a branch that cannot be foreseen
    place += (int) ((lengths[place] - length) >>> 63);
    while (lengths[place] < length) {
      place++;
    }
    return place;
  }

  /// Returns the sum of the weights from a place up.
  double weightFrom(int place) {
    return weightsFrom[place];
  }

  /// Returns the weight of all pairs of one of these paths, from the place `from` to before `to`,
  /// with another whose lengths add up to at least so much.
  double weightOfPairs(int from, int to, SortedPaths others, long length) {
    // the others before `low` are too short for any of these, those from `high` long enough for all
    int low = others.firstFrom(length - lengths[to - 1]);
    int high = others.firstFrom(length - lengths[from]);
    if (to - from <= high - low) {
      return sum(from, to, others, length, 0);
    }
    double beyond = weightsFrom[to];
    return others.weightsFrom[high] * (weightsFrom[from] - beyond)
        + others.sum(low, high, this, length, beyond);
  }

  private double sum(int from, int to, SortedPaths others, long length, double beyond) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      int first = others.firstFrom(length - lengths[i]);
      sum += weights[i] * (others.weightsFrom[first] - beyond);
    }
    return sum;
  }
}
