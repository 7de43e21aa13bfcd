// SPDX-License-Identifier: Apache-2.0
package casebook.stats.describe;

import casebook.stats.result.Answer;
import java.util.Arrays;
import java.util.OptionalDouble;

/// What a table of characteristics says about one continuous variable.
///
/// @param missing number of values that were not there
/// @param moments mean, spread and shape
/// @param order the smallest, the quartiles and the largest value
public record Summary(int missing, Moments moments, Order order) {
  /// The ordered values in a few numbers.
  ///
  /// @param minimum smallest value
  /// @param lowerQuartile 25th percentile
  /// @param median 50th percentile
  /// @param upperQuartile 75th percentile
  /// @param maximum largest value
  /// @param medianAbsoluteDeviation median distance from the median, not scaled; times 1.4826 it
  ///   estimates the standard deviation of a normal sample
  public record Order(
      double minimum,
      double lowerQuartile,
      double median,
      double upperQuartile,
      double maximum,
      double medianAbsoluteDeviation) {}

  /// Summarises a variable with quartiles of type 6.
  ///
  /// @param values any order; NaN marks a missing value, which is counted and left out
  /// @return the summary, or the reason when every value is missing
  public static Answer<Summary> of(double[] values) {
    return of(values, Quantile.standard());
  }

  /// Summarises a variable.
  ///
  /// @param values any order; NaN marks a missing value, which is counted and left out
  /// @param definition how the quartiles are defined; the median is the same in types 2 and 5 to 9
  /// @return the summary, or the reason when every value is missing
  public static Answer<Summary> of(double[] values, Quantile definition) {
    double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    if (sorted.length == 0) {
      return Answer.none("there are no values");
    }
    Moments moments = Moments.of(sorted);
    Arrays.sort(sorted);
    double median = Quantile.standard().ofSorted(sorted, 0.5);
    Order order =
        new Order(
            sorted[0],
            definition.ofSorted(sorted, 0.25),
            median,
            definition.ofSorted(sorted, 0.75),
            sorted[sorted.length - 1],
            medianDistance(sorted, median));
    return Answer.of(new Summary(values.length - sorted.length, moments, order));
  }

  private static double medianDistance(double[] values, double centre) {
    double[] distances = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      distances[i] = Math.abs(values[i] - centre);
    }
    Arrays.sort(distances);
    return Quantile.standard().ofSorted(distances, 0.5);
  }

  /// Returns the number of values that were there.
  public int n() {
    return moments.n();
  }

  /// Returns the arithmetic mean.
  public double mean() {
    return moments.mean();
  }

  /// Returns the standard deviation with divisor n - 1; empty when n is 1.
  public OptionalDouble standardDeviation() {
    return moments.standardDeviation();
  }

  /// Returns the standard error of the mean; empty when n is 1.
  public OptionalDouble standardError() {
    return moments.standardError();
  }

  /// Returns the median.
  public double median() {
    return order.median();
  }

  /// Returns the distance between the quartiles.
  public double interquartileRange() {
    return order.upperQuartile() - order.lowerQuartile();
  }
}
