// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdviseTest {
  private static final Path PATIENTS =
      Path.of("..", "clinic", "src", "test", "resources", "patients", "eligibility");
  private static final String STUDY = PATIENTS.resolve("study.yaml").toString();

  private record Run(int exit, String out, String err) {}

  private static Run run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    int exit = Main.run(List.of(words), terminal);
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void advicePrintsTheEligibilityWithItsEvidence() throws IOException {
    Run run = run("advise", STUDY, "--patient", "on the limits", "--on", "1994-04-12");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(PATIENTS.resolve("advice.txt"))).contains(run.out());
    assertThat(run.out()).contains("platelets 29.9 ×10⁹/L on 1994-03-29");
  }

  @Test
  void jsonHoldsEachCriterionWithVerdictLineAndFacts() throws IOException {
    Run run = run("advise", STUDY, "--patient", "all met", "--on", "1994-04-12", "--json");
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
    Run run = run("advise", STUDY, "--patient", "all mett", "--on", "1994-04-12");
    assertThat(run.exit()).isEqualTo(ExitCode.STUDY);
    assertThat(run.err())
        .contains("There is no patient `all mett` among 7. Did you mean `all met`?");
  }

  @Test
  void dayAndPatientMustBeSaid() {
    assertThat(run("advise", STUDY, "--patient", "all met").err()).contains("Name the day");
    assertThat(run("advise", STUDY, "--on", "1994-04-12").err()).contains("Name the patient");
  }

  @Test
  void studyWithoutTreatmentHasNoAdvice() {
    Run run =
        run(
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
    Run run = run("check", STUDY);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("7 rows, 3 in the study.");
    assertThat(run.err()).contains("data/struck");
  }
}
