// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Maximum;
import casebook.stats.math.Newton;
import casebook.stats.result.Outcome;

/// Logistic regression with Firth's penalty, whose estimates are finite whatever the data.
///
/// Maximises \\(\ell(\beta) + \frac12 \ln\det I(\beta)\\). Standard errors come from the
/// unpenalised information at the estimate. Profile limits and likelihood ratio tests of the fit
/// keep the full information matrix in the penalty while coefficients are held fixed.
///
/// For a single 2x2 table the estimate is the odds ratio after adding 1/2 to every cell.
///
/// Source: Firth 1993, Biometrika 80:27; Heinze & Schemper 2002, Stat Med 21:2409. Equals:
/// `logistf`, `brglm2` with `AS_mean` (R), the standard errors included.
///
/// @param maxIterations largest number of Newton steps, at least 1
/// @param tolerance squared error, in units of the standard errors, at which the last step is taken
/// @param tau power of the determinant in the penalty, above 0; 1/2 is Jeffreys' prior
public record Firth(int maxIterations, double tolerance, double tau) {
  public Firth {
    Newton.require(maxIterations, tolerance);
    if (!(tau > 0 && tau <= 1)) {
      throw new IllegalArgumentException("tau is " + tau + "; it lies above 0 and up to 1");
    }
  }

  /// Returns Jeffreys' prior, 200 steps at most and full double precision.
  public static Firth standard() {
    return new Firth(200, 1e-16, 0.5);
  }

  /// Returns the method with another power of the determinant.
  public Firth withTau(double power) {
    return new Firth(maxIterations, tolerance, power);
  }

  /// Returns the method with another largest number of steps.
  public Firth withMaxIterations(int count) {
    return new Firth(count, tolerance, tau);
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
    Likelihood likelihood = new LogisticLikelihood(y, tau);
    Newton newton = new Newton(maxIterations, tolerance);
    Model model = new Model(design, x, likelihood, newton, new Model.Point(new double[x.size]));
    if (x.size == 0 || x.rows == 0) {
      Maximum nowhere =
          newton.withMaxIterations(1).maximise(new LogisticKernel(x, y, 0), new double[x.size]);
      String reason = x.rows == 0 ? "there are no rows" : "there is no column to estimate";
      return Fit.of(model, nowhere, new Outcome.NotEstimable(reason));
    }
    Maximum top = model.free(new double[x.size]);
    return Fit.of(model, top, Logistic.outcome(design, top, aliased));
  }

  /// The text of any record; written out, because what builds it for others is slow at its first
  /// call.
  @Override
  public String toString() {
    return "Firth[maxIterations="
        + maxIterations
        + ", tolerance="
        + tolerance
        + ", tau="
        + tau
        + "]";
  }
}
