// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Matrix;

/// What single rows do to a logistic fit, by one step of the fit without them.
///
/// With weight \\(w = f p (1-p)\\) and Pearson residual \\(r = f (y-p) / \sqrt w\\): leverage \\(h
/// = w x^T V x\\), Cook's distance \\(r^2 h / (k (1-h)^2)\\), change of a coefficient \\(V x f
/// (y-p) / (1-h)\\).
///
/// Source: Pregibon 1981, Ann Statist 9:705. Equals: `hatvalues`, `cooks.distance` of a `glm` (R
/// 4.2); changes as in SAS PROC LOGISTIC. Differs from: R `dfbeta`, which takes deviance residuals,
/// and R `dfbetas`, which rescales by a residual standard deviation as well.
public final class Influence {
  private final Fit fit;
  private final double[] leverage;
  private final double[] pearson;
  private final Matrix change;

  private Influence(Fit fit, double[] leverage, double[] pearson, Matrix change) {
    this.fit = fit;
    this.leverage = leverage;
    this.pearson = pearson;
    this.change = change;
  }

  /// Computes the influence of every row of a logistic fit with estimates; a row of frequency 0 has
  /// none.
  public static Influence of(Fit fit) {
    Columns x = fit.model().x();
    Matrix v = fit.standardisedCovariance();
    LogisticKernel kernel = LogisticLikelihood.of(fit).plainAt(x, fit.point());
    int rows = fit.design().rows();
    double[] leverage = new double[rows];
    double[] pearson = new double[rows];
    double[] change = new double[rows * x.size];
    for (int i = 0; i < x.rows; i++) {
      int row = x.places[i];
      double[] step = new double[x.size];
      double square = 0;
      for (int j = 0; j < x.size; j++) {
        for (int k = 0; k < x.size; k++) {
          step[j] += v.at(j, k) * x.values[k][i];
        }
        square += step[j] * x.values[j][i];
      }
      leverage[row] = kernel.weight(i) * square;
      pearson[row] = kernel.residual(i) / Math.sqrt(kernel.weight(i));
      double factor = kernel.residual(i) / (1 - leverage[row]);
      double[] moved = x.natural(step);
      for (int j = 0; j < x.size; j++) {
        change[row + j * rows] = factor * moved[j];
      }
    }
    return new Influence(fit, leverage, pearson, Matrix.of(rows, x.size, change));
  }

  /// Returns the leverage (hat value) of a row of the design.
  public double leverage(int row) {
    return leverage[row];
  }

  /// Returns the Pearson residual of a row.
  public double pearson(int row) {
    return pearson[row];
  }

  /// Returns Cook's distance of a row.
  public double cook(int row) {
    double ratio = pearson[row] / (1 - leverage[row]);
    return ratio * ratio * leverage[row] / fit.parameters();
  }

  /// Returns by how much a coefficient is larger with the row than without it.
  ///
  /// @param row a row of the design
  /// @param column a column's name
  public double change(int row, String column) {
    return change.at(row, place(column));
  }

  /// Returns that change in units of the coefficient's standard error.
  ///
  /// @param row a row of the design
  /// @param column a column's name
  public double standardisedChange(int row, String column) {
    return change(row, column) / fit.term(column).standardError();
  }

  private int place(String column) {
    int place = fit.columnNames().indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException("no estimate of " + column + " in " + fit.columnNames());
    }
    return place;
  }
}
