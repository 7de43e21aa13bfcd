// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BalanceWithinSetsTest {
  private static final boolean[] CASES = {true, false, false, true, true, false, false};
  private static final int[] SETS = {1, 1, 1, 2, 2, 2, 3};
  private static final double[] VALUES = {50, 44, 46, 60, 62, 58, 99};

  /// Set 1: 50 - 45 = 5, one case; set 2: 61 - 58 = 3, two cases; set 3 has no case. Mean (5 + 2 *
  /// 3) / 3 = 11/3. Cases 50, 60, 62: variance 124/3 (mean 172/3, squares 248/3); controls 44, 46,
  /// 58: variance 172/3 (mean 148/3, squares 344/3). Deviation sqrt((124 + 172) / 6).
  @Test
  void setsCountAsOftenAsTheyHaveCases() {
    double expected = 11.0 / 3 / Math.sqrt((124.0 + 172) / 6);
    assertThat(Balance.standard().withPooled().within(CASES, VALUES, SETS).orThrow())
        .isCloseTo(expected, Offset.offset(1e-14));
  }

  @Test
  void whatAllOfASetShareIsExactlyZero() {
    double[] shared = {0.1, 0.1, 0.1, 0.7, 0.7, 0.7, 5};
    assertThat(Balance.standard().withPooled().within(CASES, shared, SETS).orThrow()).isZero();
  }

  @Test
  void swappedGroupsChangeTheSignOfPairs() {
    boolean[] cases = {true, false, true, false};
    boolean[] swapped = {false, true, false, true};
    double[] values = {3, 1, 8, 9};
    int[] pairs = {1, 1, 2, 2};
    double one = Balance.standard().withPooled().within(cases, values, pairs).orThrow();
    double other = Balance.standard().withPooled().within(swapped, values, pairs).orThrow();
    assertThat(one).isPositive().isEqualTo(-other);
  }

  @Test
  void withoutACompleteSetThereIsNoAnswer() {
    int[] alone = {1, 2, 3, 4, 5, 6, 7};
    assertThat(Balance.standard().within(CASES, VALUES, alone).outcome().words())
        .isEqualTo("no set has a case and a control");
    assertThatThrownBy(() -> Balance.standard().within(CASES, VALUES, new int[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("7 values and 2 sets for 7 people");
  }
}
