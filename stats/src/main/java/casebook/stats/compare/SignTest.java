// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.Binomial;
import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.Arrays;

/// The exact sign test of differences: are positive and negative ones equally frequent?
///
/// Zero differences are dropped; two-sided p is twice the smaller binomial tail. Equals:
/// `binom.test` (R 4.2) of the positive differences.
///
/// @param positive number of positive differences, at least 0
/// @param negative number of negative differences, at least 0
public record SignTest(int positive, int negative) {
  public SignTest {
    if (positive < 0 || negative < 0) {
      throw new IllegalArgumentException(
          positive + " positive and " + negative + " negative differences; both are at least 0");
    }
  }

  /// Counts the signs.
  ///
  /// @param differences first minus second of each subject
  public static SignTest of(double[] differences) {
    return new SignTest(
        (int) Arrays.stream(differences).filter(d -> d > 0).count(),
        (int) Arrays.stream(differences).filter(d -> d < 0).count());
  }

  /// Tests the signs.
  ///
  /// @return p; 1 with the reason when every difference is zero
  public Answer<TestResult> test() {
    int n = positive + negative;
    if (n == 0) {
      return Ranks.withoutOrder("sign test, exact", "every difference is zero");
    }
    double lnTail = new Binomial(n, 0.5).lnLower(Math.min(positive, negative));
    PValue p = PValue.ofLn(Math.min(0, lnTail + Math.log(2)));
    return Answer.of(TestResult.exact("sign test, exact", p));
  }
}
