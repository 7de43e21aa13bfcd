// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.math.Accumulator;
import casebook.stats.regress.Columns;
import casebook.stats.regress.Likelihood;
import java.util.Arrays;

/// The log pseudo-likelihood of the subdistribution hazard, with Breslow's treatment of ties.
final class FineGrayKernel implements Likelihood.Kernel {
  private final Subdistribution people;
  private final SubdistributionMoments moments;
  private final double origin;

  FineGrayKernel(Subdistribution people, Columns columns, double origin) {
    this.people = people;
    moments = new SubdistributionMoments(people, columns.size(), columns::at);
    this.origin = origin;
  }

  @Override
  public int size() {
    return moments.size;
  }

  @Override
  public double evaluate(double[] at, double[] gradient, double[] information) {
    int size = size();
    Arrays.fill(gradient, 0);
    Arrays.fill(information, 0);
    var value = new Accumulator(-origin);
    moments.at(at);
    for (int time = people.size() - 1; time >= 0; time--) {
      moments.enter(time);
      int events = people.own(time);
      if (events > 0) {
        value.add(-events * Math.log(moments.total()));
        for (int row : people.rows(time)) {
          if (people.hasOwn(row)) {
            value.add(moments.predictor(row));
            for (int j = 0; j < size; j++) {
              gradient[j] += moments.x(row, j);
            }
          }
        }
        for (int j = 0; j < size; j++) {
          double mean = moments.mean(j);
          gradient[j] -= events * mean;
          for (int k = 0; k <= j; k++) {
            information[j + k * size] += events * (moments.product(j, k) - mean * moments.mean(k));
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
