// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Mid-ranks of values, doubled so that they are whole.
final class Ranks {
  private final int[] doubled;
  private final double tieTerm;

  private Ranks(int[] doubled, double tieTerm) {
    this.doubled = doubled;
    this.tieTerm = tieTerm;
  }

  static Ranks of(double[] values) {
    int n = values.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((i, j) -> Double.compare(values[i] + 0.0, values[j] + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] doubled = new int[n];
    double term = 0;
    int start = 0;
    while (start < n) {
      int end = start + 1;
      while (end < n && values[order[end]] == values[order[start]]) {
        end++;
      }
      for (int k = start; k < end; k++) {
        doubled[order[k]] = start + 1 + end;
      }
      double tied = end - start;
      term += tied * (tied * tied - 1);
      start = end;
    }
    return new Ranks(doubled, term);
  }

  /// Ranks two groups together, the first group's values before the second's.
  static Ranks of(double[] first, double[] second) {
    double[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return of(all);
  }

  int size() {
    return doubled.length;
  }

  int doubled(int index) {
    return doubled[index];
  }

  /// Returns twice the ranks, copied.
  int[] doubled() {
    return doubled.clone();
  }

  /// Returns the ranks as numbers.
  double[] values() {
    return Arrays.stream(doubled).mapToDouble(rank -> rank / 2.0).toArray();
  }

  /// Returns the sum of t^3 - t over the groups of t equal values.
  double tieTerm() {
    return tieTerm;
  }

  boolean tied() {
    return tieTerm > 0;
  }

  /// Says whether all values are equal.
  boolean allTied() {
    return Arrays.stream(doubled).allMatch(rank -> rank == doubled[0]);
  }

  /// The answer of a rank test whose values are all equal: no order of the groups is less probable
  /// than another, so that p is 1.
  static Answer<TestResult> withoutOrder(String method, String reason) {
    return Answer.noted(TestResult.exact(method, new PValue(0)), reason);
  }

  /// Returns the sum of the doubled ranks from one index up to another.
  long doubledSum(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += doubled[i];
    }
    return sum;
  }
}
