// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.describe.Quantile;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Arrays;

/// A nonparametric reference limit: a percentile of reference subjects with the interval between
/// two of their ordered values.
///
/// The limit lies at rank p (n + 1), interpolated (quantile type 6). Its interval is that of
/// [PercentileRanks]; a side for which no value is far enough out is not available, which an
/// infinite limit stands for. For the upper 90% limit of the 99th percentile at least 299 subjects
/// are needed, for that of the 97.5th 119 (CLSI asks for 120).
///
/// Source: CLSI EP28-A3c (2010), Defining, establishing and verifying reference intervals, section
/// 9. Equals: `quantile(type = 6)` (R 4.2).
///
/// @param probability of the percentile, between 0 and 1
/// @param level two-sided confidence level of the interval, between 0 and 1
public record ReferenceLimit(double probability, double level) {
  public ReferenceLimit {
    if (!(probability > 0 && probability < 1) || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "probability " + probability + " and level " + level + " are between 0 and 1");
    }
  }

  /// What the reference subjects say.
  ///
  /// @param n number of subjects
  /// @param rank p (n + 1), where the limit lies
  /// @param estimate the limit with its interval
  /// @param ranks of the values that bound the interval
  public record Limit(int n, double rank, Estimate estimate, PercentileRanks ranks) {
    /// Says which side of the interval is missing; empty when none is.
    public String remark() {
      if (ranks.lower().isEmpty() && ranks.upper().isEmpty()) {
        return "neither limit of the interval is available";
      }
      if (ranks.upper().isEmpty()) {
        return "upper limit of the interval not available";
      }
      return ranks.lower().isEmpty() ? "lower limit of the interval not available" : "";
    }
  }

  /// Makes the limit below which a share of the subjects lies, with a 90% interval.
  ///
  /// @param probability such as 0.99 for the 99th percentile
  public static ReferenceLimit upper(double probability) {
    return new ReferenceLimit(probability, 0.9);
  }

  /// Makes the limit above which a share of the subjects lies, with a 90% interval.
  ///
  /// @param probability such as 0.975 for the 2.5th percentile
  public static ReferenceLimit lower(double probability) {
    // 1 - 0.975 in binary is not the double nearest to 0.025
    return new ReferenceLimit(Math.rint((1 - probability) * 1e12) / 1e12, 0.9);
  }

  /// Returns the limit with an interval of another level.
  public ReferenceLimit withLevel(double other) {
    return new ReferenceLimit(probability, other);
  }

  /// Returns the smallest number of subjects for which both limits of the interval are available.
  public int smallestSize() {
    double far = Math.max(probability, 1 - probability);
    return (int) Math.ceil(Math.log((1 - level) / 2) / Math.log(far) - 1e-9);
  }

  /// Computes the limit.
  ///
  /// @param values one of each reference subject, any order
  /// @return the limit, or the reason when there are too few subjects for the percentile itself
  public Answer<Limit> of(double[] values) {
    int n = values.length;
    double rank = probability * (n + 1.0);
    if (n == 0 || rank < 1 || rank > n) {
      return Answer.none(
          "the limit is not available: its rank " + rank + " is not among " + n + " values");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    PercentileRanks ranks = ranks(n);
    double value = Quantile.standard().ofSorted(sorted, probability);
    return Answer.of(new Limit(n, rank, new Estimate(value, interval(sorted)), ranks));
  }

  /// Finds the ranks of the interval for a number of subjects.
  ///
  /// @param n at least 1
  public PercentileRanks ranks(int n) {
    return PercentileRanks.of(n, probability, level);
  }

  /// Computes the interval of the percentile alone; it may have a side where the limit itself is
  /// not available.
  ///
  /// @param values one of each reference subject, any order, at least one
  /// @return the interval, infinite on a side that is not available
  public Interval interval(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    PercentileRanks ranks = ranks(sorted.length);
    double low =
        ranks.lower().isPresent() ? sorted[ranks.lower().getAsInt() - 1] : Double.NEGATIVE_INFINITY;
    double high =
        ranks.upper().isPresent() ? sorted[ranks.upper().getAsInt() - 1] : Double.POSITIVE_INFINITY;
    return new Interval(low, high, level);
  }
}
