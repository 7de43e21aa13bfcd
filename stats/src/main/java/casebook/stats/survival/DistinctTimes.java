// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import java.util.Arrays;

/// The distinct values of a set of times; values closer than rounding are one.
final class DistinctTimes {
  /// Neighbours closer than this share of the mean absolute time are tied; the square root of the
  /// double's precision, as `timefix` of R's survival.
  private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

  private DistinctTimes() {}

  /// Joins two ascending arrays into the ascending distinct values, each the first of its ties.
  static double[] of(double[] a, double[] b) {
    double[] merged = new double[a.length + b.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      double next = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i++] : b[j++];
      if (count == 0 || next != merged[count - 1]) {
        merged[count++] = next;
      }
    }
    return tied(merged, count);
  }

  private static double[] tied(double[] distinct, int count) {
    double sum = 0;
    int finite = 0;
    for (int i = 0; i < count; i++) {
      if (Double.isFinite(distinct[i])) {
        sum += Math.abs(distinct[i]);
        finite++;
      }
    }
    double width = finite == 0 ? 0 : TOLERANCE * (sum / finite);
    int kept = 0;
    double before = Double.NaN;
    for (int i = 0; i < count; i++) {
      double value = distinct[i];
      if (!(value - before <= width)) {
        distinct[kept++] = value;
      }
      before = value;
    }
    return Arrays.copyOf(distinct, kept);
  }
}
