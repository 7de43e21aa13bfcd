// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaximumMatchingTest {
  private static int[][] random(Random random, int cases, int controls, double density) {
    return IntStream.range(0, cases)
        .mapToObj(
            i -> IntStream.range(0, controls).filter(j -> random.nextDouble() < density).toArray())
        .toArray(int[][]::new);
  }

  /// The largest number of pairs, by trying every choice.
  private static int bruteForce(int[][] lists, int from, Set<Integer> used) {
    if (from == lists.length) {
      return 0;
    }
    int best = bruteForce(lists, from + 1, used);
    for (int control : lists[from]) {
      if (used.add(control)) {
        best = Math.max(best, 1 + bruteForce(lists, from + 1, used));
        used.remove(control);
      }
    }
    return best;
  }

  private static void isAMatching(MaximumMatching matching, Eligibility eligibility) {
    var used = new HashSet<Integer>();
    int pairs = 0;
    for (int i = 0; i < eligibility.cases(); i++) {
      if (matching.controlOf(i).isPresent()) {
        int control = matching.controlOf(i).getAsInt();
        assertThat(used.add(control)).isTrue();
        var list = new ArrayList<Integer>();
        for (int k = 0; k < eligibility.count(i); k++) {
          list.add(eligibility.control(i, k));
        }
        assertThat(list).contains(control);
        pairs++;
      }
    }
    assertThat(matching.size()).isEqualTo(pairs);
    assertThat(matching.unmatched()).hasSize(eligibility.cases() - pairs);
  }

  /// Cases 0 and 1 both want control 0; greedy in data order gives it to case 0 and leaves case 1
  /// alone, but case 0 can move to control 1, and case 2 has nobody.
  @Test
  void aCaseGivesWayToOneThatHasNoOtherControl() {
    var matching = MaximumMatching.of(Eligibility.ofLists(new int[][] {{0, 1}, {0}, {}}, 2));
    assertThat(matching.size()).isEqualTo(2);
    assertThat(matching.controlOf(0)).hasValue(1);
    assertThat(matching.controlOf(1)).hasValue(0);
    assertThat(matching.controlOf(2)).isEmpty();
    assertThat(matching.unmatched()).containsExactly(2);
  }

  @Test
  void equalsExhaustiveSearchOnSmallGraphs() {
    var random = new Random(1);
    for (int run = 0; run < 400; run++) {
      int[][] lists =
          random(random, 1 + random.nextInt(6), 1 + random.nextInt(6), random.nextDouble());
      var eligibility = Eligibility.ofLists(lists, 6);
      var matching = MaximumMatching.of(eligibility);
      isAMatching(matching, eligibility);
      assertThat(matching.size()).isEqualTo(bruteForce(lists, 0, new HashSet<>()));
    }
  }

  /// No matching is larger than cases minus a shortage: cases that free cases reach by alternating
  /// paths, less the controls they share (Hall, Koenig). Equality proves that the size is maximal.
  @Test
  void aShortageProvesThatTheSizeIsMaximal() {
    var random = new Random(2);
    for (double density : new double[] {0.001, 0.004, 0.02}) {
      int[][] lists = random(random, 400, 420, density);
      var eligibility = Eligibility.ofLists(lists, 420);
      var matching = MaximumMatching.of(eligibility);
      isAMatching(matching, eligibility);

      var owner = new int[420];
      IntStream.range(0, 400).forEach(i -> matching.controlOf(i).ifPresent(j -> owner[j] = i));
      var reached = new HashSet<Integer>();
      var shared = new HashSet<Integer>();
      var open = new ArrayList<Integer>();
      for (int i : matching.unmatched()) {
        open.add(i);
      }
      while (!open.isEmpty()) {
        int from = open.removeLast();
        if (reached.add(from)) {
          for (int control : lists[from]) {
            shared.add(control);
            open.add(owner[control]);
          }
        }
      }
      assertThat(matching.size()).isEqualTo(400 - (reached.size() - shared.size()));
    }
  }

  /// Case i may take controls i and i + 1, except the last, which may take only control 0: one
  /// chain through everybody, which a recursive search would not survive.
  @Test
  void aLongChainIsFollowedToItsEnd() {
    int n = 200_000;
    int[][] lists =
        IntStream.range(0, n)
            .mapToObj(i -> i == n - 1 ? new int[] {0} : new int[] {i, i + 1})
            .toArray(int[][]::new);
    var matching = MaximumMatching.of(Eligibility.ofLists(lists, n));
    assertThat(matching.size()).isEqualTo(n);
    assertThat(matching.controlOf(n - 1)).hasValue(0);
    assertThat(matching.controlOf(0)).hasValue(1);
  }

  @Test
  void theSizeDoesNotDependOnTheOrderOfTheCases() {
    int[][] lists = random(new Random(3), 200, 150, 0.01);
    int[][] reversed = IntStream.range(0, 200).mapToObj(i -> lists[199 - i]).toArray(int[][]::new);
    assertThat(MaximumMatching.of(Eligibility.ofLists(reversed, 150)).size())
        .isEqualTo(MaximumMatching.of(Eligibility.ofLists(lists, 150)).size());
  }

  @Test
  void nobodyToMatchGivesNoPairs() {
    assertThat(MaximumMatching.of(Eligibility.of(0, 0, List.of())).size()).isZero();
    assertThat(MaximumMatching.of(Eligibility.of(3, 0, List.of())).unmatched())
        .containsExactly(0, 1, 2);
    assertThat(MaximumMatching.of(Eligibility.of(3, 2, List.of())).size()).isEqualTo(2);
  }
}
