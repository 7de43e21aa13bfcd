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

/// The command line inside one process.
class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  private int run(String... words) {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return Main.run(List.of(words), terminal);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void noCommandShowsTheCommands() {
    assertThat(run()).isEqualTo(ExitCode.STUDY);
    assertThat(out()).contains("usage: casebook COMMAND").contains("run STUDY");
  }

  @Test
  void unknownCommandNamesTheNearest() {
    assertThat(run("chekc")).isEqualTo(ExitCode.STUDY);
    assertThat(err()).contains("Did you mean `check`?");
  }

  @Test
  void unknownOptionNamesTheNearest() {
    assertThat(run("calc", "--jsn")).isEqualTo(ExitCode.STUDY);
    assertThat(err()).contains("Did you mean --json?");
  }

  @Test
  void unknownFormatNamesTheNearest() {
    assertThat(run("run", "study.yaml", "--format", "pdf,dox")).isEqualTo(ExitCode.STUDY);
    assertThat(err())
        .contains("There is no format `dox`; there are html, docx, pdf, xlsx.")
        .contains("Did you mean `docx`?");
  }

  @Test
  void helpOfACommandNamesItsOptions() {
    assertThat(run("run", "--help")).isZero();
    assertThat(out()).contains("--profile NAME").contains("--help");
  }

  /// The limits of the known-answer table of this 2x2 table, each beside the program that prints
  /// it.
  @Test
  void calcShowsEachMethod() {
    assertThat(run("calc", "odds-ratio", "12", "232", "2", "244")).isZero();
    assertThat(out())
        .contains("1.3972 to 28.4995")
        .contains("1.5588 to 25.4482")
        .contains("1.6971 to 40.8231")
        .contains("1.3782 to 58.4785")
        .contains("1.3842 to 39.6719")
        .contains("1.5686 to 41.8246");
  }

  @Test
  void calcOfAnEmptyCellSaysWhyThereIsNoWaldInterval() {
    assertThat(run("calc", "odds-ratio", "6", "238", "0", "246")).isZero();
    assertThat(out()).contains("none: ").contains("infinite").doesNotContain("NaN");
  }

  @Test
  void calcAsJsonHasFullPrecision() {
    assertThat(run("calc", "odds-ratio", "12", "232", "2", "244", "--json")).isZero();
    assertThat(out()).contains("6.310344827586207");
  }

  @Test
  void calcRefusesWhatIsNoCount() {
    assertThat(run("calc", "odds-ratio", "12", "-2", "2", "244")).isEqualTo(ExitCode.STUDY);
    assertThat(err()).contains("`-2` is not a count");
  }

  @Test
  void newNeverOverwrites() throws IOException {
    Path data = folder.resolve("patients.csv");
    Files.writeString(data, "id,group,age\na,1,61\nb,0,58\nc,1,44\nd,0,49\ne,0,70\n");
    assertThat(run("new", data.toString())).as(err()).isZero();
    Path study = folder.resolve("study.yaml");
    assertThat(Files.readString(study)).contains("cases: group is case");
    assertThat(run("check", study.toString())).as(err()).isZero();
    assertThat(run("new", data.toString())).isEqualTo(ExitCode.STUDY);
    assertThat(err()).contains("is not overwritten");
  }

  /// Spreadsheets that save "CSV UTF-8" begin the file so.
  @Test
  void newReadsAFileWithAByteOrderMark() throws IOException {
    Path data = folder.resolve("excel.csv");
    Files.writeString(data, "\uFEFFid;group;age\na;1;61,5\nb;0;58\nc;1;44\nd;0;49\ne;0;70\n");
    assertThat(run("new", data.toString())).as(err()).isZero();
    Path study = folder.resolve("study.yaml");
    assertThat(Files.readString(study)).contains("spaces: trim").contains("decimal: \",\"");
    assertThat(run("check", study.toString())).as(err()).isZero();
  }

  @Test
  void missingStudyFileIsSaid() {
    assertThat(run("check", folder.resolve("none.yaml").toString())).isEqualTo(ExitCode.STUDY);
    assertThat(err()).contains("none.yaml");
  }

  @Test
  void levelOutsideItsRangeIsRefused() {
    assertThat(run("calc", "odds-ratio", "1", "2", "3", "4", "--level", "95"))
        .isEqualTo(ExitCode.STUDY);
    assertThat(err()).contains("--level is 95");
  }
}
