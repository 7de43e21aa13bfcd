// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.math.Accumulator;
import casebook.stats.regress.Columns;
import casebook.stats.regress.Likelihood;
import java.util.Arrays;

/// Cox's log partial likelihood with Efron's or Breslow's treatment of ties, its gradient and
/// information, in one sweep back through time.
final class CoxKernel implements Likelihood.Kernel {
  private final CoxMoments moments;
  private final boolean efron;
  private final double origin;

  CoxKernel(RiskSets sets, Columns columns, boolean efron, double origin) {
    moments = new CoxMoments(sets, columns.size(), columns::at);
    this.efron = efron;
    this.origin = origin;
  }

  @Override
  public int size() {
    return moments.size;
  }

  @Override
  public double evaluate(double[] at, double[] gradient, double[] information) {
    int size = moments.size;
    RiskSets sets = moments.sets();
    Arrays.fill(gradient, 0);
    Arrays.fill(information, 0);
    var value = new Accumulator(-origin);
    double[] mean = new double[size];
    moments.at(at);
    for (int block = 0; block < sets.blocks(); block++) {
      moments.enter(block);
      int events = sets.events(block);
      int start = sets.start(block);
      for (int i = start; i < start + events; i++) {
        value.add(moments.predictor(i));
        for (int j = 0; j < size; j++) {
          gradient[j] += moments.x(i, j);
        }
      }
      int steps = events > 1 && efron ? events : Math.min(events, 1);
      int times = steps == 0 ? 0 : events / steps;
      for (int l = 0; l < steps; l++) {
        moments.step((double) l / steps);
        value.add(-times * Math.log(moments.total()));
        for (int j = 0; j < size; j++) {
          mean[j] = moments.mean(j);
          gradient[j] -= times * mean[j];
          for (int k = 0; k <= j; k++) {
            information[j + k * size] += times * (moments.product(j, k) - mean[j] * mean[k]);
          }
        }
      }
    }
    return value.value();
  }

  @Override
  public void fisher(double[] at, double[] information) {
    evaluate(at, new double[size()], information);
  }

  @Override
  public double plainValue(double[] at) {
    return evaluate(at, new double[size()], new double[size() * size()]) + origin;
  }
}
