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
  private long steps;

  private TableNetwork(
      int[] rows, int[] columns, double[] ln, double[] lnFactorial, double length) {
    this.rows = rows;
    this.columns = columns;
    this.ln = ln;
    this.lnFactorial = lnFactorial;
    target = length - TIE;
    radix = rows[rows.length - 1] + 1;
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

  /// The nodes of one stage and the paths into them.
  private static final class Stage {
    private final LongSlots nodes = new LongSlots();
    private final List<PathWeights> paths = new ArrayList<>();
    private double[] shortest = new double[16];
    private double[] longest = new double[16];
  }

  private OptionalDouble walk(long mostSteps) {
    Stage stage = new Stage();
    stage.nodes.slot(code(rows));
    PathWeights start = new PathWeights();
    start.add(0, 1);
    stage.paths.add(start);
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
    for (int node = 0; node < stage.nodes.size(); node++) {
      p += finish(decode(stage.nodes.key(node)), stage.paths.get(node));
      if (steps > mostSteps) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of(Math.min(1, p));
  }

  // takes all paths into a node over the next column; returns the probability of those finished
  private double advance(Stage stage, int node, int column, Stage next) {
    int[] left = decode(stage.nodes.key(node));
    Stage choices = new Stage();
    choose(left, columns[column], choices);
    PathWeights paths = stage.paths.get(node);
    double finished = 0;
    for (int i = 0; i < choices.nodes.size(); i++) {
      int child = reach(next, choices.nodes.key(i), column + 1);
      double shortest = target - next.shortest[child];
      double longest = target - next.longest[child];
      PathWeights into = next.paths.get(child);
      PathWeights moves = choices.paths.get(i);
      for (int j = 0; j < moves.size(); j++) {
        double length = moves.length(j);
        double weight = moves.weight(j);
        for (int k = 0; k < paths.size(); k++) {
          double total = paths.length(k) + length;
          if (total >= shortest) {
            finished += paths.weight(k) * weight;
          } else if (total >= longest) {
            into.add(total, paths.weight(k) * weight);
          }
        }
      }
      steps += (long) moves.size() * paths.size();
    }
    return finished;
  }

  private int reach(Stage stage, long key, int column) {
    int node = stage.nodes.slot(key);
    if (node == stage.paths.size()) {
      stage.paths.add(new PathWeights());
      if (node == stage.shortest.length) {
        stage.shortest = Arrays.copyOf(stage.shortest, 2 * node);
        stage.longest = Arrays.copyOf(stage.longest, 2 * node);
      }
      int[] left = decode(key);
      stage.shortest[node] = shortest(left, column);
      stage.longest[node] = longest(left, column);
    }
    return node;
  }

  // fills a column in all ways, gathering what is left of the rows and the lengths that lead there
  private void choose(int[] left, int total, Stage choices) {
    int all = Arrays.stream(left).sum();
    double constant = lnFactorial[total] + lnFactorial[all - total] - lnFactorial[all];
    for (int row : left) {
      constant += lnFactorial[row];
    }
    fill(left, new int[left.length], 0, total, all, 0, constant, choices);
  }

  // `length` is the sum of ln x! so far, `lnWeight` the logarithm of the probability so far
  private void fill(
      int[] left,
      int[] rest,
      int row,
      int open,
      int below,
      double length,
      double lnWeight,
      Stage choices) {
    if (row == left.length) {
      steps++;
      int child = choices.nodes.slot(code(sorted(rest)));
      if (child == choices.paths.size()) {
        choices.paths.add(new PathWeights());
      }
      choices.paths.get(child).add(length, Math.exp(lnWeight));
      return;
    }
    int after = below - left[row];
    for (int x = Math.max(0, open - after); x <= Math.min(left[row], open); x++) {
      rest[row] = left[row] - x;
      fill(
          left,
          rest,
          row + 1,
          open - x,
          after,
          length + lnFactorial[x],
          lnWeight - lnFactorial[x] - lnFactorial[left[row] - x],
          choices);
    }
  }

  // the last two columns: what one gets the other has not
  private double finish(int[] left, PathWeights paths) {
    PathWeights ends = new PathWeights();
    int total = columns[columns.length - 2];
    int all = Arrays.stream(left).sum();
    double constant = lnFactorial[total] + lnFactorial[all - total] - lnFactorial[all];
    for (int row : left) {
      constant += lnFactorial[row];
    }
    end(left, 0, total, all, 0, constant, ends);
    Integer[] order = new Integer[ends.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(ends.length(j), ends.length(i)));
    double[] lengths = new double[order.length];
    double[] sums = new double[order.length];
    double sum = 0;
    for (int i = 0; i < order.length; i++) {
      sum += ends.weight(order[i]);
      lengths[i] = -ends.length(order[i]);
      sums[i] = sum;
    }
    double p = 0;
    for (int k = 0; k < paths.size(); k++) {
      int place = Arrays.binarySearch(lengths, paths.length(k) - target);
      int count = place >= 0 ? place + 1 : -place - 1;
      p += count == 0 ? 0 : paths.weight(k) * sums[count - 1];
    }
    steps += paths.size();
    return p;
  }

  private void end(
      int[] left, int row, int open, int below, double length, double lnWeight, PathWeights ends) {
    if (row == left.length) {
      steps++;
      ends.add(length, Math.exp(lnWeight));
      return;
    }
    int after = below - left[row];
    for (int x = Math.max(0, open - after); x <= Math.min(left[row], open); x++) {
      double both = lnFactorial[x] + lnFactorial[left[row] - x];
      end(left, row + 1, open - x, after, length + both, lnWeight - both, ends);
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

  private static int[] sorted(int[] values) {
    int[] copy = values.clone();
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
