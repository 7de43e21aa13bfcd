// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `casebook diff` on two study files.
class StudyDiffTest {
  private static final String FOLDER = "../studies/cyclosporine-itp/";
  private static final String LETTER = FOLDER + "study.yaml";
  private static final String REPLICATION = FOLDER + "replication.yaml";

  @TempDir Path folder;

  private record Said(int code, String out, String err) {}

  private static Said diff(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] all = new String[words.length + 1];
    all[0] = "diff";
    System.arraycopy(words, 0, all, 1, words.length);
    int code =
        Main.run(
            List.of(all),
            new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false));
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /// The amendment test of the treatment letter: every edit of the letter that repeated it.
  @Test
  void replicationIsToldPartByPart() {
    Said said = diff(LETTER, REPLICATION);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .contains(
            """

            eligibility
              left out  platelets below 30: platelets < 30; at start; within 14 days
              left out  bleeding: bleeding is minor or major
              new       platelets below 30 or bleeding: platelets < 30 or bleeding is minor or major; at start; within 14 days
              new       normal kidney and liver function: creatinine <= 1.3 and bilirubin <= 1.2 and alt <= 40 and ast <= 40; at start; within 30 days
              new       two weeks off other therapy: start >= last_therapy + 2 weeks

            dose
              changed   5 mg/kg/d for 6 days, 2.5 to 3 mg/kg/d → 5 mg/kg/d for 7 days, 3 mg/kg/d

            monitoring
              changed   blood count, every: 1 month → 2 weeks
              left out  blood count, from stable remission: 6 months
              changed   level kidney liver, every: 1 week for 1 month then 2 months → 2 weeks
              left out  level kidney liver, from stable remission: 6 months

            stop when
              new       no response after 3 months, response for 6 months

            response
              changed   complete: platelets >= 150 → platelets > 100
              changed   partial: platelets >= 80 → platelets > 50 and platelets >= 2 x baseline
              changed   confirmed: no → 2 months
              left out  lost: platelets < 80 (not said: when it is neither complete nor partial)
              left out  relapse: platelets < 30 at 2 counts or rescue
              new       definition: itp-replication
            """);
  }

  /// By data: no. 9 came 10 days after her last therapy, no. 5 had counts above 100, the response
  /// of no. 8 did not last two months before he died. No. 12 had responded for six months.
  @Test
  void patientsWhoseStateDiffersAreNamedWithTheReason() {
    assertThat(diff(LETTER, REPLICATION).out())
        .contains("\n  9         eligible → not eligible (two weeks off other therapy)\n")
        .contains("\n  5         partial → complete\n")
        .contains("\n  8         complete → no response\n")
        .contains("not confirmed after 2 months by itp-replication")
        .contains("new dose: stop from 1999-01-22");
  }

  @Test
  void sameFileSaysNothingElse() {
    Said said = diff(LETTER, LETTER);
    assertThat(said.out()).contains("Both files say the same.", "12 of 12 stand as before.");
  }

  @Test
  void amendmentBackwardsSwapsBothSides() {
    Said said = diff(REPLICATION, LETTER);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("  changed   5 mg/kg/d for 7 days, 3 mg/kg/d → 5 mg/kg/d for 6 days")
        .contains("  9         not eligible (two weeks off other therapy) → eligible")
        .contains("  left out  definition: itp-replication");
  }

  @Test
  void jsonHoldsPlacesAndPatients() {
    assertThat(diff(LETTER, REPLICATION, "--json").out())
        .contains("\"format\" : \"casebook-amendments/1\"")
        .contains("\"part\" : \"dose\"")
        .contains("\"against\" : [ \"two weeks off other therapy\" ]")
        .contains("\"about\" : \"blood count\"")
        .contains("\"people\" : 12");
  }

  @Test
  void studyWithoutTreatmentSaysWhoBelongsByOneFileOnly() throws IOException {
    String study =
        """
        casebook: 1
        title: A
        design: cross-sectional
        data: people.csv
        subject: id
        variables:
          age: {is: number, unit: years}
        eligibility:
          adult: age >= 18
        analyses:
          - characteristics: [age]
        """;
    written("people.csv", "id,age\na,17\nb,30\nc,40\nd,80\n");
    Path before = written("before.yaml", study);
    Path after =
        written("after.yaml", study.replace("adult: age >= 18", "adult: age between 16 and 70"));
    Said said = diff(before.toString(), after.toString());
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("  changed   adult, require: age >= 18 → age between 16 and 70")
        .contains("in the study by the earlier file only: 1 (d)")
        .contains("in the study by the later file only: 1 (a)")
        .contains("2 of 4 stand as before.");
  }

  @Test
  void withoutDataOnlyTheFilesAreCompared() throws IOException {
    Path before = written("before.yaml", Files.readString(Path.of(LETTER)));
    Path after = written("after.yaml", Files.readString(Path.of(REPLICATION)));
    Said said = diff(before.toString(), after.toString());
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).contains("the same\n").doesNotContain("patients:");
    assertThat(diff(before.toString(), after.toString(), "--data", FOLDER).out())
        .contains("patients: eligibility");
  }

  @Test
  void dataThatLackWhatTheLaterFileAsksForAreAnError() throws IOException {
    Path before = written("before.yaml", Files.readString(Path.of(LETTER)));
    Path after = written("after.yaml", Files.readString(Path.of(REPLICATION)));
    String patients = Files.readString(Path.of(FOLDER + "patients.csv"));
    written("patients.csv", patients.replace(",last_therapy,", ",last_treatment,"));
    written("events.csv", Files.readString(Path.of(FOLDER + "events.csv")));
    Said said = diff(before.toString(), after.toString());
    assertThat(said.code()).isEqualTo(ExitCode.DATA);
    assertThat(said.err()).contains("There is no column `last_therapy`");
    assertThat(said.out()).contains("5 mg/kg/d for 7 days");
  }

  @Test
  void studyFileWithAnErrorIsToldAndNotCompared() throws IOException {
    Path broken = written("broken.yaml", "casebook: 1\ntitle: A\n");
    Said said = diff(LETTER, broken.toString());
    assertThat(said.code()).isEqualTo(ExitCode.STUDY);
    assertThat(said.err()).contains("broken.yaml");
    assertThat(said.out()).isEmpty();
  }
}
