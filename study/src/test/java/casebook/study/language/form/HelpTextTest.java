// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.analysis.Analyses;
import casebook.study.language.Field;
import casebook.study.language.Form;
import casebook.study.language.Vocabulary;
import casebook.study.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `-Dgolden.update=true` writes `help.txt` anew.
class HelpTextTest {
  private static final Path GOLDEN = Path.of("src/test/resources/language/help.txt");

  private static String everything() {
    StringBuilder text =
        new StringBuilder(HelpText.all(Vocabulary.of(Analyses.forms(Analyses.ALL))));
    for (String word :
        List.of("title", "data", "variables", "matching", "association", "percentile", "of")) {
      text.append("\n----- ").append(word).append('\n');
      text.append(HelpText.of(word, Vocabulary.of(Analyses.forms(Analyses.ALL))).orThrow());
    }
    return text.toString();
  }

  @Test
  void helpIsWrittenFromTheForms() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, everything());
    }
    assertThat(everything()).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void anUnknownKeywordGetsTheNearest() {
    Problem problem =
        HelpText.of("elligibility", Vocabulary.of(Analyses.forms(Analyses.ALL)))
            .problems()
            .getFirst();
    assertThat(problem.message()).isEqualTo("There is no keyword `elligibility`.");
    assertThat(problem.fix()).isEqualTo("Did you mean `eligibility`?");
    assertThat(
            HelpText.of("qqqqqq", Vocabulary.of(Analyses.forms(Analyses.ALL)))
                .problems()
                .getFirst()
                .fix())
        .isEqualTo("`casebook help` lists all keywords.");
  }

  @Test
  void everyKeywordHasHelpAndEverySummaryIsASentence() {
    List<Form<?>> forms = new ArrayList<>(StudyForms.ALL);
    forms.addAll(Analyses.forms(Analyses.ALL));
    for (Form<?> form : forms) {
      assertThat(HelpText.of(form.keyword(), Vocabulary.of(Analyses.forms(Analyses.ALL))).value())
          .isPresent();
      assertThat(form.summary()).endsWith(".");
      assertThat(form.example()).contains(form.keyword());
      fields(form.fields());
    }
  }

  private static void fields(List<Field> fields) {
    for (Field field : fields) {
      assertThat(field.summary()).as(field.name()).matches("[A-Z].*\\.");
      assertThat(field.example()).as(field.name()).isNotBlank();
      fields(field.entries());
    }
  }
}
