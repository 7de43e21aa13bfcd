// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import java.util.Arrays;

/// Sums of weights, weighted covariates and weighted products over a risk set and over the events
/// in it, kept while a sweep goes back through time.
///
/// A step l of d tied events sees the risk set with a share f of the events taken out: `total`,
/// `mean` and `covariance` speak of that.
final class CoxMoments {
  final int size;
  private final RiskSets sets;
  private final double[] x; // row by row, in the order of the risk sets
  private final double[] weight; // exp of the linear predictor
  private final double[] predictor;
  private final double[] all; // sums over the risk set: 1, x, lower triangle of x x'
  private final double[] tied; // the same over the events of the block
  private double part;

  /// The covariates by row of the data and column.
  interface Cells {
    double at(int row, int column);
  }

  CoxMoments(RiskSets sets, int size, Cells cells) {
    this.sets = sets;
    this.size = size;
    int rows = sets.rows();
    x = new double[rows * size];
    for (int position = 0; position < rows; position++) {
      for (int j = 0; j < size; j++) {
        x[position * size + j] = cells.at(sets.row(position), j);
      }
    }
    weight = new double[rows];
    predictor = new double[rows];
    all = new double[1 + size + size * (size + 1) / 2];
    tied = new double[all.length];
  }

  RiskSets sets() {
    return sets;
  }

  /// Sets the coefficients.
  void at(double[] beta) {
    for (int i = 0; i < weight.length; i++) {
      double eta = 0;
      int from = i * size;
      for (int j = 0; j < size; j++) {
        eta += beta[j] * x[from + j];
      }
      predictor[i] = eta;
      weight[i] = Math.exp(eta);
    }
  }

  double predictor(int position) {
    return predictor[position];
  }

  double weight(int position) {
    return weight[position];
  }

  double x(int position, int column) {
    return x[position * size + column];
  }

  /// Brings the sums to the risk set of a block; blocks are visited in their order.
  void enter(int block) {
    if (sets.opens(block)) {
      Arrays.fill(all, 0);
    }
    int start = sets.start(block);
    int events = sets.events(block);
    if (events > 1) {
      Arrays.fill(tied, 0);
      for (int i = start; i < start + events; i++) {
        add(tied, i, weight[i]);
      }
    }
    for (int i = start; i < sets.end(block); i++) {
      add(all, i, weight[i]);
    }
    for (int k = sets.leavingStart(block); k < sets.leavingEnd(block); k++) {
      int i = sets.leaving(k);
      add(all, i, -weight[i]);
    }
    part = 0;
  }

  private void add(double[] sums, int position, double w) {
    int from = position * size;
    sums[0] += w;
    int at = 1 + size;
    for (int j = 0; j < size; j++) {
      double wx = w * x[from + j];
      sums[1 + j] += wx;
      for (int k = 0; k <= j; k++) {
        sums[at++] += wx * x[from + k];
      }
    }
  }

  /// Takes a share of the tied events out of the risk set.
  void step(double share) {
    part = share;
  }

  private double sum(int place) {
    return part == 0 ? all[place] : all[place] - part * tied[place];
  }

  double total() {
    return sum(0);
  }

  double mean(int column) {
    return sum(1 + column) / sum(0);
  }

  /// The mean of the products of two columns, the second not after the first.
  double product(int column, int other) {
    return sum(1 + size + column * (column + 1) / 2 + other) / sum(0);
  }
}
