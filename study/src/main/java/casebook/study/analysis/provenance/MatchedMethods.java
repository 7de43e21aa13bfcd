// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.study.finding.Method;

/// How numbers of matched sets were made, in words a clinician understands.
public final class MatchedMethods {
  private MatchedMethods() {}

  private static final String INSIDE =
      "How many times the odds of being a case rise with this term inside a matched set; persons are"
          + " compared with the others of their set only; 1 is no association.";

  private static final String PAIRS =
      "The pairs in which only the case is exposed, over those in which only the control is; the"
          + " other pairs say nothing.";

  /// Conditional logistic regression with profile-likelihood intervals.
  ///
  /// @param settings the method record as text
  public static Method conditionalProfile(String settings) {
    return new Method(
        "conditional logistic regression, exact likelihood",
        "profile likelihood",
        INSIDE
            + " The interval holds every odds ratio that the likelihood-ratio test does not reject;"
            + " P is of the same test.",
        "Breslow NE, Day NE. Statistical Methods in Cancer Research I. IARC 1980, chapter 7",
        settings);
  }

  /// Conditional logistic regression with Wald intervals.
  ///
  /// @param settings the method record as text
  public static Method conditionalWald(String settings) {
    return new Method(
        "conditional logistic regression, exact likelihood",
        "Wald",
        INSIDE
            + " The interval is the estimate ± z standard errors on the logarithmic scale; it does"
            + " not exist when the estimate is infinite.",
        "Breslow NE, Day NE. Statistical Methods in Cancer Research I. IARC 1980, chapter 7",
        settings);
  }

  /// Exact conditional logistic regression.
  ///
  /// @param settings the method record as text
  public static Method conditionalExact(String settings) {
    return new Method(
        "exact conditional logistic regression, median-unbiased",
        "mid-P",
        INSIDE
            + " It is taken from the exact distribution because maximum likelihood has no finite"
            + " answer; one limit of the interval may be open.",
        "Hirji KF, Mehta CR, Patel NR. Biometrics 1988;44:803-814",
        settings);
  }

  /// The odds ratio of pairs.
  public static final Method PAIRS_MID_P =
      new Method(
          "matched odds ratio of pairs",
          "mid-P",
          PAIRS + " The interval holds every odds ratio that the mid-P test does not reject.",
          "Fagerland MW, Lydersen S, Laake P. BMC Med Res Methodol 2013;13:91",
          "");

  /// The odds ratio of pairs with the exact interval.
  public static final Method PAIRS_EXACT =
      new Method(
          "matched odds ratio of pairs",
          "exact (Clopper–Pearson)",
          PAIRS + " The interval is exact and too wide rather than too narrow.",
          "Breslow NE, Day NE. Statistical Methods in Cancer Research I. IARC 1980, section 5.2",
          "");

  /// McNemar's test.
  ///
  /// @param which such as `mid-P test`
  public static Method mcNemar(String which) {
    return new Method(
        "McNemar's " + which,
        "",
        "Whether among the discordant pairs the exposed one is the case more often than chance"
            + " allows. P is the probability of a split at least as uneven, if exposure made no"
            + " difference.",
        "McNemar Q. Psychometrika 1947;12:153-157; Fagerland MW, Lydersen S, Laake P. BMC Med Res"
            + " Methodol 2013;13:91",
        "");
  }

  /// How cases and controls of the same set differ.
  public static final Method DIFFERENCE_WITHIN_SETS =
      new Method(
          "standardised difference within sets",
          "",
          "The mean over the matched sets of the difference between the cases of a set and its"
              + " controls (a set counts as often as it has cases), in units of the standard"
              + " deviation (root mean square of cases and controls). What all sets share is 0.",
          "Austin PC. Pharmacoepidemiol Drug Saf 2008;17:1218-1225",
          "");
}
