// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Maximum;
import casebook.stats.math.Newton;
import casebook.stats.result.Outcome;
import java.util.List;
import java.util.function.Supplier;

/// Maximises a likelihood that the caller brings, such as Cox's partial likelihood, and gives it
/// the tests and intervals of every other [Fit].
///
/// @param maxIterations largest number of Newton steps, at least 1
/// @param tolerance squared error, in units of the standard errors, at which the last step is taken
public record MaximumLikelihood(int maxIterations, double tolerance) {
  /// After so many steps the caller is asked whether the estimate exists.
  private static final int PATIENCE = 12;

  public MaximumLikelihood {
    Newton.require(maxIterations, tolerance);
  }

  /// Returns 100 steps at most and full double precision.
  public static MaximumLikelihood standard() {
    return new MaximumLikelihood(100, 1e-16);
  }

  /// Fits a likelihood in which only differences within sets of rows matter, so that there is no
  /// intercept and centring is free.
  ///
  /// @param design the explanatory side, for names and terms
  /// @param within the same columns, centred within the sets; columns that are aliased here are
  ///   left out and named
  /// @param likelihood what to maximise
  /// @param infinite asked when the search was long: the columns whose coefficients run away, with
  ///   proof; empty when there are none
  public Fit fitWithinSets(
      Design design, Design within, Likelihood likelihood, Supplier<List<String>> infinite) {
    Columns all = Columns.withinSets(within);
    boolean[] aliased = Aliasing.find(all);
    Columns x = all.without(aliased);
    Newton newton = new Newton(maxIterations, tolerance);
    Model model = new Model(design, x, likelihood, newton, new Model.Point(new double[x.size]));
    Maximum top = model.free(new double[x.size]);
    boolean quick =
        top.outcome() instanceof Outcome.Converged converged && converged.iterations() <= PATIENCE;
    List<String> running = quick ? List.of() : infinite.get();
    return Fit.of(
        model,
        top,
        running.isEmpty()
            ? Logistic.outcome(design, top, aliased)
            : new Outcome.Separated(running));
  }
}
