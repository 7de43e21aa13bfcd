// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.math.Sums;
import casebook.stats.result.Answer;
import java.util.Arrays;

/// The mean squares of measurements in runs.
///
/// @param n number of measurements
/// @param mean of all measurements
/// @param between mean square between runs
/// @param within mean square within runs
/// @param dfWithin degrees of freedom within runs
/// @param runSize the multiple of the variance between runs in the expected mean square: the common
///   number of measurements in a run, or its weighted mean (N - sum n^2 / N) / (runs - 1)
public record MeanSquares(
    int n, double mean, double between, double within, int dfWithin, double runSize) {
  /// Computes the mean squares.
  ///
  /// @param runs one array a run, at least two runs, one of them with two measurements
  /// @return the mean squares, or the reason when there are too few measurements
  public static Answer<MeanSquares> ofRuns(double[]... runs) {
    double[] all = Arrays.stream(runs).flatMapToDouble(Arrays::stream).toArray();
    boolean empty = Arrays.stream(runs).anyMatch(run -> run.length == 0);
    int df = all.length - runs.length;
    if (empty || runs.length < 2 || df < 1) {
      return Answer.none("there are too few runs or measurements, or a run is empty");
    }
    double mean = Sums.mean(all);
    double between = 0;
    double within = 0;
    double squares = 0;
    for (double[] run : runs) {
      double distance = Sums.mean(run) - mean;
      between += run.length * distance * distance;
      within += Sums.squaresAbout(run, Sums.mean(run));
      squares += (double) run.length * run.length;
    }
    int dfBetween = runs.length - 1;
    return Answer.of(
        new MeanSquares(
            all.length,
            mean,
            between / dfBetween,
            within / df,
            df,
            (all.length - squares / all.length) / dfBetween));
  }
}
