// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import casebook.stats.result.PValue;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.InverseErf;
import org.apache.commons.numbers.gamma.InverseErfc;

/// The standard normal distribution.
///
/// The tail is erfc(z / sqrt 2) / 2, where the rounding error of z / sqrt 2 is carried along: it
/// would cost z^2 units in the last place. Equals: `pnorm`, `qnorm` (R 4.2) to 14 digits.
public record Normal() implements Distribution {
  /// The standard normal distribution.
  public static final Normal STANDARD = new Normal();

  private static final double SQRT2 = Math.sqrt(2);
  // sqrt(2) - SQRT2
  private static final double SQRT2_LOW = -9.667293313452913e-17;
  private static final double TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);
  private static final double FAR = 25;

  @Override
  public double lower(double z) {
    return upper(-z);
  }

  @Override
  public double upper(double z) {
    double h = z / SQRT2;
    return halfErfc(h, (Math.fma(-h, SQRT2, z) - h * SQRT2_LOW) / SQRT2);
  }

  // erfc(h + l) / 2 for a tiny l
  static double halfErfc(double h, double l) {
    // the rounding error of an infinite z is no number
    double correction = Double.isInfinite(h) ? 0 : TWO_OVER_SQRT_PI * Math.exp(-h * h) * l;
    return Math.max(0, (Erfc.value(h) - correction) / 2);
  }

  @Override
  public double lnLower(double z) {
    return lnUpper(-z);
  }

  @Override
  public double lnUpper(double z) {
    if (z > FAR) {
      return Math.log(Erfcx.value(z / SQRT2) / 2) - z * z / 2;
    }
    return Distribution.ln(upper(z), upper(-z));
  }

  /// Returns the z that a normal variable exceeds with probability `p`.
  ///
  /// @param p upper tail probability, between 0 and 1
  public double upperQuantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p is " + p + "; it lies between 0 and 1");
    }
    if (p > 0.5) {
      return -upperQuantile(1 - p);
    }
    return SQRT2 * (p <= 0.25 ? InverseErfc.value(2 * p) : InverseErf.value(1 - 2 * p));
  }

  /// Returns the z below which a normal variable lies with probability `p`.
  ///
  /// @param p lower tail probability, between 0 and 1
  public double quantile(double p) {
    return -upperQuantile(p);
  }

  /// Returns the z whose two-sided interval has a confidence level: 1.959963984540054 for 0.95.
  ///
  /// @param level confidence level, between 0 and 1
  public static double ofLevel(double level) {
    return STANDARD.upperQuantile((1 - level) / 2);
  }

  /// Returns the two-sided p-value of a z statistic, P(|Z| >= |z|).
  public static PValue twoSided(double z) {
    return PValue.ofLn(Math.min(0, STANDARD.lnUpper(Math.abs(z)) + Math.log(2)));
  }
}
