// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;

/// The number needed to treat, the reciprocal of a risk difference.
///
/// When the interval of the difference holds 0, that of its reciprocal runs through infinity: from
/// the harm side (below 0) outward, and back from infinity to the benefit side. It is then printed
/// as "NNTH 20 to infinity to NNTB 8". Source: Altman, British Medical Journal 317 (1998) 1309.
///
/// @param value 1 / difference, infinite for a difference of 0
/// @param low 1 / upper limit of the difference where both limits have one sign; through infinity:
///   1 / lower limit, the end on the negative side
/// @param high 1 / lower limit of the difference; through infinity: 1 / upper limit, the end on the
///   positive side
/// @param throughInfinity whether the interval consists of all numbers below `low` and above `high`
public record NumberNeeded(double value, double low, double high, boolean throughInfinity) {
  /// Makes the number from a risk difference with an interval, such as those of [RiskDifference].
  public static NumberNeeded of(Estimate difference) {
    Interval limits =
        difference
            .interval()
            .orElseThrow(() -> new IllegalArgumentException("the difference has no interval"));
    double value = 1 / Math.abs(difference.value()) * sign(difference.value());
    boolean through = limits.contains(0);
    double ofLow = through ? -1 / Math.abs(limits.low()) : 1 / limits.low();
    double ofHigh = through ? 1 / Math.abs(limits.high()) : 1 / limits.high();
    return new NumberNeeded(value, through ? ofLow : ofHigh, through ? ofHigh : ofLow, through);
  }

  private static double sign(double difference) {
    return difference < 0 ? -1 : 1;
  }
}
