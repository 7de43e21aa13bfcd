// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.Arrays;

/// Wilcoxon's signed-rank test of differences.
///
/// V is the sum of the ranks of |d| over the positive differences; zero differences are dropped,
/// ties have mid-ranks. The exact test enumerates all signs. Source: Wilcoxon, F. (1945).
/// Biometrics Bulletin 1, 80-83. Equals: `wilcox.test(paired = TRUE)` (R 4.2) without ties or
/// asymptotically; `coin::wilcoxsign_test(zero.method = "Wilcoxon", distribution = "exact")` with
/// ties. The shift that belongs to it is [HodgesLehmann].
///
/// @param alternative what the test is to find
/// @param continuityCorrection whether the asymptotic test moves V by 1/2 towards its mean
public record SignedRank(Alternative alternative, boolean continuityCorrection) {
  // 2 V is counted in an int and the enumeration takes n^3 steps
  private static final int MOST_DIFFERENCES = 2000;

  /// Makes the two-sided test, asymptotically with continuity correction.
  public static SignedRank standard() {
    return new SignedRank(Alternative.TWO_SIDED, true);
  }

  /// Returns the test against another alternative.
  public SignedRank withAlternative(Alternative other) {
    return new SignedRank(other, continuityCorrection);
  }

  /// Returns the test with or without continuity correction.
  public SignedRank withContinuityCorrection(boolean other) {
    return new SignedRank(alternative, other);
  }

  /// Returns V, the sum of the ranks of the positive differences.
  ///
  /// @param differences first minus second of each subject
  public static double v(double[] differences) {
    double[] kept = nonzero(differences);
    return positiveSum(kept, ranks(kept)) / 2.0;
  }

  /// Returns how many differences are not zero.
  public static int nonzeroCount(double[] differences) {
    return nonzero(differences).length;
  }

  /// Tests by the normal approximation of V with the variance corrected for ties.
  ///
  /// @param differences first minus second of each subject
  /// @return z and p; p of 1 with the reason when every difference is zero, the reason alone when
  ///   there are none
  public Answer<TestResult> asymptotic(double[] differences) {
    double[] kept = nonzero(differences);
    if (kept.length == 0) {
      return without("Wilcoxon signed-rank test", differences);
    }
    double n = kept.length;
    Ranks ranks = ranks(kept);
    double v = positiveSum(kept, ranks) / 2.0;
    double variance = n * (n + 1) * (2 * n + 1) / 24 - ranks.tieTerm() / 48;
    return Answer.of(
        Approximation.normal(
            "Wilcoxon signed-rank test",
            v - n * (n + 1) / 4,
            Math.sqrt(variance),
            alternative,
            continuityCorrection));
  }

  /// Tests by the exact distribution over all signs.
  ///
  /// @param differences first minus second of each subject
  /// @return p; 1 with the reason when every difference is zero, the reason alone when there are
  ///   none or too many
  public Answer<TestResult> exact(double[] differences) {
    double[] kept = nonzero(differences);
    if (kept.length == 0) {
      return without("Wilcoxon signed-rank test, exact", differences);
    }
    if (kept.length > MOST_DIFFERENCES) {
      return Answer.none(
          "the exact distribution of " + kept.length + " differences is too long to enumerate");
    }
    Ranks ranks = ranks(kept);
    int v = (int) positiveSum(kept, ranks);
    SignedSums sums = SignedSums.of(ranks.doubled());
    double below = sums.lower(v);
    double above = sums.upper(v);
    PValue p =
        switch (alternative) {
          case LESS -> SignedSums.p(below);
          case GREATER -> SignedSums.p(above);
          case TWO_SIDED -> SignedSums.p(Math.min(SignedSums.ONE, 2 * Math.min(below, above)));
        };
    return Answer.of(TestResult.exact("Wilcoxon signed-rank test, exact", p));
  }

  private static Answer<TestResult> without(String method, double[] differences) {
    return differences.length == 0
        ? Answer.none("there are no differences")
        : Ranks.withoutOrder(method, "every difference is zero");
  }

  private static double[] nonzero(double[] differences) {
    return Arrays.stream(differences).filter(d -> d != 0).toArray();
  }

  private static Ranks ranks(double[] kept) {
    return Ranks.of(Arrays.stream(kept).map(Math::abs).toArray());
  }

  private static long positiveSum(double[] kept, Ranks ranks) {
    long sum = 0;
    for (int i = 0; i < kept.length; i++) {
      sum += kept[i] > 0 ? ranks.doubled(i) : 0;
    }
    return sum;
  }
}
