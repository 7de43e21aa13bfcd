// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// The network of all tables with given margins, walked a column at a time, for Fisher's exact
/// test.
///
/// A node is the sorted list of what the rows still hold; a path's length is the sum of ln x! over
/// the cells filled, so that a table is no more probable than the observed when its length is at
/// least as great. All paths into a node with one length go on together; a path is finished as soon
/// as its shortest continuation is long enough, and dropped when its longest is not. The last two
/// columns are enumerated once a node. Source: Mehta and Patel, Journal of the American Statistical
/// Association 78 (1983) 427; the bound below is the Lagrangian one, the sum of the modes of
/// Poisson variables.
final class TableNetwork {
  /// Lengths within this are ties.
  private static final double TIE = 1e-9;

  private final int[] columns;
  private final int[] rows;
  private final double[] lnFactorial;
  private final double[] ln;
  private final double target;
  private final int radix;
  private final int[] ordered;
  private long steps;

  private TableNetwork(
      int[] rows, int[] columns, double[] ln, double[] lnFactorial, double length) {
    this.rows = rows;
    this.columns = columns;
    this.ln = ln;
    this.lnFactorial = lnFactorial;
    target = length - TIE;
    radix = rows[rows.length - 1] + 1;
    ordered = new int[rows.length];
  }

  /// Returns the two-sided p-value, or nothing when it would take more than so many steps.
  ///
  /// @param table at least two rows and columns, none of them empty
  static OptionalDouble p(Crosstab table, long mostSteps) {
    Crosstab turned = table.rows() <= table.columns() ? table : table.transposed();
    int n = (int) turned.n();
    double[] ln = new double[n + 1];
    double[] lnFactorial = new double[n + 1];
    for (int i = 1; i <= n; i++) {
      ln[i] = Math.log(i);
      lnFactorial[i] = lnFactorial[i - 1] + ln[i];
    }
    double length = 0;
    int[] rows = new int[turned.rows()];
    int[] columns = new int[turned.columns()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (int) turned.rowTotal(i);
      for (int j = 0; j < columns.length; j++) {
        columns[j] = (int) turned.columnTotal(j);
        length += lnFactorial[(int) turned.count(i, j)];
      }
    }
    Arrays.sort(rows);
    Arrays.sort(columns);
    TableNetwork network = new TableNetwork(rows, columns, ln, lnFactorial, length);
    boolean coded = rows.length * Math.log(network.radix) < 62 * Math.log(2);
    return coded ? network.walk(mostSteps) : OptionalDouble.empty();
  }

  /// The nodes of one stage, with the paths into them or, for the last stage, out of them.
  private static final class Stage {
    private final LongSlots nodes = new LongSlots();
    private final List<PathWeights> paths = new ArrayList<>();
    private final List<SortedPaths> ends = new ArrayList<>();
    private double[] shortest = new double[16];
    private double[] longest = new double[16];
  }

  private OptionalDouble walk(long mostSteps) {
    Stage stage = new Stage();
    stage.nodes.slot(code(rows));
    PathWeights start = new PathWeights();
    start.add(0, 1);
    stage.paths.add(start);
    if (columns.length == 2) {
      SortedPaths ends = ends(rows);
      return OptionalDouble.of(Math.min(1, ends.weightFrom(ends.firstFrom(target))));
    }
    double p = 0;
    for (int column = 0; column < columns.length - 2; column++) {
      Stage next = new Stage();
      for (int node = 0; node < stage.nodes.size(); node++) {
        p += advance(stage, node, column, next);
        if (steps > mostSteps) {
          return OptionalDouble.empty();
        }
      }
      stage = next;
    }
    return OptionalDouble.of(Math.min(1, p));
  }

  // takes all paths into a node over the next column; returns the probability of those finished
  private double advance(Stage stage, int node, int column, Stage next) {
    PathWeights paths = stage.paths.get(node);
    if (paths.size() == 0) {
      return 0;
    }
    return new Walk(decode(stage.nodes.key(node)), column, paths.sorted(), next).probability();
  }

