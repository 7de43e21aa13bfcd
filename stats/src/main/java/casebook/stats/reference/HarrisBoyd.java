// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.describe.Moments;
import casebook.stats.result.Answer;

/// The Harris-Boyd rule: do two groups of reference subjects need limits of their own?
///
/// z = |mean1 - mean2| / sqrt(s1^2 / n1 + s2^2 / n2) against 3 sqrt((n1 + n2) / 240), or a ratio of
/// standard deviations above 1.5.
///
/// Source: Harris, E. K. and Boyd, J. C. (1990). On dividing reference data into subgroups to
/// produce separate reference ranges. Clinical Chemistry 36, 265-270.
///
/// @param z the distance of the means
/// @param critical the z above which the groups need their own limits
/// @param deviationRatio larger over smaller standard deviation
public record HarrisBoyd(double z, double critical, double deviationRatio) {
  private static final double CRITICAL_RATIO = 1.5;

  /// Compares two groups.
  ///
  /// @param first at least two values that vary
  /// @param second at least two values that vary
  /// @return the comparison, or the reason when a group is too small or does not vary
  public static Answer<HarrisBoyd> of(double[] first, double[] second) {
    if (first.length < 2 || second.length < 2) {
      return Answer.none("a group has fewer than two values");
    }
    Moments one = Moments.of(first);
    Moments two = Moments.of(second);
    double s1 = one.standardDeviation().orElseThrow();
    double s2 = two.standardDeviation().orElseThrow();
    if (!(s1 > 0 && s2 > 0)) {
      return Answer.none("a group does not vary");
    }
    double error = Math.sqrt(s1 * s1 / one.n() + s2 * s2 / two.n());
    return Answer.of(
        new HarrisBoyd(
            Math.abs(one.mean() - two.mean()) / error,
            3 * Math.sqrt((one.n() + two.n()) / 240.0),
            Math.max(s1, s2) / Math.min(s1, s2)));
  }

  /// Says whether the groups need limits of their own.
  public boolean partition() {
    return z > critical || deviationRatio > CRITICAL_RATIO;
  }
}
