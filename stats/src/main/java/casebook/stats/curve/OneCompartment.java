// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import casebook.stats.result.Answer;
import java.util.List;

/// Kinetics of a drug in one compartment after a single dose.
///
/// With elimination rate k, absorption rate a and clearance C the concentration at time t after a
/// dose D is \\(D k / C \\, e^{-kt}\\) after a bolus, and \\(D k a / (C (a - k)) (e^{-kt} -
/// e^{-at})\\) after a dose that is absorbed at first order; clearance and volume are then those
/// over the share absorbed. The logarithms of the rates are fitted, so that all are positive. The
/// second curve is the same when its rates are exchanged: the larger one is called absorption.
/// (Where absorption is known to be the slower process, exchange them.)
///
/// Source: Gabrielsson & Weiner 2006, Pharmacokinetic and Pharmacodynamic Data Analysis, 4th ed.,
/// chapter 3; Bates & Watts 1988, Nonlinear Regression Analysis, A1.8. Equals: `nls` with `SSfol`
/// (R 4.2).
///
/// @param method how the least squares are found
public record OneCompartment(NonlinearLeastSquares method) {
  static final List<String> BOLUS = List.of("ln elimination", "ln clearance");
  static final List<String> ABSORBED = List.of("ln elimination", "ln absorption", "ln clearance");

  /// Returns the method with full double precision.
  public static OneCompartment standard() {
    return new OneCompartment(NonlinearLeastSquares.standard());
  }

  /// Fits the curve after a bolus.
  ///
  /// @param dose above 0, in any unit of mass
  /// @param data one row for each sample: time since the dose, at least 0, and concentration
  public Answer<Kinetics> bolus(double dose, Observations data) {
    require(dose);
    CurveFormula curve =
        (x, b) -> {
          Dual fall = b[0].exp().times(-x[0]);
          return b[0].minus(b[1]).plus(fall).exp().times(dose);
        };
    return KineticStart.of(dose, data)
        .map(start -> method.fit(curve, BOLUS, data, start.lnElimination(), start.lnClearance()))
        .flatMap(fit -> Kinetics.of(fit, dose));
  }

  /// Fits the curve after a dose absorbed at first order.
  ///
  /// @param dose above 0, in any unit of mass
  /// @param data one row for each sample: time since the dose, at least 0, and concentration
  public Answer<Kinetics> absorbed(double dose, Observations data) {
    require(dose);
    CurveFormula curve =
        (x, b) -> {
          Dual out = b[0].exp();
          Dual in = b[1].exp();
          Dual shape = out.times(-x[0]).exp().minus(in.times(-x[0]).exp());
          return b[0].plus(b[1]).minus(b[2]).exp().times(dose).times(shape).over(in.minus(out));
        };
    return KineticStart.of(dose, data)
        .map(start ->
            ordered(
                curve,
                data,
                method.fit(
                    curve,
                    ABSORBED,
                    data,
                    start.lnElimination(),
                    start.lnAbsorption(),
                    start.lnClearance())))
        .flatMap(fit -> Kinetics.of(fit, dose));
  }

  /// Exchanges the rates where the absorption came out the slower.
  private CurveFit ordered(CurveFormula curve, Observations data, CurveFit fit) {
    List<Double> b = fit.values();
    return b.get(1) < b.get(0)
        ? method.fit(curve, ABSORBED, data, b.get(1), b.get(0), b.get(2))
        : fit;
  }

  private static void require(double dose) {
    if (!(dose > 0 && dose < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the dose is " + dose + "; it is finite and above 0");
    }
  }
}
