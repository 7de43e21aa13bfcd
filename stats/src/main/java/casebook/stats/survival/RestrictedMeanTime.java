// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.dist.Normal;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import java.util.Locale;

/// The restricted mean time of one group, and how it compares with another's.
///
/// @param horizon time up to which the mean is taken, in the unit of the times
/// @param level confidence level of the intervals
/// @param estimate mean time without the event, in the unit of the times, with its normal interval
/// @param standardError its standard error
public record RestrictedMeanTime(
    double horizon, double level, Estimate estimate, double standardError) {
  /// Two groups compared.
  ///
  /// @param estimate this group's mean minus, or divided by, the other's
  /// @param p two-sided p-value of no difference, the one that the interval inverts
  public record Contrast(Estimate estimate, PValue p) {}

  static RestrictedMeanTime of(double horizon, double level, double mean, double standardError) {
    return new RestrictedMeanTime(
        horizon, level, around(mean, standardError, level), standardError);
  }

  /// The symmetric normal interval.
  private static Estimate around(double value, double standardError, double level) {
    double half = Normal.ofLevel(level) * standardError;
    return new Estimate(value, new Interval(value - half, value + half, level));
  }

  /// Returns this mean minus the reference's.
  ///
  /// There is no answer when neither mean has any sampling error.
  public Answer<Contrast> minus(RestrictedMeanTime reference) {
    same(reference);
    double difference = estimate.value() - reference.estimate.value();
    double error = Math.hypot(standardError, reference.standardError);
    if (error == 0) {
      return Answer.none("there is no event before the horizon that could vary");
    }
    return Answer.of(
        new Contrast(around(difference, error, level), Normal.twoSided(difference / error)));
  }

  /// Returns this mean divided by the reference's; interval and test on the log scale.
  ///
  /// There is no answer when neither mean has any sampling error or one of them is 0.
  public Answer<Contrast> over(RestrictedMeanTime reference) {
    same(reference);
    double here = estimate.value();
    double there = reference.estimate.value();
    if (here == 0 || there == 0) {
      return Answer.none("a mean time is 0");
    }
    double error = Math.hypot(standardError / here, reference.standardError / there);
    if (error == 0) {
      return Answer.none("there is no event before the horizon that could vary");
    }
    double ln = Math.log(here / there);
    double half = Normal.ofLevel(level) * error;
    var interval = new Interval(ln - half, ln + half, level).exp();
    return Answer.of(
        new Contrast(new Estimate(here / there, interval), Normal.twoSided(ln / error)));
  }

  private void same(RestrictedMeanTime reference) {
    if (horizon != reference.horizon || level != reference.level) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cannot compare means up to %s at level %s and up to %s at level %s",
              horizon,
              level,
              reference.horizon,
              reference.level));
    }
  }
}
