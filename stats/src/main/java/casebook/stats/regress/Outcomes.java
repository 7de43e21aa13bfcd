// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

/// What is required of an outcome coded 0 and 1.
final class Outcomes {
  private Outcomes() {}

  /// Refuses an outcome that does not fit the design or is not 0 or 1.
  static void require(Design design, double[] outcome) {
    if (outcome.length != design.rows()) {
      throw new IllegalArgumentException(
          outcome.length + " outcomes for " + design.rows() + " rows");
    }
    for (int i = 0; i < outcome.length; i++) {
      if (outcome[i] != 0 && outcome[i] != 1) {
        throw new IllegalArgumentException(
            "the outcome is " + outcome[i] + " in row " + i + "; it is 0 or 1");
      }
    }
  }

  /// Turns yes and no into 1 and 0.
  static double[] of(boolean[] outcome) {
    double[] result = new double[outcome.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = outcome[i] ? 1 : 0;
    }
    return result;
  }

  /// Says whether all outcomes are the same.
  static boolean same(double[] y) {
    for (double value : y) {
      if (value != y[0]) {
        return false;
      }
    }
    return true;
  }

  /// Returns the logarithm of the odds of the outcome among all people.
  static double logOdds(Columns x, double[] y) {
    double events = 0;
    double others = 0;
    for (int i = 0; i < x.rows; i++) {
      events += y[i] * x.frequency(i);
      others += (1 - y[i]) * x.frequency(i);
    }
    return Math.log(events / others);
  }
}