  /// All ways to fill one column from one node.
  ///
  /// While the column is filled, the bound on the length of the whole continuation grows by what
  /// each cell exceeds its Poisson mode; the paths that it finishes are counted there and then with
  /// the probability of all ways to fill the rest.
  private final class Walk {
    private final int[] left;
    private final int[] rest;
    private final int column;
    private final ColumnShares shares;
    private final SortedPaths paths;
    private final Stage next;
    // by row and persons: ln x! - x ln mean above its least value
    private final double[][] beyond;
    private double finished;

    Walk(int[] left, int column, SortedPaths paths, Stage next) {
      this.left = left;
      this.column = column;
      this.paths = paths;
      this.next = next;
      rest = new int[left.length];
      beyond = new double[left.length][];
      int total = columns[column];
      shares = new ColumnShares(left, total, ln, lnFactorial);
      int all = shares.all();
      for (int i = 0; i < left.length; i++) {
        int mode = (int) ((long) left[i] * total / all);
        double lnMean = left[i] == 0 ? 0 : ln[left[i]] + ln[total] - ln[all];
        double least = lnFactorial[mode] - mode * lnMean;
        beyond[i] = new double[shares.largest(i) + 1];
        for (int x = 0; x < beyond[i].length; x++) {
          beyond[i][x] = lnFactorial[x] - x * lnMean - least;
        }
      }
    }

    double probability() {
      int total = columns[column];
      double all = 1 / shares.sum(0, total);
      fill(0, total, 0, all, shortest(left, column), paths.size(), 1);
      return finished;
    }

    // `length` is the sum of ln x! so far, `weight` the probability so far; `open` persons of the
    // column are left, and the paths from `unsure` up are finished; `same` cells of this run of
    // equal
    // rows have the value of the last one
    private void fill(
        int row, int open, double length, double weight, double bound, int unsure, int same) {
      int first = unsure;
      if (row == left.length || !shares.alike(row)) {
        first = Math.min(unsure, paths.firstFrom(target - bound));
        if (first < unsure) {
          double done = paths.weightFrom(first) - paths.weightFrom(unsure);
          finished += weight * shares.sum(row, open) * done;
        }
        if (first == 0) {
          return;
        }
      }
      if (row == left.length) {
        arrive(length, weight, first);
        return;
      }
      int last = shares.alike(row) ? left[row - 1] - rest[row - 1] : -1;
      int most = shares.most(row, open);
      for (int x = Math.max(last, shares.least(row, open)); x <= most; x++) {
        rest[row] = left[row] - x;
        int now = x == last ? same + 1 : 1;
        fill(
            row + 1,
            open - x,
            length + lnFactorial[x],
            weight * shares.one(row, x) * shares.place(row) / now,
            bound + beyond[row][x],
            first,
            now);
      }
    }

    private void arrive(double length, double weight, int unsure) {
      int child = reach(next, code(sorted(rest)), column + 1);
      int first = Math.min(unsure, paths.firstFrom(target - next.shortest[child] - length));
      finished += weight * (paths.weightFrom(first) - paths.weightFrom(unsure));
      double longest = target - next.longest[child] - length;
      int last = paths.firstFrom(longest) - 1;
      steps += 1 + Math.max(0, first - 1 - last);
      if (last >= first - 1) {
        return;
      }
      if (column == columns.length - 3) {
        finished += weight * finish(next.ends.get(child), length, last, first);
      } else {
        PathWeights into = next.paths.get(child);
        for (int k = first - 1; k > last; k--) {
          into.add(paths.length(k) + length, paths.weight(k) * weight);
        }
      }
    }

    // the probability of the open paths (last, first) with their ends
    private double finish(SortedPaths ends, double length, int last, int first) {
      double sum = 0;
      double needed = target - length;
      for (int k = first - 1; k > last; k--) {
        sum += paths.weight(k) * ends.weightFrom(ends.firstFrom(needed - paths.length(k)));
      }
      return sum;
    }
  }

