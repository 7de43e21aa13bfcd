// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

/// How far apart a case and a control are; smaller is better.
@FunctionalInterface
public interface MatchDistance {
  /// Returns the distance, at least 0 and finite.
  ///
  /// @param caseIndex row of the case, from 0
  /// @param control row of the control, from 0
  double between(int caseIndex, int control);

  /// Makes the absolute difference of one value, such as age or a propensity score.
  ///
  /// @param caseValues length n cases, finite
  /// @param controlValues length n controls, finite
  static MatchDistance absolute(double[] caseValues, double[] controlValues) {
    double[] cases = caseValues.clone();
    double[] controls = controlValues.clone();
    return (i, j) -> Math.abs(cases[i] - controls[j]);
  }
}
