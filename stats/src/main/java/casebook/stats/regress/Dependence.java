// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Cholesky;
import casebook.stats.math.Matrix;
import casebook.stats.result.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/// How strongly the columns of a design depend on each other without being aliased.
public final class Dependence {
  private Dependence() {}

  /// Returns the generalised variance inflation factor of a term: for a single column the usual
  /// factor, for a factor that of all its columns together, \\(|R_{11}| |R_{22}| / |R|\\) with R
  /// the correlation of the coefficients without the intercept.
  ///
  /// Source: Fox & Monette 1992, J Am Stat Assoc 87:178. Equals: `car::vif` (R), column GVIF.
  ///
  /// @param fit a fit with estimates
  /// @param term a term of its design
  public static Answer<Double> inflation(Fit fit, String term) {
    boolean[] inside = fit.model().columnsOf(List.of(term));
    Matrix covariance = fit.covariance();
    int first = fit.columnNames().indexOf(Design.INTERCEPT) == 0 ? 1 : 0;
    int[] all = IntStream.range(first, inside.length).toArray();
    int[] one = IntStream.of(all).filter(j -> inside[j]).toArray();
    int[] other = IntStream.of(all).filter(j -> !inside[j]).toArray();
    if (one.length == 0) {
      return Answer.none("no column of " + term + " is estimated");
    }
    double ln = lnCorrelation(covariance, one) + lnCorrelation(covariance, other);
    return Answer.of(Math.exp(ln - lnCorrelation(covariance, all)));
  }

  /// Returns the logarithm of the determinant of the correlation at some places.
  private static double lnCorrelation(Matrix covariance, int[] places) {
    int size = places.length;
    double[] values = new double[size * size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        double scale =
            Math.sqrt(covariance.at(places[i], places[i]))
                * Math.sqrt(covariance.at(places[j], places[j]));
        values[i + j * size] = i == j ? 1 : covariance.at(places[i], places[j]) / scale;
      }
    }
    return Cholesky.of(Matrix.of(size, size, values))
        .map(Cholesky::logDeterminant)
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /// Returns the condition number of a design: the largest singular value over the smallest, each
  /// column (intercept included) scaled to length 1, not centred. Above 30 the columns depend on
  /// each other enough to matter.
  ///
  /// Source: Belsley, Kuh & Welsch 1980, Regression Diagnostics, chapter 3.
  ///
  /// @param design at least as many rows of frequency above 0 as columns; a frequency counts that
  ///   many rows
  /// @return the number; infinite when a column is aliased
  public static double conditionNumber(Design design) {
    int columns = design.columns();
    DMatrixRMaj scaled = new DMatrixRMaj(Math.max(design.rows(), columns), columns);
    for (int j = 0; j < columns; j++) {
      double squares = 0;
      for (int i = 0; i < design.rows(); i++) {
        squares += design.frequency(i) * design.at(i, j) * design.at(i, j);
      }
      double length = Math.sqrt(squares);
      if (length == 0) {
        return Double.POSITIVE_INFINITY;
      }
      for (int i = 0; i < design.rows(); i++) {
        scaled.set(i, j, Math.sqrt(design.frequency(i)) * design.at(i, j) / length);
      }
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(scaled.numRows, columns, false, false, true);
    if (columns == 0 || !svd.decompose(scaled)) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (double value : svd.getSingularValues()) {
      largest = Math.max(largest, value);
      smallest = Math.min(smallest, value);
    }
    return smallest <= largest * 1e-15 ? Double.POSITIVE_INFINITY : largest / smallest;
  }
}
