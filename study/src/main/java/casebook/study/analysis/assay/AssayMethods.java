// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.study.finding.Method;

/// The methods of an assay in words a clinician understands.
final class AssayMethods {
  private AssayMethods() {}

  /// A limit that somebody else set.
  static final Method GIVEN =
      new Method("declared limit", "", "A limit that was not taken from these data.", "", "");

  /// The reference limit without a model.
  static final Method ORDER_STATISTICS =
      new Method(
          "percentile with the interval of ordered values",
          "",
          "The value below which the declared share of the reference group lies. Its interval"
              + " reaches between two of the ordered values, whatever their distribution.",
          "CLSI EP28-A3c; Conover WJ. Practical Nonparametric Statistics, 3rd ed. 1999, p. 143",
          "");

  /// The reference limit of a normal distribution after a power.
  static final Method PARAMETRIC =
      new Method(
          "percentile of a normal distribution after a Box-Cox power",
          "",
          "The percentile of a normal distribution, after the power that makes the values most"
              + " normal. It leans on that distribution far out, where few values can bear it out.",
          "Solberg HE. J Clin Chem Clin Biochem 1987;25:645-656; Box GEP, Cox DR. J R Stat Soc B"
              + " 1964;26:211-252",
          "");

  /// Flags of outliers.
  static final Method FENCES =
      new Method(
          "Tukey's fences after a Box-Cox power",
          "",
          "Values beyond the quartiles by more than one and a half times their distance, on the"
              + " scale on which the values are most normal. They are to be looked at; none is left"
              + " out.",
          "Horn PS, Feng L, Li Y, Pesce AJ. Clin Chem 2001;47:2137-2145",
          "");

  /// Whether parts need limits of their own.
  static final Method HARRIS_BOYD =
      new Method(
          "Harris-Boyd criterion",
          "",
          "Compares two parts of the reference group on the scale on which the values are most"
              + " normal: the distance of the means (z) with a critical value, and the larger with"
              + " the smaller standard deviation. Limits of their own are called for when z is above"
              + " the critical value or the ratio above 1.5.",
          "Harris EK, Boyd JC. Clin Chem 1990;36:265-270",
          "");

  /// What the study declares of the assay.
  static final Method DECLARED_CV =
      new Method(
          "declared coefficient of variation",
          "",
          "The imprecision of a single result: within and between runs together, the root of the"
              + " sum of the squares of both.",
          "CLSI EP05-A3",
          "");

  /// Results that could as well have fallen on the other side.
  static final Method ZONE =
      new Method(
          "zone of imprecision",
          "",
          "Where 95% of the results of a sample would lie whose true value is the cut-off: cut-off"
              + " ± 1.96 × CV. Who lies in it could as well have fallen on the other side.",
          "CLSI EP05-A3; CLSI EP12-A2",
          "");

  /// How much the limits of a bootstrap interval would vary with other random numbers.
  static final Method MONTE_CARLO =
      new Method(
          "Monte Carlo error",
          "",
          "How much a limit of the interval would vary with other random numbers (standard error);"
              + " more samples make it smaller.",
          "Davison AC, Hinkley DV. Bootstrap Methods and their Application. Cambridge 1997",
          "");

  /// A percentile as a cut-off.
  ///
  /// @param settings the definition as text
  static Method percentile(String settings) {
    return new Method(
        "percentile",
        "",
        "The value below which the declared share of the reference group lies.",
        "CLSI EP28-A3c; Hyndman RJ, Fan Y. Am Stat 1996;50:361-365",
        settings);
  }

  /// The bootstrap over samples that take the cut-off anew.
  ///
  /// @param settings the method record as text
  static Method bootstrap(String settings) {
    return new Method(
        "bootstrap with a new cut-off in each sample",
        "percentile bootstrap",
        "Cases and controls are drawn anew from cases and controls; each sample takes its own"
            + " cut-off from its controls and has its own odds ratio. The interval says how both"
            + " would vary if the whole study were done again.",
        "Davison AC, Hinkley DV. Bootstrap Methods and their Application. Cambridge 1997; sections"
            + " 3.2 and 5.3",
        settings);
  }
}
