// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.core.DD;

/// The solution of a linear least-squares problem in twice the working precision, about 31 digits.
///
/// The columns are orthogonalised one after the other, each twice, and the response after them
/// (Gram-Schmidt; "twice is enough"). A column of which nothing of its own is left is aliased and
/// stands outside of everything that follows; all results are of the columns that remain.
///
/// Source: Björck 1996, Numerical Methods for Least Squares Problems, section 2.4; Giraud, Langou &
/// Rozloznik 2005, Comput Math Appl 50:1069.
public final class LeastSquares {
  private final int[] kept;
  // upper triangle, triangle[j] is column j of length j + 1
  private final DD[][] triangle;
  private final DD[] effects;
  private final LongVector residual;

  private LeastSquares(int[] kept, DD[][] triangle, DD[] effects, LongVector residual) {
    this.kept = kept;
    this.triangle = triangle;
    this.effects = effects;
    this.residual = residual;
  }

  /// Solves a problem.
  ///
  /// @param columns the columns, of one size; copied
  /// @param least for each column, the length that must be its own; one that keeps no more is
  ///   aliased
  /// @param response the response, of the same size; copied
  public static LeastSquares of(List<LongVector> columns, double[] least, LongVector response) {
    List<LongVector> basis = new ArrayList<>();
    List<DD[]> triangle = new ArrayList<>();
    int[] kept = new int[columns.size()];
    for (int j = 0; j < columns.size(); j++) {
      LongVector rest = columns.get(j).copy();
      DD[] shares = takeOut(basis, rest);
      DD length = rest.squares().sqrt();
      if (length.hi() > least[j]) {
        rest.scale(length.reciprocal());
        kept[basis.size()] = j;
        basis.add(rest);
        DD[] column = Arrays.copyOf(shares, shares.length + 1);
        column[shares.length] = length;
        triangle.add(column);
      }
    }
    LongVector residual = response.copy();
    DD[] effects = takeOut(basis, residual);
    return new LeastSquares(
        Arrays.copyOf(kept, basis.size()), triangle.toArray(DD[][]::new), effects, residual);
  }

  /// Takes the directions of a basis out of a vector, twice; returns how much of each there was.
  private static DD[] takeOut(List<LongVector> basis, LongVector from) {
    DD[] shares = new DD[basis.size()];
    Arrays.fill(shares, DD.ZERO);
    for (int pass = 0; pass < 2; pass++) {
      for (int k = 0; k < shares.length; k++) {
        DD share = basis.get(k).dot(from);
        from.subtract(share, basis.get(k));
        shares[k] = shares[k].add(share);
      }
    }
    return shares;
  }

  /// Returns the places of the columns that are not aliased.
  public int[] kept() {
    return kept.clone();
  }

  /// Returns the number of columns that are not aliased.
  public int rank() {
    return kept.length;
  }

  /// Returns the coefficients of the columns kept.
  public DD[] coefficients() {
    DD[] b = effects.clone();
    for (int j = b.length - 1; j >= 0; j--) {
      b[j] = b[j].divide(triangle[j][j]);
      for (int i = 0; i < j; i++) {
        b[i] = b[i].subtract(triangle[j][i].multiply(b[j]));
      }
    }
    return b;
  }

  /// Returns what each column kept adds to the fit of those before it; its square is the sum of
  /// squares that it explains.
  public DD[] effects() {
    return effects.clone();
  }

  /// Returns the sum of the squared residuals.
  public DD residualSquares() {
    return residual.squares();
  }

  /// Returns the rows of the inverse of the triangle R: row i, from column i on. The covariance of
  /// the coefficients is their products times the residual variance.
  public DD[][] inverse() {
    int size = triangle.length;
    DD[][] inverse = new DD[size][size];
    for (DD[] row : inverse) {
      Arrays.fill(row, DD.ZERO);
    }
    for (int j = 0; j < size; j++) {
      inverse[j][j] = triangle[j][j].reciprocal();
      for (int i = j - 1; i >= 0; i--) {
        DD sum = DD.ZERO;
        for (int k = i + 1; k <= j; k++) {
          sum = sum.add(triangle[k][i].multiply(inverse[k][j]));
        }
        inverse[i][j] = sum.divide(triangle[i][i]).negate();
      }
    }
    return inverse;
  }

  /// Returns the inverse of X'X over the columns kept, the covariance of the coefficients for a
  /// residual variance of 1.
  public DD[][] inverseProducts() {
    DD[][] inverse = inverse();
    int size = inverse.length;
    DD[][] products = new DD[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        DD sum = DD.ZERO;
        for (int k = i; k < size; k++) {
          sum = sum.add(inverse[i][k].multiply(inverse[j][k]));
        }
        products[i][j] = sum;
        products[j][i] = sum;
      }
    }
    return products;
  }
}
