// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.result.Answer;

/// The mean time without the event within a horizon: the area under the Kaplan-Meier curve up to
/// it.
///
/// Variance: the sum over the event times t up to the horizon of A(t)^2 d / (n (n - d)), where A(t)
/// is the area from t to the horizon; a time at which everybody at risk has the event adds nothing,
/// as the curve is 0 from there.
///
/// Source: Irwin, 1949, Journal of Hygiene 47:188-189; Royston and Parmar, 2013, BMC Medical
/// Research Methodology 13:152.
///
/// Equals: `rmst2` of R's survRM2 1.0 (arms, difference and ratio).
///
/// @param horizon time up to which the mean is taken, in the unit of the times, above 0
/// @param level confidence level, between 0 and 1
public record RestrictedMean(double horizon, double level) {
  public RestrictedMean {
    if (!(horizon > 0 && horizon < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("horizon " + horizon + " is not above 0 and finite");
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Takes the mean up to a horizon, with intervals of level 0.95.
  public static RestrictedMean upTo(double horizon) {
    return new RestrictedMean(horizon, 0.95);
  }

  /// Changes the confidence level.
  public RestrictedMean withLevel(double other) {
    return new RestrictedMean(horizon, other);
  }

  /// Estimates the mean of one group; there is no answer when nobody is observed or the last person
  /// was censored before the horizon.
  ///
  /// @param times follow-up, none of it negative
  public Answer<RestrictedMeanTime> of(Times times) {
    SurvivalCurve curve = KaplanMeier.standard().fit(times);
    int last = curve.size() - 1;
    if (last < 0) {
      return Answer.none("nobody was observed");
    }
    if (curve.time(0) < 0) {
      throw new IllegalArgumentException("time " + curve.time(0) + " is below 0");
    }
    if (curve.survival(last) > 0 && curve.time(last) < horizon) {
      return Answer.none(
          "follow-up ends at " + curve.time(last) + ", before the horizon " + horizon);
    }
    double area = 0;
    double variance = 0;
    double until = horizon;
    for (int row = curve.rowAt(horizon); row >= 0; row--) {
      area += curve.survival(row) * (until - curve.time(row));
      until = curve.time(row);
      int d = curve.events(row);
      int n = curve.atRisk(row);
      if (d > 0 && n > d) {
        variance += area * area * d / ((double) n * (n - d));
      }
    }
    area += until;
    return Answer.of(RestrictedMeanTime.of(horizon, level, area, Math.sqrt(variance)));
  }
}
