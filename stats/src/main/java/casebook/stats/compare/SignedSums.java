// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.result.PValue;
import java.util.Arrays;

/// The distribution of the sum of scores when each counts or not with chance one half: what a
/// signed-rank sum is when signs are nothing but chance.
///
/// Probabilities are kept times 2^1000, so that the farthest sums of 2000 scores do not underflow.
///
/// @param chances the probability of each sum, from 0, times [#ONE]
@SuppressWarnings("ArrayRecordComponent") // stays inside the package, never changed
record SignedSums(double[] chances) {
  /// What stands for the probability 1.
  static final double ONE = 0x1p1000;

  static SignedSums of(int[] scores) {
    int total = Arrays.stream(scores).sum();
    double[] chances = new double[total + 1];
    chances[0] = ONE;
    int reached = 0;
    for (int score : scores) {
      reached += score;
      for (int s = reached; s >= 0; s--) {
        chances[s] = (chances[s] + (s >= score ? chances[s - score] : 0)) / 2;
      }
    }
    return new SignedSums(chances);
  }

  /// Returns a probability as a p-value.
  static PValue p(double probability) {
    return PValue.scaled(probability, -1000);
  }

  /// Returns P(sum <= s), times [#ONE].
  double lower(int s) {
    double p = 0;
    for (int i = 0; i <= s; i++) {
      p += chances[i];
    }
    return Math.min(ONE, p);
  }

  /// Returns P(sum >= s), times [#ONE]; the distribution is symmetric.
  double upper(int s) {
    return lower(chances.length - 1 - s);
  }

  /// Returns the smallest s with P(sum <= s) of at least p.
  int quantile(double p) {
    double sum = 0;
    for (int s = 0; s < chances.length; s++) {
      sum += chances[s];
      if (sum >= p * ONE * (1 - 1e-13)) {
        return s;
      }
    }
    return chances.length - 1;
  }
}
