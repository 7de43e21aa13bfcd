// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static Eligibility everybody(int cases, int controls) {
    return Eligibility.of(cases, controls, List.of());
  }

  /// Cases at 10 and 12, controls at 11.5 and 20: 10 with 11.5 and 12 with 20 sums to 9.5, the
  /// other way to 10.5. Greedy finds the first only when 10 chooses first.
  @Test
  void theOptimumDoesNotDependOnTheOrder() {
    double[] controls = {11.5, 20};
    var forth = MatchDistance.absolute(new double[] {10, 12}, controls);
    var back = MatchDistance.absolute(new double[] {12, 10}, controls);
    var all = everybody(2, 2);
    assertThat(GreedyMatching.standard().match(all, forth).totalDistance(forth)).isEqualTo(9.5);
    assertThat(GreedyMatching.standard().match(all, back).totalDistance(back)).isEqualTo(10.5);
    assertThat(OptimalMatching.standard().match(all, forth).totalDistance(forth)).isEqualTo(9.5);
    assertThat(OptimalMatching.standard().match(all, back).totalDistance(back)).isEqualTo(9.5);
  }

  /// The most pairs and, among those choices, the least distance, by trying every choice.
  private static double[] best(Eligibility e, MatchDistance d, int k, int at, int had, int used) {
    if (at == e.cases()) {
      return new double[] {0, 0};
    }
    double[] best = best(e, d, k, at + 1, 0, used);
    for (int i = 0; had < k && i < e.count(at); i++) {
      int control = e.control(at, i);
      if ((used >> control & 1) == 0) {
        double[] rest = best(e, d, k, at, had + 1, used | 1 << control);
        double[] found = {rest[0] + 1, rest[1] + d.between(at, control)};
        if (found[0] > best[0] || (found[0] == best[0] && found[1] < best[1])) {
          best = found;
        }
      }
    }
    return best;
  }

  @Test
  void theOptimumEqualsExhaustiveSearch() {
    var random = new Random(9);
    for (int run = 0; run < 300; run++) {
      int cases = 1 + random.nextInt(4);
      int controls = 1 + random.nextInt(6);
      double density = 0.2 + 0.8 * random.nextDouble();
      double[][] cost = new double[cases][controls];
      int[][] lists = new int[cases][];
      for (int i = 0; i < cases; i++) {
        for (int j = 0; j < controls; j++) {
          cost[i][j] = random.nextInt(20);
        }
        lists[i] =
            IntStream.range(0, controls).filter(j -> random.nextDouble() < density).toArray();
      }
      int k = 1 + random.nextInt(2);
      var eligible = Eligibility.ofLists(lists, controls);
      MatchDistance distance = (i, j) -> cost[i][j];
      MatchedSets sets = OptimalMatching.standard().withControls(k).match(eligible, distance);
      double[] best = best(eligible, distance, k, 0, 0, 0);
      assertThat(sets.pairs()).isEqualTo((int) best[0]);
      assertThat(sets.totalDistance(distance)).isEqualTo(best[1]);
      assertThat(IntStream.of(sets.uses()).max().orElseThrow()).isLessThanOrEqualTo(1);
      for (int i = 0; i < cases; i++) {
        assertThat(sets.controlsOf(i)).hasSizeLessThanOrEqualTo(k);
        for (int control : sets.controlsOf(i)) {
          assertThat(lists[i]).contains(control);
        }
      }
    }
  }

  @Test
  void theOptimumMatchesAsManyAsCanBe() {
    var random = new Random(10);
    double[] cases = random.doubles(150, 20, 80).toArray();
    double[] controls = random.doubles(160, 20, 80).toArray();
    var rule = MatchRule.within(cases, controls, 0.4);
    var eligible = Eligibility.of(150, 160, List.of(rule));
    var distance = MatchDistance.absolute(cases, controls);
    MatchedSets optimal = OptimalMatching.standard().match(eligible, distance);
    assertThat(optimal.pairs()).isEqualTo(MaximumMatching.of(eligible).size());
    MatchedSets greedy = GreedyMatching.standard().match(eligible, distance);
    assertThat(greedy.pairs()).isLessThanOrEqualTo(optimal.pairs());
    assertThat(greedy.matchedCases()).isEqualTo(greedy.pairs());
  }

  /// Two controls each: every case takes its nearest first; 5 then goes to the first case, and the
  /// second case gets what is left.
  @Test
  void severalControlsAreTakenInRounds() {
    var distance = MatchDistance.absolute(new double[] {1, 9}, new double[] {0, 5, 10, 30});
    MatchedSets sets = GreedyMatching.standard().withControls(2).match(everybody(2, 4), distance);
    assertThat(sets.controlsOf(0)).containsExactly(0, 1);
    assertThat(sets.controlsOf(1)).containsExactly(2, 3);
    assertThat(sets.controlWeights()).containsExactly(1, 1, 1, 1);
    assertThat(sets.caseWeights()).containsExactly(1, 1);
  }

  /// Both cases share control 0 and have one of their own: weights 1/2 + 1/2, 1/2, 1/2, scaled to
  /// 3.
  @Test
  void replacementUsesAControlAgainButOnceForACase() {
    var distance = MatchDistance.absolute(new double[] {4, 6}, new double[] {5, 2, 8});
    var method = GreedyMatching.standard().withControls(2).withReplacement();
    MatchedSets sets = method.match(everybody(2, 3), distance);
    assertThat(sets.uses()).containsExactly(2, 1, 1);
    assertThat(sets.controlWeights()).containsExactly(1.5, 0.75, 0.75);
  }

  @Test
  void theLargestValueChoosesFirst() {
    double[] score = {0.2, 0.9, 0.9};
    var distance = MatchDistance.absolute(score, new double[] {0.8});
    var sets = GreedyMatching.standard().matchLargestFirst(everybody(3, 1), distance, score);
    assertThat(sets.controlsOf(1)).containsExactly(0);
    assertThat(sets.matchedCases()).isEqualTo(1);
    assertThat(sets.cases()).isEqualTo(3);
  }

  /// Class a: 1 case, 2 controls; class b: 1 case, 1 control; class c: a control alone. Controls
  /// weigh 1/2, 1/2, 1, scaled from 2 to 3.
  @Test
  void exactClassesWeighTheControls() {
    boolean[] cases = {true, false, false, true, false, false};
    var classes = Subclasses.exact(cases, List.of(new double[] {0, 0, 0, 1, 1, 2}));
    assertThat(classes.count()).isEqualTo(2);
    assertThat(classes.weights()).containsExactly(1, 0.75, 0.75, 1, 1.5, 0);
    assertThat(classes.matched(5)).isFalse();
    assertThat(classes.matched(0)).isTrue();
  }

  @Test
  void balanceIsTheDifferenceInStandardDeviations() {
    boolean[] cases = {true, true, false, false};
    double[] age = {50, 60, 40, 50};
    // means 55 and 45, both deviations sqrt(50)
    double wanted = 10 / Math.sqrt(50);
    assertThat(Balance.standard().of(cases, age).orThrow()).isCloseTo(wanted, within(1e-14));
    assertThat(Balance.standard().withPooled().of(cases, age).orThrow())
        .isCloseTo(wanted, within(1e-14));
    double[] sex = {1, 0, 0, 0};
    assertThat(Balance.standard().of(cases, sex).orThrow()).isCloseTo(1, within(1e-14));
    double[] weights = {1, 1, 0, 1};
    assertThat(Balance.standard().difference(cases, age, weights).orThrow()).isEqualTo(5);
    assertThat(Balance.standard().of(cases, new double[4]).outcome().words())
        .isEqualTo("the covariate does not vary");
    assertThat(Balance.standard().of(new boolean[4], age).outcome().usable()).isFalse();
    assertThat(Balance.standard().difference(new boolean[4], age, weights).outcome().usable())
        .isFalse();
  }

  @Test
  void propensityWeightsInvertTheProbability() {
    boolean[] cases = {true, false};
    double[] score = {0.8, 0.2};
    assertThat(PropensityWeights.ofEverybody(cases, score)).containsExactly(1.25, 1.25);
    assertThat(PropensityWeights.ofCases(cases, score)).containsExactly(1, 0.25);
    assertThat(PropensityWeights.effectiveSize(new double[] {1, 1, 2}))
        .isCloseTo(16 / 6.0, within(1e-15));
    assertThat(PropensityWeights.effectiveSize(new double[2])).isZero();
  }

  /// Times 1 (event), 2 (event), 2 (censored), 3; the last enters at 1.5. At 1 rows 1 and 2 are at
  /// risk, at 2 rows 2 and 3.
  @Test
  void incidenceDensityDrawsFromTheRiskSet() {
    double[] entry = {0, 0, 0, 1.5};
    double[] time = {1, 2, 2, 3};
    boolean[] event = {true, true, false, false};
    var sets = new IncidenceDensity(5, 1).sample(entry, time, event, List.of());
    assertThat(sets)
        .containsExactly(
            new IncidenceDensity.RiskSet(0, List.of(1, 2), 2),
            new IncidenceDensity.RiskSet(1, List.of(2, 3), 2));
    int[] sex = {0, 1, 0, 1};
    var matched =
        new IncidenceDensity(5, 1).sample(entry, time, event, List.of(MatchRule.same(sex, sex)));
    assertThat(matched.get(0).controlRows()).containsExactly(2);
    assertThat(matched.get(1).controlRows()).containsExactly(3);
  }

  /// Ten at risk, three drawn: over 2,000 seeds each is drawn in 30 % of the draws; four standard
  /// deviations are 0.041.
  @Test
  void everybodyAtRiskIsDrawnAlike() {
    double[] entry = new double[11];
    double[] time = IntStream.range(0, 11).mapToDouble(i -> 1 + i).toArray();
    boolean[] event = new boolean[11];
    event[0] = true;
    int[] drawn = new int[11];
    for (int seed = 0; seed < 2000; seed++) {
      var sets = new IncidenceDensity(3, seed).sample(entry, time, event, List.of());
      assertThat(sets.getFirst().controlRows()).hasSize(3);
      sets.getFirst().controlRows().forEach(row -> drawn[row]++);
    }
    for (int row = 1; row < 11; row++) {
      assertThat(drawn[row] / 2000.0).isCloseTo(0.3, within(0.041));
    }
    var method = new IncidenceDensity(3, 7);
    assertThat(method.sample(entry, time, event, List.of()))
        .isEqualTo(method.sample(entry, time, event, List.of()));
  }

  @Test
  void misuseIsRefused() {
    assertThatThrownBy(() -> new GreedyMatching(0, false)).hasMessageContaining("0 controls");
    assertThatThrownBy(() -> new OptimalMatching(0)).hasMessageContaining("0 controls");
    assertThatThrownBy(() -> new IncidenceDensity(0, 1)).hasMessageContaining("0 controls");
    MatchDistance none = (i, j) -> 0;
    assertThatThrownBy(
            () -> GreedyMatching.standard().matchLargestFirst(everybody(1, 1), none, new double[2]))
        .hasMessageContaining("2 values for 1 cases");
    boolean[] one = {true};
    assertThatThrownBy(() -> Subclasses.byScore(one, new double[1], 1))
        .hasMessageContaining("1 classes");
    assertThatThrownBy(() -> Subclasses.byScore(new boolean[1], new double[1], 2))
        .hasMessageContaining("0 cases");
    assertThatThrownBy(() -> PropensityWeights.ofCases(one, new double[] {1}))
        .hasMessageContaining("score 1.0 in row 0");
    assertThatThrownBy(() -> PropensityWeights.ofCases(one, new double[2]))
        .hasMessageContaining("2 scores");
    assertThatThrownBy(() -> Balance.standard().of(one, new double[2]))
        .hasMessageContaining("2 values");
    var method = new IncidenceDensity(1, 1);
    assertThatThrownBy(() -> method.sample(new double[1], new double[2], one, List.of()))
        .hasMessageContaining("1 entries");
    var rule = MatchRule.same(new int[2], new int[2]);
    assertThatThrownBy(() -> method.sample(new double[1], new double[1], one, List.of(rule)))
        .hasMessageContaining("rows of the cohort");
  }
}
