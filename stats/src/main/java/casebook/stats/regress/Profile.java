// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Maximum;
import casebook.stats.result.Answer;
import casebook.stats.result.Outcome;

/// Limits of one coefficient by its profile likelihood.
///
/// With \\(\ell_p(v)\\) the likelihood maximised over the other coefficients while this one is v, a
/// limit is where the root \\(r(v) = \sqrt{2 (\ell_p(\hat v) - \ell_p(v))}\\) reaches the normal
/// quantile z. The root is nearly straight in v and its slope is known (the score over r), so
/// Newton's method needs three or four steps; each step begins where the last one and the ridge
/// lead.
///
/// Source: Venzon & Moolgavkar 1988, Appl Statist 37:87; the signed root: DiCiccio & Efron 1996,
/// Statist Sci 11:189.
final class Profile {
  private static final int LIMIT = 60;

  private final Model model;
  private final double[] point;
  private final Likelihood.Kernel kernel;
  private final double[] information;
  private final int column;
  private final double z;
  private final double standardError;

  /// Prepares the profile of a coefficient.
  ///
  /// @param model the model
  /// @param top its maximum
  /// @param column place of the coefficient in the model
  /// @param standardError its standard error, in standardised columns
  /// @param z normal quantile of the level
  Profile(Model model, Maximum top, int column, double standardError, double z) {
    this.model = model;
    point = top.point();
    kernel = model.likelihood().over(model.x(), top.value());
    information = top.information();
    this.column = column;
    this.z = z;
    this.standardError = standardError;
  }

  /// Finds one limit, in standardised columns.
  ///
  /// @param direction 1 for the upper limit, -1 for the lower
  Answer<Double> limit(int direction) {
    boolean[] fixed = new boolean[point.length];
    fixed[column] = true;
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double distance = z * standardError;
    double[] near = point;
    double[] curvature = information;
    for (int i = 0; i < LIMIT; i++) {
      double[] target = point.clone();
      target[column] += direction * distance;
      Maximum there = model.constrained(kernel, near, curvature, fixed, target);
      if (!there.outcome().usable()) {
        return Answer.none(there.outcome());
      }
      double root = Math.sqrt(Math.max(0, -2 * there.value()));
      double slope = -direction * there.gradient(column) / root;
      double step = (z - root) / slope;
      if (Math.abs(step) <= 1e-8 * standardError) {
        return Answer.of(point[column] + direction * (distance + step));
      }
      if (root > z) {
        high = distance;
      } else {
        low = distance;
      }
      double next = distance + step;
      boolean inside = slope > 0 && next > low && next < high && next < 10 * distance;
      if (inside) {
        near = there.point();
        curvature = there.information();
        distance = next;
      } else {
        distance = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : 2 * distance;
      }
    }
    return Answer.none(new Outcome.NotConverged(LIMIT, high - low));
  }
}
