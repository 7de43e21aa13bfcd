// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.result.Answer;

/// Firth's logistic regression with an intercept that predicts as many events as there are (FLIC).
///
/// The slopes are Firth's; the intercept maximises the likelihood with them as offset, so that the
/// mean predicted probability is the observed share. For predicted risk; the tests and limits of
/// the slopes stay those of [Firth].
///
/// Source: Puhr, Heinze, Nold, Lusa & Geroldinger 2017, Stat Med 36:2302. Equals: `logistf::flic`
/// (R).
///
/// @param firth how the slopes are fitted
/// @param logistic how the intercept is fitted
public record Flic(Firth firth, Logistic logistic) {

  /// Returns the standard settings of both.
  public static Flic standard() {
    return new Flic(Firth.standard(), Logistic.standard());
  }

  /// What the method gives.
  ///
  /// @param slopes Firth's fit, whose intercept is not used
  /// @param intercept the new intercept, with the standard error that takes the slopes as known
  public record Calibrated(Fit slopes, Coefficient intercept) {

    /// Predicts the probability of each row of a design with the same columns.
    public double[] probabilities(Design rows) {
      double shift = intercept.value() - slopes.term(Design.INTERCEPT).value();
      double[] result = slopes.predictor(rows);
      for (int i = 0; i < result.length; i++) {
        result[i] = Prediction.probability(result[i] + shift);
      }
      return result;
    }
  }

  /// Fits a model.
  ///
  /// @param design with an intercept; its frequencies count people
  /// @param outcome one for each row: 1 for an event, 0 for none
  public Answer<Calibrated> fit(Design design, double... outcome) {
    if (!design.hasIntercept()) {
      throw new IllegalArgumentException("the design has no intercept to correct");
    }
    Fit slopes = firth.fit(design, outcome);
    if (!slopes.isEstimated()) {
      return Answer.none(slopes.outcome());
    }
    double old = slopes.term(Design.INTERCEPT).value();
    double[] rest = slopes.predictor();
    double[] frequencies = new double[rest.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= old;
      frequencies[i] = design.frequency(i);
    }
    Design alone =
        Design.withIntercept(design.rows()).withOffset(rest).withFrequencies(frequencies);
    Fit fit = logistic.fit(alone, outcome);
    return fit.isEstimated()
        ? Answer.of(new Calibrated(slopes, fit.term(Design.INTERCEPT)))
        : Answer.none(fit.outcome());
  }
}
