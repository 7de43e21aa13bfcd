// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.dist.ChiSquared;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;

/// Whether counts scatter about a Poisson fit as Poisson counts do.
///
/// Source: McCullagh & Nelder 1989, Generalized Linear Models, 2nd ed., section 6.2.3. Equals: the
/// dispersion of `summary(glm(family = quasipoisson))` (R 4.2).
///
/// @param pearson Pearson's chi-square, the sum of \\((y - \mu)^2 / \mu\\)
/// @param df people minus coefficients, above 0
public record Dispersion(double pearson, double df) {
  /// Measures a Poisson fit.
  ///
  /// @return the dispersion, or the reason when there are no estimates or no degrees of freedom
  public static Answer<Dispersion> of(Fit fit) {
    PoissonLikelihood likelihood = PoissonLikelihood.of(fit);
    if (!fit.isEstimated()) {
      return Answer.none(fit.outcome());
    }
    double df = fit.people() - fit.parameters();
    if (!(df > 0)) {
      return Answer.none("there are as many coefficients as rows");
    }
    return Answer.of(
        new Dispersion(likelihood.kernel(fit.model().x(), 0).pearson(fit.point()), df));
  }

  /// Returns Pearson's chi-square for each degree of freedom: near 1 for Poisson counts, above it
  /// for counts that scatter more.
  public double value() {
    return pearson / df;
  }

  /// Tests whether the counts scatter as the model says; good only where most means exceed 5.
  public TestResult test() {
    return TestResult.of("Pearson chi-square", pearson, df, ChiSquared.p(pearson, df));
  }

  /// Returns a coefficient with the standard error that this scatter gives it (quasi-Poisson).
  public Coefficient widened(Coefficient term) {
    return new Coefficient(term.name(), term.value(), term.standardError() * Math.sqrt(value()));
  }
}
