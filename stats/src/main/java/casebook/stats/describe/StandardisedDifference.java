// SPDX-License-Identifier: Apache-2.0
package casebook.stats.describe;

import casebook.stats.math.Cholesky;
import casebook.stats.math.Sums;
import casebook.stats.result.Answer;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The difference of two groups in units of their standard deviation, which does not depend on the
/// groups' sizes.
///
/// | variable | difference, first group minus second |
/// |---|---|
/// | continuous | (mean1 - mean2) / sqrt((s1^2 + s2^2) / 2) |
/// | two levels | (p1 - p2) / sqrt((p1 (1 - p1) + p2 (1 - p2)) / 2), p = share of the second level |
/// | k levels | sqrt(d' S^-1 d), d = differences of the shares of levels 2 to k, S = mean of the two multinomial covariance matrices; it has no sign |
///
/// A level that neither group has is left out. Source: Yang, D. and Dalton, J. E. (2012). A unified
/// approach to measuring the effect size between two groups using SAS. SAS Global Forum 2012, paper
/// 335. Equals: `tableone::ExtractSmd` (R) up to its absolute value.
public final class StandardisedDifference {
  // a pivot this small against its variance is rounding
  private static final double SINGULAR = 1e-12;

  private StandardisedDifference() {}

  /// Compares a continuous variable.
  ///
  /// @param first values of the first group, each finite
  /// @param second values of the second group, each finite
  /// @return the difference, or the reason when a group has fewer than two values or neither varies
  public static Answer<Double> ofMeans(double[] first, double[] second) {
    if (first.length < 2 || second.length < 2) {
      return Answer.none("a group has fewer than two values");
    }
    Moments one = Moments.of(first);
    Moments two = Moments.of(second);
    double difference = one.mean() - two.mean();
    double spread =
        Math.hypot(one.standardDeviation().orElseThrow(), two.standardDeviation().orElseThrow())
            / Math.sqrt(2);
    return ratio(difference, spread);
  }

  private static Answer<Double> ratio(double difference, double spread) {
    if (spread > 0) {
      return Answer.of(difference / spread);
    }
    return difference == 0 ? Answer.of(0.0) : Answer.none("neither group varies");
  }

  /// Compares a categorical variable.
  ///
  /// @param first how often the first group has each level
  /// @param second the same levels in the second group
  /// @return the difference, or the reason when a group is empty or they share no level
  public static Answer<Double> ofLevels(int[] first, int[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          first.length + " and " + second.length + " levels are not the same levels");
    }
    int n1 = Arrays.stream(first).sum();
    int n2 = Arrays.stream(second).sum();
    if (n1 == 0 || n2 == 0) {
      return Answer.none("a group is empty");
    }
    int[] seen =
        IntStream.range(0, first.length).filter(i -> first[i] > 0 || second[i] > 0).toArray();
    double[] p1 = Arrays.stream(seen).mapToDouble(i -> first[i] / (double) n1).toArray();
    double[] p2 = Arrays.stream(seen).mapToDouble(i -> second[i] / (double) n2).toArray();
    if (first.length == 2) {
      return seen.length == 1 ? Answer.of(0.0) : ofShares(p1[1], p2[1]);
    }
    return mahalanobis(p1, p2);
  }

  private static Answer<Double> ofShares(double p1, double p2) {
    return ratio(p1 - p2, Math.sqrt((p1 * (1 - p1) + p2 * (1 - p2)) / 2));
  }

  private static Answer<Double> mahalanobis(double[] p1, double[] p2) {
    int size = p1.length - 1;
    double[] covariance = new double[size * size];
    double[] difference = new double[size];
    for (int i = 0; i < size; i++) {
      difference[i] = p1[i + 1] - p2[i + 1];
      for (int j = 0; j < size; j++) {
        double shares = i == j ? p1[i + 1] + p2[i + 1] : 0;
        covariance[i + j * size] = (shares - p1[i + 1] * p1[j + 1] - p2[i + 1] * p2[j + 1]) / 2;
      }
    }
    return length(covariance, difference);
  }

  /// Returns sqrt(d' S^-1 d), the length of L^-1 d with the Cholesky factor L of S.
  private static Answer<Double> length(double[] covariance, double[] difference) {
    int size = difference.length;
    double[] factor = covariance.clone();
    boolean full = Cholesky.factor(factor, size) == size;
    for (int i = 0; i < size && full; i++) {
      double root = factor[i + i * size];
      full = root * root > SINGULAR * covariance[i + i * size];
    }
    if (!full) {
      return Answer.none("the groups share no level that varies");
    }
    double[] solved = difference.clone();
    Cholesky.forward(factor, size, solved);
    return Answer.of(Math.sqrt(Sums.dot(solved, solved)));
  }
}
