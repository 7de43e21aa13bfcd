// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

/// The probability to have had the event from one cause by a time, where other causes can come
/// first: the estimate of Aalen and Johansen.
///
/// F(t) is the sum over the times up to t of S(t-) d / n, with d events of the cause among n at
/// risk and S the Kaplan-Meier curve of all causes together. Unlike one minus the Kaplan-Meier
/// curve of the cause alone, the F of all causes and S sum to 1. Variance by Aalen's formula with
/// the finite-population factor 1 - (d - 1) / (n - 1) for ties; log-log intervals, F^exp(-+ z s /
/// (F ln F)).
///
/// Source: Aalen and Johansen, 1978, Scandinavian Journal of Statistics 5:141-150; Gray, 1988,
/// Annals of Statistics 16:1141-1154; Marubini and Valsecchi, Analysing Survival Data, 1995,
/// section 10.
///
/// Equals: `cuminc` of R's cmprsk 2.2 (curve and variance). Differs from: `survfit` with states,
/// whose variance is the infinitesimal jackknife.
///
/// @param level confidence level, between 0 and 1
public record CumulativeIncidence(double level) {
  public CumulativeIncidence {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Intervals of level 0.95.
  public static CumulativeIncidence standard() {
    return new CumulativeIncidence(0.95);
  }

  /// Changes the confidence level.
  public CumulativeIncidence withLevel(double other) {
    return new CumulativeIncidence(other);
  }

  /// Estimates the curve of one cause.
  ///
  /// @param times follow-up with causes
  /// @param cause the cause, from 1
  public IncidenceCurve fit(CompetingTimes times, int cause) {
    CompetingTimes.requireCause(cause);
    var counts = new CauseCounts(times, cause);
    double[] time = new double[counts.size()];
    double[] incidence = new double[counts.size()];
    double[] variance = new double[counts.size()];
    double survival = 1;
    double f = 0;
    double[] sums = new double[3]; // of t6 a^2, t6 a b, t6 b^2, where a - b F(t) is the deviation
    int rows = 0;
    for (int k = 0; k < counts.size(); k++) {
      int n = counts.atRisk(k);
      int own = counts.own(k);
      int other = counts.other(k);
      double after = survival * (n - own - other) / n;
      f += survival * own / n;
      double inverse = after > 0 ? 1 / after : 0;
      if (other > 0 && after > 0) {
        add(sums, survival, other, n, f * inverse, inverse);
      }
      if (own > 0) {
        add(sums, survival, own, n, 1 + f * inverse, inverse);
        time[rows] = counts.time(k);
        incidence[rows] = f;
        variance[rows] = Math.max(0, sums[0] - 2 * f * sums[1] + f * f * sums[2]);
        rows++;
      }
      survival = after;
    }
    return new IncidenceCurve(level, counts, rows, time, incidence, variance);
  }

  private static void add(double[] sums, double survival, int d, int n, double a, double b) {
    double ties = d > 1 ? 1 - (d - 1.0) / (n - 1.0) : 1;
    double step = survival * survival * ties * d / ((double) n * n);
    sums[0] += step * a * a;
    sums[1] += step * a * b;
    sums[2] += step * b * b;
  }
}
