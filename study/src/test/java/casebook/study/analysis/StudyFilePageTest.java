// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.language.Field;
import casebook.study.language.Form;
import casebook.study.language.form.StudyForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The tables of keywords in `docs/study-file.md` are what the forms say. `-Dgolden.update=true`
/// writes them anew.
class StudyFilePageTest {
  private static final Path PAGE = Path.of("..", "docs", "study-file.md");
  private static final String BEGIN = "<!-- written from the forms -->\n";
  private static final String END = "<!-- end of what is written from the forms -->\n";

  @Test
  void tablesOfThePageAreWrittenFromTheForms() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    String written = page.substring(0, from) + tables() + page.substring(to);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, written);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(written);
  }

  private static String tables() {
    StringBuilder text = new StringBuilder();
    StudyForms.ALL.forEach(form -> section(form, "", text));
    Analyses.forms(Analyses.ALL).forEach(form -> section(form, "Analysis ", text));
    return text.toString();
  }

  private static void section(Form<?> form, String before, StringBuilder text) {
    text.append("\n### ").append(before).append('`').append(form.keyword()).append("`\n\n");
    text.append(form.summary()).append("\n\n");
    text.append("| key | value | when absent | what | example |\n|---|---|---|---|---|\n");
    rows(form.fields(), "", text);
    text.append("\n```yaml\n").append(form.example().strip()).append("\n```\n");
  }

  private static void rows(List<Field> fields, String above, StringBuilder text) {
    for (Field field : fields) {
      String absent = field.required() ? "required" : cell(field.fallback());
      List<String> cells =
          List.of(
              "`" + above + field.name() + "`",
              cell(value(field)),
              absent.isEmpty() ? "–" : absent,
              cell(field.summary()),
              field.example().isEmpty() ? "" : "`" + cell(field.example()) + "`");
      text.append("| ").append(String.join(" | ", cells)).append(" |\n");
      rows(field.entries(), above + field.name() + " › ", text);
    }
  }

  private static String value(Field field) {
    List<String> words = new ArrayList<>(field.words());
    words.replaceAll(word -> "`" + word + "`");
    String kind = field.kind().name().toLowerCase(Locale.ROOT).replace("yes_no", "yes or no");
    return words.isEmpty() ? kind : String.join(", ", words);
  }

  private static String cell(String text) {
    return text.strip().replace("|", "\\|").replace("\n", " ");
  }
}
