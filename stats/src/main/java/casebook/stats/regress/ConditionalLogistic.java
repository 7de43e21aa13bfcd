// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Cholesky;
import casebook.stats.math.Maximum;
import casebook.stats.math.Newton;
import casebook.stats.result.Outcome;

/// Logistic regression of matched sets: 1:1, 1:k or n:m, conditional on how many cases each set
/// has.
///
/// What is constant within all sets cannot be estimated and is named as collinear; sets without a
/// case or without a control say nothing and are counted (the approximations of Efron and Breslow
/// do use sets of several cases without a control, as R does). The design has no intercept; one
/// that it has is left out. For 1:1 pairs and one yes/no exposure the odds ratio is b/c, the ratio
/// of the discordant pairs.
///
/// Source: Breslow & Day 1980, Statistical Methods in Cancer Research I, chapter 7; Gail, Lubin &
/// Rubinstein 1981, Biometrika 68:703. Equals: `survival::clogit` with `exact`, `efron`, `breslow`
/// (R 4.2).
///
/// @param ties how sets with several cases are written; all agree when each set has one case
/// @param maxIterations largest number of Newton steps, at least 1
/// @param tolerance squared error, in units of the standard errors, at which the last step is taken
public record ConditionalLogistic(Ties ties, int maxIterations, double tolerance) {
  public ConditionalLogistic {
    Newton.require(maxIterations, tolerance);
  }

  /// Returns the exact likelihood, 100 steps at most and full double precision.
  public static ConditionalLogistic standard() {
    return new ConditionalLogistic(Ties.EXACT, 100, 1e-16);
  }

  /// Returns the method with another way to write sets with several cases.
  public ConditionalLogistic withTies(Ties way) {
    return new ConditionalLogistic(way, maxIterations, tolerance);
  }

  /// What a conditional fit gives.
  ///
  /// @param fit the estimates; its people are the rows of informative sets
  /// @param sets number of sets
  /// @param uninformative how many of them were left out, because they have no case or no control
  public record Matched(Fit fit, int sets, int uninformative) {}

  /// Fits a model.
  ///
  /// @param design the explanatory side, without frequencies
  /// @param set the set of each row, any number
  /// @param outcome one for each row, true for a case
  public Matched fit(Design design, int[] set, boolean... outcome) {
    return fit(design, set, Outcomes.of(outcome));
  }

  /// Fits a model.
  ///
  /// @param design the explanatory side, without frequencies
  /// @param set the set of each row, any number
  /// @param outcome one for each row: 1 for a case, 0 for a control
  public Matched fit(Design design, int[] set, double... outcome) {
    Outcomes.require(design, outcome);
    if (set.length != design.rows()) {
      throw new IllegalArgumentException(set.length + " sets for " + design.rows() + " rows");
    }
    if (design.hasFrequencies()) {
      throw new IllegalArgumentException("rows of matched sets are single people");
    }
    Design slopes = design.hasIntercept() ? design.without(Design.INTERCEPT) : design;
    MatchedSets sets = MatchedSets.of(set, outcome, ties);
    Fit fit = fit(sets.within(slopes), sets);
    return new Matched(fit, sets.sets(), sets.sets() - sets.informative());
  }

  private Fit fit(Design within, MatchedSets sets) {
    Columns all = Columns.of(within);
    boolean[] aliased = Aliasing.find(all);
    Columns x = all.without(aliased);
    Likelihood likelihood =
        Likelihood.plain((columns, origin) -> new ConditionalKernel(columns, sets, ties, origin));
    Newton newton = new Newton(maxIterations, tolerance);
    Model model = new Model(within, x, likelihood, newton, new Model.Point(new double[x.size]));
    if (x.size == 0) {
      String reason =
          sets.informative() == 0
              ? "no set has a case and a control"
              : "no column varies within the sets";
      return Fit.of(model, model.free(new double[0]), new Outcome.NotEstimable(reason));
    }
    Maximum top =
        newton
            .withMaxIterations(Math.min(12, maxIterations))
            .maximise(likelihood.over(x, 0), new double[x.size]);
    if (!proven(x, sets, top)) {
      Separation separation =
          Separation.of(
              within, x, sets.cone(x, ties != Ties.EXACT), Aliasing.names(within, aliased));
      if (!separation.finite()) {
        Maximum limit =
            newton.withMaxIterations(60).maximise(likelihood.over(x, 0), new double[x.size]);
        return Fit.of(model, limit, new Outcome.Separated(separation.infinite()));
      }
      top = model.free(top.point());
    }
    return Fit.of(model, top, Logistic.outcome(within, top, aliased));
  }

  /// Says whether the point reached proves that the estimate exists, as [Overlap] does: along a
  /// direction of length 1 the score is at least the smallest eigenvalue of the information over
  /// the reach of a set.
  private static boolean proven(Columns x, MatchedSets sets, Maximum reached) {
    double[] factor = reached.information();
    if (!reached.outcome().usable() || Cholesky.factor(factor, x.size) < x.size) {
      return false;
    }
    double[] inverse = new double[x.size * x.size];
    Cholesky.inverse(factor, x.size, inverse);
    double trace = 0;
    double squares = 0;
    for (int j = 0; j < x.size; j++) {
      trace += inverse[j + j * x.size];
      squares += reached.gradient(j) * reached.gradient(j);
    }
    double reach = sets.reach(x);
    double rounding = 8 * Math.ulp(1.0) * sets.rows() * reach;
    return (Math.sqrt(squares) + rounding) * reach * trace < 0.5;
  }
}
