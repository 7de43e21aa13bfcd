// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.math.Matrix;
import java.util.Arrays;

/// What each row adds to a fitted Cox model beyond what the model expects of it.
///
/// Source: Therneau, Grambsch and Fleming, 1990, Biometrika 77:147-160; Schoenfeld, 1982,
/// Biometrika 69:239-241. Equals: `residuals.coxph` of R's survival 3.5. With exact ties the
/// expected events are Breslow's.
public final class CoxResiduals {
  private final Times times;
  private final Matrix covariance;
  private final double[] martingale;
  private final double[] score; // row by row
  private final double[] schoenfeld; // row by row; 0 for rows without the event
  private final int size;

  CoxResiduals(Times times, CoxProcess process, Matrix covariance) {
    this.times = times;
    this.covariance = covariance;
    size = process.size;
    martingale = new double[times.size()];
    score = new double[times.size() * size];
    schoenfeld = new double[times.size() * size];
    RiskSets sets = process.sets;
    for (int block = 0; block < sets.blocks(); ) {
      int end = sets.stratumEnd(block);
      stratum(process, block, end);
      block = end;
    }
  }

  /// Sums go forward in time, which is back through the blocks.
  private void stratum(CoxProcess process, int first, int end) {
    RiskSets sets = process.sets;
    int from = sets.start(first);
    double[] hazard = new double[end - first + 1]; // from the beginning up to each block
    double[] mean = new double[(end - first + 1) * size];
    int[] left = new int[sets.end(end - 1) - from]; // block in which each row has left
    Arrays.fill(left, end);
    for (int block = end - 1; block >= first; block--) {
      int k = block - first;
      hazard[k] = hazard[k + 1] + process.hazard[block];
      for (int j = 0; j < size; j++) {
        mean[k * size + j] = mean[(k + 1) * size + j] + process.hazardMean[block * size + j];
      }
      for (int p = sets.leavingStart(block); p < sets.leavingEnd(block); p++) {
        left[sets.leaving(p) - from] = block;
      }
    }
    for (int block = first; block < end; block++) {
      for (int p = sets.start(block); p < sets.end(block); p++) {
        boolean event = p < sets.start(block) + sets.events(block);
        row(process, p, block, left[p - from], event, first, hazard, mean);
      }
    }
  }

  private void row(
      CoxProcess process,
      int position,
      int block,
      int left,
      boolean event,
      int first,
      double[] hazard,
      double[] mean) {
    int row = process.sets.row(position);
    double weight = process.moments.weight(position);
    double own = event ? process.hazard[block] - process.ownHazard[block] : 0;
    double expected = hazard[block - first] - hazard[left - first] - own;
    martingale[row] = (event ? 1 : 0) - weight * expected;
    for (int j = 0; j < size; j++) {
      int at = block * size + j;
      double x = process.moments.x(position, j);
      double ownMean = event ? process.hazardMean[at] - process.ownHazardMean[at] : 0;
      double means = mean[(block - first) * size + j] - mean[(left - first) * size + j] - ownMean;
      double alone = event ? x - process.average[at] : 0;
      schoenfeld[row * size + j] = alone;
      score[row * size + j] = alone - weight * (x * expected - means);
    }
  }

  /// Returns observed minus expected events of a row; the rows sum to 0.
  public double martingale(int row) {
    return martingale[row];
  }

  /// Returns the deviance residual: the martingale residual made more symmetric about 0.
  public double deviance(int row) {
    double m = martingale[row];
    double log = times.event(row) ? Math.log(1 - m) : 0;
    return Math.signum(m) * Math.sqrt(Math.max(0, -2 * (m + log)));
  }

  /// Returns a row's part of the score (the gradient) of a coefficient; the rows sum to 0.
  ///
  /// @param column place of the coefficient among those estimated
  public double score(int row, int column) {
    return score[row * size + column];
  }

  /// Returns the Schoenfeld residual of an event: its covariate minus the mean expected at its
  /// time; 0 for a row without the event.
  public double schoenfeld(int row, int column) {
    return schoenfeld[row * size + column];
  }

  /// Returns about how much a coefficient would change without the row, with the sign turned: the
  /// score residuals times the covariance matrix.
  public double dfbeta(int row, int column) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += score[row * size + k] * covariance.at(k, column);
    }
    return sum;
  }
}
