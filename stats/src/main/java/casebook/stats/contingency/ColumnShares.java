// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

/// The ways to give the rows of a node their shares of one column, as probabilities: each row is
/// binomial with the column's share, given that they add up to the column.
final class ColumnShares {
  private final int[] left;
  // left of this row and those after it
  private final int[] leftFrom;
  // by row and persons: probability of that share, and of that sum from the row on
  private final double[][] one;
  private final double[][] sum;
  // by row: its place, from 1, among the rows that hold as much
  private final int[] place;

  /// @param left what the rows still hold, ascending
  /// @param total the column, at most all that they hold
  /// @param ln logarithms of 0 (not used), 1, 2, ...
  /// @param lnFactorial logarithms of 0!, 1!, ...
  ColumnShares(int[] left, int total, double[] ln, double[] lnFactorial) {
    this.left = left;
    int n = left.length;
    leftFrom = new int[n + 1];
    one = new double[n][];
    sum = new double[n + 1][];
    place = new int[n];
    for (int i = 0; i < n; i++) {
      place[i] = i > 0 && left[i] == left[i - 1] ? place[i - 1] + 1 : 1;
    }
    for (int i = n - 1; i >= 0; i--) {
      leftFrom[i] = leftFrom[i + 1] + left[i];
    }
    double lnShare = ln[total] - ln[leftFrom[0]];
    double lnRest = Math.log1p(-(double) total / leftFrom[0]);
    for (int i = 0; i <= n; i++) {
      sum[i] = probabilities(leftFrom[i], total, lnShare, lnRest, lnFactorial);
      if (i < n) {
        one[i] = probabilities(left[i], total, lnShare, lnRest, lnFactorial);
      }
    }
  }

  private static double[] probabilities(
      int size, int most, double lnShare, double lnRest, double[] lnFactorial) {
    double[] table = new double[Math.min(size, most) + 1];
    for (int x = 0; x < table.length; x++) {
      double lnWays = lnFactorial[size] - lnFactorial[x] - lnFactorial[size - x];
      table[x] = Math.exp(lnWays + x * lnShare + (size == x ? 0 : (size - x) * lnRest));
    }
    return table;
  }

  // says whether a row holds as much as the one before; shares of such rows come in rising order
  // only, each for all its orders
  boolean alike(int row) {
    return place[row] > 1;
  }

  int least(int row, int open) {
    return Math.max(0, open - leftFrom[row + 1]);
  }

  int most(int row, int open) {
    return Math.min(left[row], open);
  }

  int rows() {
    return left.length;
  }

  int left(int row) {
    return left[row];
  }

  double one(int row, int x) {
    return one[row][x];
  }

  double sum(int row, int open) {
    return sum[row][open];
  }

  int place(int row) {
    return place[row];
  }
}
