// SPDX-License-Identifier: Apache-2.0
package casebook.stats.impute;

import casebook.stats.math.Sums;

/// Pools the estimates of one quantity from several imputed data sets.
///
/// With m estimates q and their variances u: the mean of q; the within variance, mean of u; the
/// between variance b of q; the total t = mean u + (1 + 1/m) b. Degrees of freedom are Rubin's (m -
/// 1) / lambda^2, with lambda = (1 + 1/m) b / t, for a complete-data analysis of unlimited degrees
///    of freedom, and Barnard and Rubin's otherwise: the harmonic sum of Rubin's and (n + 1) / (n +
///    3) n (1 - lambda), where n are those of the complete data.
///
/// Source: Rubin, Multiple Imputation for Nonresponse in Surveys, 1987, chapter 3; Barnard and
/// Rubin, 1999, Biometrika 86:948-955. Equals: `pool` of R's mice 3.15.
///
/// @param completeDf degrees of freedom of the analysis if nothing were missing, above 0;
///   `Double.POSITIVE_INFINITY` for a normal reference
/// @param level confidence level, between 0 and 1
public record Pooling(double completeDf, double level) {
  public Pooling {
    if (!(completeDf > 0)) {
      throw new IllegalArgumentException("completeDf " + completeDf + " is not above 0");
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Unlimited complete-data degrees of freedom, level 0.95.
  public static Pooling standard() {
    return new Pooling(Double.POSITIVE_INFINITY, 0.95);
  }

  /// Changes the complete-data degrees of freedom.
  public Pooling withCompleteDf(double df) {
    return new Pooling(df, level);
  }

  /// Changes the confidence level.
  public Pooling withLevel(double other) {
    return new Pooling(completeDf, other);
  }

  /// Pools estimates; their scale should be one on which they are about normal, such as log odds.
  ///
  /// @param estimates q, one for each imputation, at least two, finite
  /// @param variances u, their squared standard errors, above 0
  public Pooled of(double[] estimates, double[] variances) {
    int m = estimates.length;
    if (m < 2 || variances.length != m) {
      throw new IllegalArgumentException(
          m + " estimates and " + variances.length + " variances; at least 2, as many of both");
    }
    for (int i = 0; i < m; i++) {
      if (!Double.isFinite(estimates[i])
          || !(variances[i] > 0 && variances[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "estimate " + estimates[i] + " with variance " + variances[i] + " in imputation " + i);
      }
    }
    double mean = Sums.mean(estimates);
    double between = Sums.squaresAbout(estimates, mean) / (m - 1);
    return new Pooled(completeDf, level, m, mean, Sums.mean(variances), between);
  }
}
