// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import java.util.Arrays;

/// The distinct values of a set of times; values closer than rounding are one.
final class DistinctTimes {
  /// Neighbours closer than this share of the mean absolute time are tied; the square root of the
  /// double's precision, as `timefix` of R's survival.
  private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

  private DistinctTimes() {}

  /// Joins ascending arrays into the ascending distinct values, each the first of its ties.
  static double[] of(double[] first, double[]... others) {
    double[] merged = first;
    for (double[] other : others) {
      merged = other.length == 0 ? merged : merged(merged, other);
    }
    return tied(merged);
  }

  private static double[] merged(double[] a, double[] b) {
    double[] merged = new double[a.length + b.length];
    int i = 0;
    int j = 0;
    for (int k = 0; k < merged.length; k++) {
      merged[k] = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i++] : b[j++];
    }
    return merged;
  }

  /// Keeps of each run of neighbours closer than the tolerance, of the mean over the distinct
  /// values, the first.
  private static double[] tied(double[] ascending) {
    double sum = 0;
    int finite = 0;
    double before = Double.NaN;
    for (double value : ascending) {
      if (value != before && Double.isFinite(value)) {
        sum += Math.abs(value);
        finite++;
      }
      before = value;
    }
    double width = finite == 0 ? 0 : TOLERANCE * (sum / finite);
    double[] kept = new double[ascending.length];
    int count = 0;
    before = Double.NaN;
    for (double value : ascending) {
      if (!(value - before <= width)) {
        kept[count++] = value;
      }
      before = value;
    }
    return Arrays.copyOf(kept, count);
  }
}
