// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The matched sets that say something: each with its cases first, its columns as distances from
/// its first row, which the conditional likelihood does not notice.
final class MatchedSets {
  private final int sets;
  private final int[] start;
  private final int[] cases;
  private final int[] order;

  private MatchedSets(int sets, int[] start, int[] cases, int[] order) {
    this.sets = sets;
    this.start = start;
    this.cases = cases;
    this.order = order;
  }

  /// Sorts rows into sets, in the order in which the sets appear.
  ///
  /// @param set the set of each row
  /// @param outcome 1 for a case, 0 for a control
  /// @param ties the approximations keep sets without a control, to which they are not blind
  static MatchedSets of(int[] set, double[] outcome, Ties ties) {
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < set.length; i++) {
      members.computeIfAbsent(set[i], s -> new ArrayList<>()).add(i);
    }
    List<Integer> starts = new ArrayList<>(List.of(0));
    List<Integer> counts = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (List<Integer> rows : members.values()) {
      List<Integer> first = rows.stream().filter(i -> outcome[i] == 1).toList();
      int fewest = ties == Ties.EXACT ? first.size() + 1 : 2;
      if (!first.isEmpty() && rows.size() >= fewest) {
        order.addAll(first);
        order.addAll(rows.stream().filter(i -> outcome[i] == 0).toList());
        starts.add(order.size());
        counts.add(first.size());
      }
    }
    return new MatchedSets(members.size(), ints(starts), ints(counts), ints(order));
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Returns the number of sets that count.
  int informative() {
    return cases.length;
  }

  /// Returns the number of all sets.
  int sets() {
    return sets;
  }

  int start(int informativeSet) {
    return start[informativeSet];
  }

  int cases(int informativeSet) {
    return cases[informativeSet];
  }

  int rows() {
    return order.length;
  }

  /// Returns the design over the rows of the informative sets, as distances within them.
  Design within(Design design) {
    List<double[]> columns = new ArrayList<>();
    for (int j = 0; j < design.columns(); j++) {
      double[] source = design.values(j);
      double[] column = new double[order.length];
      for (int s = 0; s < cases.length; s++) {
        double reference = source[order[start[s]]];
        for (int i = start[s]; i < start[s + 1]; i++) {
          column[i] = source[order[i]] - reference;
        }
      }
      columns.add(column);
    }
    double[] shift =
        design.hasOffset()
            ? Arrays.stream(order).mapToDouble(design::offset).toArray()
            : new double[0];
    return design.replaced(columns, shift);
  }

  /// Returns the differences of cases and controls, set by set, one row each: along a direction in
  /// which none of them falls, the conditional likelihood does not fall. With `tied` the cases of a
  /// set must also stay level, as the approximations want it.
  RecessionCone cone(Columns x, boolean tied) {
    List<double[]> rows = new ArrayList<>();
    for (int s = 0; s < cases.length; s++) {
      int firstControl = start[s] + cases[s];
      for (int a = start[s]; a < firstControl; a++) {
        for (int b = tied ? start[s] : firstControl; b < start[s + 1]; b++) {
          if (a != b) {
            rows.add(difference(x, a, b));
          }
        }
      }
    }
    double[] z = new double[rows.size() * x.size];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, z, i * x.size, x.size);
    }
    return RecessionCone.ofRows(rows.size(), x.size, z);
  }

  private static double[] difference(Columns x, int a, int b) {
    double[] row = new double[x.size];
    for (int j = 0; j < x.size; j++) {
      row[j] = x.values[j][a] - x.values[j][b];
    }
    return row;
  }

  /// Returns a bound on how far the linear predictor of one set can move along a direction of
  /// length 1.
  double reach(Columns x) {
    double largest = 0;
    for (int s = 0; s < cases.length; s++) {
      double longest = 0;
      for (int i = start[s]; i < start[s + 1]; i++) {
        double squares = 0;
        for (int j = 0; j < x.size; j++) {
          squares += x.values[j][i] * x.values[j][i];
        }
        longest = Math.max(longest, squares);
      }
      largest = Math.max(largest, 2 * cases[s] * Math.sqrt(longest));
    }
    return largest;
  }
}
