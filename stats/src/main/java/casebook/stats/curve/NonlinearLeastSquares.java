// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import casebook.stats.math.LeastSquares;
import casebook.stats.result.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.core.DD;

/// Nonlinear regression by least squares, after Levenberg and Marquardt.
///
/// Minimises \\(\sum w_i (y_i - f(x_i, \theta))^2\\). Derivatives are exact ([Dual]), and curve,
/// derivatives and linear algebra carry twice the digits of a double, so that the end does not
/// depend on the start: what is reached is a stationary point to the last digit. Steps are bent
/// along the valley by the second derivative in their direction. The search stops when the
/// residuals are orthogonal to the tangent plane: the relative offset of Bates and Watts, the
/// length of their projection over that of the rest, for each degree of freedom, falls below the
/// tolerance. A search that does not arrive begins again with other lengths of its first step. A
/// start far away may still end in another valley, as with every local method; its sum of squares
/// tells. (All 27 NIST StRD sets arrive from both of their starts.)
///
/// Source: Marquardt 1963, J Soc Ind Appl Math 11:431; Moré 1978, Lecture Notes in Mathematics
/// 630:105 (scaling); Nielsen 1999, IMM-REP-1999-05 (damping); Transtrum & Sethna 2012,
/// arXiv:1201.5885 (acceleration); Bates & Watts 1988, Nonlinear Regression Analysis, sections 2.2
/// and 2.3. Equals: `nls` (R 4.2); the certified values of the 27 NIST StRD sets.
///
/// @param maxIterations largest number of steps, at least 1
/// @param tolerance the relative offset at which the search ends, for example 1e-15
public record NonlinearLeastSquares(int maxIterations, double tolerance) {
  /// So many units in the last place of the response are rounding.
  private static final int ULPS = 4;

  /// A step that is damped more than this does not move any more.
  private static final double STUCK = 1e40;

  /// The first dampings, tried in this order.
  private static final double[] DAMPINGS = {1e-3, 1e3, 1};

  /// The share of a step that is looked ahead for its bend.
  private static final double AHEAD = 0.1;

  /// A bend longer than this share of its step is not trusted.
  private static final double BENT = 0.375;

  /// Where rounding ends a search, it has arrived when the offset is below this.
  private static final double NEAR = 1e-8;

  /// A step that is damped more than this is too short to bend.
  private static final double SHORT = 1e10;

  /// The smallest unit of a step.
  private static final double LEAST = 1e-100;

  public NonlinearLeastSquares {
    if (maxIterations < 1) {
      throw new IllegalArgumentException("maxIterations " + maxIterations + " is below 1");
    }
    if (!(tolerance > 0 && tolerance < 1)) {
      throw new IllegalArgumentException("tolerance " + tolerance + " is not between 0 and 1");
    }
  }

  /// Returns 5000 steps at most and full double precision.
  public static NonlinearLeastSquares standard() {
    return new NonlinearLeastSquares(5000, 1e-15);
  }

  /// Returns the method with another largest number of steps.
  public NonlinearLeastSquares withMaxIterations(int count) {
    return new NonlinearLeastSquares(count, tolerance);
  }

  /// Fits a curve written as text.
  ///
  /// @param formula the curve
  /// @param data the rows
  /// @param start values of its parameters to begin with
  public CurveFit fit(CurveText formula, Observations data, double... start) {
    return fit(formula, formula.parameters(), data, start);
  }

  /// Fits a curve.
  ///
  /// @param formula the curve
  /// @param names the names of its parameters
  /// @param data the rows
  /// @param start values of the parameters to begin with
  public CurveFit fit(
      CurveFormula formula, List<String> names, Observations data, double... start) {
    if (start.length != names.size()) {
      throw new IllegalArgumentException(start.length + " starting values for " + names);
    }
    Search search = new Search(formula, data, DAMPINGS[0], start);
    if (!search.point.finite()) {
      return search.fit(
          names, new Outcome.NotEstimable("the curve does not exist at the starting values"));
    }
    CurveFit first = search.fit(names, search.run(maxIterations, tolerance));
    for (int k = 1; k < DAMPINGS.length && !first.outcome().usable(); k++) {
      Search again = new Search(formula, data, DAMPINGS[k], start);
      CurveFit fit = again.fit(names, again.run(maxIterations, tolerance));
      first = fit.outcome().usable() ? fit : first;
    }
    return first;
  }

  /// The state of one search.
  private static final class Search {
    private final CurveFormula formula;
    private final Observations data;
    private final double[] scale;
    private CurvePoint point;
    private double damping;
    private double growth = 2;

