// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Whether the maximum-likelihood estimate of a logistic model exists, with proof.
///
/// The estimate does not exist exactly when some direction d of the coefficients has \\(x_i^T d \ge
/// 0\\) for every row with outcome 1, \\(\le 0\\) for every row with outcome 0, and not 0 for all.
/// The answer rests on such a direction, checked row by row, or on positive multipliers \\(\mu_i\\)
/// with \\(\sum \mu_i z_i = 0\\), which exclude one; never on the size of numbers that a fit has
/// reached.
///
/// Source: Albert & Anderson 1984, Biometrika 71:1; Konis 2007, DPhil thesis, Oxford, chapter 4
/// (the linear programme); here the same cone is searched by projection. Equals: `detectseparation`
/// (R), which names the same infinite coefficients.
///
/// @param status what was found
/// @param infinite the columns, intercept included, whose coefficients run away
/// @param separating the terms that a reader should look at: under quasi-complete separation those
///   whose coefficients run away, under complete separation a smallest set that separates alone
/// @param aliased the columns that add nothing to those before them; left out of everything else
/// @param direction a direction that separates, one number for each column of the design, 0 for
///   aliased columns; empty when there is none
public record Separation(
    Status status,
    List<String> infinite,
    List<String> separating,
    List<String> aliased,
    List<Double> direction) {

  /// What was found.
  public enum Status {
    /// The estimate exists and is finite.
    OVERLAP,
    /// Some rows are predicted perfectly, and some coefficients are infinite.
    QUASI_COMPLETE,
    /// All rows are predicted perfectly.
    COMPLETE,
    /// All rows have the same outcome.
    ONE_OUTCOME
  }

  /// A margin or a projection below this is 0: rows and directions have length 1.
  private static final double ZERO = 1e-8;

  public Separation {
    infinite = List.copyOf(infinite);
    separating = List.copyOf(separating);
    aliased = List.copyOf(aliased);
    direction = List.copyOf(direction);
  }

  /// Says whether the maximum-likelihood estimate exists.
  public boolean finite() {
    return status == Status.OVERLAP;
  }

  /// Looks for separation.
  ///
  /// @param design rows of the data; rows of frequency 0 do not count
  /// @param outcome 0 or 1 for each row
  public static Separation find(Design design, double... outcome) {
    Outcomes.require(design, outcome);
    Columns all = Columns.of(design);
    boolean[] aliased = Aliasing.find(all);
    return find(design, all.without(aliased), all.pick(outcome), aliased);
  }

  static Separation find(Design design, Columns x, double[] y, boolean[] aliased) {
    List<String> gone = Aliasing.names(design, aliased);
    if (Outcomes.same(y)) {
      return new Separation(Status.ONE_OUTCOME, List.of(), List.of(), gone, List.of());
    }
    return of(design, x, RecessionCone.of(x, y), gone);
  }

  /// Looks into a cone.
  ///
  /// @param design the design
  /// @param x its columns without the aliased ones
  /// @param cone the directions along which no contribution of the likelihood falls
  /// @param gone the names of the aliased columns
  static Separation of(Design design, Columns x, RecessionCone cone, List<String> gone) {
    double[] d = widest(cone);
    if (d.length == 0) {
      return new Separation(Status.OVERLAP, List.of(), List.of(), gone, List.of());
    }
    boolean complete = zeroMargins(cone, d) == 0;
    List<String> infinite = infinite(cone, x, design.columnNames());
    List<String> looked = complete ? smallest(design, x, cone) : withoutIntercept(infinite);
    Status status = complete ? Status.COMPLETE : Status.QUASI_COMPLETE;
    return new Separation(status, infinite, looked, gone, natural(x, d, design.columns()));
  }

  /// Returns a direction that separates as many rows as can be; empty when nothing is separated.
  private static double[] widest(RecessionCone cone) {
    boolean[] open = new boolean[cone.rows()];
    Arrays.fill(open, true);
    double[] sum = {};
    while (true) {
      double[] c = cone.mean(open);
      double[] d = cone.project(c);
      if (!separates(cone, d, open) || (sum.length == 0 && cone.provesEmpty(d))) {
        return sum;
      }
      double norm = RecessionCone.length(d);
      sum = sum.length == 0 ? new double[d.length] : sum;
      for (int j = 0; j < d.length; j++) {
        sum[j] += d[j] / norm;
      }
      boolean left = false;
      for (int i = 0; i < open.length; i++) {
        open[i] = cone.margin(i, sum) <= ZERO;
        left |= open[i];
      }
      if (!left) {
        return sum;
      }
    }
  }

  /// Checks a direction row by row: no margin below 0, and one above 0 among the open rows.
  private static boolean separates(RecessionCone cone, double[] d, boolean[] open) {
    double norm = RecessionCone.length(d);
    if (norm <= ZERO * ZERO) {
      return false;
    }
    double largest = 0;
    for (int i = 0; i < open.length; i++) {
      double margin = cone.margin(i, d) / norm;
      if (margin < -ZERO) {
        return false;
      }
      largest = open[i] ? Math.max(largest, margin) : largest;
    }
    return largest > ZERO;
  }

  private static int zeroMargins(RecessionCone cone, double[] d) {
    int count = 0;
    for (int i = 0; i < cone.rows(); i++) {
      count += cone.margin(i, d) <= ZERO ? 1 : 0;
    }
    return count;
  }

  /// Names the columns along which some direction of the cone moves.
  private static List<String> infinite(RecessionCone cone, Columns x, List<String> names) {
    List<String> found = new ArrayList<>();
    for (int j = 0; j < x.size; j++) {
      if (runsAway(cone, x, j, 1) || runsAway(cone, x, j, -1)) {
        found.add(names.get(x.kept[j]));
      }
    }
    return found;
  }

  /// Says whether a direction of the cone raises (sign 1) or lowers (sign -1) a coefficient.
  static boolean runsAway(RecessionCone cone, Columns x, int column, int sign) {
    double[] c = new double[x.size];
    c[column] = 1;
    if (column == 0 && x.centredOnIntercept()) {
      for (int k = 1; k < x.size; k++) {
        c[k] = -x.scale(k) * x.centre(k);
      }
    }
    double norm = sign * RecessionCone.length(c);
    for (int k = 0; k < x.size; k++) {
      c[k] /= norm;
    }
    return RecessionCone.length(cone.project(c)) > ZERO;
  }

  private static List<Double> natural(Columns x, double[] d, int columns) {
    double[] moved = x.natural(d);
    Double[] all = new Double[columns];
    Arrays.fill(all, 0.0);
    for (int j = 0; j < x.size; j++) {
      all[x.kept[j]] = moved[j];
    }
    return List.of(all);
  }

  private static List<String> withoutIntercept(List<String> columns) {
    List<String> others = columns.stream().filter(name -> !name.equals(Design.INTERCEPT)).toList();
    return others.isEmpty() ? columns : others;
  }

  /// Leaves out terms, the last first, as long as the others still separate completely.
  private static List<String> smallest(Design design, Columns x, RecessionCone cone) {
    boolean[] dropped = new boolean[x.size];
    List<String> left = new ArrayList<>();
    for (int t = design.terms().size() - 1; t >= 0; t--) {
      Term term = design.terms().get(t);
      if (term.name().equals(Design.INTERCEPT)) {
        continue;
      }
      boolean[] trial = dropped.clone();
      for (int j = 0; j < x.size; j++) {
        trial[j] |= x.kept[j] >= term.first() && x.kept[j] < term.first() + term.size();
      }
      if (separatesCompletely(cone.without(trial))) {
        dropped = trial;
      } else {
        left.addFirst(term.name());
      }
    }
    return left;
  }

  private static boolean separatesCompletely(RecessionCone cone) {
    if (cone.size() == 0) {
      return false;
    }
    double[] d = widest(cone);
    return d.length > 0 && zeroMargins(cone, d) == 0;
  }
}
