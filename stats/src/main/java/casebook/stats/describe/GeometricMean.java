// SPDX-License-Identifier: Apache-2.0
package casebook.stats.describe;

import casebook.stats.result.Answer;
import java.util.OptionalDouble;

/// The geometric mean and the geometric standard deviation of positive values.
///
/// @param mean exp of the mean of the logarithms, in the unit of the values
/// @param standardDeviation exp of the standard deviation of the logarithms, a factor of at least
///   1; empty when there is one value
public record GeometricMean(double mean, OptionalDouble standardDeviation) {
  /// Computes both.
  ///
  /// @param values any order, each finite
  /// @return the geometric mean, or the reason when there are no values or one is not positive
  public static Answer<GeometricMean> of(double[] values) {
    if (values.length == 0) {
      return Answer.none("there are no values");
    }
    double[] logarithms = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > 0)) {
        return Answer.none("a value is not positive, so that there is no geometric mean");
      }
      logarithms[i] = Math.log(values[i]);
    }
    Moments moments = Moments.of(logarithms);
    OptionalDouble deviation = moments.standardDeviation();
    return Answer.of(
        new GeometricMean(
            Math.exp(moments.mean()),
            deviation.isPresent()
                ? OptionalDouble.of(Math.exp(deviation.getAsDouble()))
                : OptionalDouble.empty()));
  }
}
