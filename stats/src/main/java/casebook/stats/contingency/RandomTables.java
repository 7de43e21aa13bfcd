// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.Binomial;
import java.util.SplittableRandom;

/// Random tables with the margins of one, each as probable as when the columns have nothing to do
/// with the rows.
///
/// Cell after cell is hypergeometric given those before it; a number is drawn by searching from the
/// mode outwards, so that a table of a million costs no more than some hundred steps a cell.
/// Source: Patefield, Applied Statistics 30 (1981) 91, algorithm AS 159. As in `r2dtable` (R 4.2),
/// whose random numbers are others.
final class RandomTables {
  /// Probabilities below this are as good as none.
  private static final double NOTHING = 1e-20;

  private final Crosstab margins;
  private final SplittableRandom random;

  RandomTables(Crosstab margins, long seed) {
    this.margins = margins;
    random = new SplittableRandom(seed);
  }

  /// Returns the next table, by row and column.
  long[][] next() {
    int rows = margins.rows();
    int columns = margins.columns();
    long[][] table = new long[rows][columns];
    long[] open = new long[columns];
    long all = margins.n();
    for (int j = 0; j < columns; j++) {
      open[j] = margins.columnTotal(j);
    }
    for (int i = 0; i < rows; i++) {
      long left = margins.rowTotal(i);
      long population = all;
      for (int j = 0; j < columns; j++) {
        long x = draw(population, open[j], left);
        population -= open[j];
        table[i][j] = x;
        open[j] -= x;
        left -= x;
      }
      all -= margins.rowTotal(i);
    }
    return table;
  }

  // the number of successes among so many draws without replacement
  private long draw(long population, long successes, long draws) {
    long failures = population - successes;
    long low = Math.max(0, draws - failures);
    long high = Math.min(draws, successes);
    if (low == high) {
      return low;
    }
    double middle = (draws + 1.0) * (successes + 1.0) / (population + 2.0);
    long mode = Math.clamp((long) middle, low, high);
    double up = point(population, successes, draws, mode);
    double down = up;
    double left = random.nextDouble() - up;
    long above = mode;
    long below = mode;
    while (left >= 0 && up + down > NOTHING) {
      up *= (double) (successes - above) * (draws - above);
      up /= (above + 1.0) * (failures - draws + above + 1.0);
      above++;
      left -= up;
      if (left < 0) {
        return above;
      }
      down *= (double) below * (failures - draws + below);
      down /= (successes - below + 1.0) * (draws - below + 1.0);
      below--;
      left -= down;
      if (left < 0) {
        return below;
      }
    }
    return mode;
  }

  // the hypergeometric probability, from three binomial ones
  private static double point(long population, long successes, long draws, long x) {
    double share = (double) draws / population;
    return Math.exp(
        new Binomial(successes, share).lnPoint(x)
            + new Binomial(population - successes, share).lnPoint(draws - x)
            - new Binomial(population, share).lnPoint(draws));
  }
}
