// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import java.util.Arrays;

/// Bounds on the sum of ln x! over the cells of columns that are still to be filled.
///
/// The lower one is Lagrange's, the sum of the modes of Poisson variables; the upper one has every
/// column, or every row, filled as unevenly as the other side allows. Lengths are whole numbers of
/// units.
final class PathBounds {
  private static final double UNIT = 0x1p-40;

  /// Lengths within this, 1e-9, are ties.
  static final long TIE = (long) (1e-9 / UNIT);

  private final int[] columns;
  private final double[] ln;
  private final double[] lnFactorial;

  /// @param columns totals of all columns
  /// @param ln logarithms of 0 (not used), 1, 2, ...
  /// @param lnFactorial logarithms of 0!, 1!, ...
  PathBounds(int[] columns, double[] ln, double[] lnFactorial) {
    this.columns = columns;
    this.ln = ln;
    this.lnFactorial = lnFactorial;
  }

  /// Returns a length in units.
  static long units(double length) {
    return Math.round(length / UNIT);
  }

  /// Returns a length that no way to fill the columns from one on is shorter than.
  ///
  /// @param left what the rows still hold
  long shortest(int[] left, int from) {
    int all = Arrays.stream(left).sum();
    double bound = -all * ln[all];
    for (int row : left) {
      bound += row * ln[row];
    }
    for (int j = from; j < columns.length; j++) {
      bound += columns[j] * ln[columns[j]];
      for (int row : left) {
        bound += row == 0 ? 0 : least(row, columns[j], all);
      }
    }
    return units(bound) - TIE;
  }

  /// Returns by how much a cell, by row and persons, exceeds its least value in that bound.
  ///
  /// @param total of the column
  long[][] beyond(int[] left, int total) {
    int all = Arrays.stream(left).sum();
    long[][] beyond = new long[left.length][];
    for (int i = 0; i < left.length; i++) {
      double lnMean = left[i] == 0 ? 0 : ln[left[i]] + ln[total] - ln[all];
      double least = left[i] == 0 ? 0 : least(left[i], total, all);
      beyond[i] = new long[Math.min(left[i], total) + 1];
      for (int x = 0; x < beyond[i].length; x++) {
        beyond[i][x] = units(lnFactorial[x] - x * lnMean - least);
      }
    }
    return beyond;
  }

  // ln x! - x ln mean at the mode of the Poisson variable
  private double least(int row, int column, int all) {
    int mode = (int) ((long) row * column / all);
    return lnFactorial[mode] - mode * (ln[row] + ln[column] - ln[all]);
  }

  /// Returns a length that no way to fill the columns from one on exceeds.
  ///
  /// @param left what the rows still hold, ascending
  long longest(int[] left, int from) {
    int[] totals = Arrays.copyOfRange(columns, from, columns.length);
    Arrays.sort(totals);
    return units(Math.min(packed(totals, left), packed(left, totals))) + TIE;
  }

  // every size packed into the largest places
  private double packed(int[] sizes, int[] places) {
    double length = 0;
    for (int size : sizes) {
      int open = size;
      for (int i = places.length - 1; i >= 0 && open > 0; i--) {
        int x = Math.min(open, places[i]);
        length += lnFactorial[x];
        open -= x;
      }
    }
    return length;
  }
}
