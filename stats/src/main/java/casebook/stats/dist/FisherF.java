// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import casebook.stats.result.PValue;
import org.apache.commons.statistics.distribution.FDistribution;

/// Fisher's F distribution.
///
/// Equals: `pf`, `qf` (R 4.2).
///
/// @param df1 degrees of freedom of the numerator, above 0
/// @param df2 degrees of freedom of the denominator, above 0
public record FisherF(double df1, double df2) implements Distribution {
  public FisherF {
    if (!(df1 > 0 && df2 > 0)) {
      throw new IllegalArgumentException(
          "degrees of freedom are " + df1 + " and " + df2 + "; they are above 0");
    }
  }

  /// Returns the p-value of an F statistic, P(X >= statistic).
  public static PValue p(double statistic, double df1, double df2) {
    return PValue.ofLn(new FisherF(df1, df2).lnUpper(statistic));
  }

  @Override
  public double lower(double x) {
    return x <= 0 ? 0 : FDistribution.of(df1, df2).cumulativeProbability(x);
  }

  @Override
  public double upper(double x) {
    return x <= 0 ? 1 : FDistribution.of(df1, df2).survivalProbability(x);
  }

  @Override
  public double lnLower(double x) {
    double p = lower(x);
    if (p > TINY) {
      return Distribution.ln(p, upper(x));
    }
    double sum = df1 * Math.max(0, x) + df2;
    return BetaTail.ln(df1 / 2, df2 / 2, df1 * Math.max(0, x) / sum, df2 / sum);
  }

  @Override
  public double lnUpper(double x) {
    double p = upper(x);
    if (p > TINY) {
      return Distribution.ln(p, lower(x));
    }
    // in this order nothing overflows
    double ratio = df1 / df2 * x;
    return BetaTail.ln(df2 / 2, df1 / 2, 1 / (1 + ratio), 1 / (1 + 1 / ratio));
  }

  /// Returns the value below which the variable lies with probability `p`, between 0 and 1.
  public double quantile(double p) {
    return FDistribution.of(df1, df2).inverseCumulativeProbability(p);
  }

  /// Returns the value that the variable exceeds with probability `p`, between 0 and 1.
  public double upperQuantile(double p) {
    return FDistribution.of(df1, df2).inverseSurvivalProbability(p);
  }
}
