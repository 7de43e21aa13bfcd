// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.math.Sums;
import casebook.stats.result.Answer;

/// The precision of an assay from duplicate measurements of many samples.
///
/// Source: Dahlberg, G. (1940). Statistical Methods for Medical and Biological Students, p. 122;
/// Jones, R. and Payne, B. (1997). Clinical Investigation and Statistics in Laboratory Medicine, p.
/// 35 (the root mean square CV).
///
/// @param pairs number of samples
/// @param standardDeviation within a pair: sqrt(sum d^2 / (2 pairs)), in the unit of the assay
/// @param pooledCv that standard deviation over the mean of all measurements, a fraction
/// @param rootMeanSquareCv sqrt(mean of (d / mean of the pair)^2 / 2), a fraction
public record Duplicates(
    int pairs, double standardDeviation, double pooledCv, double rootMeanSquareCv) {
  /// Computes the precision.
  ///
  /// @param first first measurement of each sample
  /// @param second second measurement of the same samples
  /// @return the precision, or the reason when there are no pairs or a pair's mean is not positive
  public static Answer<Duplicates> of(double[] first, double[] second) {
    int n = first.length;
    if (n != second.length) {
      throw new IllegalArgumentException(n + " and " + second.length + " values are not pairs");
    }
    if (n == 0) {
      return Answer.none("there are no pairs");
    }
    double[] squares = new double[n];
    double[] relative = new double[n];
    double[] means = new double[n];
    for (int i = 0; i < n; i++) {
      double difference = second[i] - first[i];
      means[i] = (first[i] + second[i]) / 2;
      if (!(means[i] > 0)) {
        return Answer.none("the mean of a pair is not positive, so that there is no CV");
      }
      squares[i] = difference * difference;
      relative[i] = squares[i] / (means[i] * means[i]);
    }
    double deviation = Math.sqrt(Sums.sum(squares) / (2.0 * n));
    return Answer.of(
        new Duplicates(
            n, deviation, deviation / Sums.mean(means), Math.sqrt(Sums.mean(relative) / 2)));
  }
}
