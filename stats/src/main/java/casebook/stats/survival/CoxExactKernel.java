// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.math.Accumulator;
import casebook.stats.regress.Columns;
import casebook.stats.regress.Likelihood;
import java.util.Arrays;

/// Cox's log partial likelihood for discrete time: at each time the d events are one of all subsets
/// of d people at risk.
///
/// The sum over the subsets, with its first and second derivatives, is built person by person: B(m)
/// grows by w B(m - 1), where w = exp(x' b). Weights are divided by the risk set's mean weight
/// times n/d first, so that the sum stays near e^d.
final class CoxExactKernel implements Likelihood.Kernel {
  private final RiskSets sets;
  private final Columns columns;
  private final double origin;
  private final int size;
  private final int length; // of one coefficient: value, first and second derivatives
  private final int[][] atRisk; // rows of each block with events

  CoxExactKernel(RiskSets sets, Columns columns, double origin) {
    this.sets = sets;
    this.columns = columns;
    this.origin = origin;
    size = columns.size();
    length = 1 + size + size * (size + 1) / 2;
    atRisk = new int[sets.blocks()][];
    for (int block = 0; block < atRisk.length; block++) {
      atRisk[block] =
          sets.events(block) == 0
              ? new int[0]
              : Arrays.stream(sets.atRisk(block)).map(sets::row).toArray();
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public double evaluate(double[] at, double[] gradient, double[] information) {
    Arrays.fill(gradient, 0);
    Arrays.fill(information, 0);
    var value = new Accumulator(-origin);
    double[] predictor = new double[columns.rows()];
    for (int i = 0; i < predictor.length; i++) {
      for (int j = 0; j < size; j++) {
        predictor[i] += at[j] * columns.at(i, j);
      }
    }
    for (int block = 0; block < atRisk.length; block++) {
      int start = sets.start(block);
      for (int i = start; i < start + sets.events(block); i++) {
        int row = sets.row(i);
        value.add(predictor[row]);
        for (int j = 0; j < size; j++) {
          gradient[j] += columns.at(row, j);
        }
      }
      if (sets.events(block) > 0) {
        subtract(block, predictor, value, gradient, information);
      }
    }
    return value.value();
  }

  private void subtract(
      int block, double[] predictor, Accumulator value, double[] gradient, double[] information) {
    int d = sets.events(block);
    double sum = 0;
    for (int row : atRisk[block]) {
      sum += Math.exp(predictor[row]);
    }
    double scale = sum / d;
    double[] b = subsets(atRisk[block], predictor, d, scale);
    int top = d * length;
    value.add(-Math.log(b[top]));
    value.add(-d * Math.log(scale));
    int at = top + 1 + size;
    for (int j = 0; j < size; j++) {
      double mean = b[top + 1 + j] / b[top];
      gradient[j] -= mean;
      for (int k = 0; k <= j; k++) {
        information[j + k * size] += b[at++] / b[top] - mean * (b[top + 1 + k] / b[top]);
      }
    }
  }

  private double[] subsets(int[] rows, double[] predictor, int d, double scale) {
    double[] b = new double[(d + 1) * length];
    double[] x = new double[size];
    b[0] = 1;
    for (int seen = 0; seen < rows.length; seen++) {
      double w = Math.exp(predictor[rows[seen]]) / scale;
      for (int j = 0; j < size; j++) {
        x[j] = columns.at(rows[seen], j);
      }
      for (int m = Math.min(d, seen + 1); m >= 1; m--) {
        grow(b, m * length, (m - 1) * length, w, x);
      }
    }
    return b;
  }

  private void grow(double[] b, int to, int from, double w, double[] x) {
    int at = 1 + size;
    for (int j = 0; j < size; j++) {
      for (int k = 0; k <= j; k++) {
        double second =
            b[from + at] + x[j] * b[from + 1 + k] + x[k] * b[from + 1 + j] + x[j] * x[k] * b[from];
        b[to + at++] += w * second;
      }
    }
    for (int j = 0; j < size; j++) {
      b[to + 1 + j] += w * (b[from + 1 + j] + x[j] * b[from]);
    }
    b[to] += w * b[from];
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
