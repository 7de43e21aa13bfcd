// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EligibilityTest {
  private static int[] controls(Eligibility eligibility, int caseIndex) {
    return IntStream.range(0, eligibility.count(caseIndex))
        .map(k -> eligibility.control(caseIndex, k))
        .toArray();
  }

  /// Same sex, age at most ten years apart, not the same family.
  @Test
  void rulesAreJoinedByAnd() {
    var sex = MatchRule.same(new int[] {0, 1, 1}, new int[] {0, 0, 1, 1, 0});
    var age = MatchRule.within(new double[] {40, 50, 20}, new double[] {30, 51, 60, 61, 29.9}, 10);
    var family = MatchRule.different(new int[] {7, 8, 9}, new int[] {7, 1, 2, 3, 4});

    var eligibility = Eligibility.of(3, 5, List.of(sex, age));
    assertThat(controls(eligibility, 0)).containsExactly(0);
    assertThat(controls(eligibility, 1)).containsExactly(2);
    assertThat(controls(eligibility, 2)).isEmpty();
    assertThat(eligibility.pairs()).isEqualTo(2);
    assertThat(eligibility.casesWithout()).containsExactly(2);

    assertThat(Eligibility.of(3, 5, List.of(family, age, sex)).casesWithout())
        .containsExactly(0, 2);
  }

  @Test
  void withoutRulesEveryPairIsEligible() {
    var eligibility = Eligibility.of(2, 3, List.of());
    assertThat(eligibility.pairs()).isEqualTo(6);
    assertThat(controls(eligibility, 1)).containsExactly(0, 1, 2);
  }

  @Test
  void missingValuesMakeAPairIneligible() {
    int[] codes = {-1, 0};
    double[] values = {Double.NaN, 1};
    for (MatchRule rule :
        List.of(
            MatchRule.same(codes, codes),
            MatchRule.within(values, values, 5),
            MatchRule.between(values, values, values))) {
      var eligibility = Eligibility.of(2, 2, List.of(rule));
      assertThat(controls(eligibility, 0)).isEmpty();
      assertThat(controls(eligibility, 1)).containsExactly(1);
    }
    var family = MatchRule.different(codes, new int[] {-1, 5});
    assertThat(controls(Eligibility.of(2, 2, List.of(family)), 1)).containsExactly(1);
    assertThat(Eligibility.of(2, 2, List.of(family)).count(0)).isZero();
  }

  @Test
  void anIntervalHoldsBothItsEnds() {
    var rule =
        MatchRule.between(
            new double[] {1, 2}, new double[] {3, 2}, new double[] {0.9, 1, 2, 3, 3.1});
    var eligibility = Eligibility.of(2, 5, List.of(rule));
    assertThat(controls(eligibility, 0)).containsExactly(1, 2, 3);
    assertThat(controls(eligibility, 1)).containsExactly(2);
  }

  @Test
  void listsAreSortedAndChecked() {
    var eligibility = Eligibility.ofLists(new int[][] {{2, 0}, {}}, 3);
    assertThat(controls(eligibility, 0)).containsExactly(0, 2);
    assertThat(eligibility.cases()).isEqualTo(2);
    assertThat(eligibility.controls()).isEqualTo(3);
    for (int[] wrong : new int[][] {{0, 0}, {3}, {-1}}) {
      assertThatThrownBy(() -> Eligibility.ofLists(new int[][] {wrong}, 3))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void misuseIsRefused() {
    var rule = MatchRule.same(new int[] {0}, new int[] {0, 1});
    assertThatThrownBy(() -> Eligibility.of(2, 2, List.of(rule)))
        .hasMessage("a rule has 1 cases and 2 controls; expected 2 and 2");
    assertThatThrownBy(() -> Eligibility.of(1, 3, List.of(rule)))
        .isInstanceOf(IllegalArgumentException.class);
    var eligibility = Eligibility.of(1, 2, List.of(rule));
    assertThatThrownBy(() -> eligibility.control(0, 1)).hasMessageContaining("has 1 eligible");
    assertThatThrownBy(() -> eligibility.control(0, -1)).hasMessageContaining("number -1");
    assertThatThrownBy(() -> MatchRule.within(new double[1], new double[1], -1))
        .hasMessage("width -1.0 is not at least 0");
    assertThatThrownBy(() -> MatchRule.between(new double[1], new double[2], new double[1]))
        .hasMessage("1 lower ends, but 2 upper ends");
  }
}
