// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

/// Checks that two arrays belong together.
final class Pairs {
  private Pairs() {}

  static void require(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          first.length + " and " + second.length + " values do not make pairs");
    }
  }

  static double[] differences(double[] first, double[] second) {
    require(first, second);
    double[] differences = new double[first.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = first[i] - second[i];
    }
    return differences;
  }
}
