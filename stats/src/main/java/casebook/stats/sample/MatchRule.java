// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

/// One condition that a control must meet to be eligible for a case.
///
/// Rules are joined by [Eligibility]; a pair is eligible when every rule allows it. A missing value
/// on either side makes the pair ineligible.
public sealed interface MatchRule {
  /// Returns the number of cases that the rule speaks about.
  int cases();

  /// Returns the number of controls that the rule speaks about.
  int controls();

  /// Says whether a control may be given to a case.
  ///
  /// @param caseIndex row of the case, from 0
  /// @param control row of the control, from 0
  boolean allows(int caseIndex, int control);

  /// Makes the rule that case and control have the same code, such as the same sex.
  ///
  /// @param caseCodes length n cases; a negative code is missing
  /// @param controlCodes length n controls; a negative code is missing
  static MatchRule same(int[] caseCodes, int[] controlCodes) {
    return new Same(caseCodes.clone(), controlCodes.clone());
  }

  /// Makes the rule that case and control have different codes, such as not the same family.
  ///
  /// @param caseCodes length n cases; a negative code is missing
  /// @param controlCodes length n controls; a negative code is missing
  static MatchRule different(int[] caseCodes, int[] controlCodes) {
    return new Different(caseCodes.clone(), controlCodes.clone());
  }

  /// Makes a caliper: the absolute difference of two values is at most a width, such as ten years.
  ///
  /// @param caseValues length n cases; NaN is missing
  /// @param controlValues length n controls; NaN is missing
  /// @param width largest difference that is allowed, in the unit of the values, at least 0
  static MatchRule within(double[] caseValues, double[] controlValues, double width) {
    if (!(width >= 0)) {
      throw new IllegalArgumentException("width " + width + " is not at least 0");
    }
    return new Within(caseValues.clone(), controlValues.clone(), width);
  }

  /// Makes the rule that the control's value lies in an interval that each case has of its own;
  /// both ends belong to it.
  ///
  /// @param low length n cases, lower ends; NaN is missing
  /// @param high length n cases, upper ends; NaN is missing
  /// @param controlValues length n controls; NaN is missing
  static MatchRule between(double[] low, double[] high, double[] controlValues) {
    if (low.length != high.length) {
      throw new IllegalArgumentException(
          low.length + " lower ends, but " + high.length + " upper ends");
    }
    return new Between(low.clone(), high.clone(), controlValues.clone());
  }

  /// Equal codes.
  final class Same implements MatchRule {
    private final int[] caseCodes;
    private final int[] controlCodes;

    private Same(int[] caseCodes, int[] controlCodes) {
      this.caseCodes = caseCodes;
      this.controlCodes = controlCodes;
    }

    @Override
    public int cases() {
      return caseCodes.length;
    }

    @Override
    public int controls() {
      return controlCodes.length;
    }

    @Override
    public boolean allows(int caseIndex, int control) {
      return caseCodes[caseIndex] >= 0 && caseCodes[caseIndex] == controlCodes[control];
    }

    int codeOfCase(int caseIndex) {
      return caseCodes[caseIndex];
    }

    int codeOfControl(int control) {
      return controlCodes[control];
    }
  }

  /// Unequal codes.
  final class Different implements MatchRule {
    private final int[] caseCodes;
    private final int[] controlCodes;

    private Different(int[] caseCodes, int[] controlCodes) {
      this.caseCodes = caseCodes;
      this.controlCodes = controlCodes;
    }

    @Override
    public int cases() {
      return caseCodes.length;
    }

    @Override
    public int controls() {
      return controlCodes.length;
    }

    @Override
    public boolean allows(int caseIndex, int control) {
      int one = caseCodes[caseIndex];
      int other = controlCodes[control];
      return one >= 0 && other >= 0 && one != other;
    }
  }

  /// Values close to each other.
  final class Within implements MatchRule {
    private final double[] caseValues;
    private final double[] controlValues;
    private final double width;

    private Within(double[] caseValues, double[] controlValues, double width) {
      this.caseValues = caseValues;
      this.controlValues = controlValues;
      this.width = width;
    }

    @Override
    public int cases() {
      return caseValues.length;
    }

    @Override
    public int controls() {
      return controlValues.length;
    }

    @Override
    public boolean allows(int caseIndex, int control) {
      return Math.abs(caseValues[caseIndex] - controlValues[control]) <= width;
    }
  }

  /// A value inside the case's own interval.
  final class Between implements MatchRule {
    private final double[] low;
    private final double[] high;
    private final double[] controlValues;

    private Between(double[] low, double[] high, double[] controlValues) {
      this.low = low;
      this.high = high;
      this.controlValues = controlValues;
    }

    @Override
    public int cases() {
      return low.length;
    }

    @Override
    public int controls() {
      return controlValues.length;
    }

    @Override
    public boolean allows(int caseIndex, int control) {
      double value = controlValues[control];
      return low[caseIndex] <= value && value <= high[caseIndex];
    }
  }
}
