// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import java.util.Arrays;

/// Weighted sums over the risk sets of a subdistribution: those still free of any event, and those
/// who had another one, weighed by the censoring.
final class SubdistributionMoments {
  final int size;
  private final Subdistribution people;
  private final CoxMoments.Cells cells;
  private final double[] predictor;
  private final double[] risk; // exp of the predictor
  private final double[] free; // 1, x, lower triangle of x x'
  private final double[] other; // divided by G at their own time
  private double uncensored;

  SubdistributionMoments(Subdistribution people, int size, CoxMoments.Cells cells) {
    this.people = people;
    this.size = size;
    this.cells = cells;
    predictor = new double[people.people()];
    risk = new double[people.people()];
    free = new double[1 + size + size * (size + 1) / 2];
    other = new double[free.length];
  }

  /// Sets the coefficients and goes past the last time.
  void at(double[] beta) {
    Arrays.fill(free, 0);
    Arrays.fill(other, 0);
    for (int row = 0; row < risk.length; row++) {
      double eta = 0;
      for (int j = 0; j < size; j++) {
        eta += beta[j] * cells.at(row, j);
      }
      predictor[row] = eta;
      risk[row] = Math.exp(eta);
      if (people.hasOther(row)) {
        add(other, row, weight(row));
      }
    }
  }

  /// The weight of somebody with another event, before it is multiplied by G at the time.
  double weight(int row) {
    return risk[row] / people.uncensored(people.last(row));
  }

  /// Goes back to a grid time; the times are visited in descending order.
  void enter(int k) {
    for (int row : people.rows(k)) {
      add(free, row, risk[row]);
      if (people.hasOther(row)) {
        add(other, row, -weight(row));
      }
    }
    uncensored = people.uncensored(k);
  }

  private void add(double[] sums, int row, double w) {
    sums[0] += w;
    int at = 1 + size;
    for (int j = 0; j < size; j++) {
      double wx = w * cells.at(row, j);
      sums[1 + j] += wx;
      for (int k = 0; k <= j; k++) {
        sums[at++] += wx * cells.at(row, k);
      }
    }
  }

  double predictor(int row) {
    return predictor[row];
  }

  double risk(int row) {
    return risk[row];
  }

  double x(int row, int column) {
    return cells.at(row, column);
  }

  double total() {
    return free[0] + uncensored * other[0];
  }

  double mean(int column) {
    return (free[1 + column] + uncensored * other[1 + column]) / total();
  }

  /// The mean of the products of two columns, the second not after the first.
  double product(int column, int second) {
    int at = 1 + size + column * (column + 1) / 2 + second;
    return (free[at] + uncensored * other[at]) / total();
  }
}
