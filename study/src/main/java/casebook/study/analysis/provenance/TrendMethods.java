// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.study.finding.Method;

/// The tests of ordered exposures, in words a clinician understands.
public final class TrendMethods {
  private TrendMethods() {}

  private static final String DEPARTURE =
      "Whether the odds ratios of the levels leave the straight line of the trend more than chance"
          + " allows; a small P says that one odds ratio per step does not describe them.";

  /// The test for trend of the counts.
  public static final Method COCHRAN_ARMITAGE =
      new Method(
          "Cochran–Armitage test for trend",
          "",
          "Whether the share of cases rises or falls from level to level along the scores. P is the"
              + " probability of a trend at least as steep, if there were none.",
          "Armitage P. Biometrics 1955;11:375-386",
          "");

  /// The departure of the counts.
  public static final Method DEPARTURE_CHI_SQUARE =
      new Method(
          "chi-square test of departure from trend",
          "",
          DEPARTURE + " Pearson's chi-square less that of the trend.",
          "Armitage P. Biometrics 1955;11:375-386",
          "");

  /// The departure in a model, by maximum likelihood.
  public static final Method DEPARTURE_LIKELIHOOD =
      new Method(
          "likelihood-ratio test of departure from trend",
          "",
          DEPARTURE + " Compares the models with one odds ratio per step and with one per level.",
          "Breslow NE, Day NE. Statistical Methods in Cancer Research I. IARC 1980, section 6.5",
          "");

  /// The departure in a model, by Firth's penalised likelihood.
  public static final Method DEPARTURE_PENALISED =
      new Method(
          "penalised likelihood-ratio test of departure from trend",
          "",
          DEPARTURE + " Compares Firth's penalised likelihood with and without a term per level.",
          "Heinze G, Schemper M. Stat Med 2002;21:2409-2419",
          "");

  /// The departure in a model, by Wald's quadratic form.
  public static final Method DEPARTURE_WALD =
      new Method(
          "Wald test of departure from trend",
          "",
          DEPARTURE + " Tests the terms per level beside that of the trend.",
          "Wald A. Trans Am Math Soc 1943;54:426-482",
          "");
}
