// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

/// The probabilities of the first cell of a 2x2 table given all margins, under independence.
final class ColumnTotalWeights {
  private static final double TIE = 1e-10;

  private final int low;
  private final int total;
  private final double[] probabilities;

  private ColumnTotalWeights(int low, int total, double[] probabilities) {
    this.low = low;
    this.total = total;
    this.probabilities = probabilities;
  }

  static ColumnTotalWeights of(int row1, int row2, int total) {
    int low = Math.max(0, total - row2);
    double[] weights = new double[Math.min(row1, total) - low + 1];
    int mode = (int) ((row1 + 1.0) * (total + 1.0) / (row1 + row2 + 2.0)) - low;
    int start = Math.clamp(mode, 0, weights.length - 1);
    weights[start] = 1;
    double sum = 1;
    for (int i = start; i + 1 < weights.length; i++) {
      double x = low + i;
      weights[i + 1] = weights[i] * (row1 - x) * (total - x) / ((x + 1) * (row2 - total + x + 1));
      sum += weights[i + 1];
    }
    for (int i = start; i > 0; i--) {
      double x = low + i - 1;
      weights[i - 1] = weights[i] * ((x + 1) * (row2 - total + x + 1)) / ((row1 - x) * (total - x));
      sum += weights[i - 1];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return new ColumnTotalWeights(low, total, weights);
  }

  int total() {
    return total;
  }

  /// Returns P(X <= limit).
  double below(double limit) {
    double sum = 0;
    for (int i = 0; i < probabilities.length && low + i <= limit; i++) {
      sum += probabilities[i];
    }
    return sum;
  }

  /// Returns P(X >= limit).
  double above(double limit) {
    double sum = 0;
    for (int i = probabilities.length - 1; i >= 0 && low + i >= limit; i--) {
      sum += probabilities[i];
    }
    return sum;
  }

  /// Returns the largest two-sided Fisher p-value that is at most a bound; 0 when there is none.
  double largestLevelBelow(double bound) {
    int left = 0;
    int right = probabilities.length - 1;
    double sum = 0;
    double level = 0;
    while (left <= right) {
      double smallest = Math.min(probabilities[left], probabilities[right]) * (1 + TIE);
      while (left <= right && probabilities[left] <= smallest) {
        sum += probabilities[left++];
      }
      while (left <= right && probabilities[right] <= smallest) {
        sum += probabilities[right--];
      }
      if (sum > bound) {
        break;
      }
      level = sum;
    }
    return level;
  }
}
