// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.regress.Design;
import casebook.stats.regress.Fit;
import casebook.stats.regress.Likelihood;
import casebook.stats.regress.MaximumLikelihood;
import java.util.List;

/// Proportional hazards: the hazard at time t is h0(t) exp(x' b), with h0 left open.
///
/// Maximises the partial likelihood, in which each event is compared with everybody at risk at its
/// time in the same stratum. Late entries are taken into account: somebody is at risk in `(entry,
/// time]`. A coefficient that runs away (all events on one side) is proved and named by the
/// outcome; Firth's penalty gives it a finite estimate.
///
/// Source: Cox, 1972, Journal of the Royal Statistical Society B 34:187-220; Heinze and Schemper,
/// 2001, Biometrics 57:114-119 (Firth's penalty); Therneau and Grambsch, Modeling Survival Data,
/// 2000.
///
/// Equals: `coxph` of R's survival 3.5 with a tight tolerance; with the penalty the direct
/// maximisation of its likelihood and information in R, to 9 digits.
///
/// @param ties how events at the same time are treated
/// @param firth whether half the log determinant of the information is added (not with exact ties)
/// @param maxIterations largest number of Newton steps, at least 1
public record Cox(Ties ties, boolean firth, int maxIterations) {
  private static final double TOLERANCE = 1e-16;

  /// The penalty's information is not the curvature, so that steps shrink the error by a factor
  /// only; more of them are needed for the same digits.
  private static final double FIRTH_TOLERANCE = 1e-25;

  public Cox {
    if (firth && ties == Ties.EXACT) {
      throw new IllegalArgumentException("Firth's penalty is not defined for exact ties");
    }
    if (maxIterations < 1) {
      throw new IllegalArgumentException("maxIterations " + maxIterations + " is below 1");
    }
  }

  /// Efron's ties, no penalty.
  public static Cox standard() {
    return new Cox(Ties.EFRON, false, 100);
  }

  /// Changes the treatment of ties.
  public Cox withTies(Ties other) {
    return new Cox(other, firth, maxIterations);
  }

  /// Adds Firth's penalty.
  public Cox withFirth() {
    return new Cox(ties, true, maxIterations);
  }

  /// Changes the largest number of steps.
  public Cox withMaxIterations(int count) {
    return new Cox(ties, firth, count);
  }

  /// Fits a model.
  ///
  /// @param times follow-up of n rows
  /// @param design covariates of n rows, without an intercept, an offset or frequencies
  public CoxFit fit(Times times, Design design) {
    return fit(times, design, new int[times.size()]);
  }

  /// Fits a model whose baseline hazard differs between strata.
  ///
  /// @param times follow-up of n rows
  /// @param design covariates of n rows, without an intercept, an offset or frequencies
  /// @param strata length n, stratum of each row, from 0
  public CoxFit fit(Times times, Design design, int[] strata) {
    require(times.size(), design);
    var sets = new RiskSets(times, strata, Groups.check(strata, times.size()));
    double tolerance = firth ? FIRTH_TOLERANCE : TOLERANCE;
    Design within = design.columns() == 0 ? design : Centred.within(design, strata);
    Fit fit =
        new MaximumLikelihood(maxIterations, tolerance)
            .fitWithinSets(
                design,
                within,
                likelihood(sets),
                () -> firth ? List.of() : CoxSeparation.find(sets, within));
    return new CoxFit(ties, fit, times, sets);
  }

  private Likelihood likelihood(RiskSets sets) {
    boolean efron = ties == Ties.EFRON;
    if (firth) {
      return (columns, origin) -> new CoxFirthKernel(sets, columns, efron, origin);
    }
    return switch (ties) {
      case EXACT ->
          Likelihood.plain((columns, origin) -> new CoxExactKernel(sets, columns, origin));
      case EFRON, BRESLOW ->
          Likelihood.plain((columns, origin) -> new CoxKernel(sets, columns, efron, origin));
    };
  }

  static void require(int rows, Design design) {
    if (design.rows() != rows) {
      throw new IllegalArgumentException(
          "covariates of " + design.rows() + " rows, but times of " + rows);
    }
    if (design.hasIntercept() || design.hasOffset() || design.people() != design.rows()) {
      throw new IllegalArgumentException(
          "proportional hazards take no intercept, offset or frequencies: " + design);
    }
  }
}
