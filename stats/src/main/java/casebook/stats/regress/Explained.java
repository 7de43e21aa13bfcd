// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Accumulator;

/// How much a logistic model explains.
///
/// With n people and log-likelihoods \\(\ell\\) and \\(\ell_0\\) (intercept only): McFadden \\(1 -
/// \ell/\ell_0\\), Cox-Snell \\(1 - e^{2(\ell_0-\ell)/n}\\), Nagelkerke the same over its largest
/// value \\(1 - e^{2\ell_0/n}\\), Brier \\(\sum f (y-p)^2 / n\\).
///
/// Source: McFadden 1974; Cox & Snell 1989; Nagelkerke 1991, Biometrika 78:691; Brier 1950, Mon
/// Weather Rev 78:1.
///
/// @param mcfadden McFadden's measure
/// @param coxSnell Cox and Snell's measure
/// @param nagelkerke Nagelkerke's measure
/// @param brier the mean squared error of the probabilities
public record Explained(double mcfadden, double coxSnell, double nagelkerke, double brier) {

  /// Measures a logistic fit with estimates.
  public static Explained of(Fit fit) {
    double n = fit.people();
    double full = fit.logLikelihood();
    double none = fit.nullLogLikelihood();
    double coxSnell = -Math.expm1(2 * (none - full) / n);
    return new Explained(
        1 - full / none, coxSnell, coxSnell / -Math.expm1(2 * none / n), brier(fit) / n);
  }

  private static double brier(Fit fit) {
    Columns x = fit.model().x();
    LogisticKernel kernel = LogisticLikelihood.of(fit).plainAt(x, fit.point());
    Accumulator sum = new Accumulator();
    for (int i = 0; i < x.rows; i++) {
      double residual = kernel.residual(i);
      sum.addProduct(residual, residual / x.frequency(i));
    }
    return sum.value();
  }
}
