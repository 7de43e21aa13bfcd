// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.math.Cholesky;
import casebook.stats.regress.Columns;
import casebook.stats.regress.Likelihood;
import java.util.Arrays;

/// Cox's log partial likelihood plus half the logarithm of the determinant of its information.
///
/// The penalty's gradient is tr(W dI/db_j) / 2 with W the inverse information, which is half the
/// sum over the steps of E[(x - m)' W (x - m) (x - m)_j] under the risk set's weights; it needs
/// sums of x' W x and of x' W x times x only, beside those of the likelihood.
final class CoxFirthKernel implements Likelihood.Kernel {
  private final CoxKernel plain;
  private final CoxMoments moments;
  private final boolean efron;
  private final double[] square; // x' W x by position
  private final double[] all; // sums of it over the risk set: alone, times x
  private final double[] tied;
  private final double[] wm; // W times the mean
  private final double lnScales; // the columns are scaled; the value speaks of those of the design

  CoxFirthKernel(RiskSets sets, Columns columns, boolean efron, double origin) {
    plain = new CoxKernel(sets, columns, efron, origin);
    moments = new CoxMoments(sets, columns.size(), columns::at);
    this.efron = efron;
    square = new double[sets.rows()];
    all = new double[1 + columns.size()];
    tied = new double[all.length];
    wm = new double[columns.size()];
    lnScales = columns.lnScales();
  }

  @Override
  public int size() {
    return plain.size();
  }

  @Override
  public double evaluate(double[] at, double[] gradient, double[] information) {
    int size = size();
    double value = plain.evaluate(at, gradient, information);
    double[] factor = information.clone();
    if (!Double.isFinite(value) || Cholesky.factor(factor, size) < size) {
      return Double.NaN;
    }
    double[] inverse = new double[size * size];
    Cholesky.inverse(factor, size, inverse);
    penalise(at, inverse, gradient);
    return value + Cholesky.logDeterminant(factor, size) / 2 - lnScales;
  }

  private void penalise(double[] at, double[] inverse, double[] gradient) {
    int size = size();
    RiskSets sets = moments.sets();
    moments.at(at);
    squares(inverse);
    for (int block = 0; block < sets.blocks(); block++) {
      moments.enter(block);
      enter(block);
      int events = sets.events(block);
      int steps = events > 1 && efron ? events : Math.min(events, 1);
      for (int l = 0; l < steps; l++) {
        double share = (double) l / steps;
        moments.step(share);
        step(share, inverse, gradient, (double) events / steps / 2, size);
      }
    }
  }

  private void squares(double[] inverse) {
    int size = size();
    for (int i = 0; i < square.length; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          sum += inverse[j + k * size] * moments.x(i, j) * moments.x(i, k);
        }
      }
      square[i] = sum;
    }
  }

  private void enter(int block) {
    RiskSets sets = moments.sets();
    if (sets.opens(block)) {
      Arrays.fill(all, 0);
    }
    Arrays.fill(tied, 0);
    int start = sets.start(block);
    for (int i = start; i < sets.end(block); i++) {
      add(all, i, 1);
      if (i < start + sets.events(block)) {
        add(tied, i, 1);
      }
    }
    for (int k = sets.leavingStart(block); k < sets.leavingEnd(block); k++) {
      add(all, sets.leaving(k), -1);
    }
  }

  private void add(double[] sums, int position, int sign) {
    double w = sign * moments.weight(position) * square[position];
    sums[0] += w;
    for (int j = 0; j < size(); j++) {
      sums[1 + j] += w * moments.x(position, j);
    }
  }

  /// Adds half of E[(x - m)' W (x - m) (x - m)_j], times the events that see this risk set.
  private void step(double share, double[] inverse, double[] gradient, double factor, int size) {
    double total = moments.total();
    double mwm = 0;
    for (int j = 0; j < size; j++) {
      wm[j] = 0;
      for (int k = 0; k < size; k++) {
        wm[j] += inverse[j + k * size] * moments.mean(k);
      }
      mwm += wm[j] * moments.mean(j);
    }
    double first = (all[0] - share * tied[0]) / total;
    for (int j = 0; j < size; j++) {
      double third = (all[1 + j] - share * tied[1 + j]) / total;
      for (int k = 0; k < size; k++) {
        third -= 2 * wm[k] * moments.product(Math.max(j, k), Math.min(j, k));
      }
      double mean = moments.mean(j);
      gradient[j] += factor * (third + mwm * mean - mean * (first - 2 * mwm + mwm));
    }
  }

  @Override
  public void fisher(double[] at, double[] information) {
    plain.fisher(at, information);
  }

  @Override
  public double plainValue(double[] at) {
    return plain.plainValue(at);
  }
}
