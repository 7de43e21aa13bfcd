// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.ChiSquared;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;

/// Friedman's test: do several treatments of the same blocks have values of the same height?
///
/// Values are ranked inside each block. With rank sums R of k treatments in b blocks the statistic
/// is 12 sum (R - b (k + 1) / 2)^2 / (b k (k + 1) - sum(t^3 - t) / (k - 1)), the sum over the tied
/// values of each block. Source: Friedman, M. (1937). Journal of the American Statistical
/// Association 32, 675-701; Hollander and Wolfe (1999), p. 274. Equals: `friedman.test` (R 4.2).
public final class Friedman {
  private Friedman() {}

  /// Tests the treatments.
  ///
  /// @param blocks one row a block, each with the same treatments in the same order
  /// @return the statistic, its degrees of freedom and p, or the reason when there are fewer than
  ///   two treatments; p of 1 with the reason when every block has one value only
  public static Answer<TestResult> test(double[]... blocks) {
    if (blocks.length == 0 || blocks[0].length < 2) {
      return Answer.none("there are no blocks, or fewer than two treatments");
    }
    int k = blocks[0].length;
    double[] sums = new double[k];
    double ties = 0;
    for (double[] block : blocks) {
      Pairs.require(blocks[0], block);
      Ranks ranks = Ranks.of(block);
      ties += ranks.tieTerm();
      for (int j = 0; j < k; j++) {
        sums[j] += ranks.doubled(j) / 2.0;
      }
    }
    double b = blocks.length;
    double squares = 0;
    for (double sum : sums) {
      double distance = sum - b * (k + 1) / 2;
      squares += distance * distance;
    }
    double scale = b * k * (k + 1) - ties / (k - 1);
    if (!(scale > 0)) {
      return Ranks.withoutOrder("Friedman test", "no block has two different values");
    }
    double statistic = 12 * squares / scale;
    double df = k - 1;
    return Answer.of(TestResult.of("Friedman test", statistic, df, ChiSquared.p(statistic, df)));
  }
}
