// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.study.finding.Method;

/// The ways to an odds ratio and its interval, in words a clinician understands.
public final class OddsRatioMethods {
  private OddsRatioMethods() {}

  private static final String DEFINITION =
      "The odds of exposure among cases divided by the odds among controls; 1 is no association.";

  private static final String ADJUSTED =
      "How many times the odds of being a case rise with this term while the other terms of the"
          + " model stay the same; 1 is no association.";

  private static final String WALD =
      " The interval is the estimate ± z standard errors on the logarithmic scale; it is rough"
          + " when a count is small and does not exist when one is 0.";

  private static final String PROFILE =
      " The interval holds every odds ratio that the likelihood-ratio test does not reject; P is of"
          + " the same test.";

  private static final String FIRTH =
      " Firth's penalty takes away the first-order bias of small samples and gives a finite answer"
          + " also where maximum likelihood has none; interval and P are from the penalised"
          + " likelihood.";

  /// The common odds ratio of Mantel and Haenszel.
  public static final Method MANTEL_HAENSZEL =
      new Method(
          "Mantel–Haenszel odds ratio",
          "Robins–Breslow–Greenland",
          "One odds ratio for all strata: the exposed and unexposed are compared inside each stratum"
              + " and the strata weighed by their size; 1 is no association.",
          "Mantel N, Haenszel W. J Natl Cancer Inst 1959;22:719-748; Robins J, Breslow N, Greenland"
              + " S. Biometrics 1986;42:311-323",
          "");

  /// The common odds ratio conditional on the margins of the strata.
  public static final Method CONDITIONAL =
      new Method(
          "conditional maximum-likelihood odds ratio",
          "central exact",
          "One odds ratio for all strata, from the exact distribution of the exposed cases given the"
              + " totals of each stratum; 1 is no association.",
          "Breslow NE, Day NE. Statistical Methods in Cancer Research I. IARC 1980, section 4.4",
          "");

  /// The test of homogeneity over strata.
  public static final Method BRESLOW_DAY =
      new Method(
          "Breslow–Day test with Tarone's correction",
          "",
          "Whether the odds ratio differs between the strata more than chance allows; a small P says"
              + " that one common odds ratio hides differences.",
          "Tarone RE. Biometrika 1985;72:91-95",
          "");

  /// ad / bc with the interval of Woolf.
  public static final Method WOOLF =
      new Method(
          "sample odds ratio",
          "Wald (Woolf)",
          DEFINITION + WALD,
          "Woolf B. Ann Hum Genet 1955;19:251-253",
          "");

  /// ad / bc with the interval of Miettinen and Nurminen.
  public static final Method SCORE =
      new Method(
          "sample odds ratio",
          "score (Miettinen–Nurminen)",
          DEFINITION
              + " The interval holds every odds ratio that the N-1 chi-square test does not reject.",
          "Miettinen O, Nurminen M. Stat Med 1985;4:213-226",
          "");

  /// ad / bc with the mid-P interval.
  public static final Method SAMPLE_MID_P =
      new Method(
          "sample odds ratio",
          "central mid-P exact",
          DEFINITION
              + " The interval holds every odds ratio that the central mid-P exact test does not"
              + " reject.",
          "Fagerland MW, Lydersen S, Laake P. Stat Methods Med Res 2015;24:224-254",
          "");

  /// The median-unbiased estimate with the mid-P interval.
  public static final Method MID_P =
      new Method(
          "median-unbiased odds ratio",
          "central mid-P exact",
          DEFINITION + " Conditional on the margins of the table.",
          "Fagerland MW, Lydersen S, Laake P. Stat Methods Med Res 2015;24:224-254",
          "");

  /// The conditional estimate with the exact interval.
  public static final Method EXACT =
      new Method(
          "conditional maximum-likelihood odds ratio",
          "central exact (Cornfield)",
          DEFINITION
              + " Conditional on the margins of the table; the interval is too wide rather"
              + " than too narrow.",
          "Fay MP. Biostatistics 2010;11:373-374",
          "");

  /// ad / bc with the profile-likelihood interval.
  public static final Method SAMPLE_PROFILE =
      new Method(
          "sample odds ratio",
          "profile likelihood",
          DEFINITION + PROFILE,
          "Venzon DJ, Moolgavkar SH. Appl Stat 1988;37:87-94",
          "");

  private static final String ANOTHER =
      " It may disagree with the interval about 1, as the two belong to different tests.";

