// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.analysis.ClinicAnalyses;
import casebook.study.analysis.Analyses;
import casebook.study.language.Form;
import casebook.study.language.Section;
import casebook.study.language.form.ManualText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The tables of treatment and response in `docs/study-file.md` are what the forms say.
/// `-Dgolden.update=true` writes them anew.
class StudyFilePageTest {
  private static final Path PAGE = Path.of("..", "docs", "study-file.md");
  private static final String BEGIN = "<!-- written from the forms of the clinic -->\n";
  private static final String END =
      "<!-- end of what is written from the forms of the clinic -->\n";

  @Test
  void tablesOfThePageAreWrittenFromTheForms() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    StringBuilder tables = new StringBuilder();
    for (Section section : ClinicSections.ALL) {
      tables.append(ManualText.of(section.form(), ""));
    }
    for (Form<?> form : Analyses.forms(ClinicAnalyses.of(List.of()))) {
      tables.append(ManualText.of(form, "Analysis "));
    }
    String written = page.substring(0, from) + tables + page.substring(to);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, written);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(written);
  }
}
