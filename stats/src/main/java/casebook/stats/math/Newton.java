// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import casebook.stats.result.Outcome;
import java.util.Arrays;

/// Maximises a smooth function by Newton's method with step halving, and says how it ended.
///
/// With gradient g and information \\(I\\) (the negative Hessian, or another positive definite
/// matrix in its place) each step is \\(I^{-1} g\\), halved while it lowers the function. The
/// squared error in units of the standard errors is \\(g^T I^{-1} g\\); once that falls below the
/// tolerance, one more full step is taken, and a last correction from the gradient at the end.
///
/// Source: Dennis & Schnabel 1996, Numerical Methods for Unconstrained Optimization, chapter 6.
///
/// @param maxIterations largest number of steps, at least 1
/// @param tolerance the squared error at which the last step is taken, for example 1e-16
public record Newton(int maxIterations, double tolerance) {
  public Newton {
    require(maxIterations, tolerance);
  }

  /// Refuses settings out of range; for methods that pass them on.
  public static void require(int maxIterations, double tolerance) {
    if (maxIterations < 1) {
      throw new IllegalArgumentException("maxIterations " + maxIterations + " is below 1");
    }
    if (!(tolerance > 0 && tolerance < 1)) {
      throw new IllegalArgumentException("tolerance " + tolerance + " is not between 0 and 1");
    }
  }

  /// Returns 100 iterations at most, and full double precision for functions that are smooth.
  public static Newton standard() {
    return new Newton(100, 1e-16);
  }

  /// Returns the same method with another largest number of steps.
  public Newton withMaxIterations(int count) {
    return new Newton(count, tolerance);
  }

  /// A function to maximise. It may keep work arrays, so it belongs to one thread.
  public interface Objective {
    /// Returns the number of parameters.
    int size();

    /// Returns the value at a point and writes gradient and information there.
    ///
    /// @param at the point, length `size()`; not changed
    /// @param gradient receives the gradient
    /// @param information receives the information, column-major; the lower triangle is enough
    /// @return the value; NaN or minus infinity where the function is not defined
    double evaluate(double[] at, double[] gradient, double[] information);
  }

  /// Maximises over all parameters.
  ///
  /// @param function what to maximise
  /// @param start where to begin; copied
  public Maximum maximise(Objective function, double... start) {
    return maximise(function, start, new boolean[start.length]);
  }

  /// Maximises over the parameters that are not fixed.
  ///
  /// @param function what to maximise
  /// @param start where to begin, and the values of the fixed parameters; copied
  /// @param fixed which parameters stay as they are, length `function.size()`
  public Maximum maximise(Objective function, double[] start, boolean[] fixed) {
    Search search = new Search(function, start, fixed);
    Outcome outcome = search.run(maxIterations, tolerance);
    return new Maximum(outcome, search.at, search.value, search.gradient, search.information);
  }

  /// The state of one search.
  private static final class Search {
    private final Objective function;
    private final int size;
    private final int[] free;
    private final double[] factor;
    private final double[] step;
    private final double[] reduced;
    private double[] at;
    private double[] trial;
    private double[] gradient;
    private double[] trialGradient;
    private double[] information;
    private double[] trialInformation;
    private double value;

    Search(Objective function, double[] start, boolean[] fixed) {
      this.function = function;
      size = function.size();
      if (start.length != size || fixed.length != size) {
        throw new IllegalArgumentException("start has " + start.length + " of " + size + " values");
      }
      int[] places = new int[size];
      int count = 0;
      for (int i = 0; i < size; i++) {
        if (!fixed[i]) {
          places[count++] = i;
        }
      }
      free = Arrays.copyOf(places, count);
      at = start.clone();
      trial = start.clone();
      gradient = new double[size];
      trialGradient = new double[size];
      information = new double[size * size];
      trialInformation = new double[size * size];
      factor = new double[count * count];
      step = new double[count];
      reduced = new double[count];
    }

    Outcome run(int maxIterations, double tolerance) {
      value = function.evaluate(at, gradient, information);
      if (!Double.isFinite(value)) {
        return new Outcome.NotEstimable("the likelihood is not finite at the start");
      }
      if (free.length == 0) {
        return new Outcome.Converged(0);
      }
      for (int i = 1; i <= maxIterations; i++) {
        double error = direction();
        if (Double.isNaN(error)) {
          return new Outcome.NotConverged(i, largestGradient());
        }
        boolean moved = move(error);
        if (error <= tolerance || !moved) {
          boolean done = error <= Math.max(tolerance, 1e-12);
          if (done) {
            correct();
          }
          return done ? new Outcome.Converged(i) : new Outcome.NotConverged(i, largestGradient());
        }
      }
      return new Outcome.NotConverged(maxIterations, largestGradient());
    }

    /// Solves for the step; returns the squared error, NaN when the information is of no use. Where
    /// it is not positive definite its diagonal is raised until it is (Levenberg).
    private double direction() {
      int count = free.length;
      double raise = 0;
      do {
        for (int j = 0; j < count; j++) {
          reduced[j] = gradient[free[j]];
          step[j] = reduced[j];
          for (int i = j; i < count; i++) {
            factor[i + j * count] = information[free[i] + free[j] * size];
          }
          factor[j + j * count] += raise * Math.abs(factor[j + j * count]);
        }
        if (Cholesky.factor(factor, count) == count) {
          return squaredError(count);
        }
        raise = raise == 0 ? 1e-2 : 10 * raise;
      } while (raise < 1e6);
      return Double.NaN;
    }

    private double squaredError(int count) {
      Cholesky.solve(factor, count, step);
      double error = 0;
      for (int j = 0; j < count; j++) {
        error += step[j] * reduced[j];
      }
      return error;
    }

    /// Takes the step, halved as often as needed; false when no step raises the function.
    private boolean move(double error) {
      double length = 1;
      double slack = 1e-13 * (1 + Math.abs(value));
      for (int half = 0; half < 40; half++) {
        for (int j = 0; j < free.length; j++) {
          trial[free[j]] = at[free[j]] + length * step[j];
        }
        double next = function.evaluate(trial, trialGradient, trialInformation);
        if (next >= value - slack && next < Double.POSITIVE_INFINITY) {
          accept(next);
          return true;
        }
        length /= error > 100 ? 4 : 2;
      }
      return false;
    }

    private void accept(double next) {
      value = next;
      double[] swap = at;
      at = trial;
      trial = swap;
      System.arraycopy(at, 0, trial, 0, size);
      swap = gradient;
      gradient = trialGradient;
      trialGradient = swap;
      swap = information;
      information = trialInformation;
      trialInformation = swap;
    }

    /// Adds the step that the gradient at the end still asks for; it is of the size of rounding.
    private void correct() {
      double error = direction();
      if (error <= 1e-12) {
        for (int j = 0; j < free.length; j++) {
          at[free[j]] += step[j];
        }
      }
    }

    private double largestGradient() {
      double largest = 0;
      for (int j : free) {
        largest = Math.max(largest, Math.abs(gradient[j]));
      }
      return largest;
    }
  }
}
