// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponsesTest {
  private static final String STUDY = "../clinic/src/test/resources/patients/response/study.yaml";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return Main.run(List.of(words), terminal);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void definitionsAreComparedOnTheSameCounts() {
    int exit = run("response", STUDY, "--compare", "itp-letter-2007,itp-iwg-2009");
    assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(printed())
        .isEqualTo(
            """
            definition            treated  complete  partial  no response
            itp-letter-2007             4         2        1            1
            itp-iwg-2009                4         1        1            2

            patient     itp-letter-2007                                  itp-iwg-2009
            complete    complete, day 28                                 complete, day 28
            partial     partial, day 28                                  partial, day 28
            dependent   complete, day 28, relapse 1994-11-20, dependent  no response (depends on the drug)
            none        no response                                      no response

            who differs, and why
              patient dependent: the response depends on the drug, which itp-iwg-2009 does not count as a response
            """);
  }

  @Test
  void definitionOfTheStudyFileIsTakenWithoutOption() {
    assertThat(run("response", STUDY, "--on", "1994-05-31")).isZero();
    assertThat(printed()).contains("this study                  4         2        1            1");
  }

  @Test
  void jsonHoldsTheSpellsAndTheReason() {
    assertThat(run("response", STUDY, "--compare", "study,itp-replication", "--json")).isZero();
    assertThat(printed())
        .contains("\"format\" : \"casebook-response/1\"")
        .contains("\"lost\" : \"1994-10-25\"")
        .contains("\"why\" : \"platelets 85");
  }

  @Test
  void unknownDefinitionIsAnsweredWithTheNearest() {
    assertThat(run("response", STUDY, "--compare", "itp-iwg-2010")).isEqualTo(ExitCode.STUDY);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Did you mean `itp-iwg-2009`?");
  }
}
