// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.Normal;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import java.util.OptionalDouble;

/// Estimates with a standard error, an interval of z standard errors and the z test.
final class Wald {
  private Wald() {}

  /// Makes an answer; with a standard error of 0 the value comes with the reason not to use it.
  static Answer<Effect> answer(Effect effect, String withoutError) {
    return effect.standardError().orElseThrow() > 0
        ? Answer.of(effect)
        : Answer.noted(effect, withoutError);
  }

  /// Makes the effect of a ratio whose logarithm has a standard error.
  static Effect ratio(String method, double ratio, double standardError, double level) {
    double ln = Math.log(ratio);
    double half = Normal.ofLevel(level) * standardError;
    Interval interval = new Interval(Math.exp(ln - half), Math.exp(ln + half), level);
    return new Effect(
        method,
        new Estimate(ratio, interval),
        OptionalDouble.of(standardError),
        test(ln, standardError));
  }

  /// Makes the effect of a difference with a standard error.
  static Effect difference(String method, double value, double standardError, double level) {
    double half = Normal.ofLevel(level) * standardError;
    return new Effect(
        method,
        new Estimate(value, new Interval(value - half, value + half, level)),
        OptionalDouble.of(standardError),
        test(value, standardError));
  }

  private static PValue test(double value, double standardError) {
    return value == 0 ? new PValue(0) : Normal.twoSided(value / standardError);
  }
}
