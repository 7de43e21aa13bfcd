// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import java.util.Arrays;

/// Weights by the inverse of the probability to be in the group one is in.
///
/// Source: Robins, Hernan and Brumback, 2000, Epidemiology 11:550-560; Austin, 2011, Multivariate
/// Behavioral Research 46:399-424.
public final class PropensityWeights {
  private PropensityWeights() {}

  /// Weights that make the controls look like the cases: 1 for a case, p / (1 - p) for a control.
  ///
  /// @param cases length n
  /// @param score length n, probability p to be a case, between 0 and 1
  public static double[] ofCases(boolean[] cases, double[] score) {
    return weights(cases, score, true);
  }

  /// Weights that make both groups look like everybody: 1 / p for a case, 1 / (1 - p) for a
  /// control.
  ///
  /// @param cases length n
  /// @param score length n, probability p to be a case, between 0 and 1
  public static double[] ofEverybody(boolean[] cases, double[] score) {
    return weights(cases, score, false);
  }

  private static double[] weights(boolean[] cases, double[] score, boolean asCases) {
    if (cases.length != score.length) {
      throw new IllegalArgumentException(score.length + " scores for " + cases.length + " people");
    }
    double[] weights = new double[score.length];
    for (int i = 0; i < score.length; i++) {
      double p = score[i];
      if (!(p > 0 && p < 1)) {
        throw new IllegalArgumentException("score " + p + " in row " + i + " is not in (0, 1)");
      }
      double own = cases[i] ? p : 1 - p;
      weights[i] = (asCases ? p : 1) / own;
    }
    return weights;
  }

  /// Returns Kish's effective sample size, (sum w)^2 / sum w^2; 0 when all weights are 0.
  ///
  /// Source: Kish, Survey Sampling, 1965, section 11.7.
  public static double effectiveSize(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    double squares = Arrays.stream(weights).map(w -> w * w).sum();
    return squares == 0 ? 0 : sum * sum / squares;
  }
}
