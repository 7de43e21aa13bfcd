// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

/// Group numbers, counted from 0.
final class Groups {
  private Groups() {}

  /// Refuses group numbers that do not fit the rows; returns one more than the largest.
  static int check(int[] groups, int rows) {
    if (groups.length != rows) {
      throw new IllegalArgumentException(groups.length + " groups for " + rows + " rows");
    }
    int largest = -1;
    for (int i = 0; i < rows; i++) {
      if (groups[i] < 0) {
        throw new IllegalArgumentException("group " + groups[i] + " in row " + i + " is below 0");
      }
      largest = Math.max(largest, groups[i]);
    }
    return largest + 1;
  }
}
