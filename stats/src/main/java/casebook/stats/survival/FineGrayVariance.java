// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.math.Matrix;

/// The sandwich variance of a subdistribution regression.
///
/// Letters as in Fine and Gray (1999), section 3: eta_i is a person's part of the score, the
/// integral of (x_i - mean) w_i dM_i; psi_i is what the person's censoring contributes through the
/// estimated weights, the integral of q / pi dM^c_i, with pi the number at risk. The middle of the
/// sandwich is the sum of (eta_i + psi_i)(eta_i + psi_i)'.
final class FineGrayVariance {
  private final Subdistribution people;
  private final SubdistributionMoments moments;
  private final int size;
  private final double[] mean; // time by time
  private final double[] hazard; // d / S0
  private final double[] forward; // sums of the hazard up to a time, and of mean times hazard
  private final double[] forwardMean;
  private final double[] later; // sums of G times the hazard from a time on, and times the mean
  private final double[] laterMean;
  private final double[] q; // time by time

  FineGrayVariance(Subdistribution people, SubdistributionMoments moments, double[] beta) {
    this.people = people;
    this.moments = moments;
    size = moments.size;
    int times = people.size();
    mean = new double[times * size];
    hazard = new double[times];
    forward = new double[times + 1];
    forwardMean = new double[(times + 1) * size];
    later = new double[times + 1];
    laterMean = new double[(times + 1) * size];
    q = new double[times * size];
    moments.at(beta);
    for (int k = times - 1; k >= 0; k--) {
      moments.enter(k);
      hazard[k] = people.own(k) == 0 ? 0 : people.own(k) / moments.total();
      double weighted = people.uncensored(k) * hazard[k];
      later[k] = later[k + 1] + weighted;
      for (int j = 0; j < size; j++) {
        mean[k * size + j] = hazard[k] == 0 ? 0 : moments.mean(j);
        laterMean[k * size + j] = laterMean[(k + 1) * size + j] + weighted * mean[k * size + j];
      }
    }
    for (int k = 0; k < times; k++) {
      forward[k + 1] = forward[k] + hazard[k];
      for (int j = 0; j < size; j++) {
        forwardMean[(k + 1) * size + j] =
            forwardMean[k * size + j] + hazard[k] * mean[k * size + j];
      }
    }
  }

  Matrix sandwich(Matrix covariance) {
    double[] middle = new double[size * size];
    double[] censoring = censoring();
    double[] part = new double[size];
    for (int row = 0; row < people.people(); row++) {
      int k = people.last(row);
      for (int j = 0; j < size; j++) {
        double own = people.isCensored(row) ? jump(k, j) : 0;
        part[j] = score(row, k, j) + own - censoring[(k + 1) * size + j];
      }
      for (int j = 0; j < size; j++) {
        for (int i = 0; i < size; i++) {
          middle[i + j * size] += part[i] * part[j];
        }
      }
    }
    return multiply(covariance, Matrix.of(size, size, middle));
  }

  private double score(int row, int k, int j) {
    double x = moments.x(row, j);
    double risk = moments.risk(row);
    double sum = people.hasOwn(row) ? x - mean[k * size + j] : 0;
    sum -= risk * (x * forward[k + 1] - forwardMean[(k + 1) * size + j]);
    if (people.hasOther(row)) {
      double weight = moments.weight(row);
      sum -= weight * (x * later[k + 1] - laterMean[(k + 1) * size + j]);
    }
    return sum;
  }

  /// q / pi at a grid time.
  private double jump(int k, int j) {
    return q[k * size + j] / people.atRisk(k);
  }

  /// The integral of q / pi against the censoring hazard, up to and including each time.
  private double[] censoring() {
    int times = people.size();
    double weights = 0; // of those with another event before the time
    double[] weighted = new double[size];
    double[] sums = new double[(times + 1) * size];
    for (int k = 0; k < times; k++) {
      for (int j = 0; j < size; j++) {
        q[k * size + j] = weighted[j] * later[k] - weights * laterMean[k * size + j];
        double rate = (double) people.censored(k) / people.atRisk(k);
        sums[(k + 1) * size + j] = sums[k * size + j] + rate * jump(k, j);
      }
      for (int row : people.rows(k)) {
        if (people.hasOther(row)) {
          weights += moments.weight(row);
          for (int j = 0; j < size; j++) {
            weighted[j] += moments.weight(row) * moments.x(row, j);
          }
        }
      }
    }
    return sums;
  }

  private Matrix multiply(Matrix outer, Matrix middle) {
    double[] result = new double[size * size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        double sum = 0;
        for (int a = 0; a < size; a++) {
          for (int b = 0; b < size; b++) {
            sum += outer.at(i, a) * middle.at(a, b) * outer.at(b, j);
          }
        }
        result[i + j * size] = sum;
      }
    }
    return Matrix.of(size, size, result);
  }
}
