// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.Normal;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// The Hodges-Lehmann shift: the median of all differences between two groups, or of all means of
/// two values of one group, with the interval that the rank test inverts.
///
/// The interval lies between the k-th smallest and the k-th largest difference. The exact k comes
/// from the distribution of the ranks; the normal k is n1 n2 / 2 - z sqrt(n1 n2 (n1 + n2 + 1) /
/// 12), rounded (Moses). Where no difference reaches the level, k is 1 and the interval covers less
/// than its level.
///
/// With ties the exact limits use the distribution of the mid-ranks. With w(d) the number of
/// differences above d, those equal to d counted half, the lower limit is the largest difference
/// with w above the upper quantile, the upper limit the smallest with w not above the lower
/// quantile; where w meets a quantile exactly, exchanging the groups may move a limit by one step.
///
/// Source: Hodges, J. L. and Lehmann, E. L. (1963). Annals of Mathematical Statistics 34, 598-611;
/// Hollander, M. and Wolfe, D. A. (1999). Nonparametric Statistical Methods, 2nd ed., p. 132.
/// Equals: `wilcox.test(exact = TRUE, conf.int = TRUE)` (R 4.2) without ties,
/// `exactRankTests::wilcox.exact` (0.8) with ties. Differs from: `wilcox.test` with ties, which
/// solves the asymptotic test for the shift.
///
/// @param level confidence level, between 0 and 1
public record HodgesLehmann(double level) {
  public HodgesLehmann {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the estimate with a 95% interval.
  public static HodgesLehmann standard() {
    return new HodgesLehmann(0.95);
  }

  /// Estimates the shift between two groups with the normal interval.
  ///
  /// @param first at least one value
  /// @param second at least one value
  public Answer<Estimate> shift(double[] first, double[] second) {
    return first.length == 0 || second.length == 0
        ? Answer.none("a group is empty")
        : Answer.of(
            between(
                PairwiseValues.differences(first, second),
                normalRank(first.length, second.length)));
  }

  /// Estimates the shift between two groups with the exact interval.
  ///
  /// @param first at least one value
  /// @param second at least one value
  /// @return the shift, or the reason when a group is empty or too large to enumerate
  public Answer<Estimate> shiftExact(double[] first, double[] second) {
    if (first.length == 0 || second.length == 0) {
      return Answer.none("a group is empty");
    }
    int[] ranks = Ranks.of(first, second).doubled();
    Optional<SubsetSums> sums = SubsetSums.of(ranks, first.length);
    if (sums.isEmpty()) {
      return Answer.none("the groups are too large to enumerate");
    }
    double smallest = (double) first.length * (first.length + 1);
    double low = (sums.get().quantile((1 - level) / 2) - smallest) / 2;
    double high = (sums.get().quantile((1 + level) / 2) - smallest) / 2;
    PairwiseValues differences = PairwiseValues.differences(first, second);
    return Answer.of(
        new Estimate(
            differences.median(),
            new Interval(
                lowest(differences, differences.size() - high), highest(differences, low), level)));
  }

  // the largest difference that has fewer than `rank` below it, those equal to it counted half
  private static double lowest(PairwiseValues values, double rank) {
    double candidate = values.at(Math.min(values.size(), (long) Math.floor(rank) + 1));
    long below = values.countBelow(candidate);
    double equal = values.countUpTo(candidate) - below;
    return below + equal / 2 < rank ? candidate : values.at(Math.max(1, below));
  }

  // the smallest difference that has at most `rank` above it, those equal to it counted half
  private static double highest(PairwiseValues values, double rank) {
    long size = values.size();
    double candidate = values.at(Math.max(1, size - (long) Math.floor(rank)));
    long upTo = values.countUpTo(candidate);
    double equal = upTo - values.countBelow(candidate);
    return size - upTo + equal / 2 <= rank ? candidate : values.at(Math.min(size, upTo + 1));
  }

  /// Estimates the centre of a symmetric distribution, or of differences of pairs, with the normal
  /// interval: k = n (n + 1) / 4 - z sqrt(n (n + 1) (2 n + 1) / 24), rounded.
  ///
  /// @param values at least one
  public Answer<Estimate> centre(double[] values) {
    if (values.length == 0) {
      return Answer.none("there are no values");
    }
    double n = values.length;
    double half = Normal.ofLevel(level) * Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
    long rank = Math.max(1, Math.round(n * (n + 1) / 4 - half));
    return Answer.of(between(PairwiseValues.means(values), rank));
  }

  /// Estimates the centre of a symmetric distribution, or of differences of pairs, with the exact
  /// interval.
  ///
  /// @param values at least one; the ranks are taken as untied
  public Answer<Estimate> centreExact(double[] values) {
    if (values.length == 0) {
      return Answer.none("there are no values");
    }
    SignedSums sums = SignedSums.of(IntStream.rangeClosed(1, values.length).toArray());
    return Answer.of(
        between(PairwiseValues.means(values), Math.max(1, sums.quantile((1 - level) / 2))));
  }

  /// Returns the exact k of two groups without ties; empty where they are too large to enumerate.
  ///
  /// @param n1 size of the first group
  /// @param n2 size of the second group
  public OptionalLong exactRank(int n1, int n2) {
    int m = Math.min(n1, n2);
    Optional<SubsetSums> sums = SubsetSums.of(IntStream.rangeClosed(1, n1 + n2).toArray(), m);
    double smallest = m * (m + 1.0) / 2;
    return sums.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(1, (long) (sums.get().quantile((1 - level) / 2) - smallest)));
  }

  /// Returns the k of the normal approximation.
  ///
  /// @param n1 size of the first group
  /// @param n2 size of the second group
  public long normalRank(int n1, int n2) {
    double pairs = (double) n1 * n2;
    double half = Normal.ofLevel(level) * Math.sqrt(pairs * (n1 + n2 + 1.0) / 12);
    return Math.max(1, (long) Math.rint(pairs / 2 - half));
  }

  private Estimate between(PairwiseValues values, long rank) {
    long low = Math.min(rank, (values.size() + 1) / 2);
    return new Estimate(
        values.median(), new Interval(values.at(low), values.at(values.size() + 1 - low), level));
  }
}
