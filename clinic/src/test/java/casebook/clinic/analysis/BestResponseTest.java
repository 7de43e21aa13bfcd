// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Finding;
import casebook.study.problem.Problem;
import casebook.study.run.StudyResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BestResponseTest {
  private static final Path FOLDER = Path.of("src/test/resources/studies/best-response");

  private static Finding.Outcomes table(StudyResult result, int place) {
    return result.findings().findings().stream()
        .filter(Finding.Outcomes.class::isInstance)
        .map(Finding.Outcomes.class::cast)
        .toList()
        .get(place);
  }

  /// Until the end of 2000 seven patients had begun treatment (h begins in 2001, g never, j is not
  /// eligible); a, b and d have a count of 150 or more, c one of 85; f has no count at all.
  @Test
  void ratesAreOfThoseTreatedByTheDay() throws IOException {
    Map<String, String> printed = ClinicStudiesTest.printed(ClinicStudy.run(FOLDER));
    assertThat(printed.get("response.best.as_of_2000_12_31.response.percent"))
        .isEqualTo("4/7, 57 (18–90)");
    assertThat(printed.get("response.best.as_of_2000_12_31.complete.count"))
        .isEqualTo("3/7, 43 (10–82)");
    assertThat(printed.get("response.best.as_of_2002_12_31.response.percent"))
        .isEqualTo("5/8, 63 (24–91)");
  }

  /// b lost the response a month after the drug was stopped and regained it after the restart.
  @Test
  void dependenceOnTheDrugIsMarked() throws IOException {
    Map<String, String> printed = ClinicStudiesTest.printed(ClinicStudy.run(FOLDER));
    assertThat(printed.get("response.best.as_of_2000_12_31.drug_dependent.count"))
        .isEqualTo("1/7, 14 (0.4–58)");
  }

  /// f has no count, which counts as no response in the denominator and is said.
  @Test
  void whatIsNotKnownStaysInTheDenominatorAndIsNamed() throws IOException {
    StudyResult result = ClinicStudy.run(FOLDER);
    assertThat(
            ClinicStudiesTest.printed(result).get("response.best.as_of_2000_12_31.unknown.count"))
        .isEqualTo("1/7 (14)");
    Finding.Row unknown =
        table(result, 0).rows().stream()
            .filter(it -> it.label().equals("Not known"))
            .findFirst()
            .orElseThrow();
    assertThat(unknown.cells().getFirst().notes())
        .containsExactly("Unknown because platelets are not known after the first dose");
  }

  /// IWG 2009 asks for a second count after 7 days: h has 100 and, three days later, 60; e has no
  /// count before the first dose, with which 60 would have to be compared.
  @Test
  void definitionsStandSideBySide() throws IOException {
    StudyResult result = ClinicStudy.run(FOLDER);
    Map<String, String> printed = ClinicStudiesTest.printed(result);
    assertThat(printed.get("response.by_definition.this_study.response.count"))
        .startsWith("3/4, 75");
    assertThat(printed.get("response.by_definition.itp_iwg_2009.response.count"))
        .startsWith("2/4, 50");
    assertThat(printed.get("response.by_definition.itp_iwg_2009.not_confirmed.count"))
        .isEqualTo("1/4 (25)");
    assertThat(printed.get("response.by_definition.itp_iwg_2009.unknown.count"))
        .isEqualTo("1/4 (25)");
    assertThat(table(result, 1).heading().title())
        .isEqualTo("Best response of the women by three definitions");
    assertThat(table(result, 1).heading().notes())
        .anyMatch(it -> it.startsWith("Response by IWG 2009") && it.contains("Rodeghiero"))
        .contains("Of: sex is female; without d (died in a course of 3 months).");
  }

  @Test
  void whoWasNotTreatedIsSaid() throws IOException {
    assertThat(table(ClinicStudy.run(FOLDER), 0).heading().notes())
        .contains(
            "Left out: 2 not treated by 31 December 2000; 1 not treated by 31 December 2002.");
  }

  @Test
  void unknownDefinitionIsRefusedWithTheNearest() throws IOException {
    String text = Files.readString(FOLDER.resolve("study.yaml"));
    List<Problem> problems =
        ClinicStudy.read(text.replace("itp-iwg-2009", "itp-iwg-2019")).problems();
    assertThat(problems).extracting(Problem::code).containsExactly("study/unknown-word");
    assertThat(problems.getFirst().fix()).contains("itp-iwg-2009");
  }

  @Test
  void responseNeedsTreatmentAndDefinition() {
    String text =
        """
        casebook: 1
        title: A study
        design: single-arm
        data: patients.csv
        subject: patient
        variables: {sex: female | male}
        analyses:
          - response: best
        """;
    assertThat(ClinicStudy.read(text).problems())
        .extracting(Problem::code)
        .contains("study/no-treatment", "study/missing-entry");
  }
}
