// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

/// The people of a competing-risks analysis on a grid of times, with the probabilities to be still
/// uncensored that weigh those who had another event.
///
/// Somebody who had another event at time T stays in the risk set with weight G(t-) / G(T-), where
/// G is the Kaplan-Meier curve of the censoring.
final class Subdistribution {
  private final CompetingTimes times;
  private final int cause;
  private final Timeline timeline;
  private final int[] atRisk;
  private final int[] own;
  private final int[] censored;
  private final double[] uncensored; // G just before each grid time
  private final int[][] rows; // of each grid time

  Subdistribution(CompetingTimes times, int cause) {
    this.times = times;
    this.cause = cause;
    timeline = new Timeline(times.first());
    var counts = new CauseCounts(times, cause);
    int size = timeline.size();
    atRisk = new int[size];
    own = new int[size];
    censored = new int[size];
    uncensored = new double[size];
    rows = new int[size][];
    double g = 1;
    for (int k = 0; k < size; k++) {
      int next = k + 1 < size ? counts.atRisk(k + 1) : 0;
      atRisk[k] = counts.atRisk(k);
      own[k] = counts.own(k);
      censored[k] = atRisk[k] - next - own[k] - counts.other(k);
      uncensored[k] = g;
      g *= (double) (atRisk[k] - censored[k]) / atRisk[k];
      rows[k] = new int[atRisk[k] - next];
    }
    int[] filled = new int[size];
    for (int row = 0; row < times.size(); row++) {
      int k = timeline.last(row);
      rows[k][filled[k]++] = row;
    }
  }

  int size() {
    return rows.length;
  }

  int people() {
    return times.size();
  }

  int[] rows(int k) {
    return rows[k];
  }

  int last(int row) {
    return timeline.last(row);
  }

  int atRisk(int k) {
    return atRisk[k];
  }

  int own(int k) {
    return own[k];
  }

  int censored(int k) {
    return censored[k];
  }

  double uncensored(int k) {
    return uncensored[k];
  }

  boolean hasOwn(int row) {
    return times.cause(row) == cause;
  }

  boolean hasOther(int row) {
    return times.cause(row) > 0 && times.cause(row) != cause;
  }

  boolean isCensored(int row) {
    return times.cause(row) == 0;
  }
}
