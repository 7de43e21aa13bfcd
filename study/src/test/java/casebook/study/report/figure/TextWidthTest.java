// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextWidthTest {
  /// Advance widths in Helvetica: W 944, i 222, space 278, so 14.44 points at size 10.
  @Test
  void widthsAreThoseOfHelvetica() {
    assertThat(TextWidth.of("W i", 10)).isCloseTo(14.44, within(1e-9));
  }

  @Test
  void linesBreakAtSpaces() {
    assertThat(TextWidth.wrap("unknown because igm_ps is missing", 8, 70))
        .containsExactly("unknown because", "igm_ps is missing");
  }

  @Test
  void wordThatIsTooWideIsBroken() {
    assertThat(TextWidth.wrap("a veryveryverylongvariablename", 8, 50))
        .allSatisfy(line -> assertThat(TextWidth.of(line, 8)).isLessThanOrEqualTo(50));
    assertThat(String.join("", TextWidth.wrap("aaaaaaaaaaaaaaaaaaaaaa", 8, 20)))
        .isEqualTo("aaaaaaaaaaaaaaaaaaaaaa");
  }
}
