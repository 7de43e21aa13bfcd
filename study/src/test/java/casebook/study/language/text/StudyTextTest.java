// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.language.Clause;
import casebook.study.language.Words;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTextTest {
  private static Clause read(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return StudyText.read("study.yaml", bytes).orThrow().root();
  }

  private static Clause value(String yaml) {
    return read(yaml).children().getFirst();
  }

  private static Span at(int line, int column, int length) {
    return new Span("study.yaml", line, column, length);
  }

  @Test
  void keysAndValuesKeepTheirPlaces() {
    Clause entry = value("title: Smoking # a comment\n");
    assertThat(entry.at()).isEqualTo(at(1, 1, 5));
    assertThat(entry.wordsAt()).isEqualTo(at(1, 8, 7));
    assertThat(entry.part(2, 3)).isEqualTo(at(1, 10, 3));
  }

  @Test
  void quotesAreNotPartOfThePlace() {
    Clause entry = value("\"a, b\": 'one two'\n");
    assertThat(entry.at()).isEqualTo(at(1, 2, 4));
    assertThat(entry.part(4, 3)).isEqualTo(at(1, 14, 3));
    assertThat(Words.sharing(entry).get(1).at()).isEqualTo(at(1, 5, 1));
  }

  @Test
  void escapedWordsHaveThePlaceOfTheWhole() {
    Clause entry = value("a: \"x\\u0041 y\"\n");
    assertThat(entry.words()).isEqualTo("xA y");
    assertThat(entry.part(2, 1)).isEqualTo(at(1, 4, 11));
  }

  @Test
  void wordsOverSeveralLinesKeepTheirPlaces() {
    Clause plain = value("a: one two\n   three\n  four\n");
    assertThat(plain.words()).isEqualTo("one two three four");
    assertThat(plain.part(8, 5)).isEqualTo(at(2, 4, 5));
    assertThat(plain.part(14, 4)).isEqualTo(at(3, 3, 4));
    Clause folded = value("a: >\n  one\n  two\n");
    assertThat(folded.words()).isEqualTo("one two");
    assertThat(folded.part(4, 3)).isEqualTo(at(3, 3, 3));
    Clause block = value("a: |\n  one\n  two\n");
    assertThat(block.words()).isEqualTo("one\ntwo");
    assertThat(block.part(4, 3)).isEqualTo(at(3, 3, 3));
  }

  @Test
  void columnsAreCharactersBehindEmoji() {
    assertThat(value("a: [\uD83D\uDE00, b]\n").children().get(1).wordsAt()).isEqualTo(at(1, 9, 1));
  }

  @Test
  void linesMayEndAnyWay() {
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      Clause root = read(String.join(end, "a: 1", "b:", "  c: 2", ""));
      assertThat(root.children().get(1).children().getFirst().wordsAt()).isEqualTo(at(3, 6, 1));
    }
  }

  @Test
  void aByteOrderMarkBeforeTextIsPassedOver() {
    assertThat(value("\uFEFFa: 1\n").at()).isEqualTo(at(1, 1, 1));
  }

  /// The digest of `a: 1` and a line end, by sha256sum of GNU coreutils.
  @Test
  void theDigestIsThatOfTheBytes() {
    byte[] bytes = "a: 1\n".getBytes(StandardCharsets.UTF_8);
    assertThat(StudyText.read("study.yaml", bytes).orThrow().source().sha256())
        .isEqualTo("37b128c59f1f5097f73f82691cb519f1f568667faab5ced1b4ab979d36837eae");
  }

  @Test
  void scalarsStayText() {
    Clause list = value("a: [no, 1e3, 012, 2024-01-02, 1_000, NaN, ~, null, true, 0x1F, .5]\n");
    assertThat(list.children())
        .extracting(Clause::words)
        .containsExactly(
            "no", "1e3", "012", "2024-01-02", "1_000", "NaN", "~", "null", "true", "0x1F", ".5");
  }

  @Test
  void whatIsNoFileIsTold(@TempDir Path folder) throws IOException {
    assertThat(StudyText.bytes(folder).problems())
        .extracting(Problem::message)
        .containsExactly("This is a folder.");
    assertThat(StudyText.bytes(folder.resolve("no.yaml")).problems())
        .extracting(Problem::code)
        .containsExactly("study/no-file");
    Path file = Files.write(folder.resolve("study.yaml"), new byte[StudyText.LARGEST + 1]);
    assertThat(StudyText.bytes(file).problems())
        .extracting(Problem::code)
        .containsExactly("study/too-large");
    Files.write(file, new byte[StudyText.LARGEST]);
    assertThat(StudyText.bytes(file).orThrow()).hasSize(StudyText.LARGEST);
  }
}
