// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.compare.DetectableDifference;
import casebook.stats.compare.MaxTrend;
import casebook.study.finding.Method;

/// How measurements are compared, in words a clinician understands.
public final class ContrastMethods {
  private ContrastMethods() {}

  private static final String WELCH = "Welch BL. Biometrika 1947;34:28-35";
  private static final String LOG = "Keene ON. Stat Med 1995;14:811-819";
  private static final String TREND = "So HC, Sham PC. Behav Genet 2011;41:768-775";

  /// The middle of values on the log scale.
  public static final Method GEOMETRIC_MEAN =
      new Method(
          "geometric mean",
          "t, on the log scale",
          "The mean on the log scale, turned back: the middle of values whose ratios matter.",
          LOG,
          "");

  /// The middle of values, with its interval.
  public static final Method MEAN =
      new Method("mean", "t", "The sum of the values over their number.", "", "");

  /// Two groups by their ratio.
  public static final Method RATIO =
      new Method(
          "ratio of geometric means",
          "Welch, on the log scale",
          "How many times as high the values of one group are as those of the other. Compared on"
              + " the log scale, without assuming equal spread.",
          LOG + "; " + WELCH,
          "");

  /// Two groups by their difference.
  public static final Method DIFFERENCE =
      new Method(
          "difference of means",
          "Welch",
          "How much higher the values of one group are; without assuming equal spread.",
          WELCH,
          "");

  /// The ratio for each counted allele.
  public static final Method RATIO_PER_STEP =
      new Method(
          "linear regression on the log scale",
          "t, on the log scale",
          "By how many times the values rise with each counted allele, when each allele does the"
              + " same.",
          LOG + "; " + TREND,
          "");

  /// The difference for each counted allele.
  public static final Method DIFFERENCE_PER_STEP =
      new Method(
          "linear regression",
          "t",
          "By how much the values rise with each counted allele, when each allele does the same.",
          TREND,
          "");

  /// Two one-sided tests.
  public static final Method EQUIVALENCE =
      new Method(
          "two one-sided t tests of equivalence",
          "",
          "A small P says that the effect lies within the declared margin: both that it is not"
              + " smaller and that it is not larger. A large P says that this was not shown.",
          "Schuirmann DJ. J Pharmacokinet Biopharm 1987;15:657-680",
          "");

  /// What could have been found.
  public static final Method DETECTABLE =
      new Method(
          "detectable effect",
          "",
          "The smallest effect that so many people with the spread seen would have shown with a"
              + " power of 80%: the noncentrality that the t test needs, times the standard error."
              + " It says nothing about the effect seen; the interval does.",
          "Cohen J. Statistical Power Analysis for the Behavioral Sciences, 2nd ed. 1988; Hoenig JM,"
              + " Heisey DM. Am Stat 2001;55:19-24",
          DetectableDifference.standard().toString());

  /// Several groups by ranks, exactly.
  public static final Method KRUSKAL_WALLIS_EXACT =
      new Method(
          "exact Kruskal-Wallis test",
          "",
          "Compares the ranks of several groups. P is the share of all ways to deal the values to"
              + " the groups whose ranks are at least as unequal.",
          "Kruskal WH, Wallis WA. J Am Stat Assoc 1952;47:583-621",
          "");

  private static final String RISING =
      "Whether the values rise, or fall, from group to group. It takes ranks, no scores. ";

  private static final String JONCKHEERE = "Jonckheere AR. Biometrika 1954;41:133-145";

  /// Ordered groups by ranks.
  public static final Method JONCKHEERE_TERPSTRA =
      new Method(
          "Jonckheere-Terpstra test for trend",
          "",
          RISING + "Normal approximation, corrected for ties.",
          JONCKHEERE,
          "");

  /// Ordered groups by ranks, exactly.
  public static final Method JONCKHEERE_TERPSTRA_EXACT =
      new Method(
          "exact Jonckheere-Terpstra test for trend",
          "",
          RISING + "Exact distribution over all ways to deal the values to the groups.",
          JONCKHEERE,
          "");

  /// The best of several models.
  ///
  /// @param test how it was made
  public static Method largest(MaxTrend test) {
    return new Method(
        "largest trend of several models, by permutation",
        "",
        "The largest trend statistic of the models with one effect each. P is the share of random"
            + " orders of the values with one at least as large, so that it allows for having taken"
            + " the best.",
        TREND + "; Freidlin B, Zheng G, Li Z, Gastwirth JL. Hum Hered 2002;53:146-152",
        test.toString());
  }
}
