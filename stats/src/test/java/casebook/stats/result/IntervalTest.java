// SPDX-License-Identifier: Apache-2.0
package casebook.stats.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final Interval UNIT = new Interval(-1, 2, 0.9);

  @Test
  void limitsBelongToTheInterval() {
    assertThat(UNIT.contains(-1)).isTrue();
    assertThat(UNIT.contains(2)).isTrue();
    assertThat(UNIT.contains(0.5)).isTrue();
    assertThat(UNIT.contains(-1.01)).isFalse();
    assertThat(UNIT.contains(2.01)).isFalse();
    assertThat(UNIT.contains(Double.NaN)).isFalse();
  }

  @Test
  void limitsOfALogarithmBecomeThoseOfTheRatio() {
    assertThat(new Interval(Math.log(2), Double.POSITIVE_INFINITY, 0.9).exp())
        .satisfies(ratio -> {
          assertThat(ratio.low()).isCloseTo(2, within(1e-15));
          assertThat(ratio.high()).isInfinite();
          assertThat(ratio.level()).isEqualTo(0.9);
        });
  }

  @Test
  void onePointIsAnInterval() {
    assertThat(new Interval(3, 3, 0.95).contains(3)).isTrue();
  }

  @Test
  void wrongLimitsAndLevelsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(2, 1, 0.95))
        .withMessage("low 2.0 is above high 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1, 0.95));
    for (double level : new double[] {0, 1, 95, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Interval(0, 1, level))
          .withMessage("level " + level + " is not between 0 and 1");
    }
  }

  @Test
  void anEstimateIsANumber() {
    assertThat(new Estimate(1.5, UNIT).interval()).contains(UNIT);
    assertThat(Estimate.of(1.5).value()).isEqualTo(1.5);
    assertThat(Estimate.of(Double.POSITIVE_INFINITY).interval()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.of(Double.NaN))
        .withMessageContaining("absent estimate");
  }
}
