// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.describe.Moments;
import casebook.stats.dist.Normal;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Reference limits of values that are normal, themselves or after a transformation.
///
/// mean -+ z s, each limit with the interval of standard error s sqrt(1 / n + z^2 / (2 (n - 1))) on
/// the transformed scale, brought back. Source: Solberg, H. E. (1987). Journal of Clinical
/// Chemistry and Clinical Biochemistry 25, 645-656.
///
/// @param coverage share of the subjects between the limits, between 0 and 1
/// @param level confidence level of the intervals of the limits, between 0 and 1
public record ParametricLimits(double coverage, double level) {
  public ParametricLimits {
    if (!(coverage > 0 && coverage < 1) || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "coverage " + coverage + " and level " + level + " are between 0 and 1");
    }
  }

  /// A pair of limits.
  ///
  /// @param lower limit with its interval, in the unit of the values
  /// @param upper limit with its interval, in the unit of the values
  /// @param standardError of either limit, on the scale on which the values are normal
  public record Limits(Estimate lower, Estimate upper, double standardError) {}

  /// Makes the limits of the central 95% with 90% intervals.
  public static ParametricLimits standard() {
    return new ParametricLimits(0.95, 0.9);
  }

  /// Returns the limits for another coverage.
  public ParametricLimits withCoverage(double other) {
    return new ParametricLimits(other, level);
  }

  /// Computes the limits of normal values.
  ///
  /// @param values one of each reference subject
  /// @return the limits, or the reason when there are fewer than two values
  public Answer<Limits> normal(double[] values) {
    return limits(values, x -> x);
  }

  /// Computes the limits of values whose logarithms are normal.
  ///
  /// @param values one of each reference subject
  /// @return the limits, or the reason when there are fewer than two values or one is not positive
  public Answer<Limits> lognormal(double[] values) {
    if (Arrays.stream(values).anyMatch(x -> !(x > 0))) {
      return Answer.none("a value is not positive, so that it has no logarithm");
    }
    return limits(Arrays.stream(values).map(Math::log).toArray(), Math::exp);
  }

  /// Computes the limits of values that a power makes normal.
  ///
  /// @param values one of each reference subject
  /// @return the limits, or the reason when no power was found or a limit has none that leads back
  public Answer<Limits> boxCox(double[] values) {
    Answer<BoxCox> power = BoxCox.of(values);
    if (power.value().isEmpty()) {
      return Answer.none(power.outcome());
    }
    BoxCox found = power.orThrow();
    Answer<Limits> limits =
        limits(Arrays.stream(values).map(found::transform).toArray(), found::back);
    return limits.value().filter(both -> both.lower().value() >= 0).isPresent()
            && Double.isFinite(limits.orThrow().upper().value())
        ? limits
        : Answer.none("a limit lies beyond what the power " + found.lambda() + " can reach");
  }

  private Answer<Limits> limits(double[] values, DoubleUnaryOperator back) {
    if (values.length < 2) {
      return Answer.none("there are fewer than two values");
    }
    Moments moments = Moments.of(values);
    double n = values.length;
    double z = Normal.ofLevel(coverage);
    double deviation = moments.standardDeviation().orElseThrow();
    double error = deviation * Math.sqrt(1 / n + z * z / (2 * (n - 1)));
    return Answer.of(
        new Limits(
            limit(moments.mean() - z * deviation, error, back),
            limit(moments.mean() + z * deviation, error, back),
            error));
  }

  private Estimate limit(double value, double error, DoubleUnaryOperator back) {
    double half = Normal.ofLevel(level) * error;
    return new Estimate(
        back.applyAsDouble(value),
        new Interval(back.applyAsDouble(value - half), back.applyAsDouble(value + half), level));
  }
}
