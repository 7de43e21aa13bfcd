// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import java.util.Arrays;
import java.util.function.DoubleToLongFunction;

/// Order statistics of all differences between two samples, or of all means of two values of one
/// sample, without writing them down.
///
/// The rounded difference of two numbers grows with the first and falls with the second, so the
/// number of differences up to a value is counted in one walk; the wanted one is then found by
/// bisection over the doubles themselves. It costs 64 walks, whatever the number of pairs.
final class PairwiseValues {
  private final DoubleToLongFunction counter;
  private final double smallest;
  private final double largest;
  private final long size;

  private PairwiseValues(DoubleToLongFunction counter, double smallest, double largest, long size) {
    this.counter = counter;
    this.smallest = smallest;
    this.largest = largest;
    this.size = size;
  }

  /// All differences of a value of the first and a value of the second sample.
  static PairwiseValues differences(double[] first, double[] second) {
    double[] x = first.clone();
    double[] y = second.clone();
    Arrays.sort(x);
    Arrays.sort(y);
    return new PairwiseValues(
        limit -> differencesUpTo(x, y, limit),
        x[0] - y[y.length - 1],
        x[x.length - 1] - y[0],
        (long) x.length * y.length);
  }

  /// All means of two values of one sample, each value with itself included (Walsh averages).
  static PairwiseValues means(double[] values) {
    double[] x = values.clone();
    Arrays.sort(x);
    return new PairwiseValues(
        limit -> meansUpTo(x, limit), x[0], x[x.length - 1], (long) x.length * (x.length + 1L) / 2);
  }

  long size() {
    return size;
  }

  /// Returns how many values are at most a limit.
  long countUpTo(double limit) {
    return counter.applyAsLong(limit);
  }

  /// Returns how many values are below a limit.
  long countBelow(double limit) {
    return counter.applyAsLong(Math.nextDown(limit));
  }

  double median() {
    double upper = at(size / 2 + 1);
    return size % 2 == 1 ? upper : (at(size / 2) + upper) / 2;
  }

  /// Returns the value of a rank, counted from 1 for the smallest.
  double at(long rank) {
    long low = ordered(smallest);
    long high = ordered(largest);
    while (low < high) {
      long middle = (low & high) + ((low ^ high) >> 1);
      if (counter.applyAsLong(fromOrdered(middle)) >= rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return fromOrdered(low);
  }

  private static long differencesUpTo(double[] x, double[] y, double limit) {
    long count = 0;
    int j = 0;
    for (double value : x) {
      while (j < y.length && value - y[j] > limit) {
        j++;
      }
      count += y.length - j;
    }
    return count;
  }

  private static long meansUpTo(double[] x, double limit) {
    long count = 0;
    int j = x.length - 1;
    for (int i = 0; i < x.length; i++) {
      while (j >= i && (x[i] + x[j]) / 2 > limit) {
        j--;
      }
      if (j < i) {
        break;
      }
      count += j - i + 1;
    }
    return count;
  }

  // whole numbers in the order of the doubles
  private static long ordered(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }

  private static double fromOrdered(long ordered) {
    return Double.longBitsToDouble(ordered >= 0 ? ordered : Long.MIN_VALUE - ordered);
  }
}
