// SPDX-License-Identifier: Apache-2.0
package casebook.stats.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StandardisedDifferenceTest {
  @Test
  void meansByHand() {
    // 1 2 3 and 2 4 6: means 2 and 4, variances 1 and 4: -2 / sqrt(2.5)
    double[] first = {1, 2, 3};
    double[] second = {2, 4, 6};
    assertThat(StandardisedDifference.ofMeans(first, second).orThrow())
        .isCloseTo(-2 / Math.sqrt(2.5), within(1e-15));
    assertThat(StandardisedDifference.ofMeans(second, first).orThrow())
        .isCloseTo(2 / Math.sqrt(2.5), within(1e-15));
  }

  @Test
  void twoLevelsByHand() {
    // shares of the second level 0.5 and 0.2: 0.3 / sqrt((0.25 + 0.16) / 2)
    assertThat(StandardisedDifference.ofLevels(new int[] {5, 5}, new int[] {8, 2}).orThrow())
        .isCloseTo(0.3 / Math.sqrt(0.205), within(1e-15));
  }

  @Test
  void emptyThirdLevelGivesTheSizeForTwo() {
    double two = StandardisedDifference.ofLevels(new int[] {8, 2}, new int[] {5, 5}).orThrow();
    double three =
        StandardisedDifference.ofLevels(new int[] {8, 2, 0}, new int[] {5, 5, 0}).orThrow();
    assertThat(two).isNegative();
    assertThat(three).isCloseTo(-two, within(1e-14));
  }

  @Test
  void orderOfLevelsDoesNotMatter() {
    double first =
        StandardisedDifference.ofLevels(new int[] {5, 9, 2, 4}, new int[] {8, 3, 3, 6}).orThrow();
    double second =
        StandardisedDifference.ofLevels(new int[] {4, 2, 9, 5}, new int[] {6, 3, 3, 8}).orThrow();
    assertThat(second).isCloseTo(first, within(1e-14));
  }

  @Test
  void sizeOfGroupsDoesNotMatter() {
    double once =
        StandardisedDifference.ofLevels(new int[] {5, 9, 2}, new int[] {8, 3, 3}).orThrow();
    double doubled =
        StandardisedDifference.ofLevels(new int[] {10, 18, 4}, new int[] {8, 3, 3}).orThrow();
    assertThat(doubled).isCloseTo(once, within(1e-14));
  }

  @Test
  void noAnswerIsGivenInWords() {
    assertThat(
            StandardisedDifference.ofLevels(new int[] {5, 0, 0}, new int[] {0, 5, 0})
                .outcome()
                .words())
        .isEqualTo("the groups share no level that varies");
    assertThat(
            StandardisedDifference.ofLevels(new int[] {5, 0}, new int[] {0, 5}).outcome().words())
        .isEqualTo("neither group varies");
    assertThat(
            StandardisedDifference.ofLevels(new int[] {0, 0}, new int[] {0, 5}).outcome().words())
        .isEqualTo("a group is empty");
    assertThat(
            StandardisedDifference.ofMeans(new double[] {1}, new double[] {1, 2}).outcome().words())
        .isEqualTo("a group has fewer than two values");
    assertThat(
            StandardisedDifference.ofMeans(new double[] {1, 1}, new double[] {2, 2})
                .outcome()
                .usable())
        .isFalse();
  }

  @Test
  void equalGroupsDoNotDiffer() {
    assertThat(StandardisedDifference.ofLevels(new int[] {3, 0}, new int[] {9, 0}).orThrow())
        .isZero();
    assertThat(StandardisedDifference.ofMeans(new double[] {2, 2}, new double[] {2, 2}).orThrow())
        .isZero();
    assertThatThrownBy(() -> StandardisedDifference.ofLevels(new int[] {1}, new int[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
