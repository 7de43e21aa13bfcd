// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.math.Accumulator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// The network of all tables with given margins, walked a column at a time, for Fisher's exact
/// test.
///
/// A node is the sorted list of what the rows still hold; a path's length is the sum of ln x! over
/// the cells filled, so that a table is no more probable than the observed when its length is at
/// least as great. Lengths are whole numbers of 2^-40, so that sums have no order and are compared
/// fast. All paths into a node with one length go on together; a path is finished as soon as its
/// shortest continuation is long enough, and dropped when its longest is not. The last two columns
/// are enumerated once a node. Source: Mehta and Patel, Journal of the American Statistical
/// Association 78 (1983) 427; the bound below is the Lagrangian one, the sum of the modes of
/// Poisson variables.
final class TableNetwork {
  // lengths of paths held at once, some 100 bytes each while they are collected
  private static final long MOST_KEPT = 3_000_000;

  // a node takes the memory of so many lengths
  private static final long NODE = 10;

  private final int[] columns;
  private final PathBounds bounds;
  private final int[] rows;
  private final double[] lnFactorial;
  private final double[] ln;
  // ln x! in units
  private final long[] cells;
  private final long target;
  private final int radix;
  private final long mostSteps;
  private long steps;
  private long kept;

  private TableNetwork(Crosstab table, long mostSteps) {
    this.mostSteps = mostSteps;
    int n = (int) table.n();
    ln = new double[n + 1];
    lnFactorial = new double[n + 1];
    cells = new long[n + 1];
    // in twice the precision: the rounding of 100,000 sums is more than a tie
    Accumulator sum = new Accumulator();
    for (int i = 1; i <= n; i++) {
      ln[i] = Math.log(i);
      sum.add(ln[i]);
      lnFactorial[i] = sum.value();
      cells[i] = PathBounds.units(lnFactorial[i]);
    }
    long length = 0;
    rows = new int[table.rows()];
    columns = new int[table.columns()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (int) table.rowTotal(i);
      for (int j = 0; j < columns.length; j++) {
        columns[j] = (int) table.columnTotal(j);
        length += cells[(int) table.count(i, j)];
      }
    }
    target = length - PathBounds.TIE;
    Arrays.sort(rows);
    order(columns);
    bounds = new PathBounds(columns, ln, lnFactorial);
    radix = rows[rows.length - 1] + 1;
  }

  /// Returns the two-sided p-value, or nothing when it would take more than so many steps or more
  /// memory than some 300 MB.
  ///
  /// @param table at least two rows and columns, none of them empty
  static OptionalDouble p(Crosstab table, long mostSteps) {
    Crosstab turned = table.rows() <= table.columns() ? table : table.transposed();
    TableNetwork network = new TableNetwork(turned, mostSteps);
    boolean coded = turned.rows() * Math.log(network.radix) < 62 * Math.log(2);
    return coded ? network.walk() : OptionalDouble.empty();
  }

  // The two largest columns, which are not walked, come last. The last one walked meets the most
  // paths: the smallest, with the fewest ways. With more than three to walk the paths that larger
  // columns pile up before it would cost more.
  private static void order(int[] columns) {
    Arrays.sort(columns);
    int walked = columns.length - 2;
    if (walked == 2 || walked == 3) {
      int least = columns[0];
      System.arraycopy(columns, 1, columns, 0, walked - 1);
      columns[walked - 1] = least;
    }
  }

  /// The nodes of one stage, with the paths into them or, for the last stage, out of them.
  private static final class Stage {
    private final LongSlots nodes = new LongSlots();
    // what the rows hold in any order that was met, and the node of that
    private final LongSlots unsorted = new LongSlots();
    private int[] nodeOf = new int[16];
    private final List<PathWeights> paths = new ArrayList<>();
    private final List<SortedPaths> ends = new ArrayList<>();
    private long[] shortest = new long[16];
    private long[] longest = new long[16];
  }

  private OptionalDouble walk() {
    Stage stage = new Stage();
    stage.nodes.slot(code(rows));
    PathWeights start = new PathWeights();
    start.add(0, 1);
    stage.paths.add(start);
    if (columns.length == 2) {
      SortedPaths ends = ends(rows);
      return spent()
          ? OptionalDouble.empty()
          : OptionalDouble.of(Math.min(1, ends.weightFrom(ends.firstFrom(target))));
    }
    double p = 0;
    for (int column = 0; column < columns.length - 2; column++) {
      Stage next = new Stage();
      for (int node = 0; node < stage.nodes.size(); node++) {
        p += advance(stage, node, column, next);
        if (spent()) {
          return OptionalDouble.empty();
        }
      }
      stage = next;
    }
    return OptionalDouble.of(Math.min(1, p));
  }

