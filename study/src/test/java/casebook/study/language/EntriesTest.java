// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.study.language.Field.Kind;
import casebook.study.language.text.StudyText;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntriesTest {
  private static final List<Field> FIELDS =
      List.of(
          Field.required("kind", Kind.WORD, "The kind.", "frequency").among("frequency", "pairs"),
          Field.optional("rounded to", Kind.NUMBER, "A step.", "0.1"),
          Field.optional("from", Kind.DATE, "A day.", "2001-01-01"),
          Field.optional("primary", Kind.YES_NO, "Whether.", "yes"),
          Field.optional("names", Kind.NAMES, "Names.", "[a, b]"));

  private static Clause clause(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return StudyText.read("study.yaml", bytes).orThrow().root();
  }

  private static List<String> codes(Problems problems) {
    return problems.list().stream().map(Problem::code).toList();
  }

  @Test
  void declaredEntriesAreReadByTheirKind() {
    Problems problems = new Problems();
    Clause clause =
        clause("kind: pairs\nrounded to: 0.5\nfrom: 2001-02-03\nprimary: yes\nnames: a, b c\n");
    Entries entries = Entries.of(clause, FIELDS, problems);
    assertThat(entries.word("kind")).contains("pairs");
    assertThat(entries.number("rounded to").orElseThrow()).isEqualByComparingTo("0.5");
    assertThat(entries.date("from")).hasToString("Optional[2001-02-03]");
    assertThat(entries.yes("primary", false)).isTrue();
    assertThat(entries.names("names")).extracting(Clause::words).containsExactly("a", "b", "c");
    assertThat(entries.names("names").get(2).wordsAt().column()).isEqualTo(13);
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void onlyDeclaredEntriesCanBeAskedFor() {
    Entries entries = Entries.of(clause("kind: pairs\n"), FIELDS, new Problems());
    assertThatThrownBy(() -> entries.text("kin"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`kin` is not declared");
    assertThatThrownBy(entries::named).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsUnknownOrMissingIsTold() {
    Problems problems = new Problems();
    Entries.of(clause("kinds: pairs\n"), FIELDS, problems);
    assertThat(codes(problems)).containsExactly("study/unknown-keyword", "study/missing-entry");
  }

  @Test
  void valuesOfTheWrongKindAreTold() {
    Problems problems = new Problems();
    Clause clause =
        clause("kind: pair\nrounded to: 1e3\nfrom: 3.4.2001\nprimary: true\nnames: {a: b}\n");
    Entries entries = Entries.of(clause, FIELDS, problems);
    assertThat(entries.word("kind")).isEmpty();
    assertThat(entries.number("rounded to")).isEmpty();
    assertThat(entries.date("from")).isEmpty();
    assertThat(entries.yes("primary", true)).isTrue();
    assertThat(entries.names("names")).isEmpty();
    assertThat(codes(problems))
        .containsExactly(
            "study/unknown-word",
            "study/not-a-number",
            "study/not-a-date",
            "study/not-yes-no",
            "study/wrong-shape");
  }
}
