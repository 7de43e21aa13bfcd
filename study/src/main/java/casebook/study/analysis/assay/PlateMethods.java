// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.study.finding.Method;
import casebook.study.language.Calibration;

/// The methods of plates in words a clinician understands.
final class PlateMethods {
  private PlateMethods() {}

  /// The value of a standard by the curve.
  static final Method RECOVERY =
      new Method(
          "recovery of a standard",
          "",
          "What the curve makes of the mean response of a standard, in percent of its stated"
              + " concentration; 80 to 120 % is commonly asked for.",
          "ICH M10 2022",
          "");

  /// How wide the interval of a sample's value is.
  static final Method INTERVAL =
      new Method(
          "inverse prediction",
          "",
          "Half the width of the interval of a sample's value, in percent of the value; the median"
              + " over the samples of the plate within the standards. The interval holds every value"
              + " at which a reading like the one made would not be surprising: scatter of the wells"
              + " and uncertainty of the curve together.",
          "Seber GAF, Wild CJ. Nonlinear Regression. Wiley 1989, section 5.8",
          "");

  /// The precision of controls that stand on every plate.
  static final Method PRECISION =
      new Method(
          "nested analysis of variance",
          "chi-square",
          "Splits the scatter of a control's wells into that within a plate and that between"
              + " plates; both together are the scatter of a single result. Each is given in"
              + " percent of the mean.",
          "CLSI EP05-A3; Searle SR. Linear Models. Wiley 1971, p. 475",
          "");

  /// The precision of controls on plates of several days.
  static final Method PRECISION_BY_DAY =
      new Method(
          "nested analysis of variance, plates within days",
          "chi-square",
          "Splits the scatter of a control's wells into that within a plate, that between the plates"
              + " of a day and that between days; all together are the scatter of a single result."
              + " Each is given in percent of the mean.",
          "CLSI EP05-A3; Searle SR. Linear Models. Wiley 1971, p. 475",
          "");

  /// The precision of samples that were measured more than once on a plate.
  static final Method REPLICATES =
      new Method(
          "scatter of replicates",
          "",
          "The root mean square of the coefficients of variation of the wells of each sample.",
          "Jones R, Payne B. Clinical Investigation and Statistics in Laboratory Medicine. ACB"
              + " 1997, p. 35",
          "");

  /// The measured coefficient of variation of a single result.
  static final Method MEASURED_CV =
      new Method(
          "measured coefficient of variation",
          "",
          "The imprecision of a single result, within and between plates together, of the control"
              + " that lies nearest to the cut-off.",
          "CLSI EP05-A3",
          "");

  /// The curve of a plate.
  static Method curve(Calibration calibration) {
    boolean five = calibration.curve() == Calibration.Curve.FIVE_PARAMETERS;
    boolean relative = calibration.weights() == Calibration.Weights.RELATIVE;
    return new Method(
        "logistic calibration curve of " + (five ? "five" : "four") + " parameters",
        "Wald on the logarithm of the concentration",
        "The curve of the standards of a plate by least squares; a sample has the concentration at"
            + " which the curve has its response. The midpoint is the concentration of half of the"
            + " largest response"
            + (five ? " of a symmetric curve" : "")
            + ".",
        "Seber GAF, Wild CJ. Nonlinear Regression. Wiley 1989, section 5.8",
        "curve "
            + calibration.curve().word()
            + ", "
            + (relative ? "relative" : "equal")
            + " weights");
  }
}
