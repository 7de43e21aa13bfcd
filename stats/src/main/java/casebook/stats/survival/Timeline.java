// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.math.Sorting;
import java.util.Arrays;

/// The rows of some follow-up on a common grid of distinct times.
///
/// A row is at risk at the grid points `first(row)` to `last(row)`, both included; its event or
/// censoring is at `last(row)`.
final class Timeline {
  private final double[] grid;
  private final int[] first;
  private final int[] last;

  Timeline(Times times) {
    int n = times.size();
    double[] stops = new double[n];
    for (int i = 0; i < n; i++) {
      stops[i] = times.time(i);
    }
    int[] order = Sorting.order(stops);
    double[] sorted = new double[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = stops[order[i]];
    }
    double[] entries = times.entries();
    Sorting.sort(entries);
    grid = DistinctTimes.of(sorted, entries);
    last = new int[n];
    int point = 0;
    for (int i = 0; i < n; i++) {
      while (point + 1 < grid.length && grid[point + 1] <= sorted[i]) {
        point++;
      }
      last[order[i]] = point;
    }
    first = new int[n];
    if (times.entersLate()) {
      Arrays.setAll(first, i -> at(times.entry(i)) + 1);
    }
  }

  /// The grid point a value belongs to.
  private int at(double value) {
    int found = Arrays.binarySearch(grid, value);
    return found >= 0 ? found : -found - 2;
  }

  int size() {
    return grid.length;
  }

  double time(int point) {
    return grid[point];
  }

  int first(int row) {
    return first[row];
  }

  int last(int row) {
    return last[row];
  }

  /// The rows in ascending order of their last grid point; rows of one point keep their order.
  int[] ascending() {
    return sorted(last);
  }

  /// The rows in ascending order of their first grid point.
  int[] byEntry() {
    return sorted(first);
  }

  private int[] sorted(int[] points) {
    int[] start = new int[grid.length + 2];
    for (int point : points) {
      start[point + 1]++;
    }
    for (int k = 1; k < start.length; k++) {
      start[k] += start[k - 1];
    }
    int[] order = new int[points.length];
    for (int row = 0; row < points.length; row++) {
      order[start[points[row]]++] = row;
    }
    return order;
  }
}
