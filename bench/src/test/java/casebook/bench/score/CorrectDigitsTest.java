// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrectDigitsTest {
  @Test
  void countsTheRelativeErrorInTenths() {
    // |1.001 - 1| / 1 = 1e-3, |-20.2 + 20| / 20 = 1e-2
    assertThat(CorrectDigits.of("1.001", "1")).isCloseTo(3, within(1e-12));
    assertThat(CorrectDigits.of("-20.2", "-20.0")).isCloseTo(2, within(1e-12));
    assertThat(CorrectDigits.of("0.5", "-0.5")).isZero();
  }

  @Test
  void nearZeroTheErrorItselfCounts() {
    assertThat(CorrectDigits.of("1e-7", "0")).isCloseTo(7, within(1e-12));
    assertThat(CorrectDigits.of("0", "0")).isEqualTo(15.95);
  }

  @Test
  void noMoreThanTheDigitsOfADoubleCount() {
    assertThat(CorrectDigits.of("1.00000000000000000001", "1")).isEqualTo(15.95);
  }

  @Test
  void whatNoDoubleHoldsWantsAnInfinity() {
    assertThat(CorrectDigits.of("Inf", "1e400")).isEqualTo(15.95);
    assertThat(CorrectDigits.of("-Inf", "-1e400")).isEqualTo(15.95);
    assertThat(CorrectDigits.of("Inf", "-1e400")).isZero();
    assertThat(CorrectDigits.of("1e308", "1e400")).isZero();
    assertThat(CorrectDigits.of("Inf", "Infinity")).isEqualTo(15.95);
    assertThat(CorrectDigits.of("0", "1e-400")).isEqualTo(15.95);
  }

  @Test
  void belowTheNormalRangeTwoStepsAreAllowed() {
    // steps of 4.94e-324: 1e-320 is 2024 of them
    assertThat(CorrectDigits.of("1.0005e-320", "1e-320")).isEqualTo(15.95);
    assertThat(CorrectDigits.of("1.01e-320", "1e-320")).isCloseTo(2, within(1e-9));
  }

  @Test
  void wordsAreRightOrWrong() {
    assertThat(CorrectDigits.of("complete_separation", "Complete_Separation")).isEqualTo(15.95);
    assertThat(CorrectDigits.of("overlap", "complete_separation")).isZero();
    assertThat(CorrectDigits.of("not estimable", "1.5")).isZero();
    assertThat(CorrectDigits.of("1.5", "none")).isZero();
    assertThat(CorrectDigits.of("NaN", "NaN")).isEqualTo(15.95);
  }
}
