// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.language.form.ManualText;
import casebook.study.language.form.StudyForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    StudyForms.ALL.forEach(form -> text.append(ManualText.of(form, "")));
    Analyses.forms(Analyses.ALL).forEach(form -> text.append(ManualText.of(form, "Analysis ")));
    return text.toString();
  }
}
