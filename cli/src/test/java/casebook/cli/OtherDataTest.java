// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.render.Renderers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data that the command line names, and data that change while a run works.
class OtherDataTest {
  private static final String STUDY =
      """
      casebook: 1
      title: Three people
      design: case-control
      data: people.csv
      subject: id
      variables:
        group: {levels: [control, patient]}
        age: number
      cases: group is patient
      controls: group is control
      analyses:
        - characteristics: [age]
          by: group
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeEach
  void study() throws IOException {
    Files.writeString(folder.resolve("study.yaml"), STUDY);
    Files.writeString(folder.resolve("people.csv"), people(3));
    Files.createDirectory(folder.resolve("later"));
    Files.writeString(folder.resolve("later/people.csv"), people(5));
    Files.writeString(folder.resolve("seven.csv"), people(7));
  }

  private static String people(int count) {
    StringBuilder text = new StringBuilder("id,group,age\n");
    for (int i = 1; i <= count; i++) {
      text.append(i).append(i % 2 == 0 ? ",control," : ",patient,").append(40 + i).append('\n');
    }
    return text.toString();
  }

  private Terminal terminal() {
    return new Terminal(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false);
  }

  private String check(String... more) {
    out.reset();
    err.reset();
    List<String> words =
        new java.util.ArrayList<>(List.of("check", folder.resolve("study.yaml").toString()));
    words.addAll(List.of(more));
    int exit = Main.run(words, terminal());
    return exit + " " + out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void fileOfTheCommandLineIsRead() {
    assertThat(check()).startsWith("0 ").contains("3 rows");
    assertThat(check("--data", folder.resolve("seven.csv").toString()))
        .startsWith("0 ")
        .contains("7 rows");
  }

  @Test
  void folderOfTheCommandLineHoldsTheDeclaredFile() {
    assertThat(check("--data", folder.resolve("later").toString()))
        .startsWith("0 ")
        .contains("5 rows");
  }

  @Test
  void folderWithoutTheDeclaredFileIsADataProblem() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(check("--data", empty.toString())).startsWith("3 ").contains("data/no-file");
  }

  @Test
  void whatIsNotThereIsAProblemOfTheCommandLine() {
    assertThat(check("--data", folder.resolve("nine.csv").toString()))
        .startsWith("2 ")
        .contains("there is no such file or folder");
  }

  @Test
  void problemsNameTheFileThatWasRead() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.csv"), "id,group,age\n1,patient,old\n");
    assertThat(check("--data", bad.toString())).startsWith("3 ").contains("bad.csv:2:11");
  }

  @Test
  void dataThatChangeDuringARunAreRefused() throws IOException {
    Path results = folder.resolve("results");
    Arguments arguments =
        new Arguments(
            List.of(folder.resolve("study.yaml").toString()), Map.of("out", results.toString()));
    Studies studies = Studies.begin(arguments, terminal());
    Study study = studies.study().orElseThrow();
    Settings settings = Settings.standard();
    Studies.Followed followed = studies.followed(study, arguments, settings).orElseThrow();
    Files.writeString(folder.resolve("people.csv"), people(4));
    assertThat(Run.paper(studies, Renderers.ALL, followed, settings, arguments))
        .isEqualTo(ExitCode.DATA);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("data/file-replaced");
    assertThat(results).doesNotExist();
    Files.writeString(folder.resolve("people.csv"), people(3));
    assertThat(Run.paper(studies, Renderers.ALL, followed, settings, arguments)).isZero();
    assertThat(results.resolve("findings.json")).content().contains("people.csv");
  }
}
