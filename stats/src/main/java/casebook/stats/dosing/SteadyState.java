// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dosing;

/// The level in blood at steady state, with its derivatives by ln CL, ln V_c and ln k_a.
///
/// A dose that passes two stages of rate k and is then lost at the rates \\(\lambda_i\\) of two
/// compartments leaves \\(k^2 \sum_i A_i\, h[\lambda_i, k, k]\\), a divided difference of \\(h(\mu)
/// = e^{-\mu t}\\). Doses every \\(\tau\\) hours without beginning add up to the same with
/// \\(h(\mu) = e^{-\mu t} / (1 - e^{-\mu\tau})\\). Where a rate meets k the difference loses its
/// digits; there the doses are added one by one, each by the series of \\(\psi(x) = (1 - e^{-x} (1
/// + x)) / x^2\\).
///
/// Source: Gabrielsson & Weiner 2006, Pharmacokinetic and Pharmacodynamic Data Analysis, 4th ed.,
/// chapter 3 (two compartments, superposition); Higham 2008, Functions of Matrices, section B.16
/// (divided differences).
final class SteadyState {
  private static final double DAY = 24;

  /// Rates nearer than this, in 1/h, are summed dose by dose.
  private static final double NEAR = 0.2;

  private final SecondOrder fast;
  private final SecondOrder slow;
  private final SecondOrder fastShare;
  private final SecondOrder slowShare;
  private final SecondOrder absorption;
  private final SecondOrder scale;

  // what is lost of one dose until the next of its kind, by each rate
  private final SecondOrder fastLoss;
  private final SecondOrder slowLoss;
  private final SecondOrder absorptionLoss;
  private final SecondOrder absorptionFall;

  /// Prepares a patient.
  ///
  /// @param model the population
  /// @param who the patient
  /// @param eta deviations of CL, V_c and k_a, in this order; later values are not read
  SteadyState(PopulationModel model, Covariates who, double[] eta) {
    this(
        model,
        who,
        raised(Math.log(model.clearance(who)) + eta[0], 0),
        raised(Math.log(model.centralVolume(who)) + eta[1], 1),
        raised(Math.log(model.absorption(who)) + eta[2], 2));
  }

  /// Prepares a patient without deviations; levels have no derivatives.
  static SteadyState typical(PopulationModel model, Covariates who) {
    return new SteadyState(
        model,
        who,
        SecondOrder.of(model.clearance(who)),
        SecondOrder.of(model.centralVolume(who)),
        SecondOrder.of(model.absorption(who)));
  }

  private SteadyState(
      PopulationModel model,
      Covariates who,
      SecondOrder clearance,
      SecondOrder volume,
      SecondOrder absorption) {
    this.absorption = absorption;
    double flow = model.structure().flow();
    double back = flow / model.structure().peripheralVolume();
    SecondOrder elimination = clearance.over(volume);
    SecondOrder sum = elimination.plus(volume.inverse().times(flow)).plus(back);
    SecondOrder product = elimination.times(back);
    SecondOrder root = sum.square().minus(product.times(4)).sqrt();
    fast = sum.plus(root).times(0.5);
    slow = product.over(fast);
    fastShare = fast.plus(-back).over(root);
    slowShare = slow.times(-1).plus(back).over(root);
    scale = absorption.square().over(volume).times(1000 * model.bioavailability(who));
    fastLoss = fast.times(-DAY).oneMinusExp();
    slowLoss = slow.times(-DAY).oneMinusExp();
    absorptionLoss = absorption.times(-DAY).oneMinusExp();
    absorptionFall = absorption.times(-DAY).exp().over(absorptionLoss).times(DAY);
  }

  private static SecondOrder raised(double logarithm, int place) {
    return SecondOrder.parameter(logarithm, place).exp();
  }

  /// Returns the level in ng/mL for the typical bioavailability.
  ///
  /// @param doses what is taken every 12 hours
  /// @param hours hours since the last dose; after 12 hours without the next dose the level goes on
  ///   falling
  SecondOrder level(TwiceDaily doses, double hours) {
    SecondOrder last = ofDailyDose(hours).times(doses.last());
    return last.plus(ofDailyDose(hours + DAY / 2).times(doses.before()));
  }

  /// The level from 1 mg once a day.
  private SecondOrder ofDailyDose(double hours) {
    SecondOrder absorbed = absorption.times(-hours).exp().over(absorptionLoss);
    return fastShare
        .times(difference(fast, fastLoss, absorbed, hours))
        .plus(slowShare.times(difference(slow, slowLoss, absorbed, hours)))
        .times(scale);
  }

  /// Returns \\(h[\lambda, k, k]\\).
  ///
  /// @param absorbed \\(h(k)\\)
  private SecondOrder difference(
      SecondOrder rate, SecondOrder loss, SecondOrder absorbed, double hours) {
    SecondOrder gap = absorption.minus(rate);
    if (Math.abs(gap.value()) < NEAR) {
      return summed(rate, gap, hours);
    }
    SecondOrder left = rate.times(-hours).exp().over(loss);
    // -h'(k) = h(k) (t + tau q / (1 - q)), q = exp(-k tau)
    SecondOrder tangent = absorbed.times(absorptionFall.plus(hours).times(gap).plus(1));
    return left.minus(tangent).over(gap.square());
  }

  private SecondOrder summed(SecondOrder rate, SecondOrder gap, double hours) {
    SecondOrder sum = SecondOrder.of(0);
    double slowest = Math.min(rate.value(), absorption.value());
    for (double age = hours; age * slowest < 60 || age == hours; age += DAY) {
      SecondOrder left = rate.times(-age).exp();
      sum = sum.plus(left.times(psi(gap.times(age))).times(age * age));
    }
    return sum;
  }

  private static SecondOrder psi(SecondOrder x) {
    if (Math.abs(x.value()) > 2) {
      return x.plus(1).times(x.times(-1).exp()).times(-1).plus(1).over(x.square());
    }
    // sum of (-x)^j (j + 1) / (j + 2)!
    SecondOrder sum = SecondOrder.of(0);
    SecondOrder opposite = x.times(-1);
    double[] series = new double[28];
    double factorial = 2;
    for (int j = 0; j < series.length; j++) {
      series[j] = (j + 1) / factorial;
      factorial *= j + 3;
    }
    for (int j = series.length - 1; j >= 0; j--) {
      sum = sum.times(opposite).plus(series[j]);
    }
    return sum;
  }
}
