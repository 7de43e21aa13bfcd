// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import java.util.Arrays;
import java.util.PriorityQueue;

/// Matches as many pairs as can be, and among these choices the one with the smallest sum of
/// distances.
///
/// A minimum-cost flow by successive shortest paths with node potentials: each path is found by
/// Dijkstra's algorithm from all cases that still want a control, and may move controls from one
/// case to another. Cost: pairs times (eligible pairs times the logarithm of their number).
///
/// Source: Rosenbaum, 1989, Journal of the American Statistical Association 84:1024-1032; Ahuja,
/// Magnanti and Orlin, Network Flows, 1993, section 9.7. Equals: total distance of `matchit(method
/// = "optimal")` of R's MatchIt where everybody can be matched.
///
/// @param controls most controls for a case, at least 1
public record OptimalMatching(int controls) {
  private static final int NONE = -1;

  public OptimalMatching {
    if (controls < 1) {
      throw new IllegalArgumentException(controls + " controls per case; at least 1");
    }
  }

  /// One control for each case.
  public static OptimalMatching standard() {
    return new OptimalMatching(1);
  }

  /// Changes the number of controls for a case.
  public OptimalMatching withControls(int count) {
    return new OptimalMatching(count);
  }

  /// Matches cases with controls, each control used once at most.
  public MatchedSets match(Eligibility eligibility, MatchDistance distance) {
    var flow = new Flow(eligibility, distance, controls);
    boolean more = true;
    while (more) {
      more = flow.augment();
    }
    return flow.sets();
  }

  /// A node that Dijkstra's algorithm has reached.
  private record Reached(double distance, int control) {}

  private static final class Flow {
    private final Eligibility eligibility;
    private final MatchDistance distance;
    private final int[] free; // controls that each case still wants
    private final int[] caseOf;
    private final double[] casePotential;
    private final double[] controlPotential;
    private final double[] reach; // of the controls
    private final double[] caseReach;
    private final int[] from; // the case from which a control was reached
    private final int[] entered; // the control from which a case was reached, if any

    Flow(Eligibility eligibility, MatchDistance distance, int controls) {
      this.eligibility = eligibility;
      this.distance = distance;
      free = new int[eligibility.cases()];
      Arrays.fill(free, controls);
      caseOf = new int[eligibility.controls()];
      Arrays.fill(caseOf, NONE);
      casePotential = new double[eligibility.cases()];
      controlPotential = new double[eligibility.controls()];
      reach = new double[eligibility.controls()];
      caseReach = new double[eligibility.cases()];
      from = new int[eligibility.controls()];
      entered = new int[eligibility.cases()];
    }

    /// Adds one pair along a cheapest path; false when there is none.
    boolean augment() {
      Arrays.fill(reach, Double.POSITIVE_INFINITY);
      Arrays.fill(caseReach, Double.POSITIVE_INFINITY);
      var queue =
          new PriorityQueue<Reached>((a, b) ->
              a.distance() != b.distance()
                  ? Double.compare(a.distance(), b.distance())
                  : Integer.compare(a.control(), b.control()));
      for (int i = 0; i < free.length; i++) {
        if (free[i] > 0) {
          caseReach[i] = 0; // their potential stays 0, as every path begins at one of them
          entered[i] = NONE;
          leave(i, queue);
        }
      }
      int end = NONE;
      while (end == NONE && !queue.isEmpty()) {
        Reached next = queue.poll();
        int control = next.control();
        if (next.distance() <= reach[control]) {
          if (caseOf[control] == NONE) {
            end = control;
          } else {
            back(control, queue);
          }
        }
      }
      if (end == NONE) {
        return false;
      }
      raise(reach[end]);
      apply(end);
      return true;
    }

    private void leave(int i, PriorityQueue<Reached> queue) {
      for (int k = 0; k < eligibility.count(i); k++) {
        int control = eligibility.control(i, k);
        if (caseOf[control] != i) {
          double cost = distance.between(i, control);
          double reduced = Math.max(0, cost + casePotential[i] - controlPotential[control]);
          if (caseReach[i] + reduced < reach[control]) {
            reach[control] = caseReach[i] + reduced;
            from[control] = i;
            queue.add(new Reached(reach[control], control));
          }
        }
      }
    }

    /// From a control in use back to its case, which may then look elsewhere.
    private void back(int control, PriorityQueue<Reached> queue) {
      int owner = caseOf[control];
      double cost = -distance.between(owner, control);
      double reduced = Math.max(0, cost + controlPotential[control] - casePotential[owner]);
      if (reach[control] + reduced < caseReach[owner]) {
        caseReach[owner] = reach[control] + reduced;
        entered[owner] = control;
        leave(owner, queue);
      }
    }

    private void raise(double limit) {
      for (int i = 0; i < caseReach.length; i++) {
        casePotential[i] += Math.min(caseReach[i], limit);
      }
      for (int j = 0; j < reach.length; j++) {
        controlPotential[j] += Math.min(reach[j], limit);
      }
    }

    private void apply(int end) {
      int control = end;
      while (control != NONE) {
        int taker = from[control];
        int given = entered[taker];
        caseOf[control] = taker;
        if (given == NONE) {
          free[taker]--;
        }
        control = given;
      }
    }

    MatchedSets sets() {
      int[][] chosen = new int[free.length][0];
      for (int j = 0; j < caseOf.length; j++) {
        if (caseOf[j] != NONE) {
          int i = caseOf[j];
          chosen[i] = Arrays.copyOf(chosen[i], chosen[i].length + 1);
          chosen[i][chosen[i].length - 1] = j;
        }
      }
      return new MatchedSets(chosen, caseOf.length);
    }
  }
}
