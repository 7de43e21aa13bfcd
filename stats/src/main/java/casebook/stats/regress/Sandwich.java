// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Matrix;
import java.util.LinkedHashMap;
import java.util.Map;

/// Covariance of a logistic fit that does not trust the model: \\(V (\sum_g s_g s_g^T) V\\), with
/// \\(s_g\\) the scores of a person, or of a cluster of people, added up.
///
/// A row of frequency f stands for f people with the same score, each a cluster of its own unless
/// clusters are named; then all people of a row are in one cluster.
///
/// Source: Huber 1967; White 1980, Econometrica 48:817; Liang & Zeger 1986, Biometrika 73:13.
/// Equals: `sandwich::vcovHC(type = "HC0")`, `sandwich::vcovCL` (R).
public final class Sandwich {
  private Sandwich() {}

  /// Returns the heteroscedasticity-consistent covariance (HC0).
  ///
  /// @param fit a logistic fit with estimates
  public static Matrix of(Fit fit) {
    Columns x = fit.model().x();
    LogisticKernel kernel = LogisticLikelihood.of(fit).plainAt(x, fit.point());
    double[] squared = new double[x.rows];
    for (int i = 0; i < x.rows; i++) {
      squared[i] = kernel.residual(i) * kernel.residual(i) / x.frequency(i);
    }
    double[] meat = new double[x.size * x.size];
    Products.crossed(x, squared, new double[x.rows], meat);
    return between(fit, meat);
  }

  /// Returns the covariance that lets people of one cluster resemble each other.
  ///
  /// @param fit a logistic fit with estimates
  /// @param clusters the cluster of each row of the design
  /// @param adjusted whether to multiply by \\(G/(G-1)\\), with G clusters, as `vcovCL` of a `glm`
  ///   and Stata's `logit` do
  public static Matrix clustered(Fit fit, int[] clusters, boolean adjusted) {
    if (clusters.length != fit.design().rows()) {
      throw new IllegalArgumentException(
          clusters.length + " clusters for " + fit.design().rows() + " rows");
    }
    Columns x = fit.model().x();
    LogisticKernel kernel = LogisticLikelihood.of(fit).plainAt(x, fit.point());
    Map<Integer, double[]> scores = new LinkedHashMap<>();
    for (int i = 0; i < x.rows; i++) {
      double[] score = scores.computeIfAbsent(clusters[x.places[i]], g -> new double[x.size]);
      for (int j = 0; j < x.size; j++) {
        score[j] += kernel.residual(i) * x.values[j][i];
      }
    }
    double g = scores.size();
    double factor = adjusted ? g / (g - 1) : 1;
    double[] meat = new double[x.size * x.size];
    for (double[] score : scores.values()) {
      for (int j = 0; j < x.size; j++) {
        for (int i = j; i < x.size; i++) {
          meat[i + j * x.size] += factor * score[i] * score[j];
        }
      }
    }
    return between(fit, meat);
  }

  /// Returns V M V in the design's own columns, M given by its lower triangle.
  private static Matrix between(Fit fit, double[] meat) {
    int size = fit.model().x().size;
    Matrix bread = fit.standardisedCovariance();
    double[] half = new double[size * size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        for (int k = 0; k < size; k++) {
          int place = Math.max(k, j) + Math.min(k, j) * size;
          half[i + j * size] += bread.at(i, k) * meat[place];
        }
      }
    }
    double[] whole = new double[size * size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        for (int k = 0; k < size; k++) {
          whole[i + j * size] += half[i + k * size] * bread.at(k, j);
        }
      }
    }
    return fit.model().x().natural(Matrix.of(size, size, whole));
  }
}
