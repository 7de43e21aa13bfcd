// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.ProblemText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What a study file is told about `matched by`.
class MatchedCheckTest {
  private static final String STUDY =
      """
      casebook: 1
      title: Check
      design: case-control
      data: data.csv
      subject: id
      variables:
        group: {levels: [control, patient]}
        case_id: text
        own_set: {is: text, of: cases}
        sex: {levels: [male, female]}
        la: yes/no
      cases: group is patient
      controls: group is control
      matching: {kind: individual, to: case_id, sex: same}
      analyses:
      """;

  private static String problems(String text) {
    Study study =
        StudyReader.read(
                "study.yaml", text.getBytes(StandardCharsets.UTF_8), Analyses.forms(Analyses.ALL))
            .orThrow();
    return ProblemText.of(Analyses.check(study, Analyses.ALL), text.lines().toList());
  }

  @Test
  void soundSetsHaveNoProblems() {
    String analyses =
        """
          - characteristics: [sex]
            matched by: case_id
          - association: la
            matched by: case_id
            adjusted for: {nothing else: [sex]}
        """;
    assertThat(problems(STUDY + analyses)).isEmpty();
  }

  @Test
  void unknownSetGetsTheNearestName() {
    assertThat(problems(STUDY + "  - association: la\n    matched by: case_idd\n"))
        .contains("study.yaml:17:17  error  study/unknown-variable")
        .contains("Did you mean `case_id`");
  }

  @Test
  void exposureOutcomeAndWhatCasesWereAskedNameNoSets() {
    assertThat(problems(STUDY + "  - association: la\n    matched by: la\n"))
        .isEqualTo(
            """
            study.yaml:17:17  error  study/not-sets
                  matched by: la
                              ^^
              `la` is the exposure; it cannot name matched sets. Name the variable that is the same in all persons of a set, such as the id of the case.
            """);
    assertThat(problems(STUDY + "  - characteristics: [sex]\n    matched by: group\n"))
        .contains("study/not-sets")
        .contains("`group` says who is a case");
    assertThat(problems(STUDY + "  - association: la\n    matched by: own_set\n"))
        .contains("`own_set` was asked of cases only");
  }

  @Test
  void frequencyMatchingMakesNoSets() {
    String frequency = STUDY.replace("{kind: individual, to: case_id,", "{kind: frequency,");
    assertThat(problems(frequency + "  - association: la\n    matched by: case_id\n"))
        .isEqualTo(
            """
            study.yaml:17:17  warning  study/sets-of-frequency-matching
                  matched by: case_id
                              ^^^^^^^
              `matching:` declares frequency matching, which makes no sets of persons who belong together, but here sets are named. Write `kind: individual` there, or leave `matched by` out and adjust for the matching factors.
            """);
  }

  @Test
  void labelsOfTheMatchedModelsAreTaken() {
    assertThat(
            problems(
                STUDY
                    + "  - association: la\n"
                    + "    matched by: case_id\n"
                    + "    adjusted for: {matching factors: [sex]}\n"))
        .contains("study/equal-address");
  }
}
