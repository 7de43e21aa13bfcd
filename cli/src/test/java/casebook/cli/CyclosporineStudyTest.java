// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The bundled study of the treatment letter, as a user runs it.
class CyclosporineStudyTest {
  private static final String FOLDER = "../studies/cyclosporine-itp/";
  private static final String STUDY = FOLDER + "study.yaml";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String run(String... words) {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    assertThat(Main.run(List.of(words), terminal))
        .as(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(ExitCode.DONE);
    return out.toString(StandardCharsets.UTF_8);
  }

  /// "12 severe, refractory, chronic ITP": all are eligible by the letter; no. 9 came too early
  /// from her last therapy for the protocol that was repeated.
  @Test
  void bothProtocolsReadAndAllTwelveAreEligibleByTheLetter() {
    assertThat(run("check", STUDY)).contains("12 rows, 12 in the study");
    assertThat(run("check", FOLDER + "replication.yaml")).contains("12 rows, 11 in the study");
  }

  /// The letter's own gap: hypertension in three of nine, and no blood pressure in its calendar.
  @Test
  void calendarThatMeasuresNoBloodPressureIsNamed() {
    run("check", STUDY);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("protocol/undetected");
  }

  /// "83.3% of response (10/12)"; complete in 1, 2, 7, 9, 10, with the drug in 3 and 12, depending
  /// on it in 4; partial in 5; relapses of 10 at 5 years and of 4 at 6.5 years.
  @Test
  void responsesAreThoseOfTheText() {
    assertThat(run("response", STUDY, "--compare", "itp-letter-2007,itp-iwg-2009"))
        .isEqualTo(
            """
            definition            treated  complete  partial  no response
            itp-letter-2007            12         9        1            2
            itp-iwg-2009               12         9        0            3

            patient     itp-letter-2007                                        itp-iwg-2009
            1           complete, day 29                                       complete, day 20
            2           complete, day 29                                       complete, day 22
            3           complete, day 63                                       complete, day 22
            4           complete, day 29, relapse 2006-05-08, dependent        no response (depends on the drug)
            5           partial, day 65                                        complete, day 27
            6           no response                                            no response
            7           complete, day 28                                       complete, day 28
            8           complete, day 29                                       complete, day 22
            9           complete, day 29                                       complete, day 29
            10          complete, day 65, relapse 2001-09-10, lost 2001-08-10  complete, day 27
            11          no response                                            no response
            12          complete, day 27                                       complete, day 22

            who differs, and why
              patient 4: the response depends on the drug, which itp-iwg-2009 does not count as a response
              patient 5: platelets 63 ×10⁹/L on 1999-07-11 is no response by itp-letter-2007, and partial by itp-iwg-2009 (platelets >= 30 and platelets >= 2 x baseline and no bleeding)
            """);
  }

  /// "A creatinine increase exceeding 150% of the baseline value, resolved by a CyA dose reduction
  /// of 25% for ten days" (patient 3).
  @Test
  void creatinineOfPatientThreeAsksForTheReductionOfTheLetter() {
    assertThat(run("advise", STUDY, "--patient", "3", "--on", "1998-07-23"))
        .contains("75 + 75 mg a day, 2.07 mg/kg/d, from 1998-07-23 until 1998-08-01")
        .contains("(161.1 % of the baseline 0.9)");
  }
}
