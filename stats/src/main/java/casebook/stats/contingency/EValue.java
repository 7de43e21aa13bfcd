// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.result.Interval;

/// The E-value: how strongly, as a risk ratio, an unmeasured confounder would have to be tied to
/// both exposure and outcome to explain an estimate away.
///
/// Source: VanderWeele and Ding, Annals of Internal Medicine 167 (2017) 268. Equals: the R package
/// `EValue`.
public final class EValue {
  private EValue() {}

  /// Returns the E-value of a risk ratio, R + sqrt(R (R - 1)) with R the ratio or its reciprocal,
  /// whichever is above 1; an odds ratio of a rare outcome (below 15 %) passes for a risk ratio.
  ///
  /// @param ratio at least 0; 0 and infinity have an infinite E-value
  public static double of(double ratio) {
    if (!(ratio >= 0)) {
      throw new IllegalArgumentException("ratio is " + ratio + "; it is at least 0");
    }
    double away = ratio < 1 ? 1 / ratio : ratio;
    return away == Double.POSITIVE_INFINITY ? away : away + Math.sqrt(away * (away - 1));
  }

  /// Returns the E-value of an odds ratio whose outcome is common, for which its root stands in.
  public static double ofCommonOutcome(double oddsRatio) {
    return of(Math.sqrt(oddsRatio));
  }

  /// Returns the E-value of the limit nearer to 1; 1 when the interval holds 1.
  public static double ofLimit(Interval ratio) {
    return ratio.contains(1) ? 1 : of(ratio.low() > 1 ? ratio.low() : ratio.high());
  }
}
