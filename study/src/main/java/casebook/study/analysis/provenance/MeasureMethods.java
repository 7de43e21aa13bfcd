// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.study.finding.Method;

/// The effect measures beside the odds ratio, in words a clinician understands.
public final class MeasureMethods {
  private MeasureMethods() {}

  private static final String DIFFERENCE =
      "The risk of the exposed less that of the unexposed, in percentage points; 0 is no"
          + " association.";
  private static final String RATIO =
      "The risk of the exposed divided by that of the unexposed; 1 is no association.";
  private static final String FRACTION =
      "The share of all cases that would not have happened without the exposure, if the association"
          + " is causal and unconfounded; negative where the exposure protects.";

  /// Newcombe's hybrid interval.
  public static final Method DIFFERENCE_NEWCOMBE =
      new Method(
          "risk difference",
          "Newcombe hybrid score",
          DIFFERENCE,
          "Newcombe RG. Stat Med 1998;17:873-890",
          "");

  /// Wald's interval.
  public static final Method DIFFERENCE_WALD =
      new Method(
          "risk difference",
          "Wald",
          DIFFERENCE + " The interval is rough when a count is small.",
          "Newcombe RG. Stat Med 1998;17:873-890, method 1",
          "");

  /// The score interval of the ratio.
  public static final Method RATIO_SCORE =
      new Method(
          "risk ratio",
          "score (Miettinen–Nurminen)",
          RATIO + " The interval holds every ratio that the N-1 score test does not reject.",
          "Miettinen O, Nurminen M. Stat Med 1985;4:213-226",
          "");

  /// Katz's interval of the ratio.
  public static final Method RATIO_WALD =
      new Method(
          "risk ratio",
          "Wald (Katz)",
          RATIO + " The interval is rough when a count is small.",
          "Katz D and others. Biometrics 1978;34:469-474",
          "");

  /// Of a case-control study.
  public static final Method FRACTION_CASE_CONTROL =
      new Method(
          "population attributable fraction, case-control",
          "Walter",
          FRACTION + " By the odds ratio, for an event that is rare in the population.",
          "Walter SD. Int J Epidemiol 1978;7:175-182",
          "");

  /// Of a sample of the population.
  public static final Method FRACTION_POPULATION =
      new Method(
          "population attributable fraction",
          "Walter",
          FRACTION,
          "Walter SD. Biometrics 1976;32:829-849",
          "");

  /// The reciprocal of the risk difference.
  public static final Method NUMBER_NEEDED =
      new Method(
          "number needed",
          "of the risk difference",
          "So many exposed persons for one case more; with a minus sign, for one case less. Given"
              + " only when the interval of the risk difference leaves out 0, because it would"
              + " otherwise run through infinity.",
          "Altman DG. BMJ 1998;317:1309-1312",
          "");
}
