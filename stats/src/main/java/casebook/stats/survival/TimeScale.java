// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import java.util.Arrays;

/// The functions of time that a test of proportional hazards uses, at the blocks of a sweep.
final class TimeScale {
  private final Times times;

  TimeScale(Times times) {
    this.times = times;
  }

  /// The function at each block, less its mean over the events.
  double[] values(HazardScale scale, RiskSets sets) {
    double[] g = raw(scale, sets);
    double sum = 0;
    for (int block = 0; block < g.length; block++) {
      sum += g[block] * sets.events(block);
    }
    double mean = sum / Math.max(1, times.events());
    for (int block = 0; block < g.length; block++) {
      g[block] -= mean;
    }
    return g;
  }

  private double[] raw(HazardScale scale, RiskSets sets) {
    double[] g = new double[sets.blocks()];
    if (scale == HazardScale.KAPLAN_MEIER) {
      SurvivalCurve curve = KaplanMeier.standard().fit(times);
      for (int block = 0; block < g.length; block++) {
        int before = curve.rowAt(Math.nextDown(sets.time(block)));
        g[block] = before < 0 ? 0 : 1 - curve.survival(before);
      }
      return g;
    }
    double[] sorted = new double[times.size()];
    Arrays.setAll(sorted, times::time);
    Arrays.sort(sorted);
    for (int block = 0; block < g.length; block++) {
      double time = sets.time(block);
      g[block] =
          switch (scale) {
            case TIME -> time;
            case LOG -> logarithm(time);
            case RANK, KAPLAN_MEIER -> rank(sorted, time);
          };
    }
    return g;
  }

  private static double logarithm(double time) {
    if (!(time > 0)) {
      throw new IllegalArgumentException("the logarithm of time " + time + "; it is above 0");
    }
    return Math.log(time);
  }

  /// The mean of the first and the last rank of a time.
  private static double rank(double[] sorted, double time) {
    int low = lowerBound(sorted, time);
    int high = lowerBound(sorted, Math.nextUp(time));
    return (low + 1 + high) / 2.0;
  }

  private static int lowerBound(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
