// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.math.Accumulator;
import casebook.stats.math.LogProduct;
import casebook.stats.regress.Columns;
import casebook.stats.regress.Likelihood;
import java.util.Arrays;

/// Cox's log partial likelihood with Efron's or Breslow's treatment of ties, its gradient and
/// information, in a sweep back through time and one forth.
///
/// With \\(S_0, S_1, S_2\\) the sums of \\(w, wx, wxx^T\\) over a risk set, \\(w = e^{x^T b}\\), the
/// information is the sum of \\(S_2 / S_0 - (S_1 / S_0)(S_1 / S_0)^T\\) over the steps. \\(S_2\\) is
/// never formed: \\(\sum S_2 / S_0 = \sum_i w_i H_i x_i x_i^T\\), where \\(H_i\\) is the cumulative
/// hazard, the sum of \\(1 / S_0\\), over the steps that see row i. So a step costs its mean, and a
/// row one product.
final class CoxKernel implements Likelihood.Kernel {
  private final RiskSets sets;
  private final int size;
  private final boolean efron;
  private final double origin;
  private final double[] x; // row by row, in the order of the risk sets
  private final double[] weight; // exp of the linear predictor
  private final double[] predictor;
  private final double[] seen; // cumulative hazard of each position
  private final double[] hazard; // of each block: sum of 1 / S0
  private final double[] missed; // of each block: what its own events do not see of it
  private final double[] all; // sums over the risk set: w, w x
  private final double[] tied; // the same over the events of the block
  private final double[] mean;
  private final double[] products; // lower triangle, row by row

  CoxKernel(RiskSets sets, Columns columns, boolean efron, double origin) {
    this.sets = sets;
    this.efron = efron;
    this.origin = origin;
    size = columns.size();
    int rows = sets.rows();
    x = new double[rows * size];
    for (int position = 0; position < rows; position++) {
      int row = sets.row(position);
      for (int j = 0; j < size; j++) {
        x[position * size + j] = columns.at(row, j);
      }
    }
    weight = new double[rows];
    predictor = new double[rows];
    seen = new double[rows];
    hazard = new double[sets.blocks()];
    missed = new double[sets.blocks()];
    all = new double[1 + size];
    tied = new double[1 + size];
    mean = new double[size];
    products = new double[size * (size + 1) / 2];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public double evaluate(double[] at, double[] gradient, double[] information) {
    Arrays.fill(gradient, 0);
    Arrays.fill(products, 0);
    weigh(at);
    Accumulator value = new Accumulator(-origin);
    LogProduct totals = new LogProduct();
    for (int block = 0; block < sets.blocks(); block++) {
      enter(block);
      int events = sets.events(block);
      for (int i = sets.start(block); i < sets.start(block) + events; i++) {
        value.add(predictor[i]);
        for (int j = 0; j < size; j++) {
          gradient[j] += x[i * size + j];
        }
      }
      steps(block, events, totals, gradient);
    }
    value.add(-totals.ln());
    expose();
    addProducts();
    for (int j = 0; j < size; j++) {
      for (int k = 0; k <= j; k++) {
        information[j + k * size] = products[j * (j + 1) / 2 + k];
      }
    }
    return value.value();
  }

  private void weigh(double[] at) {
    for (int i = 0; i < weight.length; i++) {
      double eta = 0;
      int from = i * size;
      for (int j = 0; j < size; j++) {
        eta += at[j] * x[from + j];
      }
      predictor[i] = eta;
      weight[i] = Math.exp(eta);
    }
  }

  /// Brings the sums to the risk set of a block; blocks are visited in their order.
  private void enter(int block) {
    if (sets.opens(block)) {
      Arrays.fill(all, 0);
    }
    int start = sets.start(block);
    int events = sets.events(block);
    if (events > 1 && efron) {
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
  }

  private void add(double[] sums, int position, double w) {
    int from = position * size;
    sums[0] += w;
    for (int j = 0; j < size; j++) {
      sums[1 + j] += w * x[from + j];
    }
  }

  /// Subtracts what the events of a block are compared with: one step for all of them, or with
  /// Efron's ties one for each, which sees a share of them less than the step before.
  private void steps(int block, int events, LogProduct totals, double[] gradient) {
    int steps = events > 1 && efron ? events : Math.min(events, 1);
    int times = steps == 0 ? 0 : events / steps;
    double sum = 0;
    double unseen = 0;
    for (int l = 0; l < steps; l++) {
      double share = (double) l / steps;
      double total = all[0] - (l == 0 ? 0 : share * tied[0]);
      for (int k = 0; k < times; k++) {
        totals.times(total);
      }
      sum += times / total;
      unseen += times * share / total;
      int place = 0;
      for (int j = 0; j < size; j++) {
        double m = (all[1 + j] - (l == 0 ? 0 : share * tied[1 + j])) / total;
        mean[j] = m;
        gradient[j] -= times * m;
        for (int k = 0; k <= j; k++) {
          products[place++] -= times * m * mean[k];
        }
      }
    }
    hazard[block] = sum;
    missed[block] = unseen;
  }

  /// Writes for each position the hazard that it was exposed to, from the earliest block on.
  private void expose() {
    Arrays.fill(seen, 0);
    double sum = 0;
    for (int block = sets.blocks() - 1; block >= 0; block--) {
      boolean last = block + 1 == sets.blocks() || sets.opens(block + 1);
      sum = (last ? 0 : sum) + hazard[block];
      for (int k = sets.leavingStart(block); k < sets.leavingEnd(block); k++) {
        seen[sets.leaving(k)] = -sum;
      }
      int start = sets.start(block);
      for (int i = start; i < sets.end(block); i++) {
        seen[i] += sum - (i < start + sets.events(block) ? missed[block] : 0);
      }
    }
  }

  private void addProducts() {
    for (int i = 0; i < seen.length; i++) {
      double w = weight[i] * seen[i];
      int from = i * size;
      int place = 0;
      for (int j = 0; j < size; j++) {
        double wx = w * x[from + j];
        for (int k = 0; k <= j; k++) {
          products[place] = Math.fma(wx, x[from + k], products[place]);
          place++;
        }
      }
    }
  }

  @Override
  public void fisher(double[] at, double[] information) {
    evaluate(at, new double[size], information);
  }

  @Override
  public double plainValue(double[] at) {
    return evaluate(at, new double[size], new double[size * size]) + origin;
  }
}
