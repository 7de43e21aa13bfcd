// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.report.Document.Footnote;
import casebook.study.report.style.Journal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FootnotesTest {
  @Test
  void equalTextsShareAMarkAndMarksKeepTheOrderOfAppearance() {
    Footnotes notes = new Footnotes(Journal.Marks.LETTERS);
    assertThat(notes.marks(List.of("first", "", "second"))).containsExactly("a", "b");
    assertThat(notes.marks(List.of("third", "second"))).containsExactly("b", "c");
    assertThat(notes.list())
        .containsExactly(
            new Footnote("a", "first"), new Footnote("b", "second"), new Footnote("c", "third"));
  }

  @Test
  void lettersGoOnAfterZ() {
    Footnotes notes = new Footnotes(Journal.Marks.LETTERS);
    List<String> marks = IntStream.range(0, 54).mapToObj(i -> notes.mark("note " + i)).toList();
    assertThat(marks.get(25)).isEqualTo("z");
    assertThat(marks.get(26)).isEqualTo("aa");
    assertThat(marks.get(53)).isEqualTo("bb");
  }

  @Test
  void symbolsAreDoubled() {
    Footnotes notes = new Footnotes(Journal.Marks.SYMBOLS);
    List<String> marks = IntStream.range(0, 8).mapToObj(i -> notes.mark("note " + i)).toList();
    assertThat(marks).containsExactly("*", "†", "‡", "§", "¶", "‖", "**", "††");
  }
}
