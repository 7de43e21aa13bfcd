// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.Binomial;
import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.Arrays;

/// The conditional distribution of a sum of scores over the persons with the event.
final class ExactTrend {
  /// Largest number of steps; a second or two.
  private static final double MOST_STEPS = 2e9;

  private ExactTrend() {}

  static Answer<TestResult> test(long[] events, long[] totals, double[] scores) {
    double least = Arrays.stream(scores).min().orElseThrow();
    long[] steps = new long[scores.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.round(scores[i] - least);
      if (steps[i] != scores[i] - least) {
        return Answer.none("the exact test for trend needs scores a whole number apart");
      }
    }
    long all = Arrays.stream(events).sum();
    long longest = Arrays.stream(steps).max().orElseThrow() * all;
    double work = (double) longest * all * Arrays.stream(totals).sum();
    if (work > MOST_STEPS) {
      return Answer.none("the table is too large for the exact test for trend");
    }
    double[] ways = ways(totals, steps, (int) all, (int) longest);
    return Answer.of(
        TestResult.exact("exact test for trend", PValue.of(far(ways, events, totals, steps))));
  }

  // ways[t]: the probability, up to a factor, that the scores of the events add up to t; each group
  // is binomial with the common share, so that nothing overflows
  private static double[] ways(long[] totals, long[] steps, int all, int longest) {
    double share = (double) all / Arrays.stream(totals).sum();
    double[][] sums = new double[all + 1][];
    sums[0] = new double[longest + 1];
    sums[0][0] = 1;
    for (int group = 0; group < totals.length; group++) {
      double[][] next = new double[all + 1][];
      Binomial binomial = new Binomial(totals[group], share);
      for (int k = 0; k <= Math.min(all, totals[group]); k++) {
        double weight = Math.exp(binomial.lnPoint(k));
        add(sums, next, k, Math.toIntExact(k * steps[group]), weight);
      }
      sums = next;
    }
    return sums[all];
  }

  private static void add(double[][] sums, double[][] next, int more, int shift, double weight) {
    for (int r = 0; r + more < sums.length; r++) {
      double[] from = sums[r];
      if (from != null) {
        double[] to = next[r + more];
        if (to == null) {
          to = new double[from.length];
          next[r + more] = to;
        }
        for (int t = 0; t + shift < from.length; t++) {
          to[t + shift] += weight * from[t];
        }
      }
    }
  }

  private static double far(double[] ways, long[] events, long[] totals, long[] steps) {
    long n = Arrays.stream(totals).sum();
    long expected = Arrays.stream(events).sum() * sum(totals, steps);
    long reach = Math.abs(sum(events, steps) * n - expected);
    double far = 0;
    double near = 0;
    for (int t = 0; t < ways.length; t++) {
      if (Math.abs(t * n - expected) >= reach) {
        far += ways[t];
      } else {
        near += ways[t];
      }
    }
    return far / (far + near);
  }

  private static long sum(long[] counts, long[] steps) {
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * steps[i];
    }
    return sum;
  }
}
