// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.math.Roots;

/// The score statistic of a difference of two risks.
final class DifferenceScore {
  private DifferenceScore() {}

  /// Returns the smallest difference whose score statistic is not above z.
  static double low(TwoByTwo t, double z) {
    double estimate = t.riskDifference();
    if (estimate <= -1) {
      return -1;
    }
    return Roots.brent(difference -> root(t, difference) - z, -1, estimate);
  }

  /// The root of the score statistic, with its sign; falls in the difference.
  static double root(TwoByTwo t, double difference) {
    double distance = t.riskDifference() - difference;
    if (distance == 0) {
      return 0;
    }
    double p2 = risk2(t, difference);
    double p1 = Math.clamp(p2 + difference, 0, 1);
    double variance = p1 * (1 - p1) / t.row1() + p2 * (1 - p2) / t.row2();
    return distance / Math.sqrt(variance);
  }

  /// The maximum-likelihood risk of row 2 when that of row 1 is larger by the difference: a root of
  /// a cubic, by Miettinen and Nurminen's cosine, then polished by Newton's method because the arc
  /// cosine keeps only half of the digits near a double root.
  private static double risk2(TwoByTwo t, double difference) {
    double n1 = t.row1();
    double n2 = t.row2();
    double c3 = n1 + n2;
    double c2 = (n1 + 2 * n2) * difference - c3 - t.column1();
    double c1 = (n2 * difference - c3 - 2.0 * t.c()) * difference + t.column1();
    double c0 = t.c() * difference * (1 - difference);
    double shift = c2 / (3 * c3);
    double q = shift * shift * shift - c1 * c2 / (6 * c3 * c3) + c0 / (2 * c3);
    double size = Math.sqrt(Math.max(0, shift * shift - c1 / (3 * c3)));
    double p = q < 0 ? -size : size;
    double cube = p * p * p;
    double angle = cube == 0 ? 0 : (Math.PI + Math.acos(Math.clamp(q / cube, -1, 1))) / 3;
    double low = Math.max(0, -difference);
    double high = Math.min(1, 1 - difference);
    double risk = Math.clamp(2 * p * Math.cos(angle) - shift, low, high);
    for (int i = 0; i < 3; i++) {
      double value = ((c3 * risk + c2) * risk + c1) * risk + c0;
      double slope = (3 * c3 * risk + 2 * c2) * risk + c1;
      double next = risk - value / slope;
      if (!(next >= low && next <= high) || Math.abs(next - risk) > 1e-6) {
        break;
      }
      risk = next;
    }
    return risk;
  }
}
