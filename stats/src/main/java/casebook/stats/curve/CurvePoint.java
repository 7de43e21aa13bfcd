// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import casebook.stats.math.LeastSquares;
import casebook.stats.math.LongVector;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.core.DD;

/// A curve at some values of its parameters: the residuals and their derivatives, all weighted.
final class CurvePoint {
  /// A column with less than this share of its own is a combination of the others.
  private static final double NEGLIGIBLE = 1e-22;

  private final DD[] parameters;
  private final LongVector residuals;
  private final List<LongVector> columns;
  private final DD squares;
  private final boolean finite;

  private CurvePoint(DD[] parameters, LongVector residuals, List<LongVector> columns) {
    this.parameters = parameters;
    this.residuals = residuals;
    this.columns = columns;
    squares = residuals.squares();
    finite = squares.isFinite() && columns.stream().allMatch(LongVector::isFinite);
  }

  /// Evaluates a curve.
  ///
  /// @param formula the curve
  /// @param data the rows
  /// @param parameters their values; copied
  static CurvePoint of(CurveFormula formula, Observations data, DD[] parameters) {
    int size = parameters.length;
    Dual[] b = new Dual[size];
    List<LongVector> columns = new ArrayList<>();
    for (int j = 0; j < size; j++) {
      b[j] = Dual.parameter(parameters[j], j, size);
      columns.add(new LongVector(data.rows()));
    }
    LongVector residuals = new LongVector(data.rows());
    for (int i = 0; i < data.rows(); i++) {
      Dual fitted = formula.at(data.x(i), b);
      DD root = DD.of(data.weight(i)).sqrt();
      residuals.set(i, DD.of(data.y(i)).subtract(fitted.longValue()).multiply(root));
      for (int j = 0; j < size; j++) {
        columns.get(j).set(i, fitted.longSlope(j).multiply(root));
      }
    }
    return new CurvePoint(parameters.clone(), residuals, columns);
  }

  /// Says whether the curve and its derivatives exist in every row.
  boolean finite() {
    return finite;
  }

  int size() {
    return parameters.length;
  }

  DD parameter(int place) {
    return parameters[place];
  }

  /// Returns the parameters moved by a step.
  DD[] moved(DD[] step) {
    DD[] result = parameters.clone();
    for (int j = 0; j < result.length; j++) {
      result[j] = result[j].add(step[j]);
    }
    return result;
  }

  /// Returns the weighted sum of squared residuals.
  DD squares() {
    return squares;
  }

  /// Returns the length of the derivatives by one parameter.
  double length(int parameter) {
    return Math.sqrt(columns.get(parameter).squares().hi());
  }

  /// Returns the weighted residual of a row.
  double residual(int row) {
    return residuals.at(row).doubleValue();
  }

  /// Solves the linear problem that touches the curve here.
  LeastSquares linear() {
    double[] least = new double[size()];
    for (int j = 0; j < least.length; j++) {
      least[j] = NEGLIGIBLE * length(j);
    }
    return LeastSquares.of(columns, least, residuals);
  }

  /// Solves the linear problem with steps held short.
  ///
  /// @param damping weight of the squared length of the step
  /// @param scale the unit of each parameter's step, above 0
  DD[] damped(double damping, double[] scale) {
    return damped(damping, scale, residuals);
  }

  /// Returns half the acceleration along a step: what bends the straight step along the valley.
  ///
  /// @param step the step
  /// @param part the share of the step after which `ahead` lies
  /// @param ahead the curve there
  DD[] bend(double damping, double[] scale, DD[] step, double part, CurvePoint ahead) {
    LongVector curvature = residuals.copy();
    curvature.subtract(DD.ONE, ahead.residuals);
    for (int j = 0; j < step.length; j++) {
      curvature.subtract(step[j].multiply(part), columns.get(j));
    }
    curvature.scale(DD.of(-1 / (part * part)));
    return damped(damping, scale, curvature);
  }

  private DD[] damped(double damping, double[] scale, LongVector target) {
    int rows = target.size();
    int size = size();
    List<LongVector> longer = new ArrayList<>();
    for (int j = 0; j < size; j++) {
      LongVector column = new LongVector(rows + size);
      for (int i = 0; i < rows; i++) {
        column.set(i, columns.get(j).at(i));
      }
      column.set(rows + j, Math.sqrt(damping) * scale[j]);
      longer.add(column);
    }
    LongVector response = new LongVector(rows + size);
    for (int i = 0; i < rows; i++) {
      response.set(i, target.at(i));
    }
    return LeastSquares.of(longer, new double[size], response).coefficients();
  }

  /// Returns by how much a step would lower the sum of squares if the curve were a plane.
  double promised(DD[] step) {
    LongVector rest = residuals.copy();
    for (int j = 0; j < step.length; j++) {
      rest.subtract(step[j], columns.get(j));
    }
    return squares.subtract(rest.squares()).doubleValue();
  }
}
