// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Maximum;
import casebook.stats.math.Newton;
import casebook.stats.result.Outcome;

/// Logistic regression with a log-F(m, m) prior on every coefficient but the intercept.
///
/// With m = 1 the prior says that 95 % of odds ratios for one unit lie between 1/648 and 648; it
/// amounts to one pseudo-person a coefficient, half a case and half a control, with all other
/// columns 0. It depends on the units of the columns: scale them first so that one unit means
/// something. Standard errors and profile limits are those of the penalised likelihood.
///
/// Source: Greenland & Mansournia 2015, Stat Med 34:3133. Equals: maximum likelihood with the
/// pseudo-data added (`glm`, R 4.2); `plogit` (Stata, R) with log-F(1,1).
///
/// @param m prior degrees of freedom, above 0
/// @param maxIterations largest number of Newton steps, at least 1
/// @param tolerance squared error, in units of the standard errors, at which the last step is taken
public record LogF(double m, int maxIterations, double tolerance) {
  public LogF {
    Newton.require(maxIterations, tolerance);
    if (!(m > 0 && m < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("m is " + m + "; it is above 0");
    }
  }

  /// Returns log-F(1,1), 100 steps at most and full double precision.
  public static LogF standard() {
    return new LogF(1, 100, 1e-16);
  }

  /// Returns the method with other prior degrees of freedom; 2 is the logistic prior.
  public LogF withDegrees(double degrees) {
    return new LogF(degrees, maxIterations, tolerance);
  }

  /// Fits a model.
  ///
  /// @param design the explanatory side; its frequencies count people
  /// @param outcome one for each row, true for an event
  public Fit fit(Design design, boolean... outcome) {
    return fit(design, Outcomes.of(outcome));
  }

  /// Fits a model.
  ///
  /// @param design the explanatory side; its frequencies count people
  /// @param outcome one for each row: 1 for an event, 0 for none
  public Fit fit(Design design, double... outcome) {
    Outcomes.require(design, outcome);
    Columns all = Columns.of(design);
    boolean[] aliased = Aliasing.find(all);
    Columns x = all.without(aliased);
    double[] y = x.pick(outcome);
    Likelihood likelihood =
        Likelihood.plain((columns, origin) -> new LogFKernel(columns, y, m, origin));
    Newton newton = new Newton(maxIterations, tolerance);
    double[] start = new double[x.size];
    Model model = new Model(design, x, likelihood, newton, new Model.Point(start));
    if (x.size == 0 || x.rows == 0 || Outcomes.same(y)) {
      Maximum nowhere = newton.withMaxIterations(1).maximise(new LogisticKernel(x, y, 0), start);
      return Fit.of(model, nowhere, new Outcome.NotEstimable(Logistic.reason(x, y)));
    }
    Maximum top = model.free(start);
    return Fit.of(model, top, Logistic.outcome(design, top, aliased));
  }
}
