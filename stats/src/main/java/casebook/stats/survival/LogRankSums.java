// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

/// Observed, expected and their covariance over the strata so far.
final class LogRankSums {
  final int[] people;
  final double[] observed;
  final double[] expected;
  final double[][] variance;

  LogRankSums(int groups) {
    people = new int[groups];
    observed = new double[groups];
    expected = new double[groups];
    variance = new double[groups][groups];
  }

  /// Adds an event time.
  ///
  /// @param weight what the time counts
  /// @param events length: groups, events of each
  /// @param d their sum
  /// @param atRisk length: groups, people at risk in each
  /// @param n their sum
  void add(double weight, int[] events, int d, int[] atRisk, int n) {
    double factor = n > 1 ? weight * weight * d * (n - d) / (n - 1) : 0;
    for (int g = 0; g < events.length; g++) {
      double share = (double) atRisk[g] / n;
      observed[g] += weight * events[g];
      expected[g] += weight * d * atRisk[g] / n;
      variance[g][g] += factor * share * ((double) (n - atRisk[g]) / n);
      for (int h = 0; h < g; h++) {
        double product = factor * share * atRisk[h] / n;
        variance[g][h] -= product;
        variance[h][g] -= product;
      }
    }
  }
}
