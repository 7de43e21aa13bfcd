// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Maximum;
import casebook.stats.math.Newton;
import casebook.stats.result.Outcome;
import java.util.List;

/// Logistic regression by maximum likelihood.
///
/// Maximises \\(\ell(\beta) = \sum f_i (y_i \eta_i - \ln(1 + e^{\eta_i}))\\) with \\(\eta = X\beta
/// +\\) offset, by Newton's method to full double precision. A fit ends with its proof: when the
/// score g has \\(|g| \max|x_i| \operatorname{tr} I^{-1} < 1\\), no direction separates the data;
/// otherwise [Separation] looks for one, and names the terms. Aliased columns are left out and
/// named.
///
/// Source: Hosmer, Lemeshow & Sturdivant 2013, Applied Logistic Regression, 3rd ed., chapters 1-2;
/// Albert & Anderson 1984, Biometrika 71:1. Equals: `glm(family = binomial)` (R 4.2) with a tight
/// tolerance. Differs from: programs that print an odds ratio of 1e7 for separated data.
///
/// @param maxIterations largest number of Newton steps, at least 1
/// @param tolerance squared error, in units of the standard errors, at which the last step is taken
public record Logistic(int maxIterations, double tolerance) {
  /// After so many steps without a proof, separation is looked for.
  private static final int PATIENCE = 12;

  public Logistic {
    Newton.require(maxIterations, tolerance);
  }

  /// Returns 100 steps at most and full double precision.
  public static Logistic standard() {
    return new Logistic(100, 1e-16);
  }

  /// Returns the method with another largest number of steps.
  public Logistic withMaxIterations(int count) {
    return new Logistic(count, tolerance);
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
    Model model = model(design, x, y);
    Newton newton = new Newton(maxIterations, tolerance);
    if (x.size == 0 || x.rows == 0 || Outcomes.same(y)) {
      Maximum nowhere = newton.withMaxIterations(1).maximise(kernel(x, y), model.start().values());
      return Fit.of(model, nowhere, new Outcome.NotEstimable(reason(x, y)));
    }
    LogisticKernel kernel = kernel(x, y);
    Maximum first =
        newton
            .withMaxIterations(Math.min(PATIENCE, maxIterations))
            .maximise(kernel, model.start().values());
    if (Overlap.proven(x, kernel, first)) {
      return done(model, first, aliased);
    }
    Separation separation = Separation.find(design, x, y, aliased);
    if (!separation.finite()) {
      Maximum limit = newton.withMaxIterations(60).maximise(kernel(x, y), model.start().values());
      return Fit.of(model, limit, new Outcome.Separated(separation.separating()));
    }
    return done(model, newton.maximise(kernel(x, y), first.point()), aliased);
  }

  private Model model(Design design, Columns x, double[] y) {
    Newton newton = new Newton(maxIterations, tolerance);
    double[] start = new double[x.size];
    if (x.size > 0 && x.rows > 0 && x.offset.length == 0 && x.isOnes() && !Outcomes.same(y)) {
      start[0] = Outcomes.logOdds(x, y);
    }
    Likelihood likelihood = new LogisticLikelihood(y, 0);
    return new Model(design, x, likelihood, newton, new Model.Point(start));
  }

  private static LogisticKernel kernel(Columns x, double[] y) {
    return new LogisticKernel(x, y, 0);
  }

  static String reason(Columns x, double[] y) {
    if (x.rows == 0) {
      return "there are no rows";
    }
    if (x.size == 0) {
      return "there is no column to estimate";
    }
    return y[0] > 0.5 ? "everyone has the outcome" : "no one has the outcome";
  }

  private static Fit done(Model model, Maximum top, boolean[] aliased) {
    return Fit.of(model, top, outcome(model.design(), top, aliased));
  }

  /// Says how a fit ended whose aliased columns were left out.
  static Outcome outcome(Design design, Maximum top, boolean[] aliased) {
    List<String> gone = Aliasing.names(design, aliased);
    boolean collinear = top.outcome().usable() && !gone.isEmpty();
    return collinear ? new Outcome.Collinear(gone) : top.outcome();
  }

  /// The text of any record; written out, because what builds it for others is slow at its first
  /// call.
  @Override
  public String toString() {
    return "Logistic[maxIterations=" + maxIterations + ", tolerance=" + tolerance + "]";
  }
}
