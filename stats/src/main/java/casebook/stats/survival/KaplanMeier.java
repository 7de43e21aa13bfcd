// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.math.Sorting;

/// The product-limit estimate of a survival curve.
///
/// S(t) is the product over the event times up to t of 1 - d/n (d events among n at risk). Its
/// variance is Greenwood's S^2 sum d / (n (n - d)). Beside it stands the cumulative hazard of
/// Nelson and Aalen, sum d/n with variance sum d/n^2. At one time, events come before censorings.
/// With late entries the curve speaks of those who are still without the event at the first entry,
/// and stays at 0 once a risk set has died out.
///
/// Source: Kaplan and Meier, 1958, Journal of the American Statistical Association 53:457-481;
/// Brookmeyer and Crowley, 1982, Biometrics 38:29-41.
///
/// Equals: `survfit` of R's survival 3.5 (times, counts, curve, errors and all five bands). Differs
/// from: its default band (log) and its midpoint rule for quantiles, which is an option here.
///
/// @param band scale of the pointwise intervals
/// @param level confidence level, between 0 and 1
/// @param rule the quantile of a curve that is flat at exactly the level
public record KaplanMeier(ConfidenceBand band, double level, QuantileRule rule) {
  public KaplanMeier {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Log-log intervals of level 0.95; quantiles by the first time.
  public static KaplanMeier standard() {
    return new KaplanMeier(ConfidenceBand.LOG_LOG, 0.95, QuantileRule.FIRST);
  }

  /// Changes the scale of the intervals.
  public KaplanMeier withBand(ConfidenceBand other) {
    return new KaplanMeier(other, level, rule);
  }

  /// Changes the confidence level.
  public KaplanMeier withLevel(double other) {
    return new KaplanMeier(band, other, rule);
  }

  /// Changes the rule for quantiles.
  public KaplanMeier withRule(QuantileRule other) {
    return new KaplanMeier(band, level, other);
  }

  /// Estimates the curve of everybody in `times`; nobody gives a curve without a row.
  ///
  /// Two sorts of primitive arrays and one sweep, O(n log n).
  public SurvivalCurve fit(Times times) {
    double[] events = sorted(times.timesWith(true));
    double[] censorings = sorted(times.timesWith(false));
    double[] entries = sorted(times.entries());
    double[] cuts = DistinctTimes.of(events, censorings, entries);
    var rows = new SurvivalCurve.Rows(cuts.length);
    int e = 0;
    int c = 0;
    int entered = 0; // entries before the current cut
    for (int k = 0; k < cuts.length; k++) {
      double end = k + 1 < cuts.length ? cuts[k + 1] : Double.POSITIVE_INFINITY;
      int atRisk = (entries.length == 0 ? times.size() : entered) - e - c;
      int eventsBefore = e;
      int censoredBefore = c;
      while (e < events.length && events[e] < end) {
        e++;
      }
      while (c < censorings.length && censorings[c] < end) {
        c++;
      }
      while (entered < entries.length && entries[entered] < end) {
        entered++;
      }
      if (e > eventsBefore || c > censoredBefore) {
        rows.add(cuts[k], atRisk, e - eventsBefore, c - censoredBefore);
      }
    }
    return new SurvivalCurve(band, level, rule, times.size(), rows);
  }

  private static double[] sorted(double[] values) {
    Sorting.sort(values);
    return values;
  }
}
