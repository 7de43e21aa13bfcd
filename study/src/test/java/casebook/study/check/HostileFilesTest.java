// SPDX-License-Identifier: Apache-2.0
package casebook.study.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that were made to do harm are refused by a Java machine of 64 MB, each in less than 20 s.
@Tag("slow")
class HostileFilesTest {
  private static final int LARGEST = 1 << 20;
  private static final String STUDY =
      "casebook: 1\ntitle: x\ndesign: cohort\ndata: a.csv\nsubject: id\nvariables:\n  age: number\n";

  /// The text of each file, and the codes of its first problems.
  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    String criterion = STUDY + "eligibility:\n  a: ";
    files.put(criterion + "(".repeat(LARGEST), "study/expression-too-long");
    files.put(
        criterion + "(".repeat(10_000) + "age" + ")".repeat(10_000), "study/expression-too-long");
    files.put("a: " + "[".repeat(LARGEST), "study/too-deep");
    files.put("a: " + "{".repeat(LARGEST), "study/too-deep");
    files.put("- ".repeat(LARGEST), "study/too-deep");
    files.put("a: " + "*b, ".repeat(1000), "study/yaml");
    files.put("a\n".repeat(LARGEST), "study/no-entries");
    files.put("k: v\n".repeat(300_000), "study/duplicate-key");
    files.put("a: {b: c\n".repeat(100_000), "study/yaml");
    files.put("k: %\n".repeat(100_000), "study/needs-quotes");
    files.put("\u200b".repeat(300_000), "study/invisible-character");
    files.put("\0".repeat(LARGEST), "study/encoding");
    files.put("\n".repeat(LARGEST), "study/empty");
    files.put("design: " + "x".repeat(LARGEST), "study/missing-entry");
    files.put(derived(20_000), "study/too-many-variables");
    files.put(aliases(), "study/needs-quotes");
    return files;
  }

  private static String derived(int count) {
    StringBuilder text = new StringBuilder(STUDY).append("derived:\n");
    for (int i = 0; i < count; i++) {
      text.append("  d").append(i).append(": d").append(i + 1).append(" or age > 3\n");
    }
    return text.toString();
  }

  private static String aliases() {
    StringBuilder text = new StringBuilder(STUDY).append("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    return text.toString();
  }

  @Test
  void hostileFilesAreRefusedInLittleMemory(@TempDir Path folder) throws Exception {
    int number = 0;
    for (Map.Entry<String, String> file : files().entrySet()) {
      byte[] bytes = file.getKey().getBytes(StandardCharsets.UTF_8);
      int length = Math.min(bytes.length, LARGEST);
      Path path = folder.resolve("study" + number++ + ".yaml");
      Files.write(path, Arrays.copyOf(bytes, length));
      assertThat(refused(path)).as(file.getKey().substring(0, 20)).contains(file.getValue());
    }
  }

  @Test
  void twoHundredMegabytesAreRefusedUnread(@TempDir Path folder) throws Exception {
    Path path = folder.resolve("study.yaml");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(200L << 20);
    }
    assertThat(refused(path)).isEqualTo("study/too-large\n");
  }

  /// The codes of the problems, as a Java machine of 64 MB finds them.
  private static String refused(Path path) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                List.of(
                    java.toString(),
                    "-Xmx64m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ProblemCodes.class.getName(),
                    path.toString()))
            .redirectErrorStream(true)
            .start();
    String codes = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ended = process.waitFor(20, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("ended within 20 s").isTrue();
    return codes;
  }
}
