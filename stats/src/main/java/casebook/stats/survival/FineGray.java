// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.regress.Design;
import casebook.stats.regress.Fit;
import casebook.stats.regress.MaximumLikelihood;
import java.util.List;

/// Regression of a cumulative incidence: proportional hazards of the subdistribution, whose risk
/// set keeps those who had another event, weighted by the chance that they would not have been
/// censored since.
///
/// The exponential of a coefficient says in which direction, not by how much, a covariate moves the
/// cumulative incidence of the cause; the cause-specific hazard ratio ([Cox] on
/// [CompetingTimes#specific(int)]) belongs beside it. Standard errors are robust and count that the
/// weights are estimated.
///
/// Source: Fine and Gray, 1999, Journal of the American Statistical Association 94:496-509.
///
/// Equals: `crr` of R's cmprsk 2.2. Differs slightly from: `finegray` of R's survival with a
/// weighted Cox fit, where censorings and events share a time.
///
/// @param maxIterations largest number of Newton steps, at least 1
public record FineGray(int maxIterations) {
  public FineGray {
    if (maxIterations < 1) {
      throw new IllegalArgumentException("maxIterations " + maxIterations + " is below 1");
    }
  }

  /// At most 100 steps.
  public static FineGray standard() {
    return new FineGray(100);
  }

  /// Fits a model.
  ///
  /// @param times follow-up with causes, n rows
  /// @param cause the cause whose incidence is modelled, from 1
  /// @param design covariates of n rows, without an intercept, an offset or frequencies
  public FineGrayFit fit(CompetingTimes times, int cause, Design design) {
    CompetingTimes.requireCause(cause);
    Cox.require(times.size(), design);
    var people = new Subdistribution(times, cause);
    Design within = Centred.within(design, new int[times.size()]);
    Fit fit =
        new MaximumLikelihood(maxIterations, 1e-16)
            .fitWithinSets(
                design,
                within,
                (columns, origin) -> new FineGrayKernel(people, columns, origin),
                () -> infinite(times, cause, within));
    return new FineGrayFit(fit, people, times.events(cause));
  }

  /// A pseudo-likelihood has no maximum when the likelihood with all weights above 0 has none:
  /// those with another event stay at risk to the end.
  private static List<String> infinite(CompetingTimes times, int cause, Design within) {
    double[] stay = new double[times.size()];
    boolean[] event = new boolean[times.size()];
    double latest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < stay.length; row++) {
      latest = Math.max(latest, times.time(row));
    }
    for (int row = 0; row < stay.length; row++) {
      event[row] = times.cause(row) == cause;
      boolean other = times.cause(row) > 0 && !event[row];
      stay[row] = other ? latest : times.time(row);
    }
    var sets = new RiskSets(new Times(stay, event), new int[stay.length], 1);
    return CoxSeparation.find(sets, within);
  }
}
