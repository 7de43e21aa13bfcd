// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.imputation;

import casebook.study.finding.Method;

/// What is said of numbers pooled over imputed data sets, in words a clinician understands.
final class ImputationMethods {
  // as the label of its row, which then needs no footnote
  private static final String NAME = "multiple imputation";
  private static final String RUBIN =
      "Rubin DB. Multiple Imputation for Nonresponse in Surveys. Wiley 1987";
  private static final String BARNARD = RUBIN + "; Barnard J, Rubin DB. Biometrika 1999;86:948-955";
  private static final String WHITE = "White IR, Royston P, Wood AM. Stat Med 2011;30:377-399";

  private static final String POOLED =
      "How many times the odds of being a case rise with this term while the other terms of the"
          + " model stay the same; 1 is no association. The model was fitted in each imputed data"
          + " set, and the logarithms of the odds ratios were averaged; the variance is the mean of"
          + " theirs and what they differ between data sets.";

  /// What share of the information is missing.
  static final Method MISSING_INFORMATION =
      new Method(
          "fraction of missing information",
          "",
          "Which part of what the whole data would say about this odds ratio is lost with the missing"
              + " values: near 0 the imputed data sets agree, near 1 nearly all uncertainty comes"
              + " from what was filled in.",
          RUBIN,
          "");

  /// How many degrees of freedom the interval has.
  static final Method DEGREES_OF_FREEDOM =
      new Method(
          "degrees of freedom of Barnard and Rubin",
          "",
          "Those of the t distribution of interval and P; few where much is missing or imputations"
              + " are few.",
          BARNARD,
          "");

  /// How much the pooled estimate owes to chance of the imputations.
  static final Method MONTE_CARLO =
      new Method(
          "Monte Carlo error",
          "",
          "The standard deviation by which the logarithm of the pooled odds ratio would move if the"
              + " values were imputed again: the root of the variance between data sets over their"
              + " number.",
          WHITE,
          "");

  private ImputationMethods() {}

  /// The pooled odds ratio with the degrees of freedom that are used.
  static Method pooled(String settings) {
    return new Method(
        NAME, "Rubin's rules (t, Barnard–Rubin degrees of freedom)", POOLED, BARNARD, settings);
  }

  /// The pooled odds ratio with the degrees of freedom of large samples.
  static Method largeSample(String settings) {
    return new Method(NAME, "Rubin's rules (t, large-sample)", POOLED, RUBIN, settings);
  }

  /// The test of the pooled odds ratio.
  static Method test(String settings) {
    return new Method(
        NAME,
        "",
        "The pooled logarithm of the odds ratio over its standard error, by the t distribution of"
            + " the interval beside it.",
        BARNARD,
        settings);
  }
}
