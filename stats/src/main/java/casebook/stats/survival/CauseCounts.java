// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

/// At each distinct time: how many are at risk, have the event from the cause in question, and have
/// it from another.
final class CauseCounts {
  private final Timeline timeline;
  private final int[] atRisk;
  private final int[] own;
  private final int[] other;

  CauseCounts(CompetingTimes times, int cause) {
    this(times, cause, new Timeline(times.first()), new int[times.size()], 0);
  }

  /// Counts one group on a timeline that belongs to all.
  CauseCounts(CompetingTimes times, int cause, Timeline timeline, int[] groups, int group) {
    this.timeline = timeline;
    int size = timeline.size();
    atRisk = new int[size];
    own = new int[size];
    other = new int[size];
    for (int row = 0; row < times.size(); row++) {
      if (groups[row] == group) {
        int k = timeline.last(row);
        atRisk[k]++;
        if (times.cause(row) == cause) {
          own[k]++;
        } else if (times.cause(row) > 0) {
          other[k]++;
        }
      }
    }
    for (int k = size - 2; k >= 0; k--) {
      atRisk[k] += atRisk[k + 1];
    }
  }

  int size() {
    return atRisk.length;
  }

  double time(int k) {
    return timeline.time(k);
  }

  int atRisk(int k) {
    return atRisk[k];
  }

  int own(int k) {
    return own[k];
  }

  int other(int k) {
    return other[k];
  }
}
