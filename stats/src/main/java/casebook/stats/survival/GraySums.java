// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import java.util.Arrays;

/// Score and variance of Gray's test in one stratum.
///
/// Letters as in the paper, section 2: for group i with n_i at risk, survival S_i and incidence F_i
/// of the cause, both just before the time, h_i = n_i / S_i. With one common subdistribution F0 the
/// pooled estimate grows by d / sum h. The score of group i is the sum of its events minus d R_i /
/// sum R with R_i = h_i (1 - F_i). Its variance collects, for each group k, how an event of the
/// cause (and an event of another cause) in k moves the score of i at that time (a) and at all
/// later times (through c, the running integral of the weights over the pooled hazard).
final class GraySums {
  private final int count;
  private final CauseCounts[] counts;
  private final double[] survival;
  private final double[] incidence;
  private final double[] weight; // h_i, 0 when nobody is at risk
  private final double[] score;
  private final double[] variance;
  private final double[] c; // count x count
  private final double[] a;
  private final double[] cross; // v2: c enters linearly
  private final double[] square; // v3: c enters squared
  private double pooled; // F0 before the time

  GraySums(CompetingTimes times, int cause, int[] groups, int count) {
    this.count = count;
    var timeline = new Timeline(times.first());
    counts = new CauseCounts[count];
    for (int i = 0; i < count; i++) {
      counts[i] = new CauseCounts(times, cause, timeline, groups, i);
    }
    survival = new double[count];
    Arrays.fill(survival, 1);
    incidence = new double[count];
    weight = new double[count];
    score = new double[count];
    variance = new double[count * count];
    c = new double[count * count];
    a = new double[count * count];
    cross = new double[count * count];
    square = new double[count];
    for (int k = 0; k < timeline.size(); k++) {
      step(k);
    }
    finish();
  }

  void addTo(double[] scores, double[] variances) {
    for (int i = 0; i < scores.length; i++) {
      scores[i] += score[i];
    }
    for (int i = 0; i < variances.length; i++) {
      variances[i] += variance[i];
    }
  }

  private void step(int k) {
    int own = 0;
    double total = 0; // sum of h
    double risk = 0; // sum of R
    for (int i = 0; i < count; i++) {
      own += counts[i].own(k);
      int n = counts[i].atRisk(k);
      weight[i] = n == 0 ? 0 : n / survival[i];
      total += weight[i];
      risk += weight[i] * (1 - incidence[i]);
    }
    double next = pooled + own / total;
    for (int i = 0; i < count; i++) {
      score[i] += counts[i].own(k) - own * weight[i] * (1 - incidence[i]) / risk;
      for (int j = 0; j < count; j++) {
        double share = weight[i] / total;
        a[i + j * count] = weight[j] * ((i == j ? 1 : 0) - share);
        c[i + j * count] += a[i + j * count] * own / (total * (1 - pooled));
      }
    }
    for (int i = 0; i < count; i++) {
      int n = counts[i].atRisk(k);
      if (n > 0) {
        double after = survival[i] * (n - counts[i].own(k) - counts[i].other(k)) / n;
        if (own > 0) {
          ownEvents(i, n, own, total, after, next);
        }
        if (counts[i].other(k) > 0 && after > 0) {
          otherEvents(i, n, counts[i].other(k), after, next);
        }
        incidence[i] += survival[i] * counts[i].own(k) / n;
        survival[i] = after;
      }
    }
    pooled = next;
  }

  /// Events of the cause in group g, by the pooled estimate.
  private void ownEvents(int g, int n, int own, double total, double after, double next) {
    double later = after > 0 ? 1 - (1 - next) / after : 1;
    double ties = own > 1 ? 1 - (own - 1) / (total * survival[g] - 1) : 1;
    double step = ties * survival[g] * own / (total * n);
    square[g] += later * later * step;
    for (int i = 0; i < count; i++) {
      double move = a[i + g * count] - later * c[i + g * count];
      cross[i + g * count] += move * later * step;
      for (int j = 0; j < count; j++) {
        variance[i + j * count] += move * (a[j + g * count] - later * c[j + g * count]) * step;
      }
    }
  }

  /// Events of other causes in group g.
  private void otherEvents(int g, int n, int other, double after, double next) {
    double later = (1 - next) / after;
    double ties = other > 1 ? 1 - (other - 1.0) / (n - 1.0) : 1;
    double step = ties * survival[g] * survival[g] * other / ((double) n * n);
    square[g] += later * later * step;
    for (int i = 0; i < count; i++) {
      double move = later * c[i + g * count];
      cross[i + g * count] -= move * later * step;
      for (int j = 0; j < count; j++) {
        variance[i + j * count] += move * later * c[j + g * count] * step;
      }
    }
  }

  private void finish() {
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        double sum = 0;
        for (int g = 0; g < count; g++) {
          double ci = c[i + g * count];
          double cj = c[j + g * count];
          sum += ci * cj * square[g] + ci * cross[j + g * count] + cj * cross[i + g * count];
        }
        variance[i + j * count] += sum;
      }
    }
  }
}
