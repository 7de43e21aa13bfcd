// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.dist.Normal;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;

/// The restricted mean time of one group, and how it compares with another's.
///
/// @param method horizon and level
/// @param estimate mean time without the event, in the unit of the times, with its normal interval
/// @param standardError its standard error
public record RestrictedMeanTime(RestrictedMean method, Estimate estimate, double standardError) {
  /// Two groups compared.
  ///
  /// @param estimate this group's mean minus, or divided by, the other's
  /// @param p two-sided p-value of no difference, the one that the interval inverts
  public record Contrast(Estimate estimate, PValue p) {}

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
        new Contrast(method.around(difference, error), Normal.twoSided(difference / error)));
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
    double half = Normal.ofLevel(method.level()) * error;
    var interval = new Interval(ln - half, ln + half, method.level()).exp();
    return Answer.of(
        new Contrast(new Estimate(here / there, interval), Normal.twoSided(ln / error)));
  }

  private void same(RestrictedMeanTime reference) {
    if (!method.equals(reference.method)) {
      throw new IllegalArgumentException(
          "cannot compare means by %s and %s".formatted(method, reference.method));
    }
  }
}
