// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Cholesky;
import casebook.stats.math.Matrix;
import casebook.stats.math.Maximum;
import casebook.stats.math.Newton;
import java.util.Arrays;
import java.util.Optional;

/// A likelihood over the columns of a design: what every question about a fit goes back to.
///
/// @param design the design
/// @param x its columns without the aliased ones, standardised
/// @param likelihood the likelihood over them
/// @param newton how it is maximised
/// @param start where every search may begin: one coefficient for each column of `x`
record Model(Design design, Columns x, Likelihood likelihood, Newton newton, Point start) {

  /// Coefficients of standardised columns.
  static final class Point {
    private final double[] values;

    Point(double... values) {
      this.values = values.clone();
    }

    double[] values() {
      return values.clone();
    }
  }

  /// Returns the same model over columns that are not centred, so that the intercept is the
  /// design's own.
  Model uncentred() {
    Columns plain = x.uncentred(design);
    double[] zero = new double[plain.size];
    return new Model(design, plain, likelihood, newton, new Point(zero));
  }

  /// Maximises over everything.
  Maximum free(double[] from) {
    return newton.maximise(likelihood.over(x, 0), from);
  }

  /// Maximises with some coefficients fixed, beginning at a point moved along the ridge.
  ///
  /// @param kernel the function; its origin is taken from the value
  /// @param near a point where the information is known
  /// @param information there, lower triangle
  /// @param fixed which coefficients stay
  /// @param target the values at which they stay
  Maximum constrained(
      Likelihood.Kernel kernel,
      double[] near,
      double[] information,
      boolean[] fixed,
      double[] target) {
    double[] from = moved(near, information, fixed, target);
    Maximum found = newton.maximise(kernel, from, fixed);
    if (found.outcome().usable()) {
      return found;
    }
    double[] again = start.values();
    for (int j = 0; j < x.size; j++) {
      again[j] = fixed[j] ? target[j] : again[j];
    }
    return newton.maximise(kernel, again, fixed);
  }

  /// Moves the free coefficients to where a quadratic likelihood would have its maximum.
  private static double[] moved(
      double[] near, double[] information, boolean[] fixed, double[] target) {
    int size = near.length;
    int[] free = new int[size];
    int count = 0;
    for (int j = 0; j < size; j++) {
      if (!fixed[j]) {
        free[count++] = j;
      }
    }
    double[] reduced = new double[count * count];
    double[] step = new double[count];
    for (int b = 0; b < count; b++) {
      for (int a = b; a < count; a++) {
        reduced[a + b * count] = information[free[a] + free[b] * size];
      }
      for (int j = 0; j < size; j++) {
        if (fixed[j]) {
          int row = Math.max(j, free[b]);
          int column = Math.min(j, free[b]);
          step[b] -= information[row + column * size] * (target[j] - near[j]);
        }
      }
    }
    double[] point = near.clone();
    for (int j = 0; j < size; j++) {
      point[j] = fixed[j] ? target[j] : point[j];
    }
    if (Cholesky.factor(reduced, count) == count) {
      Cholesky.solve(reduced, count, step);
      for (int b = 0; b < count; b++) {
        point[free[b]] += step[b];
      }
    }
    return point;
  }

  /// Returns the inverse Fisher information where a search ended, in standardised columns; empty
  /// when it is singular.
  Optional<Matrix> covariance(Maximum top) {
    double[] information = top.information();
    if (!likelihood.evaluatesFisher()) {
      likelihood.over(x, 0).fisher(top.point(), information);
    }
    return Cholesky.of(Matrix.of(x.size, x.size, information)).map(Cholesky::inverse);
  }

  /// Returns the place of a design column among the columns of the model; empty when it is aliased.
  Optional<Integer> place(int designColumn) {
    int place = Arrays.binarySearch(x.kept, designColumn);
    return place < 0 ? Optional.empty() : Optional.of(place);
  }

  /// Marks the columns of some terms.
  boolean[] columnsOf(Iterable<String> terms) {
    boolean[] marked = new boolean[x.size];
    for (String name : terms) {
      Term term = design.term(name);
      for (int j = 0; j < x.size; j++) {
        marked[j] |= x.kept[j] >= term.first() && x.kept[j] < term.first() + term.size();
      }
    }
    return marked;
  }
}
