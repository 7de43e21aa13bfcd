// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogBeta;

/// The exceedance test: do more cases lie above a limit than chance allows, when the limit comes
/// from the very controls they are compared with?
///
/// The number of controls above such a limit is fixed by construction, so a 2x2 test does not have
/// its level. If cases and controls are alike, all orders are equally probable, and the number of
/// the m cases above the control that has c of the n controls above it is negative hypergeometric:
/// P(X = x) = C(x + c, c) C(m - x + n - c - 1, n - c - 1) / C(m + n, n). A limit between two
/// controls is tested at the lower one, which is valid; the upper one gives a lower bound of p.
/// One-sided.
///
/// Source: Epstein, B. (1954). Tables for the distribution of the number of exceedances. Annals of
/// Mathematical Statistics 25, 762-768.
///
/// @param casesAbove number of cases above the limit, at most `cases`
/// @param cases number of cases, at least 1
/// @param controlsAbove number of controls above the limit, below `controls`
/// @param controls number of controls, at least 1
public record Exceedance(int casesAbove, int cases, int controlsAbove, int controls) {
  public Exceedance {
    if (casesAbove < 0 || casesAbove > cases || cases < 1) {
      throw new IllegalArgumentException(casesAbove + " of " + cases + " cases");
    }
    if (controlsAbove < 0 || controlsAbove >= controls) {
      throw new IllegalArgumentException(
          controlsAbove + " of " + controls + " controls above; at least one is not");
    }
  }

  /// Counts what lies above a limit that was computed from the controls.
  ///
  /// @param cases values of the cases, at least one
  /// @param controls values of the controls, at least one not above the limit
  /// @param limit in the same unit; a value equal to it is not above it
  public static Exceedance above(double[] cases, double[] controls, double limit) {
    return new Exceedance(
        (int) Arrays.stream(cases).filter(x -> x > limit).count(),
        cases.length,
        (int) Arrays.stream(controls).filter(x -> x > limit).count(),
        controls.length);
  }

  /// Tests whether more cases lie above: P(X >= casesAbove), one-sided.
  public TestResult test() {
    return TestResult.exact("exceedance test, one-sided", tail(controlsAbove));
  }

  /// Returns twice the one-sided p-value, at most 1.
  public PValue doubled() {
    return PValue.ofLn(Math.min(0, tail(controlsAbove).ln() + Math.log(2)));
  }

  /// Returns the p-value that a limit at the next control above would give: a lower bound of p for
  /// a limit between the two.
  ///
  /// @return the bound, or the reason when no control lies above
  public Answer<PValue> bound() {
    return controlsAbove == 0
        ? Answer.none("no control lies above the limit")
        : Answer.of(tail(controlsAbove - 1));
  }

  // sums the side of the mean on which the number of cases lies, in units of its nearest term
  private PValue tail(int above) {
    if (casesAbove == 0) {
      return PValue.of(1);
    }
    double expected = cases * (above + 1.0) / (controls + 1.0);
    if (casesAbove > expected) {
      return PValue.ofLn(
          Math.min(0, lnChance(above, casesAbove) + Math.log(upwards(above, casesAbove))));
    }
    double below = Math.exp(lnChance(above, casesAbove - 1)) * downwards(above, casesAbove - 1);
    return PValue.ofLn(Math.log1p(-Math.min(1, below)));
  }

  private double upwards(int above, int from) {
    double sum = 1;
    double term = 1;
    for (int x = from; x < cases; x++) {
      term *= ratio(above, x);
      sum += term;
    }
    return sum;
  }

  private double downwards(int above, int from) {
    double sum = 1;
    double term = 1;
    for (int x = from; x > 0; x--) {
      term /= ratio(above, x - 1);
      sum += term;
    }
    return sum;
  }

  // P(X = x + 1) / P(X = x)
  private double ratio(int above, int x) {
    double left = cases - x;
    return (x + above + 1.0) / (x + 1.0) * left / (left + controls - above - 1.0);
  }

  private double lnChance(int above, int x) {
    return lnChoose(x + above, above)
        + lnChoose(cases - x + controls - above - 1, controls - above - 1)
        - lnChoose(cases + controls, controls);
  }

  private static double lnChoose(int n, int k) {
    return -Math.log1p(n) - LogBeta.value(n - k + 1.0, k + 1.0);
  }
}
