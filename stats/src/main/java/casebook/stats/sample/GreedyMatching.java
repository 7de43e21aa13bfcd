// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gives each case in turn the nearest eligible control that is left.
///
/// Quick and common, but an early case may take the only control of a later one: [OptimalMatching]
/// does not. With several controls per case all cases take their first before any takes a second.
/// Of equally near controls the first row is taken.
///
/// Source: Rosenbaum, 1989, Journal of the American Statistical Association 84:1024-1032. Equals:
/// `matchit(method = "nearest")` of R's MatchIt 4.5, one control per case.
///
/// @param controls most controls for a case, at least 1
/// @param replacement whether a control may serve several cases; each case has it once at most
public record GreedyMatching(int controls, boolean replacement) {
  public GreedyMatching {
    if (controls < 1) {
      throw new IllegalArgumentException(controls + " controls per case; at least 1");
    }
  }

  /// One control, used once.
  public static GreedyMatching standard() {
    return new GreedyMatching(1, false);
  }

  /// Changes the number of controls for a case.
  public GreedyMatching withControls(int count) {
    return new GreedyMatching(count, replacement);
  }

  /// Lets controls serve several cases.
  public GreedyMatching withReplacement() {
    return new GreedyMatching(controls, true);
  }

  /// Matches the cases in the order of their rows.
  public MatchedSets match(Eligibility eligibility, MatchDistance distance) {
    int[] order = new int[eligibility.cases()];
    Arrays.setAll(order, i -> i);
    return match(eligibility, distance, order);
  }

  /// Matches the cases in descending order of a value, such as the propensity score; the hardest to
  /// match are then first. Equal values keep the order of the rows.
  ///
  /// @param values length n cases
  public MatchedSets matchLargestFirst(
      Eligibility eligibility, MatchDistance distance, double[] values) {
    if (values.length != eligibility.cases()) {
      throw new IllegalArgumentException(
          values.length + " values for " + eligibility.cases() + " cases");
    }
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      rows.add(i);
    }
    rows.sort((a, b) -> Double.compare(values[b], values[a]));
    return match(eligibility, distance, rows.stream().mapToInt(i -> i).toArray());
  }

  private MatchedSets match(Eligibility eligibility, MatchDistance distance, int[] order) {
    int[][] chosen = new int[eligibility.cases()][0];
    boolean[] used = new boolean[eligibility.controls()];
    for (int round = 0; round < controls; round++) {
      for (int i : order) {
        int nearest =
            chosen[i].length < round ? -1 : nearest(eligibility, distance, i, chosen[i], used);
        if (nearest >= 0) {
          chosen[i] = Arrays.copyOf(chosen[i], chosen[i].length + 1);
          chosen[i][chosen[i].length - 1] = nearest;
          used[nearest] = !replacement;
        }
      }
    }
    return new MatchedSets(chosen, eligibility.controls());
  }

  private static int nearest(
      Eligibility eligibility, MatchDistance distance, int i, int[] own, boolean[] used) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < eligibility.count(i); k++) {
      int control = eligibility.control(i, k);
      if (!used[control] && Arrays.stream(own).noneMatch(c -> c == control)) {
        double d = distance.between(i, control);
        if (d < least) {
          least = d;
          best = control;
        }
      }
    }
    return best;
  }
}
