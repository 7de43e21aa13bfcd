// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.language.Study;
import casebook.study.language.Study.Derived;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `age at start` among the variables of an analysis needs no line under `derived`.
class PhrasesTest {
  private static Checked<Study> read(String variables, String analysis) {
    String text =
        """
        casebook: 1
        title: A study
        design: cohort
        data: data.csv
        subject: id
        variables:
          sex: female | male
          start: date
        %s
        analyses:
        %s
        """
            .formatted(variables, analysis);
    return StudyReader.read(
        "study.yaml", text.getBytes(StandardCharsets.UTF_8), Analyses.forms(Analyses.ALL));
  }

  @Test
  void phraseIsOneNameInAListAndInALine() {
    for (String names : List.of("[sex, age at start]", "sex, age at start", "sex age at start")) {
      Study study = read("  birth: date", "  - characteristics: " + names).orThrow();
      assertThat(study.derived()).extracting(Derived::name).containsExactly("age at start");
      assertThat(study.derived().getFirst().label()).isEqualTo("Age at start");
      assertThat(Analyses.check(study, Analyses.ALL)).isEmpty();
    }
  }

  @Test
  void labelOfTheDayIsSaid() {
    Study study =
        read(
                "  birth: date\n  dose: {is: date, label: First dose}",
                "  - missing: [sex, age at dose]")
            .orThrow();
    assertThat(study.derived().getFirst().label()).isEqualTo("Age at first dose");
  }

  @Test
  void ageNeedsABirthday() {
    assertThat(read("", "  - characteristics: [age at start]").problems())
        .extracting(Problem::code)
        .containsExactly("study/no-birth");
  }

  @Test
  void phraseOfWhatIsNoDayIsAnUnknownVariable() {
    Study study = read("  birth: date", "  - characteristics: [age at sex]").orThrow();
    assertThat(study.derived()).isEmpty();
    assertThat(Analyses.check(study, Analyses.ALL))
        .extracting(Problem::code)
        .containsExactly("study/unknown-variable");
  }
}
