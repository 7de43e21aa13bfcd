// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.result.Answer;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Compares the survival of groups by the events observed and expected in each of them.
///
/// At each event time with d events among n at risk, group g with n_g at risk expects d n_g / n of
/// them; the differences are summed with weights w, and their covariance is the sum of w^2 d (n -
/// d) / (n - 1) (n_g / n [g = h] - n_g n_h / n^2). Over strata, both are summed, so that only
/// people of one stratum are compared. Late entries are taken into account.
///
/// Source: Mantel, 1966, Cancer Chemotherapy Reports 50:163-170; Peto and Peto, 1972, Journal of
/// the Royal Statistical Society A 135:185-207; Kalbfleisch and Prentice, 2002, section 1.5.
///
/// Equals: `survdiff(rho = )` of R's survival 3.5.
///
/// @param weights how much each event time counts
/// @param level confidence level of the hazard ratio, between 0 and 1
public record LogRank(RiskWeights weights, double level) {
  public LogRank {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// The log-rank test proper: all event times count alike; level 0.95.
  public static LogRank standard() {
    return new LogRank(new RiskWeights.FlemingHarrington(0, 0), 0.95);
  }

  /// Changes the weights.
  public LogRank withWeights(RiskWeights other) {
    return new LogRank(other, level);
  }

  /// Changes the confidence level of the hazard ratio.
  public LogRank withLevel(double other) {
    return new LogRank(weights, other);
  }

  /// Compares groups.
  ///
  /// @param times follow-up of n rows
  /// @param groups length n, group of each row, from 0
  public Answer<LogRankResult> test(Times times, int[] groups) {
    return test(times, groups, new int[times.size()]);
  }

  /// Compares groups within strata.
  ///
  /// There is no answer when fewer than two groups are ever at risk at an event, or nothing could
  /// have come out differently.
  ///
  /// @param times follow-up of n rows
  /// @param groups length n, group of each row, from 0
  /// @param strata length n, stratum of each row, from 0
  public Answer<LogRankResult> test(Times times, int[] groups, int[] strata) {
    int count = Groups.check(groups, times.size());
    int strataCount = Groups.check(strata, times.size());
    var sums = new LogRankSums(count);
    for (int s = 0; s < strataCount; s++) {
      int stratum = s;
      int[] rows =
          IntStream.range(0, strata.length).filter(row -> strata[row] == stratum).toArray();
      int[] inStratum = Arrays.stream(rows).map(row -> groups[row]).toArray();
      add(sums, times.select(rows), inStratum);
    }
    for (int group : groups) {
      sums.people[group]++;
    }
    return LogRankResult.of(level, sums);
  }

  private void add(LogRankSums sums, Times times, int[] groups) {
    var timeline = new Timeline(times);
    int count = sums.people.length;
    int[] change = new int[(timeline.size() + 1) * count]; // of the numbers at risk
    int[] events = new int[timeline.size() * count];
    for (int row = 0; row < groups.length; row++) {
      change[timeline.first(row) * count + groups[row]]++;
      change[(timeline.last(row) + 1) * count + groups[row]]--;
      if (times.event(row)) {
        events[timeline.last(row) * count + groups[row]]++;
      }
    }
    double survival = 1;
    int[] atRisk = new int[count];
    int[] now = new int[count];
    for (int k = 0; k < timeline.size(); k++) {
      int n = 0;
      int d = 0;
      for (int g = 0; g < count; g++) {
        atRisk[g] += change[k * count + g];
        now[g] = events[k * count + g];
        n += atRisk[g];
        d += now[g];
      }
      if (d > 0) {
        sums.add(weights.weight(survival, n), now, d, atRisk, n);
        survival *= (double) (n - d) / n;
      }
    }
  }
}
