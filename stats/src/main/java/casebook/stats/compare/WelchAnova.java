// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.FisherF;
import casebook.stats.result.Answer;
import casebook.stats.result.PValue;

/// Welch's comparison of several means whose variances may differ.
///
/// Source: Welch, B. L. (1951). On the comparison of several mean values. Biometrika 38, 330-336.
/// Equals: `oneway.test` (R 4.2).
///
/// @param statistic F
/// @param df1 number of groups - 1
/// @param df2 degrees of freedom of the denominator, not whole
/// @param p the p-value
public record WelchAnova(double statistic, double df1, double df2, PValue p) {
  /// Compares groups.
  ///
  /// @param groups at least two, each with at least two values that vary
  /// @return the test, or the reason when a group is too small or does not vary
  public static Answer<WelchAnova> test(double[]... groups) {
    if (groups.length < 2 || Groups.anyShorter(2, groups)) {
      return Answer.none("there are fewer than two groups, or one has fewer than two values");
    }
    int k = groups.length;
    Sample[] samples = new Sample[k];
    double[] weights = new double[k];
    double all = 0;
    double weighted = 0;
    for (int i = 0; i < k; i++) {
      samples[i] = Sample.of(groups[i]);
      double variance = samples[i].variance();
      if (!(variance > 0)) {
        return Answer.none("a group does not vary");
      }
      weights[i] = samples[i].n() / variance;
      all += weights[i];
      weighted += weights[i] * samples[i].minus(samples[0]);
    }
    double centre = weighted / all;
    double between = 0;
    double unequal = 0;
    for (int i = 0; i < k; i++) {
      double distance = samples[i].minus(samples[0]) - centre;
      between += weights[i] * distance * distance;
      double rest = 1 - weights[i] / all;
      unequal += rest * rest / (samples[i].n() - 1);
    }
    double df1 = k - 1;
    double squares = k * (double) k - 1;
    double f = between / df1 / (1 + 2 * (k - 2) / squares * unequal);
    double df2 = squares / (3 * unequal);
    return Answer.of(new WelchAnova(f, df1, df2, FisherF.p(f, df1, df2)));
  }
}
