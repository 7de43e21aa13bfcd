// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRendererTest {
  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-2+3", "@x", "\tx", "＝1", "－1"})
  void formulasAreText(String formula) {
    assertThat(CsvRenderer.field(formula)).isEqualTo("'" + formula);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.3 (1.4–28.5)", "−0.12", "<0.001", "", "a = b"})
  void numbersAsPrintedStayAsTheyAre(String text) {
    assertThat(CsvRenderer.field(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a\"b", "a\nb", "=a,b"})
  void separatorsAreQuoted(String text) {
    String safe = text.startsWith("=") ? "'" + text : text;
    assertThat(CsvRenderer.field(text)).isEqualTo('"' + safe.replace("\"", "\"\"") + '"');
  }
}
