// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dosing;

/// A population model of cyclosporine by mouth: two compartments, one transit compartment between
/// gut and blood, all rates of first order.
///
/// The dose D enters the gut with bioavailability F and passes gut and transit compartment at the
/// same rate \\(k_a\\). With clearance CL, volumes \\(V_c\\) and \\(V_p\\) and flow Q between them,
/// amounts g (gut), t (transit), c (central) and p (peripheral) follow \\(g' = -k_a g\\), \\(t' =
/// k_a (g - t)\\), \\(c' = k_a t - (CL + Q) c / V_c + Q p / V_p\\), \\(p' = Q c / V_c - Q p /
/// V_p\\); the level is \\(c / V_c\\). A patient's CL, \\(V_c\\), \\(k_a\\) and F are those of the
/// population times \\(e^\eta\\), with independent normal \\(\eta\\); a measured level is the true
/// one times \\(e^\varepsilon\\).
///
/// @param name author and year
/// @param structure values of a typical patient
/// @param effects what weight and prednisolone change
/// @param variability variances of the logarithms
public record PopulationModel(
    String name, Structure structure, Effects effects, Variability variability) {

  /// Values of a typical patient.
  ///
  /// @param clearance CL, L/h
  /// @param centralVolume V_c, L
  /// @param flow Q between the compartments, L/h
  /// @param peripheralVolume V_p, L
  /// @param absorption k_a, 1/h
  /// @param bioavailability F, above 0, at most 1
  public record Structure(
      double clearance,
      double centralVolume,
      double flow,
      double peripheralVolume,
      double absorption,
      double bioavailability) {
    public Structure {
      requirePositive(
          clearance, centralVolume, flow, peripheralVolume, absorption, bioavailability);
    }
  }

  /// What covariates change: CL and V_c follow powers of weight, k_a and F fall by a factor at high
  /// doses of prednisolone.
  ///
  /// @param referenceWeight weight of the typical patient, kg
  /// @param clearanceExponent power of weight for CL
  /// @param volumeExponent power of weight for V_c
  /// @param prednisolone daily dose from which the two factors hold, mg
  /// @param absorptionFactor of k_a
  /// @param bioavailabilityFactor of F
  /// @param lightest smallest weight among the patients of the model, kg
  /// @param heaviest largest weight among them, kg
  public record Effects(
      double referenceWeight,
      double clearanceExponent,
      double volumeExponent,
      double prednisolone,
      double absorptionFactor,
      double bioavailabilityFactor,
      double lightest,
      double heaviest) {
    public Effects {
      requirePositive(
          referenceWeight,
          clearanceExponent,
          volumeExponent,
          prednisolone,
          absorptionFactor,
          bioavailabilityFactor,
          lightest,
          heaviest);
    }
  }

  /// Variances on the logarithmic scale.
  ///
  /// @param clearance between patients
  /// @param centralVolume between patients
  /// @param absorption between patients
  /// @param bioavailability between occasions
  /// @param residual of a measured level
  public record Variability(
      double clearance,
      double centralVolume,
      double absorption,
      double bioavailability,
      double residual) {
    public Variability {
      requirePositive(clearance, centralVolume, absorption, bioavailability, residual);
    }
  }

  /// Returns the model of 33 adults in the first year after a kidney transplant, who took the
  /// microemulsion; levels in whole blood by fluorescence polarisation immunoassay.
  ///
  /// Source: Press, Ploeger, den Hartigh et al., 2010, European Journal of Clinical Pharmacology
  /// 66:579-590, table 4 (the means of the bootstrap; open access, PMC2868991); bioavailability is
  /// fixed at 0.5 there. The model file `Press_2010_ciclosporin` of R's nlmixr2lib says the same.
  public static PopulationModel press2010() {
    return new PopulationModel(
        "Press 2010",
        new Structure(15, 56, 14, 125, 2, 0.5),
        new Effects(76, 0.75, 1, 20, 0.45, 0.78, 49, 140),
        new Variability(0.03, 0.12, 0.09, 0.02, 0.07));
  }

  /// Says whether the model had patients of this weight.
  public boolean covers(Covariates who) {
    return effects.lightest <= who.weight() && who.weight() <= effects.heaviest;
  }

  /// Returns CL of a typical patient like this one, L/h.
  public double clearance(Covariates who) {
    double share = who.weight() / effects.referenceWeight;
    return structure.clearance * Math.pow(share, effects.clearanceExponent);
  }

  /// Returns V_c of a typical patient like this one, L.
  public double centralVolume(Covariates who) {
    double share = who.weight() / effects.referenceWeight;
    return structure.centralVolume * Math.pow(share, effects.volumeExponent);
  }

  /// Returns k_a of a typical patient like this one, 1/h.
  public double absorption(Covariates who) {
    return structure.absorption * (muchPrednisolone(who) ? effects.absorptionFactor : 1);
  }

  /// Returns F of a typical patient like this one.
  public double bioavailability(Covariates who) {
    return structure.bioavailability * (muchPrednisolone(who) ? effects.bioavailabilityFactor : 1);
  }

  private boolean muchPrednisolone(Covariates who) {
    return who.prednisolone() >= effects.prednisolone;
  }

  private static void requirePositive(double... values) {
    for (double value : values) {
      if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(value + " in a population model; each value is above 0");
      }
    }
  }
}
