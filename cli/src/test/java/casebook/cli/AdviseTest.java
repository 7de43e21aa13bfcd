// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AdviseTest {
  private static final Path PATIENTS =
      Path.of("..", "clinic", "src", "test", "resources", "patients", "eligibility");
  private static final String STUDY = PATIENTS.resolve("study.yaml").toString();

  @Test
  void advicePrintsTheEligibilityWithItsEvidence() throws IOException {
    Told run = Told.by("advise", STUDY, "--patient", "on the limits", "--on", "1994-04-12");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(PATIENTS.resolve("advice.txt"))).contains(run.out());
    assertThat(run.out()).contains("platelets 29.9 ×10⁹/L on 1994-03-29");
  }

  @Test
  void jsonHoldsEachCriterionWithVerdictLineAndFacts() throws IOException {
    Told run = Told.by("advise", STUDY, "--patient", "all met", "--on", "1994-04-12", "--json");
    assertThat(run.exit()).isZero();
    try (JsonParser json = new JsonFactory().createParser(run.out())) {
      while (json.nextToken() != null) {
        json.currentToken();
      }
    }
    assertThat(run.out())
        .contains("\"format\" : \"casebook-advice/1\"")
        .contains("\"verdict\" : \"pass\"")
        .contains("\"reason\" : \"wrong tube\"")
        .contains("\"study_line\" : 31");
  }

  @Test
  void unknownPatientIsAnsweredWithTheNearest() {
    Told run = Told.by("advise", STUDY, "--patient", "all mett", "--on", "1994-04-12");
    assertThat(run.exit()).isEqualTo(ExitCode.STUDY);
    assertThat(run.err())
        .contains("There is no patient `all mett` among 7. Did you mean `all met`?");
  }

  @Test
  void dayAndPatientMustBeSaid() {
    assertThat(Told.by("advise", STUDY, "--patient", "all met").err()).contains("Name the day");
    assertThat(Told.by("advise", STUDY, "--on", "1994-04-12").err()).contains("Name the patient");
  }

  @Test
  void studyWithoutTreatmentHasNoAdvice() {
    Told run =
        Told.by(
            "advise",
            "../studies/ille-et-vilaine/study.yaml",
            "--patient",
            "1",
            "--on",
            "1994-04-12");
    assertThat(run.exit()).isEqualTo(ExitCode.STUDY);
    assertThat(run.err()).contains("The study file has no `treatment`");
  }

  @Test
  void checkReadsTheEventsToo() {
    Told run = Told.by("check", STUDY);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("7 rows, 3 in the study.");
    assertThat(run.err()).contains("data/struck");
  }
}
