// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import casebook.stats.result.Answer;

/// The calibration curve of an immunoassay: a logistic curve with four parameters.
///
/// \\(y = d + (a - d) / (1 + (x / c)^b)\\) with a the response to no dose, d that to infinite dose,
/// c the dose halfway between and b > 0 the slope; the curve may rise or fall. Doses of 0 are
/// allowed. The start is found from the data.
///
/// Source: Rodbard 1974, Clin Chem 20:1255; Finney 1976, Biometrics 32:721. Equals: `nls` with
/// `SSfpl` (R 4.2), where `xmid` is ln c and `scal` 1/b; `drc::LL.4` with b of the other sign.
///
/// @param method how the least squares are found
public record FourParameterLogistic(NonlinearLeastSquares method) {
  /// Returns the method with full double precision.
  public static FourParameterLogistic standard() {
    return new FourParameterLogistic(NonlinearLeastSquares.standard());
  }

  /// Fits the curve.
  ///
  /// @param standards one row for each reading: the dose, at least 0, and the response; a weight of
  ///   1 over the squared response stands for a constant coefficient of variation
  /// @return the curve, or the reason when the standards do not show one
  public Answer<CalibrationCurve> fit(Observations standards) {
    return LogisticStart.of(standards, 4)
        .map(start ->
            method.fit(new LogisticCurve(), CalibrationCurve.FOUR, standards, start.values()))
        .flatMap(fit -> CalibrationCurve.of(fit, standards));
  }
}
