// SPDX-License-Identifier: Apache-2.0
package casebook.study.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  @Test
  void textThatBeginsLikeAFormulaBeginsWithAnApostrophe() {
    assertThat(CsvText.text("=HYPERLINK(\"http://example.org\",\"click\")"))
        .isEqualTo("\"'=HYPERLINK(\"\"http://example.org\"\",\"\"click\"\")\"");
    assertThat(List.of("+1", "-2+3", "@x", "\tx", "＝1", "－1").stream().map(CsvText::text))
        .containsExactly("'+1", "'-2+3", "'@x", "'\tx", "'＝1", "'－1");
    assertThat(CsvText.text("\n=1")).isEqualTo("\"'\n=1\"");
  }

  @Test
  void otherTextStaysAsItIs() {
    assertThat(CsvText.text("a = b")).isEqualTo("a = b");
    assertThat(CsvText.text("")).isEmpty();
    assertThat(CsvText.text("DVT, PE")).isEqualTo("\"DVT, PE\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.3 (1.4–28.5)", "−0.12", "<0.001", "", "a = b"})
  void numbersAsPrintedStayAsTheyAre(String text) {
    assertThat(CsvText.text(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a\"b", "a\nb", "=a,b"})
  void separatorsAreQuoted(String text) {
    String safe = text.startsWith("=") ? "'" + text : text;
    assertThat(CsvText.text(text)).isEqualTo('"' + safe.replace("\"", "\"\"") + '"');
  }

  @Test
  void numbersKeepTheirSign() {
    assertThat(CsvText.value("-2.5")).isEqualTo("-2.5");
  }

  @Test
  void linesEndAsTheStandardSays() {
    assertThat(CsvText.line(List.of("a", "", "b"))).isEqualTo("a,,b\r\n");
  }
}
