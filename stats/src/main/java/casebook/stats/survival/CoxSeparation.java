// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.regress.Design;
import casebook.stats.regress.Separation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Whether a partial likelihood has a maximum: it has none exactly when along some direction the
/// linear predictor of every event is at least that of everybody at risk, and above somebody's.
///
/// The differences (event minus person at risk) are put to [Separation] as rows, half of them with
/// both sign and outcome turned. Somebody still at risk at the next event need not be compared here
/// when that event's person is: comparisons chain.
///
/// Source: Bryson and Johnson, 1981, Technometrics 23:381-383; Heinze and Schemper, 2001,
/// Biometrics 57:114-119.
final class CoxSeparation {
  private CoxSeparation() {}

  /// Returns the columns whose coefficients run away; none when the maximum exists.
  static List<String> find(RiskSets sets, Design design) {
    List<int[]> pairs = pairs(sets);
    if (pairs.size() < 2) {
      return pairs.isEmpty() ? List.of() : differing(design, pairs.getFirst());
    }
    double[] outcome = new double[pairs.size()];
    for (int i = 0; i < outcome.length; i++) {
      outcome[i] = i % 2;
    }
    Design differences = Design.withoutIntercept(outcome.length);
    List<String> names = design.columnNames();
    for (int j = 0; j < names.size(); j++) {
      double[] column = new double[outcome.length];
      for (int i = 0; i < outcome.length; i++) {
        double difference = design.at(pairs.get(i)[0], j) - design.at(pairs.get(i)[1], j);
        column[i] = i % 2 == 1 ? difference : -difference;
      }
      differences = differences.and(names.get(j), column);
    }
    return Separation.find(differences, outcome).infinite();
  }

  private static List<String> differing(Design design, int[] pair) {
    List<String> names = design.columnNames();
    return names.stream()
        .filter(name ->
            design.at(pair[0], design.column(name)) != design.at(pair[1], design.column(name)))
        .toList();
  }

  /// Pairs of rows: an event, and somebody at risk at its time.
  private static List<int[]> pairs(RiskSets sets) {
    List<int[]> pairs = new ArrayList<>();
    int latest = -1; // position of the first event of the last block with events
    int compared = 0; // positions before this need no comparison
    for (int block = 0; block < sets.blocks(); block++) {
      if (sets.opens(block)) {
        latest = -1;
        compared = sets.start(block);
      }
      if (sets.events(block) > 0) {
        int event = sets.start(block);
        int[] atRisk = sets.atRisk(block);
        boolean chained = latest >= 0 && Arrays.binarySearch(atRisk, latest) >= 0;
        for (int position : atRisk) {
          if (position != event && (!chained || position >= compared || position == latest)) {
            pairs.add(new int[] {sets.row(event), sets.row(position)});
          }
        }
        for (int tie = event + 1; tie < event + sets.events(block); tie++) {
          pairs.add(new int[] {sets.row(tie), sets.row(event)});
        }
        latest = event;
        compared = sets.end(block);
      }
    }
    return pairs;
  }
}
