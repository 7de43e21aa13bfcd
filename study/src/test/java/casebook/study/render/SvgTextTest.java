// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.001, 0",
    "1.5, 1.5",
    "1.25, 1.25",
    "1.006, 1.01",
    "-3.4567, -3.46",
    "12.04, 12.04"
  })
  void coordinatesHaveAtMostTwoDecimals(double value, String expected) {
    assertThat(SvgText.number(value)).isEqualTo(expected);
  }
}
