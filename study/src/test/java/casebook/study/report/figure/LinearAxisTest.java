// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LinearAxisTest {
  @Test
  void ticksAreRoundNumbersWithinTheAxis() {
    assertThat(new LinearAxis(3.2, 10.9, 0, 100).ticks())
        .containsExactly(4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
    assertThat(new LinearAxis(0, 0.9, 0, 100).ticks()).containsExactly(0.0, 0.2, 0.4, 0.6, 0.8);
    assertThat(new LinearAxis(1200, 9100, 0, 100).ticks())
        .containsExactly(2000.0, 3000.0, 4000.0, 5000.0, 6000.0, 7000.0, 8000.0, 9000.0);
    assertThat(new LinearAxis(-1, 1, 0, 100).ticks()).contains(0.0);
  }

  @Test
  void ticksAreTheDecimalsThatTheyLookLike() {
    assertThat(new LinearAxis(0.05, 0.62, 0, 100).ticks())
        .containsExactly(0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
  }

  @Test
  void valuesBeyondAnEndLieAtTheEnd() {
    LinearAxis axis = new LinearAxis(2, 4, 10, 30);
    assertThat(axis.x(3)).isEqualTo(20);
    assertThat(axis.x(1)).isEqualTo(10);
    assertThat(axis.x(9)).isEqualTo(30);
  }

  @Test
  void axisWithoutLengthIsRefused() {
    assertThatThrownBy(() -> new LinearAxis(2, 2, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
