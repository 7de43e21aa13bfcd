// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

import casebook.stats.result.PValue;

/// The probabilities of the numbers of heterozygotes that some alleles can form, seen from the
/// number observed.
///
/// With minor allele count m, h heterozygotes, r = (m - h) / 2 rare and c common homozygotes, P(h +
/// 2) / P(h) = 4 r c / ((h + 2) (h + 1)). Probabilities are kept as a mantissa and a power of two,
/// so that they never underflow.
final class HeterozygoteDistribution {
  /// Probabilities whose ratio is closer to 1 than this are equal.
  private static final double SAME = 1e-10;

  private static final double LN2 = Math.log(2);
  private static final double LN2_LOW = 2.3190468138462996e-17; // ln 2 - LN2

  private final double[] mantissa;
  private final int[] exponent;
  private final int observed;
  private final double total; // of all, in units of the mode

  private HeterozygoteDistribution(double[] mantissa, int[] exponent, int observed) {
    this.mantissa = mantissa;
    this.exponent = exponent;
    this.observed = observed;
    double sum = 0;
    for (int k = 0; k < mantissa.length; k++) {
      sum += Math.scalb(mantissa[k], exponent[k]);
    }
    this.total = sum;
  }

  static HeterozygoteDistribution of(GenotypeCounts counts) {
    long people = counts.people();
    long minor = Math.min(counts.allelesA(), counts.allelesB());
    int least = (int) (minor % 2);
    int size = (int) ((minor - least) / 2) + 1;
    double mean = (double) minor * (2 * people - minor) / (2 * people);
    int mode = Math.clamp(Math.round((mean - least) / 2), 0, size - 1);
    double[] mantissa = new double[size];
    int[] exponent = new int[size];
    mantissa[mode] = 1;
    for (int k = mode; k + 1 < size; k++) {
      put(mantissa, exponent, k + 1, mantissa[k] * ratio(k, least, minor, people), exponent[k]);
    }
    for (int k = mode; k > 0; k--) {
      double down = mantissa[k] / ratio(k - 1, least, minor, people);
      put(mantissa, exponent, k - 1, down, exponent[k]);
    }
    return new HeterozygoteDistribution(mantissa, exponent, (counts.ab() - least) / 2);
  }

  private static double ratio(int k, int least, long minor, long people) {
    double h = least + 2.0 * k;
    double rare = (minor - h) / 2;
    double common = people - h - rare;
    return 4 * rare * common / ((h + 2) * (h + 1));
  }

  private static void put(double[] mantissa, int[] exponent, int k, double value, int power) {
    int shift = Math.getExponent(value);
    mantissa[k] = Math.scalb(value, -shift);
    exponent[k] = power + shift;
  }

  /// The probability of k in units of the observed one.
  private double relative(int k) {
    return Math.scalb(mantissa[k] / mantissa[observed], exponent[k] - exponent[observed]);
  }

  /// The two-sided p-value.
  ///
  /// @param tiedShare the share of the tied probability that is taken away
  PValue twoSided(double tiedShare) {
    double less = 0;
    double tied = 0;
    for (int k = 0; k < mantissa.length; k++) {
      double relative = relative(k);
      if (Math.abs(relative - 1) <= SAME) {
        tied += relative;
      } else if (relative < 1) {
        less += relative;
      }
    }
    return pValue(less + (1 - tiedShare) * tied);
  }

  PValue atLeast() {
    return sum(observed, mantissa.length);
  }

  PValue atMost() {
    return sum(0, observed + 1);
  }

  private PValue sum(int from, int to) {
    if (to - from == mantissa.length) {
      return new PValue(0);
    }
    double units = 0;
    double sum = 0;
    for (int k = from; k < to; k++) {
      units += Math.scalb(mantissa[k], exponent[k]);
      sum += relative(k);
    }
    return units > 1e-300 ? PValue.of(units / total) : pValue(sum);
  }

  /// The p-value of a sum in units of the observed probability.
  private PValue pValue(double sum) {
    int power = exponent[observed];
    double ln = Math.log(sum * mantissa[observed] / total);
    return PValue.ofLn(Math.fma(power, LN2, ln + power * LN2_LOW));
  }
}
