// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchTest {
  private static final String STUDY =
      """
      casebook: 1
      title: Match
      design: case-control
      data: data.csv
      subject: id
      variables:
        group: {levels: [control, patient]}
        sex: {levels: [male, female]}
        age: {is: number, unit: years}
      cases: group is patient
      controls: group is control
      matching: {kind: individual, sex: same, age: within 5 years}
      """;

  private static final String DATA =
      """
      id,group,sex,age
      a,patient,male,40
      b,patient,male,44
      c,patient,female,50
      e,control,male,42
      f,control,male,35
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  private int match(String study, String... options) throws IOException {
    Files.writeString(folder.resolve("study.yaml"), study);
    Files.writeString(folder.resolve("data.csv"), DATA);
    List<String> words = new ArrayList<>(List.of("match", folder.resolve("study.yaml").toString()));
    words.addAll(List.of("--to", folder.resolve("sets.csv").toString()));
    words.addAll(List.of(options));
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return Main.run(words, terminal);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void reportSaysWhoFoundControlsAndHowFarApart() throws IOException {
    assertThat(match(STUDY)).isZero();
    assertThat(out())
        .contains("3 cases and 2 controls; same sex, age within 5; optimal, 1 control a case")
        .contains("1 control found                     2 cases\n")
        .contains("no control found                    1 case: line 4\n")
        .contains("controls used                       2 of 2, each once\n")
        .contains("age apart                           mean 3.50, largest 5.00\n");
    assertThat(Files.readString(folder.resolve("sets.csv")))
        .contains("a,patient,male,40,1,case\r\n")
        .contains("f,control,male,35,1,control\r\n");
  }

  @Test
  void jsonNamesLinesAndNoIds() throws IOException {
    assertThat(match(STUDY, "--json", "--seed", "4")).isZero();
    assertThat(out())
        .contains("\"seed\" : 4")
        .contains("\"lines_without_control\" : [ 4 ]")
        .contains("\"case_line\" : 2");
  }

  @Test
  void existingFileIsNotOverwritten() throws IOException {
    Files.writeString(folder.resolve("sets.csv"), "mine");
    assertThat(match(STUDY)).isEqualTo(ExitCode.STUDY);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("is not overwritten");
    assertThat(Files.readString(folder.resolve("sets.csv"))).isEqualTo("mine");
  }

  @Test
  void studyWithoutARuleIsToldHowToWriteOne() throws IOException {
    assertThat(match(STUDY.replaceAll("(?m)^matching:.*\\n", ""))).isEqualTo(ExitCode.STUDY);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("age: within 5 years}");
  }
}
