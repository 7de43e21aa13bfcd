// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import casebook.stats.result.Answer;
import java.util.Arrays;
import java.util.Locale;

/// How far cases and controls differ in a covariate, before and after matching or weighting.
///
/// The difference of the (weighted) means is divided by a standard deviation that does not change
/// with the weights: that of the cases, or the root of the mean of both variances. For a covariate
/// with two values it is sqrt(p (1 - p)).
///
/// Source: Austin, 2009, Statistics in Medicine 28:3083-3107. Equals: `summary.matchit` of R's
/// MatchIt 4.5 (cases' deviation).
///
/// @param pooled whether both groups' variances count; else the cases' only
public record Balance(boolean pooled) {
  /// Divides by the standard deviation of the cases.
  public static Balance standard() {
    return new Balance(false);
  }

  /// Divides by the root of the mean of both groups' variances.
  public Balance withPooled() {
    return new Balance(true);
  }

  /// Returns the standardised difference, cases minus controls, with everybody weighing the same.
  public Answer<Double> of(boolean[] cases, double[] values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return of(cases, values, ones);
  }

  /// Returns the standardised difference of the weighted means, cases minus controls.
  ///
  /// There is no answer when a group weighs nothing or the covariate does not vary.
  ///
  /// @param cases length n
  /// @param values length n, finite
  /// @param weights length n, at least 0
  public Answer<Double> of(boolean[] cases, double[] values, double[] weights) {
    if (values.length != cases.length || weights.length != cases.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d values and %d weights for %d people",
              values.length,
              weights.length,
              cases.length));
    }
    double variance = variance(cases, values, true);
    double deviation =
        Math.sqrt(pooled ? (variance + variance(cases, values, false)) / 2 : variance);
    double difference = mean(cases, values, weights, true) - mean(cases, values, weights, false);
    if (Double.isNaN(difference)) {
      return Answer.none("there are no cases or no controls");
    }
    return deviation > 0
        ? Answer.of(difference / deviation)
        : Answer.none("the covariate does not vary");
  }

  /// Returns the difference of the weighted means, cases minus controls, in the covariate's unit.
  public Answer<Double> difference(boolean[] cases, double[] values, double[] weights) {
    double difference = mean(cases, values, weights, true) - mean(cases, values, weights, false);
    return Double.isNaN(difference)
        ? Answer.none("there are no cases or no controls")
        : Answer.of(difference);
  }

  private static double mean(boolean[] cases, double[] values, double[] weights, boolean group) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < cases.length; i++) {
      if (cases[i] == group) {
        sum += weights[i] * values[i];
        total += weights[i];
      }
    }
    return sum / total;
  }

  private static double variance(boolean[] cases, double[] values, boolean group) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    double mean = mean(cases, values, ones, group);
    double squares = 0;
    int count = 0;
    for (int i = 0; i < cases.length; i++) {
      if (cases[i] == group) {
        squares += (values[i] - mean) * (values[i] - mean);
        count++;
      }
    }
    boolean binary = Arrays.stream(values).distinct().count() <= 2;
    return squares / (binary ? count : count - 1);
  }
}