  private int reach(Stage stage, long key, int column) {
    int node = stage.nodes.slot(key);
    if (node == stage.nodes.size() - 1 && node == stage.paths.size() + stage.ends.size()) {
      if (node == stage.shortest.length) {
        stage.shortest = Arrays.copyOf(stage.shortest, 2 * node);
        stage.longest = Arrays.copyOf(stage.longest, 2 * node);
      }
      int[] left = decode(key);
      if (column == columns.length - 2) {
        SortedPaths ends = ends(left);
        stage.ends.add(ends);
        stage.shortest[node] = ends.length(0);
        stage.longest[node] = ends.length(ends.size() - 1);
      } else {
        stage.paths.add(new PathWeights());
        stage.shortest[node] = shortest(left, column);
        stage.longest[node] = longest(left, column);
      }
    }
    return node;
  }

  // the ways to fill the last two columns: what one gets the other has not
  private SortedPaths ends(int[] left) {
    PathWeights ends = new PathWeights();
    int total = columns[columns.length - 2];
    ColumnShares shares = new ColumnShares(left, total, ln, lnFactorial);
    end(shares, 0, total, 0, 1 / shares.sum(0, total), 1, -1, ends);
    return ends.sorted();
  }

  // `last` is the value of the row before, `same` how many of the run have it
  private void end(
      ColumnShares shares,
      int row,
      int open,
      double length,
      double weight,
      int same,
      int last,
      PathWeights ends) {
    if (row == shares.rows()) {
      steps++;
      ends.add(length, weight);
      return;
    }
    int size = shares.left(row);
    int from = shares.alike(row) ? last : -1;
    int most = shares.most(row, open);
    for (int x = Math.max(from, shares.least(row, open)); x <= most; x++) {
      double both = lnFactorial[x] + lnFactorial[size - x];
      int now = x == from ? same + 1 : 1;
      double ways = weight * shares.one(row, x) * shares.place(row) / now;
      end(shares, row + 1, open - x, length + both, ways, now, x, ends);
    }
  }

  /// Returns a length that no continuation is shorter than.
  private double shortest(int[] left, int column) {
    int all = Arrays.stream(left).sum();
    double bound = -all * ln[all];
    for (int row : left) {
      bound += row * ln[row];
    }
    for (int j = column; j < columns.length; j++) {
      bound += columns[j] * ln[columns[j]];
      for (int row : left) {
        if (row > 0) {
          int mode = (int) ((long) row * columns[j] / all);
          bound += lnFactorial[mode] - mode * (ln[row] + ln[columns[j]] - ln[all]);
        }
      }
    }
    return bound - TIE;
  }

  /// Returns a length that no continuation exceeds: every column, or every row, filled as unevenly
  /// as the other side allows.
  private double longest(int[] left, int column) {
    double byColumns = 0;
    for (int j = column; j < columns.length; j++) {
      int open = columns[j];
      for (int i = left.length - 1; i >= 0 && open > 0; i--) {
        int x = Math.min(open, left[i]);
        byColumns += lnFactorial[x];
        open -= x;
      }
    }
    double byRows = 0;
    for (int row : left) {
      int open = row;
      for (int j = columns.length - 1; j >= column && open > 0; j--) {
        int x = Math.min(open, columns[j]);
        byRows += lnFactorial[x];
        open -= x;
      }
    }
    return Math.min(byColumns, byRows) + TIE;
  }

  private int[] sorted(int[] values) {
    int[] copy = ordered;
    System.arraycopy(values, 0, copy, 0, copy.length);
    for (int i = 1; i < copy.length; i++) {
      int value = copy[i];
      int j = i;
      while (j > 0 && copy[j - 1] > value) {
        copy[j] = copy[j - 1];
        j--;
      }
      copy[j] = value;
    }
    return copy;
  }

  private long code(int[] left) {
    long code = 0;
    for (int row : left) {
      code = code * radix + row;
    }
    return code;
  }

  private int[] decode(long code) {
    int[] left = new int[rows.length];
    long rest = code;
    for (int i = left.length - 1; i >= 0; i--) {
      left[i] = (int) (rest % radix);
      rest /= radix;
    }
    return left;
  }
}
