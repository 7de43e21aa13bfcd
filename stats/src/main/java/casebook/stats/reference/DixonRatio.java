// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.result.Answer;
import java.util.Arrays;

/// Dixon's (Reed's) outlier rule: the distance of an extreme value from the next over the range of
/// all; one third or more calls for a look at it.
///
/// Source: Reed, A. H., Henry, R. J. and Mason, W. B. (1971). Clinical Chemistry 17, 275-284; CLSI
/// EP28-A3c, section 8.5.
///
/// @param range largest minus smallest value, above 0
/// @param low distance of the smallest value from the next over the range
/// @param high distance of the largest value from the next over the range
public record DixonRatio(double range, double low, double high) {
  private static final double SUSPICIOUS = 1.0 / 3;

  /// Computes the ratios.
  ///
  /// @param values any order
  /// @return the ratios, or the reason when there are fewer than three values or all are equal
  public static Answer<DixonRatio> of(double[] values) {
    int n = values.length;
    if (n < 3) {
      return Answer.none("there are fewer than three values");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double range = sorted[n - 1] - sorted[0];
    return range > 0
        ? Answer.of(
            new DixonRatio(
                range, (sorted[1] - sorted[0]) / range, (sorted[n - 1] - sorted[n - 2]) / range))
        : Answer.none("all values are equal");
  }

  /// Says whether the smallest value calls for a look.
  public boolean lowSuspicious() {
    return low >= SUSPICIOUS;
  }

  /// Says whether the largest value calls for a look.
  public boolean highSuspicious() {
    return high >= SUSPICIOUS;
  }
}
