// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.stats.sample.Eligibility;
import casebook.stats.sample.GreedyMatching;
import casebook.stats.sample.MatchDistance;
import casebook.stats.sample.MatchedSets;
import casebook.stats.sample.OptimalMatching;
import casebook.study.cohort.MadeSets.Made;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.language.Selection.Caliper;
import casebook.study.language.Selection.Matching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Makes matched sets by the rule that a study declares: equal where it says `same`, within the
/// declared distance otherwise, each control used once at most.
///
/// How far apart two persons are is the sum over the variables matched within a distance of
/// |difference| / declared distance. Optimal sets give as many cases as can be a first control,
/// with the smallest sum of distances among these choices; then a second from those that are left,
/// and so on. Greedy ones give each case in turn the nearest control that is left, in the same
/// rounds. Equal choices are settled by the seed.
///
/// Source: Rosenbaum PR. J Am Stat Assoc 1989;84:1024-1032.
///
/// @param controls most controls for a case, at least 1
/// @param greedy whether the nearest control is taken at once
/// @param seed settles equal choices, and the order of the cases when `greedy`
public record SetMaking(int controls, boolean greedy, long seed) {
  public SetMaking {
    if (controls < 1) {
      throw new IllegalArgumentException(controls + " controls per case; at least 1");
    }
  }

  /// One control for each case, optimal, seed 1.
  public static SetMaking standard() {
    return new SetMaking(1, false, 1);
  }

  /// Makes the sets.
  ///
  /// @param declared with at least one variable
  public MadeSets make(Cohort cohort, Matching declared) {
    EligibleControls rules = new EligibleControls(declared, cohort.table(), cohort.groups());
    Eligibility eligibility = rules.eligibility();
    int[] cases = shuffled(eligibility.cases(), 0);
    int[] controlsInOrder = shuffled(eligibility.controls(), 1);
    MatchDistance distance = distance(cohort, declared);
    MatchDistance between = (i, j) -> distance.between(cases[i], controlsInOrder[j]);
    Eligibility moved = moved(eligibility, cases, controlsInOrder);
    int[][] found = greedy ? nearest(moved, between) : best(moved, between);
    int[] place = inverse(cases);
    List<Made> sets = new ArrayList<>();
    Set<Integer> alone = new HashSet<>();
    for (int i = 0; i < cases.length; i++) {
      int[] chosen = Arrays.stream(found[place[i]]).map(j -> controlsInOrder[j]).sorted().toArray();
      if (chosen.length > 0) {
        sets.add(made(cohort, i, chosen, distance));
      } else {
        alone.add(cohort.groups().cases().row(i));
      }
    }
    RowSet none = cohort.groups().cases().where(alone::contains);
    return new MadeSets(
        sets,
        none.where(rules::known),
        none.where(row -> !rules.known(row)),
        declared.within().stream().map(Caliper::variable).toList());
  }

  private int[][] nearest(Eligibility eligibility, MatchDistance distance) {
    MatchedSets sets =
        GreedyMatching.standard().withControls(controls).match(eligibility, distance);
    return IntStream.range(0, sets.cases()).mapToObj(sets::controlsOf).toArray(int[][]::new);
  }

  /// One round for each control of a case; who found none in a round takes no part in the next.
  private int[][] best(Eligibility eligibility, MatchDistance distance) {
    int[][] chosen = new int[eligibility.cases()][0];
    boolean[] used = new boolean[eligibility.controls()];
    for (int round = 0; round < controls; round++) {
      int[][] left = new int[chosen.length][0];
      for (int i = 0; i < chosen.length; i++) {
        if (chosen[i].length == round) {
          int own = i;
          left[i] =
              IntStream.range(0, eligibility.count(i))
                  .map(k -> eligibility.control(own, k))
                  .filter(control -> !used[control])
                  .toArray();
        }
      }
      Eligibility open = Eligibility.ofLists(left, used.length);
      MatchedSets sets = OptimalMatching.standard().match(open, distance);
      for (int i = 0; i < chosen.length; i++) {
        for (int control : sets.controlsOf(i)) {
          chosen[i] = Arrays.copyOf(chosen[i], chosen[i].length + 1);
          chosen[i][chosen[i].length - 1] = control;
          used[control] = true;
        }
      }
    }
    return chosen;
  }

  private static Made made(Cohort cohort, int index, int[] chosen, MatchDistance distance) {
    List<Integer> rows = new ArrayList<>();
    List<Double> distances = new ArrayList<>();
    for (int control : chosen) {
      rows.add(cohort.groups().controls().row(control));
      distances.add(distance.between(index, control));
    }
    return new Made(cohort.groups().cases().row(index), rows, distances);
  }

  /// A random order of the numbers below `size`; each `stream` has its own.
  private int[] shuffled(int size, int stream) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < stream; i++) {
      random = random.split();
    }
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  private static int[] inverse(int[] order) {
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    return place;
  }

  /// The same pairs with cases and controls in another order.
  private static Eligibility moved(Eligibility from, int[] cases, int[] controls) {
    int[] place = inverse(controls);
    int[][] lists = new int[cases.length][];
    for (int i = 0; i < cases.length; i++) {
      int old = cases[i];
      lists[i] =
          IntStream.range(0, from.count(old)).map(k -> place[from.control(old, k)]).toArray();
    }
    return Eligibility.ofLists(lists, controls.length);
  }

  private static MatchDistance distance(Cohort cohort, Matching declared) {
    List<MatchDistance> parts = new ArrayList<>();
    for (Caliper caliper : declared.within()) {
      Column column = cohort.table().column(caliper.variable());
      double width = caliper.distance().doubleValue();
      double[] cases = EligibleControls.numbers(column, cohort.groups().cases());
      double[] controls = EligibleControls.numbers(column, cohort.groups().controls());
      parts.add((i, j) -> Math.abs(cases[i] - controls[j]) / width);
    }
    return (i, j) -> {
      double sum = 0;
      for (MatchDistance part : parts) {
        sum += part.between(i, j);
      }
      return sum;
    };
  }
}
