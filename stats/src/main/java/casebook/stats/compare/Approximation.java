// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.Normal;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;

/// The normal approximation that rank tests share.
final class Approximation {
  private Approximation() {}

  /// Tests a distance from the mean.
  ///
  /// @param distance statistic minus its mean
  /// @param deviation standard deviation of the statistic, above 0
  /// @param corrected whether the distance is made smaller by 1/2
  static TestResult normal(
      String method,
      double distance,
      double deviation,
      Alternative alternative,
      boolean corrected) {
    double correction =
        !corrected
            ? 0
            : switch (alternative) {
              case TWO_SIDED -> Math.signum(distance) * 0.5;
              case LESS -> -0.5;
              case GREATER -> 0.5;
            };
    double z = (distance - correction) / deviation;
    PValue p =
        switch (alternative) {
          case TWO_SIDED -> Normal.twoSided(z);
          case LESS -> PValue.ofLn(Normal.STANDARD.lnLower(z));
          case GREATER -> PValue.ofLn(Normal.STANDARD.lnUpper(z));
        };
    return TestResult.of(corrected ? method + ", continuity corrected" : method, z, p);
  }
}