  private boolean spent() {
    return steps > mostSteps || kept > MOST_KEPT;
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
    private final long[][] beyond;
    private double finished;

    Walk(int[] left, int column, SortedPaths paths, Stage next) {
      this.left = left;
      this.column = column;
      this.paths = paths;
      this.next = next;
      rest = new int[left.length];
      shares = new ColumnShares(left, columns[column], ln, lnFactorial);
      beyond = bounds.beyond(left, columns[column]);
    }

    double probability() {
      int total = columns[column];
      double all = 1 / shares.sum(0, total);
      fill(0, total, 0, all, bounds.shortest(left, column), paths.size(), 1);
      return finished;
    }

    // `length` is the sum of ln x! so far, `weight` the probability so far; `open` persons of the
    // column are left, and the paths from `unsure` up are finished; `same` cells of this run of
    // equal rows have the value of the last one
    private void fill(
        int row, int open, long length, double weight, long bound, int unsure, int same) {
      int last = shares.alike(row) ? left[row - 1] - rest[row - 1] : -1;
      boolean forced = row == left.length - 1;
      int first = unsure;
      if (!forced && last < 0) {
        first = finish(unsure, bound, weight * shares.sum(row, open));
        if (first == 0 || spent()) {
          return;
        }
      }
      int most = shares.most(row, open);
      for (int x = Math.max(last, shares.least(row, open)); x <= most; x++) {
        rest[row] = left[row] - x;
        int now = x == last ? same + 1 : 1;
        long longer = length + cells[x];
        double lighter = weight * shares.one(row, x) * shares.place(row) / now;
        long least = bound + beyond[row][x];
        if (forced) {
          arrive(longer, lighter, finish(first, least, lighter));
        } else {
          fill(row + 1, open - x, longer, lighter, least, first, now);
        }
      }
    }

    // counts the paths that any continuation finishes; returns the first of them
    private int finish(int unsure, long bound, double weight) {
      int first = Math.min(unsure, paths.firstFrom(target - bound));
      finished += weight * (paths.weightFrom(first) - paths.weightFrom(unsure));
      return first;
    }

    private void arrive(long length, double weight, int unsure) {
      if (unsure == 0 || spent()) {
        return;
      }
      int child = reach(next, rest, column + 1);
      int to = finish(unsure, next.shortest[child] + length, weight);
      int from = Math.min(to, paths.firstFrom(target - next.longest[child] - length));
      steps += 1 + to - from;
      if (from == to) {
        return;
      }
      if (column == columns.length - 3) {
        SortedPaths ends = next.ends.get(child);
        finished += weight * paths.weightOfPairs(from, to, ends, target - length);
      } else {
        PathWeights into = next.paths.get(child);
        kept -= into.size();
        for (int k = from; k < to; k++) {
          into.add(paths.length(k) + length, paths.weight(k) * weight);
        }
        kept += into.size();
      }
    }
  }

  // the node of what the rows still hold, in any order
  private int reach(Stage stage, int[] rest, int column) {
    int known = stage.unsorted.size();
    int slot = stage.unsorted.slot(code(rest));
    if (slot == known) {
      if (slot == stage.nodeOf.length) {
        stage.nodeOf = Arrays.copyOf(stage.nodeOf, 2 * slot);
      }
      int[] left = rest.clone();
      Arrays.sort(left);
      stage.nodeOf[slot] = node(stage, left, column);
    }
    return stage.nodeOf[slot];
  }

  private int node(Stage stage, int[] left, int column) {
    int known = stage.nodes.size();
    int node = stage.nodes.slot(code(left));
    if (node < known) {
      return node;
    }
    kept += NODE;
    if (node == stage.shortest.length) {
      stage.shortest = Arrays.copyOf(stage.shortest, 2 * node);
      stage.longest = Arrays.copyOf(stage.longest, 2 * node);
    }
    if (column == columns.length - 2) {
      SortedPaths ends = ends(left);
      stage.ends.add(ends);
      stage.shortest[node] = ends.length(0);
      stage.longest[node] = ends.length(ends.size() - 1);
    } else {
      stage.paths.add(new PathWeights());
      stage.shortest[node] = bounds.shortest(left, column);
      stage.longest[node] = bounds.longest(left, column);
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
      long length,
      double weight,
      int same,
      int last,
      PathWeights ends) {
    if (spent()) {
      return;
    }
    if (row == shares.rows()) {
      steps++;
      kept -= ends.size();
      ends.add(length, weight);
      kept += ends.size();
      return;
    }
    int size = shares.left(row);
    int from = shares.alike(row) ? last : -1;
    int most = shares.most(row, open);
    for (int x = Math.max(from, shares.least(row, open)); x <= most; x++) {
      long both = cells[x] + cells[size - x];
      int now = x == from ? same + 1 : 1;
      double ways = weight * shares.one(row, x) * shares.place(row) / now;
      end(shares, row + 1, open - x, length + both, ways, now, x, ends);
    }
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
