// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.ChiSquared;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.Arrays;
import java.util.Locale;

/// The test of Cochran and Armitage for a trend of proportions over groups with scores, with the
/// overall chi-square and the departure from the trend.
///
/// No answer when nobody or everybody has the event, or when all persons have one score. Empty
/// groups count for nothing. Source: Armitage, Biometrics 11 (1955) 375; Cochran, Biometrics 10
/// (1954) 417. Equals: `prop.trend.test` (R 4.2).
public final class CochranArmitage {
  private final long[] events;
  private final long[] totals;
  private final double[] scores;
  private final long allEvents;
  private final long n;

  private CochranArmitage(long[] events, long[] totals, double[] scores) {
    this.events = events;
    this.totals = totals;
    this.scores = scores;
    allEvents = Arrays.stream(events).sum();
    n = Arrays.stream(totals).sum();
  }

  /// Makes the tests.
  ///
  /// @param events persons with the event, one number a group
  /// @param totals persons, as many numbers
  /// @param scores finite scores, as many numbers
  public static CochranArmitage of(long[] events, long[] totals, double[] scores) {
    if (events.length != totals.length || events.length != scores.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "there are %d events, %d totals and %d scores",
              events.length,
              totals.length,
              scores.length));
    }
    for (int i = 0; i < events.length; i++) {
      if (events[i] < 0 || events[i] > totals[i] || !Double.isFinite(scores[i])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "group %d has %d of %d events and score %s",
                i,
                events[i],
                totals[i],
                scores[i]));
      }
    }
    return new CochranArmitage(events.clone(), totals.clone(), scores.clone());
  }

  /// Returns z, the root of the trend chi-square with the sign of the trend.
  public Answer<Double> z() {
    return test().map(test -> Math.copySign(Math.sqrt(statistic(test)), slope()));
  }

  /// The chi-square of the trend, with one degree of freedom.
  public Answer<TestResult> test() {
    return trend("Cochran-Armitage test for trend", 1);
  }

  /// The chi-square of the trend with n - 1 in place of n: Mantel's, the linear-by-linear test.
  public Answer<TestResult> testNMinusOne() {
    return trend("Cochran-Armitage test for trend, N-1", (n - 1.0) / n);
  }

  private Answer<TestResult> trend(String method, double factor) {
    if (allEvents == 0 || allEvents == n) {
      return Answer.none(allEvents == 0 ? "nobody has the event" : "everybody has the event");
    }
    double spread = n * weighted(totals, 2) - weighted(totals, 1) * weighted(totals, 1);
    if (spread <= 0) {
      return Answer.none("all persons have one score");
    }
    double x = slope() / allEvents * slope() / (n - allEvents) / spread * n * factor;
    return Answer.of(TestResult.of(method, x, 1, ChiSquared.p(x, 1)));
  }

  // n sum(s x) - events sum(s n), with the scores counted from the first
  private double slope() {
    return n * weighted(events, 1) - allEvents * weighted(totals, 1);
  }

  private double weighted(long[] counts, int power) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * Math.pow(scores[i] - scores[0], power);
    }
    return sum;
  }

  /// Pearson's chi-square that all proportions are equal, with groups - 1 degrees of freedom.
  public Answer<TestResult> overall() {
    long[][] table = new long[events.length][];
    for (int i = 0; i < table.length; i++) {
      table[i] = new long[] {events[i], totals[i] - events[i]};
    }
    return ChiSquare.pearson(Crosstab.of(table));
  }

  /// The departure from a straight trend: overall less trend, with groups - 2 degrees of freedom;
  /// no answer for two groups.
  public Answer<TestResult> departure() {
    Answer<TestResult> trend = test();
    Answer<TestResult> overall = overall();
    if (trend.value().isEmpty() || overall.value().isEmpty()) {
      return trend.value().isEmpty() ? trend : overall;
    }
    double df = overall.value().get().df().orElseThrow() - 1;
    if (df < 1) {
      return Answer.none("two groups have no departure from a trend");
    }
    double x = Math.max(0, statistic(overall.value().get()) - statistic(trend.value().get()));
    return Answer.of(TestResult.of("departure from trend", x, df, ChiSquared.p(x, df)));
  }

  private static double statistic(TestResult test) {
    return test.statistic().orElseThrow();
  }

  /// The exact conditional test, given the number of events and the sizes of the groups: the
  /// probability of sums of scores at least as far from their expectation. No answer when the
  /// scores are not whole numbers or the table is too large.
  ///
  /// Source: Agresti, Categorical Data Analysis, 2nd edition 2002, section 3.5.7. Equals:
  /// `coin::independence_test(distribution = "exact")` for two-sided p-values of this kind.
  public Answer<TestResult> exact() {
    Answer<TestResult> trend = test();
    return trend.value().isEmpty() ? trend : ExactTrend.test(events, totals, scores);
  }
}
