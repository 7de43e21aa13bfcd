// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import casebook.stats.result.Answer;
import java.util.Arrays;

/// The calibration curve of an immunoassay that is not symmetric: a logistic curve with five
/// parameters.
///
/// \\(y = d + (a - d) / (1 + (x / c)^b)^g\\) with the parameters of [FourParameterLogistic] and the
/// asymmetry g > 0; the dose halfway between the asymptotes is no longer c. The search begins at
/// the four-parameter curve, which has g = 1. Data that a symmetric curve fits determine g badly.
///
/// Source: Gottschalk & Dunn 2005, Anal Biochem 343:54. Equals: `nls` (R 4.2) on the same formula;
/// `drc::LL.5` with b of the other sign.
///
/// @param method how the least squares are found
public record FiveParameterLogistic(NonlinearLeastSquares method) {
  /// Returns the method with full double precision.
  public static FiveParameterLogistic standard() {
    return new FiveParameterLogistic(NonlinearLeastSquares.standard());
  }

  /// Fits the curve.
  ///
  /// @param standards one row for each reading: the dose, at least 0, and the response
  /// @return the curve, or the reason when the standards do not show one
  public Answer<CalibrationCurve> fit(Observations standards) {
    return LogisticStart.of(standards, 5)
        .flatMap(_ -> new FourParameterLogistic(method).fit(standards))
        .flatMap(four -> {
          double[] start = Arrays.copyOf(four.parameters(), 5);
          start[4] = 1;
          CurveFit fit = method.fit(new LogisticCurve(), CalibrationCurve.FIVE, standards, start);
          return CalibrationCurve.of(fit, standards);
        });
  }
}