    Search(CurveFormula formula, Observations data, double damping, double... start) {
      this.formula = formula;
      this.data = data;
      DD[] parameters = Arrays.stream(start).mapToObj(DD::of).toArray(DD[]::new);
      point = CurvePoint.of(formula, data, parameters);
      scale = new double[start.length];
      this.damping = damping;
    }

    CurveFit fit(List<String> names, Outcome outcome) {
      return new CurveFit(formula, names, data, point, outcome, isExact());
    }

    Outcome run(int maxIterations, double tolerance) {
      for (int i = 1; i <= maxIterations; i++) {
        LeastSquares tangent = point.linear();
        double offset = offset(tangent);
        if (isExact() || offset <= tolerance) {
          polish(tangent, offset);
          return new Outcome.Converged(i);
        }
        if (!step()) {
          return offset <= NEAR ? new Outcome.Converged(i) : new Outcome.NotConverged(i, offset);
        }
      }
      return new Outcome.NotConverged(maxIterations, offset(point.linear()));
    }

    /// Returns the relative offset; with as many parameters as rows, that of one row left.
    private double offset(LeastSquares tangent) {
      DD along = DD.ZERO;
      for (DD effect : tangent.effects()) {
        along = along.add(effect.square());
      }
      int left = Math.max(1, data.rows() - tangent.rank());
      double rest = tangent.residualSquares().hi() / left;
      double plane = along.hi() / Math.max(1, tangent.rank());
      return plane == 0 ? 0 : Math.sqrt(plane / rest);
    }

    /// Says whether no residual is more than the rounding of the response.
    boolean isExact() {
      double largest = 0;
      double left = 0;
      for (int i = 0; point.finite() && i < data.rows(); i++) {
        double root = Math.sqrt(data.weight(i));
        largest = Math.max(largest, Math.abs(data.y(i)));
        left = Math.max(left, Math.abs(point.residual(i)) / root);
      }
      return point.finite() && left <= ULPS * Math.ulp(largest);
    }

    /// Takes one step that lowers the sum of squares; false when there is none.
    private boolean step() {
      for (int j = 0; j < scale.length; j++) {
        double length = point.length(j);
        scale[j] = Math.max(scale[j], Math.max(length, LEAST));
      }
      for (; damping < STUCK; damping *= growth, growth *= 2) {
        DD[] straight = point.damped(damping, scale);
        Optional<DD[]> bent = bent(straight);
        if (bent.isEmpty()) {
          continue;
        }
        CurvePoint next = CurvePoint.of(formula, data, point.moved(bent.get()));
        DD gain = point.squares().subtract(next.squares());
        if (next.finite() && gain.hi() > 0) {
          double quality = 2 * gain.hi() / point.promised(straight) - 1;
          damping *= Math.max(1.0 / 3, 1 - quality * quality * quality);
          growth = 2;
          point = next;
          return true;
        }
      }
      return false;
    }

    /// Bends a step; empty where the valley turns too sharply for a step of this length.
    private Optional<DD[]> bent(DD[] step) {
      DD[] part = Arrays.stream(step).map(d -> d.multiply(AHEAD)).toArray(DD[]::new);
      CurvePoint ahead = CurvePoint.of(formula, data, point.moved(part));
      if (!ahead.finite()) {
        return Optional.empty();
      }
      DD[] bend = point.bend(damping, scale, step, AHEAD, ahead);
      DD[] result = new DD[step.length];
      Arrays.setAll(result, j -> step[j].add(bend[j]));
      return length(bend) <= BENT * length(step) || damping > SHORT
          ? Optional.of(damping > SHORT ? step : result)
          : Optional.empty();
    }

    private double length(DD[] step) {
      double squares = 0;
      for (int j = 0; j < step.length; j++) {
        squares += Math.pow(scale[j] * step[j].hi(), 2);
      }
      return Math.sqrt(squares);
    }

    /// Adds undamped steps as long as they bring the residuals closer to a right angle.
    private void polish(LeastSquares tangent, double offset) {
      LeastSquares from = tangent;
      double before = offset;
      for (int i = 0; i < 3 && from.rank() == point.size(); i++) {
        CurvePoint next = CurvePoint.of(formula, data, point.moved(from.coefficients()));
        if (!next.finite()) {
          return;
        }
        LeastSquares there = next.linear();
        double after = offset(there);
        if (!(after < before)) {
          return;
        }
        point = next;
        from = there;
        before = after;
      }
    }
  }
}
