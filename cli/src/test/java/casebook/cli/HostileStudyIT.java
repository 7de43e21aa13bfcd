// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Study files that are meant to break the program are refused in small memory. The second that
/// this may take is measured in `bench`; the guard here only catches a program that does not end.
class HostileStudyIT {
  private static final String HEAD =
      "casebook: 1\ntitle: t\ndesign: case-control\ndata: d.csv\nsubject: id\n";

  @TempDir Path folder;

  @Test
  void tenThousandParentheses() throws IOException {
    refused(
        HEAD
            + "variables:\n  x: number\ncases: "
            + "(".repeat(10_000)
            + "x"
            + ")".repeat(10_000)
            + "\n");
  }

  @Test
  void deeplyNestedLists() throws IOException {
    refused(HEAD + "variables: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n");
  }

  @Test
  void aliasBomb() throws IOException {
    StringBuilder bomb = new StringBuilder(HEAD + "a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(String.join(", ", Collections.nCopies(9, before))).append("]\n");
    }
    refused(bomb.toString());
  }

  @Test
  void classTags() throws IOException {
    refused(
        HEAD
            + "variables: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost/\"]]\n");
  }

  @Test
  void twoHundredMegabytes() throws IOException {
    Path study = folder.resolve("study.yaml");
    byte[] block = ("# " + "x".repeat(1021) + "\n").getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(study)) {
      for (int i = 0; i < 200 * 1024; i++) {
        out.write(block);
      }
    }
    refused(study);
  }

  private void refused(String text) throws IOException {
    Path study = folder.resolve("study.yaml");
    Files.writeString(study, text);
    refused(study);
  }

  private void refused(Path study) {
    Launched run =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                Launched.in(
                    folder, Map.of("CASEBOOK_JAVA_OPTS", "-Xmx64m"), "check", study.toString()));
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.STUDY);
    assertThat(run.err()).contains("error").contains("study/").doesNotContain("Exception");
    assertThat(run.err().length()).isLessThan(10_000);
  }
}
