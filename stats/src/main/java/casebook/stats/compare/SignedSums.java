// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import java.util.Arrays;

/// The distribution of the sum of scores when each counts or not with chance one half: what a
/// signed-rank sum is when signs are nothing but chance.
///
/// @param chances the probability of each sum, from 0
@SuppressWarnings("ArrayRecordComponent") // stays inside the package, never changed
record SignedSums(double[] chances) {
  static SignedSums of(int[] scores) {
    int total = Arrays.stream(scores).sum();
    double[] chances = new double[total + 1];
    chances[0] = 1;
    int reached = 0;
    for (int score : scores) {
      reached += score;
      for (int s = reached; s >= 0; s--) {
        chances[s] = (chances[s] + (s >= score ? chances[s - score] : 0)) / 2;
      }
    }
    return new SignedSums(chances);
  }

  /// Returns P(sum <= s).
  double lower(int s) {
    double p = 0;
    for (int i = 0; i <= s; i++) {
      p += chances[i];
    }
    return Math.min(1, p);
  }

  /// Returns P(sum >= s); the distribution is symmetric.
  double upper(int s) {
    return lower(chances.length - 1 - s);
  }

  /// Returns the smallest s with P(sum <= s) of at least p.
  int quantile(double p) {
    double sum = 0;
    for (int s = 0; s < chances.length; s++) {
      sum += chances[s];
      if (sum >= p * (1 - 1e-13)) {
        return s;
      }
    }
    return chances.length - 1;
  }
}
