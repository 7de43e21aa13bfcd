// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Cholesky;
import casebook.stats.math.Maximum;
import casebook.stats.result.Answer;
import casebook.stats.result.Outcome;
import java.util.Arrays;
import java.util.OptionalDouble;

/// Limits of one coefficient by its profile likelihood.
///
/// A limit is where the likelihood has fallen by z^2 / 2 and the score of every other coefficient
/// is 0. These equations are solved together: where g is the score and A the information, the step
/// \\(A^{-1} (g - \lambda e)\\) with \\(\lambda^2 = (2 (\ell - \ell^*) + g^T A^{-1} g) /
/// (A^{-1})_{jj}\\) meets both for a quadratic likelihood, and four or five of them do for others.
///
/// Where that fails, the likelihood \\(\ell_p(v)\\) is maximised over the other coefficients while
/// this one is v, until the root \\(r(v) = \sqrt{2 (\ell_p(\hat v) - \ell_p(v))}\\) reaches z: it
/// is nearly straight in v and its slope is known (the score over r).
///
/// Source: Venzon & Moolgavkar 1988, Appl Statist 37:87; the signed root: DiCiccio & Efron 1996,
/// Statist Sci 11:189.
final class Profile {
  private static final int LIMIT = 60;

  /// So many steps are given to the joint equations.
  private static final int JOINT = 25;

  /// The error, in standard errors, that may be left after the last step.
  private static final double LEFT = 1e-12;

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
    OptionalDouble found = jointly(direction);
    return found.isPresent() ? Answer.of(found.getAsDouble()) : alongRidge(direction);
  }

  /// Solves the joint equations; empty where they do not settle.
  OptionalDouble jointly(int direction) {
    int size = point.length;
    double[] at = point.clone();
    double[] gradient = new double[size];
    double[] factor = information.clone();
    double[] unit = new double[size];
    double value = 0;
    double before = Double.POSITIVE_INFINITY;
    for (int i = 0; i < JOINT; i++) {
      if (Cholesky.factor(factor, size) < size) {
        return OptionalDouble.empty();
      }
      Arrays.fill(unit, 0);
      unit[column] = 1;
      Cholesky.solve(factor, size, unit);
      double[] solved = gradient.clone();
      Cholesky.solve(factor, size, solved);
      double fall = 2 * value + z * z;
      for (int j = 0; j < size; j++) {
        fall += gradient[j] * solved[j];
      }
      double lambda = -direction * Math.sqrt(fall / unit[column]);
      double length = 0;
      for (int j = 0; j < size; j++) {
        double step = solved[j] - lambda * unit[j];
        at[j] += step;
        length += step * (gradient[j] - (j == column ? lambda : 0));
      }
      double error = Math.sqrt(length);
      if (!(error < 4 * before)) {
        return OptionalDouble.empty();
      }
      if (i > 1 && error * Math.min(1, error / before) <= LEFT) {
        return OptionalDouble.of(at[column]);
      }
      before = error;
      value = kernel.evaluate(at, gradient, factor);
    }
    return OptionalDouble.empty();
  }

  /// Finds a limit by maximising over the other coefficients again and again.
  Answer<Double> alongRidge(int direction) {
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
