// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.LeastSquares;
import casebook.stats.math.LongVector;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.core.DD;

/// Linear regression by ordinary least squares.
///
/// Minimises \\(\sum f_i (y_i - o_i - x_i^T \beta)^2\\), f the frequencies and o the offset of the
/// design, by an orthogonal decomposition with twice the digits of a double: what is printed is
/// right to the last digits for every design whose columns can be told apart at all. A polynomial
/// wants [Design#andPowers], which keeps the digits of the powers. Aliased columns are left out and
/// named; a fit that leaves no residual beyond the rounding of the response is exact, and says so.
///
/// Frequencies count people, as everywhere in this library: the degrees of freedom are people minus
/// coefficients. Differs from: `lm(weights =)` (R), which counts rows. Equals: `lm` (R 4.2) without
/// weights, `REG` (SAS); the certified values of all eleven NIST StRD sets.
///
/// Source: Draper & Smith 1998, Applied Regression Analysis, 3rd ed., chapters 1-5; Björck 1996,
/// Numerical Methods for Least Squares Problems, chapter 2.
///
/// @param negligible the share of its length about the mean that a column must have for its own; a
///   column with less is aliased. Powers are told apart down to the square of this share.
public record Linear(double negligible) {
  /// Columns carry an error of their last digits; so many of them are no information.
  private static final double ROUNDING = 64 * Math.ulp(1.0);

  public Linear {
    if (!(negligible > 0 && negligible < 1)) {
      throw new IllegalArgumentException(
          "the negligible share is " + negligible + ", not between 0 and 1");
    }
  }

  /// Returns the method that leaves out columns of which less than 1e-10 is their own.
  public static Linear standard() {
    return new Linear(1e-10);
  }

  /// Fits a model.
  ///
  /// @param design the explanatory side
  /// @param response finite numbers, one for each row
  public LinearFit fit(Design design, double... response) {
    require(design, response);
    List<LongVector> columns = new ArrayList<>();
    double[] least = new double[design.columns()];
    for (int j = 0; j < least.length; j++) {
      columns.add(design.weighted(design.longValues(j)));
      least[j] = least(design, j, columns);
    }
    LongVector y = new LongVector(response.length);
    for (int i = 0; i < response.length; i++) {
      y.set(i, DD.of(response[i]).subtract(design.offset(i)));
    }
    LeastSquares solution = LeastSquares.of(columns, least, design.weighted(y));
    return new LinearFit(design, response, y, solution);
  }

  private static void require(Design design, double[] response) {
    if (response.length != design.rows()) {
      throw new IllegalArgumentException(
          response.length + " responses for " + design.rows() + " rows");
    }
    for (int i = 0; i < response.length; i++) {
      if (!Double.isFinite(response[i])) {
        throw new IllegalArgumentException("the response is " + response[i] + " in row " + i);
      }
    }
  }

  /// Returns the length that a column must have for its own.
  private double least(Design design, int j, List<LongVector> columns) {
    double length = Math.sqrt(columns.get(j).squares().hi());
    if (j == 0 || !design.hasIntercept()) {
      return length * Math.max(share(design, j), ROUNDING * (design.isLong(j) ? 0 : 1));
    }
    LongVector[] centred = {columns.get(j).copy()};
    DD ones = columns.getFirst().squares();
    if (ones.hi() > 0) {
      DD mean = columns.getFirst().dot(centred[0]).divide(ones);
      centred[0].subtract(mean, columns.getFirst());
    }
    double spread = Math.sqrt(centred[0].squares().hi());
    double rounding = design.isLong(j) ? ROUNDING * ROUNDING : ROUNDING;
    return Math.max(spread * share(design, j), length * rounding);
  }

  private double share(Design design, int j) {
    return design.isLong(j) ? negligible * negligible : negligible;
  }
}
