// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

/// What a fitted Cox model expects at each event time: the increments of the baseline hazard, and
/// the weighted means of the covariates that go with them.
///
/// With Efron's ties, d tied events give d steps; an event itself sees only the share of each step
/// in which it is still there ("own"). Covariates are taken from `centre`.
final class CoxProcess {
  final RiskSets sets;
  final int size;
  final CoxMoments moments;
  final double[] hazard; // of each block: sum of 1 / S0
  final double[] hazardSquares; // sum of 1 / S0^2
  final double[] ownHazard;
  final double[] hazardMean; // block by block: sum of mean / S0
  final double[] ownHazardMean;
  final double[] average; // block by block: mean of the steps' means

  CoxProcess(RiskSets sets, CoxMoments moments, double[] beta, boolean efron) {
    this.sets = sets;
    this.moments = moments;
    size = beta.length;
    int blocks = sets.blocks();
    hazard = new double[blocks];
    hazardSquares = new double[blocks];
    ownHazard = new double[blocks];
    hazardMean = new double[blocks * size];
    ownHazardMean = new double[blocks * size];
    average = new double[blocks * size];
    moments.at(beta);
    for (int block = 0; block < blocks; block++) {
      moments.enter(block);
      int events = sets.events(block);
      int steps = steps(events, efron);
      for (int l = 0; l < steps; l++) {
        double share = (double) l / steps;
        moments.step(share);
        add(block, (double) events / steps, share, steps);
      }
    }
  }

  static int steps(int events, boolean efron) {
    return events > 1 && efron ? events : Math.min(events, 1);
  }

  private void add(int block, double events, double share, int steps) {
    double step = events / moments.total();
    hazard[block] += step;
    hazardSquares[block] += step / moments.total();
    ownHazard[block] += (1 - share) * step;
    for (int j = 0; j < size; j++) {
      double mean = moments.mean(j);
      hazardMean[block * size + j] += mean * step;
      ownHazardMean[block * size + j] += (1 - share) * mean * step;
      average[block * size + j] += mean / steps;
    }
  }
}
