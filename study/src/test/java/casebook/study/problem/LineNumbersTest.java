// SPDX-License-Identifier: Apache-2.0
package casebook.study.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineNumbersTest {
  @Test
  void fewLinesAreAllNamed() {
    assertThat(LineNumbers.words(List.of(3), 1)).isEqualTo("line 3");
    assertThat(LineNumbers.words(List.of(3, 5), 2)).isEqualTo("lines 3 and 5");
    assertThat(LineNumbers.words(List.of(3, 5, 9), 3)).isEqualTo("lines 3, 5 and 9");
  }

  @Test
  void ofManyLinesTheFirstTenAreNamed() {
    List<Integer> lines = IntStream.rangeClosed(1, 12).boxed().toList();
    assertThat(LineNumbers.words(lines, 12))
        .isEqualTo("lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more");
    assertThat(LineNumbers.words(lines.subList(0, 10), 10))
        .isEqualTo("lines 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10");
  }
}
