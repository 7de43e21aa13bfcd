// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Matrix;
import casebook.stats.math.Maximum;
import casebook.stats.result.Outcome;
import java.util.Optional;

/// A model with the point where its search ended: what the tests and intervals of a fit stand on.
///
/// @param model what was maximised
/// @param top where the search ended
/// @param outcome how the fit ended, which may say more than `top` does
/// @param standardised covariance of the estimates of the standardised columns; empty when there
///   are no estimates
record Fitted(Model model, Maximum top, Outcome outcome, Optional<Matrix> standardised) {
  /// Takes the end of a search; a singular information matrix leaves no estimates.
  static Fitted of(Model model, Maximum top, Outcome outcome) {
    Fitted fitted = ended(model, top, outcome);
    boolean singular = outcome.usable() && !fitted.isEstimated();
    return singular
        ? ended(model, top, new Outcome.NotEstimable("the information matrix is singular"))
        : fitted;
  }

  private static Fitted ended(Model model, Maximum top, Outcome outcome) {
    boolean estimated = outcome.usable() || outcome instanceof Outcome.Collinear;
    return new Fitted(model, top, outcome, estimated ? model.covariance(top) : Optional.empty());
  }

  /// Says whether there are estimates.
  boolean isEstimated() {
    return standardised.isPresent();
  }

  /// Returns the covariance of the estimates of the standardised columns; throws where there are
  /// none, saying how the fit ended.
  Matrix covariance() {
    return standardised.orElseThrow(() -> new IllegalStateException(outcome.words()));
  }

  /// Returns the coefficients on the scale of the design.
  double[] coefficients() {
    return model.x().natural(top.point());
  }

  /// Maximises while some coefficients are 0; the value is relative to the maximum.
  Maximum without(boolean[] fixed) {
    double[] near = outcome instanceof Outcome.Separated ? model.start().values() : top.point();
    Likelihood.Kernel kernel = model.likelihood().over(model.x(), top.value());
    return model.constrained(kernel, near, top.information(), fixed, new double[model.x().size]);
  }

  /// Returns the fit over columns that are not centred, where the intercept is the design's own.
  Fitted uncentred() {
    Model plain = model.uncentred();
    double[] point = coefficients();
    for (int j = 0; j < point.length; j++) {
      point[j] /= plain.x().scale(j);
    }
    Maximum again = plain.free(point);
    boolean lost = outcome.usable() && !again.outcome().usable();
    return ended(plain, again, lost ? again.outcome() : outcome);
  }
}
