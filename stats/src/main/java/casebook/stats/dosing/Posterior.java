// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dosing;

import casebook.stats.math.Newton;
import java.util.Arrays;
import java.util.List;

/// Half the objective of a forecast with its sign changed, a function of the deviations of
/// clearance, central volume, absorption, and of bioavailability on each occasion.
///
/// @param model the population
/// @param who the patient
/// @param occasions their levels
record Posterior(PopulationModel model, Covariates who, List<Occasion> occasions)
    implements Newton.Objective {
  /// How many deviations a patient has once; those of the occasions follow.
  static final int ONCE = SecondOrder.SIZE;

  @Override
  public int size() {
    return ONCE + occasions.size();
  }

  @Override
  public double evaluate(double[] at, double[] gradient, double[] information) {
    double sum = addPrior(at, gradient, information);
    SteadyState state = new SteadyState(model, who, at);
    double error = model.variability().residual();
    for (int k = 0; k < occasions.size(); k++) {
      Occasion occasion = occasions.get(k);
      for (Occasion.Sample sample : occasion.samples()) {
        SecondOrder log = state.level(occasion.doses(), sample.hours()).ln();
        double residual = Math.log(sample.level()) - log.value() - at[ONCE + k];
        sum += residual * residual / error;
        add(log, ONCE + k, residual / error, gradient, information);
      }
    }
    return -sum / 2;
  }

  private double addPrior(double[] at, double[] gradient, double[] information) {
    Arrays.fill(information, 0);
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      double variance = variance(i);
      sum += at[i] * at[i] / variance;
      gradient[i] = -at[i] / variance;
      information[i * (size() + 1)] = 1 / variance;
    }
    return sum;
  }

  private double variance(int place) {
    PopulationModel.Variability of = model.variability();
    return switch (place) {
      case 0 -> of.clearance();
      case 1 -> of.centralVolume();
      case 2 -> of.absorption();
      default -> of.bioavailability();
    };
  }

  /// Adds a sample: the gradient of its logarithm g by its weighted residual r, and \\(g g^T /
  /// \sigma^2 - r H\\).
  private void add(
      SecondOrder log, int occasion, double weighted, double[] gradient, double[] information) {
    for (int i = 0; i < size(); i++) {
      gradient[i] += weighted * slope(log, i, occasion);
      for (int j = 0; j < size(); j++) {
        double product = slope(log, i, occasion) * slope(log, j, occasion);
        double bend = i < ONCE && j < ONCE ? log.bend(i, j) : 0;
        information[i + j * size()] += product / model.variability().residual() - weighted * bend;
      }
    }
  }

  /// Returns the derivative of the logarithm of a level by a deviation.
  static double slope(SecondOrder log, int place, int occasion) {
    if (place < ONCE) {
      return log.slope(place);
    }
    return place == occasion ? 1 : 0;
  }
}
