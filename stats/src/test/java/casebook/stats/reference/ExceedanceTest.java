// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.contingency.FisherExact;
import casebook.stats.contingency.TwoByTwo;
import org.junit.jupiter.api.Test;

class ExceedanceTest {
  private static double p(int casesAbove, int cases, int controlsAbove, int controls) {
    return new Exceedance(casesAbove, cases, controlsAbove, controls).test().p().value();
  }

  @Test
  void smallNumbersByHand() {
    // one case above the only control: one of two orders; both of two above both of two: one of six
    assertThat(p(1, 1, 0, 1)).isCloseTo(0.5, within(1e-15));
    assertThat(p(2, 2, 0, 2)).isCloseTo(1 / 6.0, within(1e-15));
    // four cases about one control: 0 to 4 above, equally probable
    assertThat(p(1, 4, 0, 1)).isCloseTo(0.8, within(1e-15));
    assertThat(p(3, 4, 0, 1)).isCloseTo(0.4, within(1e-15));
    assertThat(p(0, 4, 0, 1)).isEqualTo(1);
  }

  @Test
  void cutOffFromItsOwn246Controls() {
    // 12 of 244 cases and 2 of 246 controls above an interpolated 99th percentile
    Exceedance found = new Exceedance(12, 244, 2, 246);
    assertThat(found.test().p().value()).isCloseTo(0.005622, within(5e-7));
    assertThat(found.doubled().value()).isCloseTo(0.0112, within(5e-5));
    assertThat(found.bound().orThrow().value()).isCloseTo(0.001451, within(5e-7));
    assertThat(p(12, 244, 3, 246)).isCloseTo(0.0156, within(5e-5));
  }

  @Test
  void equalsTheOneSidedFisherTest() {
    for (int above = 0; above <= 30; above++) {
      double fisher = FisherExact.greater(new TwoByTwo(above, 40 - above, 4, 31)).p().value();
      assertThat(p(above, 40, 4, 35)).isCloseTo(fisher, within(1e-13));
    }
  }

  @Test
  void valuesEqualToTheLimitAreNotAbove() {
    Exceedance found = Exceedance.above(new double[] {1, 5, 6}, new double[] {1, 2, 5, 7}, 5);
    assertThat(found).isEqualTo(new Exceedance(1, 3, 1, 4));
    assertThat(new Exceedance(1, 3, 0, 4).bound().outcome().words())
        .isEqualTo("no control lies above the limit");
  }

  @Test
  void misuseTellsTheCounts() {
    assertThatThrownBy(() -> new Exceedance(4, 3, 0, 1)).hasMessageContaining("4 of 3");
    assertThatThrownBy(() -> new Exceedance(1, 3, 2, 2)).hasMessageContaining("2 of 2");
  }
}