  /// ad / bc with the profile-likelihood interval and the p-value of Wald's test.
  public static final Method SAMPLE_PROFILE_WALD_P =
      new Method(
          "sample odds ratio",
          "profile likelihood (P: Wald)",
          DEFINITION
              + " The interval holds every odds ratio that the likelihood-ratio test does not"
              + " reject; P is of the Wald test, as R prints it."
              + ANOTHER,
          "Venzon DJ, Moolgavkar SH. Appl Stat 1988;37:87-94",
          "");

  /// ad / bc with the central exact interval and the p-value of Pearson's test.
  public static final Method SAMPLE_EXACT_PEARSON_P =
      new Method(
          "sample odds ratio",
          "central exact (P: Pearson)",
          DEFINITION
              + " The interval is the central exact one, conditional on the margins of the table; P"
              + " is of Pearson's chi-square test, as Stata prints it."
              + ANOTHER,
          "Fay MP. Biostatistics 2010;11:373-374",
          "");

  /// Firth's odds ratio of a 2x2 table.
  public static final Method SAMPLE_FIRTH =
      new Method(
          "Firth's odds ratio",
          "profile penalised likelihood",
          DEFINITION + FIRTH,
          "Firth D. Biometrika 1993;80:27-38; Heinze G, Schemper M. Stat Med 2002;21:2409-2419",
          "");

  /// Logistic regression with Wald intervals.
  ///
  /// @param settings the method record as text
  public static Method logisticWald(String settings) {
    return new Method(
        "logistic regression, maximum likelihood",
        "Wald",
        ADJUSTED + WALD,
        "Hosmer DW, Lemeshow S, Sturdivant RX. Applied Logistic Regression, 3rd ed. Wiley 2013",
        settings);
  }

  /// Logistic regression with profile-likelihood intervals.
  ///
  /// @param settings the method record as text
  public static Method logisticProfile(String settings) {
    return new Method(
        "logistic regression, maximum likelihood",
        "profile likelihood",
        ADJUSTED + PROFILE,
        "Venzon DJ, Moolgavkar SH. Appl Stat 1988;37:87-94",
        settings);
  }

  /// Logistic regression with profile-likelihood intervals and the p-values of Wald's test.
  ///
  /// @param settings the method record as text
  public static Method logisticProfileWaldP(String settings) {
    return new Method(
        "logistic regression, maximum likelihood",
        "profile likelihood (P: Wald)",
        ADJUSTED
            + " The interval holds every odds ratio that the likelihood-ratio test does not reject;"
            + " P is of the Wald test, as R prints it."
            + ANOTHER,
        "Venzon DJ, Moolgavkar SH. Appl Stat 1988;37:87-94",
        settings);
  }

  /// Firth's logistic regression.
  ///
  /// @param settings the method record as text
  public static Method firth(String settings) {
    return new Method(
        "logistic regression, Firth's penalised likelihood",
        "profile penalised likelihood",
        ADJUSTED + FIRTH,
        "Firth D. Biometrika 1993;80:27-38; Heinze G, Schemper M. Stat Med 2002;21:2409-2419",
        settings);
  }

  /// Exact logistic regression.
  public static final Method EXACT_LOGISTIC =
      new Method(
          "exact logistic regression",
          "conditional mid-P exact",
          ADJUSTED
              + " From the exact distribution given the other terms of the model; the conditional"
              + " maximum-likelihood estimate or, where that is infinite, the median-unbiased one."
              + " The interval holds every odds ratio that the central mid-P exact test does not"
              + " reject.",
          "Hirji KF, Mehta CR, Patel NR. J Am Stat Assoc 1987;82:1110-1117",
          "");

  /// The test that goes with Firth's profile interval.
  public static final Method PENALISED_TEST =
      new Method(
          "penalised likelihood-ratio test",
          "",
          "Compares Firth's penalised likelihood with and without the exposure; the test of the"
              + " interval beside it.",
          "Heinze G, Schemper M. Stat Med 2002;21:2409-2419",
          "");

  /// The test that goes with a profile interval.
  public static final Method LIKELIHOOD_RATIO =
      new Method(
          "likelihood-ratio test",
          "",
          "Compares the likelihood with and without the exposure; the test of the interval beside"
              + " it.",
          "Wilks SS. Ann Math Stat 1938;9:60-62",
          "");

  /// The test that goes with a Wald interval.
  public static final Method WALD_TEST =
      new Method(
          "Wald test",
          "",
          "Compares the logarithm of the odds ratio with its standard error; the test of the"
              + " interval beside it.",
          "Wald A. Trans Am Math Soc 1943;54:426-482",
          "");
}
