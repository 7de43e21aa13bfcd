// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dosing;

import casebook.stats.math.Cholesky;
import casebook.stats.math.Matrix;
import casebook.stats.math.Maximum;
import casebook.stats.math.Newton;
import casebook.stats.result.Answer;
import java.util.ArrayList;
import java.util.List;

/// Forecasts levels of a drug from the population and from a patient's own levels (maximum a
/// posteriori, "Bayesian forecast").
///
/// The deviations \\(\eta\\) of the patient minimise \\(\sum (\ln y - \ln \hat y)^2 / \sigma^2 +
/// \sum \eta^2 / \omega^2\\), by Newton's method with exact second derivatives. Clearance, central
/// volume and absorption deviate once a patient, bioavailability once an occasion; what is said of
/// the patient afterwards holds for the bioavailability of the last occasion. Their covariance is
/// the inverse of half the curvature at the minimum (Laplace).
///
/// Levels are those of whole blood at steady state. A forecast outside the weights of the model's
/// patients is an extrapolation ([PopulationModel#covers]).
///
/// Source: Sheiner, Beal, Rosenberg & Marathe, 1979, Clinical Pharmacology & Therapeutics
/// 26:294-305; Press 2010, European Journal of Clinical Pharmacology 66:579-590 (the model).
/// Equals: `optim` over a matrix exponential (R 4.2.2).
///
/// @param model the population
/// @param search how the minimum is found
/// @param level level of the intervals, between 0 and 1
public record TroughForecast(PopulationModel model, Newton search, double level) {
  public TroughForecast {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Returns the forecast by the model of Press 2010, with intervals of level 0.95.
  public static TroughForecast standard() {
    return new TroughForecast(PopulationModel.press2010(), Newton.standard(), 0.95);
  }

  /// Changes the level of the intervals.
  public TroughForecast withLevel(double other) {
    return new TroughForecast(model, search, other);
  }

  /// Returns what is known of a patient without any level: a draw from the population.
  public PatientKinetics typical(Covariates who) {
    return at(who, List.of(Occasion.of(TwiceDaily.each(1))));
  }

  /// Returns the level in ng/mL at steady state of a typical patient: the value of [#typical],
  /// without its interval and many times faster.
  ///
  /// @param doses what is taken every 12 hours
  /// @param hours hours since the last dose, at least 0 and below 48, before the next is taken
  public double typicalLevel(Covariates who, TwiceDaily doses, double hours) {
    Occasion.requireHours(hours);
    return SteadyState.typical(model, who).level(doses, hours).value();
  }

  /// Estimates a patient's kinetics. There is no answer when the search does not end.
  ///
  /// @param who the patient
  /// @param occasions the levels in the order of time, at least one occasion; the samples of one
  ///   interval between doses are one occasion
  public Answer<PatientKinetics> of(Covariates who, List<Occasion> occasions) {
    if (occasions.isEmpty()) {
      throw new IllegalArgumentException("there is no occasion");
    }
    Posterior posterior = new Posterior(model, who, List.copyOf(occasions));
    int size = posterior.size();
    Maximum best = search.maximise(posterior, new double[size]);
    if (!best.outcome().usable()) {
      return Answer.none(best.outcome());
    }
    return Answer.of(kinetics(who, best.point(), Matrix.of(size, size, best.information())));
  }

  /// Returns what samples at these times would tell of a typical patient who takes two equal doses:
  /// its standard deviation and shrinkage hold for the linearised model.
  ///
  /// @param who the patient
  /// @param hours for each occasion the hours since the dose, at least one occasion
  public PatientKinetics expected(Covariates who, List<List<Double>> hours) {
    PatientKinetics typical = typical(who);
    TwiceDaily doses = TwiceDaily.each(100);
    List<Occasion> occasions = new ArrayList<>();
    for (List<Double> times : hours) {
      List<Occasion.Sample> samples = new ArrayList<>();
      for (double time : times) {
        samples.add(new Occasion.Sample(time, typical.level(doses, time).value()));
      }
      occasions.add(new Occasion(doses, samples));
    }
    return at(who, occasions);
  }

  /// The patient without deviations, who knows what the samples tell.
  private PatientKinetics at(Covariates who, List<Occasion> occasions) {
    Posterior posterior = new Posterior(model, who, occasions);
    int size = posterior.size();
    double[] none = new double[size];
    double[] information = new double[size * size];
    posterior.evaluate(none, new double[size], information);
    return kinetics(who, none, Matrix.of(size, size, information));
  }

  private PatientKinetics kinetics(Covariates who, double[] eta, Matrix information) {
    Matrix covariance = Cholesky.of(information).orElseThrow().inverse();
    return new PatientKinetics(model, who, eta, covariance, level);
  }
}
