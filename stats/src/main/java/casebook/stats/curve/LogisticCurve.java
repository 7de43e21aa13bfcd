// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

/// The logistic dose-response curve with four or five parameters, in their order: response to no
/// dose a, response to infinite dose d, logarithm of the midpoint c, slope b, and asymmetry g (1
/// where there are four): \\(d + (a - d) / (1 + (x / c)^b)^g\\).
final class LogisticCurve implements CurveFormula {
  @Override
  public Dual at(double[] x, Dual[] p) {
    if (x[0] == 0) {
      return p[3].value() > 0 ? p[0] : p[1];
    }
    Dual power = Dual.of(x[0]).ln().minus(p[2]).times(p[3]).exp().plus(1);
    Dual grown = p.length > 4 ? power.power(p[4]) : power;
    return p[1].plus(p[0].minus(p[1]).over(grown));
  }

  /// Returns the logarithm of the dose that has a response; the response lies strictly between the
  /// responses to no and to infinite dose.
  static Dual lnDose(Dual[] p, double response) {
    Dual ratio = p[0].minus(p[1]).over(Dual.of(response).minus(p[1]));
    Dual power = p.length > 4 ? ratio.ln().over(p[4]).exp() : ratio;
    return p[2].plus(power.plus(-1).ln().over(p[3]));
  }

  /// Returns the logarithm of the dose halfway between the asymptotes.
  static Dual lnMidpoint(Dual[] p) {
    if (p.length == 4) {
      return p[2];
    }
    Dual power = Dual.of(2).power(Dual.of(1).over(p[4]));
    return p[2].plus(power.plus(-1).ln().over(p[3]));
  }
}
