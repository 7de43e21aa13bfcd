// SPDX-License-Identifier: Apache-2.0
package casebook.study.plate;

import casebook.stats.curve.CalibrationCurve;
import casebook.stats.curve.FiveParameterLogistic;
import casebook.stats.curve.FourParameterLogistic;
import casebook.stats.curve.Observations;
import casebook.stats.result.Answer;
import casebook.study.language.Calibration;
import java.util.Arrays;
import java.util.List;

/// Which curve is fitted to the standards of a plate, and what counts as none.
///
/// @param parameters 4 or 5
/// @param relative whether a reading counts by one over its square
public record CurveRule(int parameters, boolean relative) {
  /// A plate without enough standards.
  static final String FEW = "data/few-standards";

  /// A plate on which the responses hardly change from the lowest to the highest standard.
  static final String FLAT = "data/flat-curve";

  /// A plate for which no curve was found.
  static final String NONE = "data/no-calibration-curve";

  /// From the lowest to the highest standard the curve must change by more than this many standard
  /// deviations of a reading.
  private static final double LEAST_CHANGE = 3;

  private static final String TOO_FEW = "there are too few standards for this curve";
  private static final String TOO_FLAT =
      "the responses hardly change from the lowest to the highest standard";

  /// The rule that a study declares.
  public static CurveRule of(Calibration calibration) {
    int parameters = calibration.curve() == Calibration.Curve.FIVE_PARAMETERS ? 5 : 4;
    return new CurveRule(parameters, calibration.weights() == Calibration.Weights.RELATIVE);
  }

  /// How much a reading counts.
  static double weight(Well well, boolean relative) {
    return relative ? 1 / (well.response() * well.response()) : 1;
  }

  /// The code of the problem that a reason for no curve is.
  static String code(String reason) {
    return switch (reason) {
      case TOO_FEW -> FEW;
      case TOO_FLAT -> FLAT;
      default -> NONE;
    };
  }

  /// Fits the curve.
  ///
  /// @param standards the wells with a known concentration
  /// @param blank what every response has without any
  Answer<CalibrationCurve> fit(List<Well> standards, double blank) {
    double[] x = standards.stream().mapToDouble(it -> it.concentration().orElseThrow()).toArray();
    double[] y = standards.stream().mapToDouble(well -> well.response() - blank).toArray();
    long concentrations = standards.stream().map(Well::concentration).distinct().count();
    if (concentrations < parameters || standards.size() <= parameters) {
      return Answer.none(TOO_FEW);
    }
    if (relative && standards.stream().anyMatch(well -> !(well.response() > 0))) {
      return Answer.none("a standard has a reading of 0 or less, which has no relative weight");
    }
    double[] weights = standards.stream().mapToDouble(well -> weight(well, relative)).toArray();
    Observations observations = Observations.of(x, y).weighted(weights);
    Answer<CalibrationCurve> curve =
        parameters == 5
            ? FiveParameterLogistic.standard().fit(observations)
            : FourParameterLogistic.standard().fit(observations);
    if (flat(standards)) {
      return Answer.none(TOO_FLAT);
    }
    return curve;
  }

  /// Whether the mean responses to the lowest and to the highest concentration differ by no more
  /// than readings of one concentration do.
  private static boolean flat(List<Well> standards) {
    double lowest = extreme(standards, true);
    double highest = extreme(standards, false);
    double spread = 0;
    int df = 0;
    for (double concentration :
        standards.stream()
            .mapToDouble(it -> it.concentration().orElseThrow())
            .distinct()
            .toArray()) {
      double[] responses = responses(standards, concentration);
      double mean = mean(responses);
      for (double response : responses) {
        spread += (response - mean) * (response - mean);
      }
      df += responses.length - 1;
    }
    double change =
        Math.abs(mean(responses(standards, highest)) - mean(responses(standards, lowest)));
    return change == 0 || (df > 0 && change <= LEAST_CHANGE * Math.sqrt(spread / df));
  }

  private static double extreme(List<Well> standards, boolean low) {
    var concentrations = standards.stream().mapToDouble(it -> it.concentration().orElseThrow());
    return (low ? concentrations.min() : concentrations.max()).orElseThrow();
  }

  private static double[] responses(List<Well> standards, double concentration) {
    return standards.stream()
        .filter(it -> it.concentration().orElseThrow() == concentration)
        .mapToDouble(Well::response)
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
