// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.math.Matrix;
import casebook.stats.result.Answer;
import java.util.Arrays;

/// Adds the increments of a stratum's baseline hazard up to the curve of one person.
final class Prediction {
  private Prediction() {}

  /// Returns the curve for covariates `x`, taken from the centre, with relative hazard `risk`.
  static Answer<CoxCurve> of(
      CoxProcess process, Matrix covariance, int stratum, double[] x, double risk) {
    RiskSets sets = process.sets;
    int blocks = sets.blocks();
    double[] time = new double[blocks];
    double[] hazard = new double[blocks];
    double[] variance = new double[blocks];
    double squares = 0;
    double sum = 0;
    double[] distance = new double[x.length];
    int count = 0;
    for (int block = blocks - 1; block >= 0; block--) {
      if (sets.stratum(block) == stratum && sets.events(block) > 0) {
        sum += process.hazard[block];
        squares += process.hazardSquares[block];
        for (int j = 0; j < x.length; j++) {
          int at = block * x.length + j;
          distance[j] += process.hazardMean[at] - process.hazard[block] * x[j];
        }
        time[count] = sets.time(block);
        hazard[count] = risk * sum;
        variance[count] = risk * risk * (squares + covariance.quadratic(j -> distance[j]));
        count++;
      }
    }
    return count == 0
        ? Answer.none("there are no events in stratum " + stratum)
        : Answer.of(
            new CoxCurve(
                Arrays.copyOf(time, count),
                Arrays.copyOf(hazard, count),
                Arrays.copyOf(variance, count)));
  }
}
