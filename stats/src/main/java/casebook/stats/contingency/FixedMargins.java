// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.Saddlepoint;
import casebook.stats.math.Roots;

/// All 2x2 tables, of real numbers, with the margins of one table: the odds ratios that the data
/// may have come from, each with its fitted cells.
///
/// The fitted table of an odds ratio has the margins of the data, whatever the sampling; so a limit
/// is found along the fitted cell itself, where the test statistic is smooth and no quadratic loses
/// digits. Source: Cornfield, Proceedings of the Third Berkeley Symposium 4 (1956) 135.
///
/// @param a row 1 with the event; a count, or a count plus a half
/// @param b row 1 without the event
/// @param c row 2 with the event
/// @param d row 2 without the event
record FixedMargins(double a, double b, double c, double d) {
  /// How far a fitted table is from the data.
  enum Distance {
    /// Pearson's chi-square.
    SCORE,
    /// The likelihood ratio, twice the logarithm.
    LIKELIHOOD
  }

  static FixedMargins of(TwoByTwo t, double added) {
    return new FixedMargins(t.a() + added, t.b() + added, t.c() + added, t.d() + added);
  }

  /// Returns the smallest odds ratio whose fitted table is no farther than `z` squared; 0 when `a`
  /// or `d` is 0.
  ///
  /// @param z the root of the largest distance
  double lowerLimit(Distance distance, double z) {
    double smaller = Math.min(a, d);
    if (smaller == 0) {
      return 0;
    }
    double larger = Math.max(a, d);
    // v: the smaller diagonal cell of the fitted table, found as its logarithm
    double u =
        Roots.outward(
                lnV -> root(distance, smaller, larger, Math.exp(lnV)) - z, Math.log(smaller), -0.5)
            .orElseThrow();
    double v = Math.exp(u);
    double moved = smaller - v;
    return v * (larger - moved) / ((b + moved) * (c + moved));
  }

  /// Returns the largest odds ratio whose fitted table is no farther than `z` squared; infinite
  /// when `b` or `c` is 0.
  double upperLimit(Distance distance, double z) {
    return 1 / new FixedMargins(b, a, d, c).lowerLimit(distance, z);
  }

  private double root(Distance distance, double smaller, double larger, double v) {
    double moved = smaller - v;
    if (moved <= 0) {
      return 0;
    }
    double w = larger - moved;
    double x = b + moved;
    double y = c + moved;
    if (distance == Distance.SCORE) {
      return moved * Math.sqrt(1 / v + 1 / w + 1 / x + 1 / y);
    }
    double half =
        Saddlepoint.deviance(smaller, v, moved)
            + Saddlepoint.deviance(larger, w, moved)
            + Saddlepoint.deviance(b, x, -moved)
            + Saddlepoint.deviance(c, y, -moved);
    return Math.sqrt(2 * half);
  }

  /// Returns the distance from independence (odds ratio 1).
  double fromIndependence(Distance distance) {
    double n = a + b + c + d;
    double determinant = a * d - b * c;
    double moved = determinant / n;
    if (distance == Distance.SCORE) {
      return determinant * moved / ((a + b) * (c + d)) * (n / (a + c)) * (n / (b + d));
    }
    double half =
        Saddlepoint.deviance(a, (a + b) / n * (a + c), moved)
            + Saddlepoint.deviance(b, (a + b) / n * (b + d), -moved)
            + Saddlepoint.deviance(c, (c + d) / n * (a + c), -moved)
            + Saddlepoint.deviance(d, (c + d) / n * (b + d), moved);
    return 2 * half;
  }
}
