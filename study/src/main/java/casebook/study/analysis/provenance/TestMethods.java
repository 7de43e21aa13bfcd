// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.study.finding.Method;

/// The tests, in words a clinician understands.
public final class TestMethods {
  private TestMethods() {}

  private static final String P_DEFINITION =
      "P is the probability of data at least as far from no association as these, if there were"
          + " none.";

  /// Pearson's chi-square times (n - 1) / n.
  public static final Method N_MINUS_ONE =
      new Method(
          "N-1 chi-square test",
          "",
          "Compares the counts with those expected without association; Pearson's chi-square times"
              + " (n - 1) / n, without continuity correction. "
              + P_DEFINITION,
          "Campbell I. Stat Med 2007;26:3661-3675",
          "");

  /// Pearson's chi-square, no continuity correction.
  public static final Method PEARSON =
      new Method(
          "Pearson chi-square test",
          "",
          "Compares the counts with those expected without association; no continuity correction. "
              + P_DEFINITION,
          "Pearson K. Philos Mag 1900;50:157-175",
          "");

  /// Pearson's chi-square with Yates's correction.
  public static final Method YATES =
      new Method(
          "Pearson chi-square test with continuity correction",
          "",
          "Compares the counts with those expected without association; half a count is taken from"
              + " each difference (Yates), which makes it too cautious. "
              + P_DEFINITION,
          "Yates F. Suppl J R Stat Soc 1934;1:217-235",
          "");

  /// Twice the smaller mid-P tail.
  public static final Method MID_P =
      new Method(
          "central mid-P exact test",
          "",
          "Exact test given the margins; the table observed counts half, and P is twice the smaller"
              + " tail. It keeps its level better than Fisher's test, which is too cautious. "
              + P_DEFINITION,
          "Lydersen S, Fagerland MW, Laake P. Stat Med 2009;28:1159-1175",
          "");

  /// Fisher's exact test of a 2x2 table.
  public static final Method FISHER =
      new Method(
          "Fisher's exact test",
          "",
          "Exact test given the margins: the sum of the probabilities of all tables no more"
              + " probable than the one observed. Too cautious in small samples. "
              + P_DEFINITION,
          "Fisher RA. Statistical Methods for Research Workers, 5th ed. Edinburgh 1934;"
              + " section 21.02",
          "");

  /// Two means.
  public static final Method WELCH =
      new Method(
          "Welch's t test",
          "",
          "Compares two means without assuming equal spread. "
              + "P is the probability of a difference at least as large, if the means were equal.",
          "Welch BL. Biometrika 1947;34:28-35",
          "");

  private static final String RANKS =
      "Compares the ranks of two groups. P is the probability of ranks at least as unequal, if both"
          + " groups came from one distribution.";

  /// Two groups by ranks, by the normal approximation.
  public static final Method MANN_WHITNEY =
      new Method(
          "Wilcoxon-Mann-Whitney test",
          "",
          RANKS + " Normal approximation with mid-ranks and continuity correction.",
          "Mann HB, Whitney DR. Ann Math Stat 1947;18:50-60",
          "");

  /// Two groups by ranks, exactly.
  public static final Method MANN_WHITNEY_EXACT =
      new Method(
          "exact Wilcoxon-Mann-Whitney test",
          "",
          RANKS + " Exact distribution of the ranks.",
          "Mann HB, Whitney DR. Ann Math Stat 1947;18:50-60",
          "");

  /// Several means.
  public static final Method WELCH_ANOVA =
      new Method(
          "Welch's analysis of variance",
          "",
          "Compares several means without assuming equal spread. P is the probability of"
              + " differences at least as large, if the means were equal.",
          "Welch BL. Biometrika 1951;38:330-336",
          "");

  /// Several groups by ranks.
  public static final Method KRUSKAL_WALLIS =
      new Method(
          "Kruskal-Wallis test",
          "",
          "Compares the ranks of several groups. P is the probability of ranks at least as unequal,"
              + " if all groups came from one distribution.",
          "Kruskal WH, Wallis WA. J Am Stat Assoc 1952;47:583-621",
          "");

  /// Fisher's test of a larger table.
  ///
  /// @param simulation how it was simulated; empty for an exact result
  public static Method freemanHalton(String simulation) {
    return new Method(
        simulation.isEmpty()
            ? "Fisher-Freeman-Halton exact test"
            : "Fisher-Freeman-Halton test, simulated",
        "",
        "Exact test given the margins, for tables with many small counts. " + P_DEFINITION,
        "Freeman GH, Halton JH. Biometrika 1951;38:141-149",
        simulation);
  }

  /// Cases above a limit taken from the controls.
  public static final Method EXCEEDANCE =
      new Method(
          "exceedance test, one-sided",
          "",
          "Compares the cases above a limit with what chance allows when the limit was taken from"
              + " the controls themselves; the ordinary tests of a 2x2 table do not keep their"
              + " level then.",
          "Epstein B. Ann Math Stat 1954;25:762-768",
          "");
}
