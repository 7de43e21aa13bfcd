// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

/// The terms of a likelihood ratio, without the cancellation of o ln(o / e) against o - e.
final class Deviance {
  private Deviance() {}

  /// Returns o ln(o / e) - (o - e), which is at least 0.
  ///
  /// Source: Loader, Fast and accurate computation of binomial probabilities, 2000, `bd0`.
  ///
  /// @param observed o, at least 0
  /// @param expected e, above 0
  /// @param difference o - e, as exactly as the caller knows it
  static double term(double observed, double expected, double difference) {
    double sum = observed + expected;
    if (observed == 0 || Math.abs(difference) >= 0.1 * sum) {
      double product = observed == 0 ? 0 : observed * Math.log(observed / expected);
      return Math.max(0, product - difference);
    }
    double v = difference / sum;
    double total = difference * v;
    double power = 2 * observed * v;
    for (int j = 3; j < 1000; j += 2) {
      power *= v * v;
      double next = total + power / j;
      if (next == total) {
        break;
      }
      total = next;
    }
    return total;
  }
}
