// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

import casebook.stats.dist.Normal;
import casebook.stats.result.PValue;

/// The tail probability of MAX3 under no association, for given numbers of genotypes.
///
/// With r the correlation of Z0 (recessive) and Z1 (dominant) and Z(1/2) = w0 Z0 + w1 Z1, the
/// probability that one of the three is beyond m is that of |Z0| > m plus the integral over z in
/// (-m, m) of the density of Z0 times the probability that, given Z0 = z, Z1 is outside the
/// interval that the other two bounds leave. All terms are positive, so small tails keep their
/// digits.
final class Max3Tail {
  private static final int PANELS = 64;
  private static final double[] NODES = new double[8];
  private static final double[] WEIGHTS = new double[8];

  static {
    legendre(NODES, WEIGHTS);
  }

  private final double correlation;
  private final double weight0;
  private final double weight1;

  Max3Tail(GenotypeCounts all) {
    double spread0 = GenotypeTable.spread(all, 0);
    double spread1 = GenotypeTable.spread(all, 1);
    double middle = 2 * Math.sqrt(GenotypeTable.spread(all, 0.5));
    double covariance = (double) all.aa() * all.bb() / all.people();
    correlation = spread0 == 0 || spread1 == 0 ? 1 : covariance / Math.sqrt(spread0 * spread1);
    weight0 = Math.sqrt(spread0) / middle;
    weight1 = Math.sqrt(spread1) / middle;
  }

  /// The probability that MAX3 is beyond m.
  PValue beyond(double m) {
    if (correlation >= 1 - 1e-12) {
      return Normal.twoSided(m);
    }
    double kink = Math.clamp(m * Math.abs(1 - weight1) / weight0, 0, m);
    double inside = integral(0, kink, m) + integral(kink, m, m);
    return PValue.of(2 * (Normal.STANDARD.upper(m) + inside));
  }

  private double integral(double from, double to, double m) {
    double half = (to - from) / (2 * PANELS);
    double sum = 0;
    for (int panel = 0; panel < PANELS; panel++) {
      double centre = from + half * (2 * panel + 1);
      for (int k = 0; k < NODES.length; k++) {
        sum += WEIGHTS[k] * integrand(centre + half * NODES[k], m);
      }
    }
    return sum * half;
  }

  private double integrand(double z, double m) {
    double low = Math.max(-m, (-m - weight0 * z) / weight1);
    double high = Math.min(m, (m - weight0 * z) / weight1);
    double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    if (low >= high) {
      return density;
    }
    double spread = Math.sqrt((1 - correlation) * (1 + correlation));
    double below = Normal.STANDARD.lower((low - correlation * z) / spread);
    double above = Normal.STANDARD.upper((high - correlation * z) / spread);
    return density * (below + above);
  }

  /// Nodes and weights of Gauss and Legendre on -1 to 1, by Newton's method on the polynomial.
  private static void legendre(double[] nodes, double[] weights) {
    int n = nodes.length;
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 0;
      for (int step = 0; step < 20; step++) {
        double p = 1;
        double before = 0;
        for (int k = 1; k <= n; k++) {
          double next = ((2 * k - 1) * x * p - (k - 1) * before) / k;
          before = p;
          p = next;
        }
        slope = n * (x * p - before) / (x * x - 1);
        x -= p / slope;
      }
      nodes[i] = x;
      weights[i] = 2 / ((1 - x * x) * slope * slope);
    }
  }
}
