// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
  private static final Path CERTIFIED =
      Path.of("../stats/src/test/resources/certified").toAbsolutePath().normalize();

  @TempDir Path here;

  private String said = "";

  private int score(String... words) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int end = Score.run(words, here, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    said = bytes.toString(StandardCharsets.UTF_8);
    return end;
  }

  private void suite(String folder, String text) throws IOException {
    Files.createDirectories(here.resolve(folder));
    Files.writeString(here.resolve(folder).resolve("suite.json"), text);
  }

  @Test
  @Tag("slow")
  void theCertifiedFolderReachesTheBar() throws IOException {
    int end = score(CERTIFIED.toString());
    assertThat(said).doesNotContain("missing: ").doesNotContain("below the bar");
    assertThat(end).isZero();
  }

  @Test
  void whatNeedsNoSearchIsReachedInEveryValue() throws IOException {
    Path suites = Files.createDirectories(here.resolve("certified"));
    try (Stream<Path> files = Files.list(CERTIFIED)) {
      for (Path file : files.filter(f -> !f.endsWith("nist_nonlinear.json")).toList()) {
        Files.copy(file, suites.resolve(file.getFileName()));
      }
    }
    assertThat(score("certified")).isZero();
    assertThat(said).doesNotContain("missing: ").doesNotContain("not reached: ");
  }

  @Test
  void valuesAreWrittenToTheCurrentFolder() throws IOException {
    suite(
        "suites",
        """
        {"suite": "sums", "cases": [{"id": "tenths", "input": {"values": ["0.1", "0.2"]},
          "expected": {"sum_exact": "0.30000000000000004"}}]}\
        """);
    assertThat(score("suites")).isZero();
    Json results = Json.read(here.resolve("results.json"));
    assertThat(results.at("sums").at("tenths").at("sum_exact").text())
        .isEqualTo("0.30000000000000004");
    assertThat(said).contains("sums                    1       0    15.9    15.9    15.9");
    assertThat(score("suites", "--out", "other.json")).isZero();
    assertThat(here.resolve("other.json")).hasSameTextualContentAs(here.resolve("results.json"));
  }

  @Test
  void oneMissingStatisticEndsWithOne() throws IOException {
    suite(
        "suites",
        """
        {"suite": "sums", "cases": [{"id": "one", "input": {"values": ["1"]},
          "expected": {"sum_exact": "1", "product": "1"}}]}\
        """);
    assertThat(score("suites")).isEqualTo(1);
    assertThat(said)
        .contains("missing: sums one product (unknown statistic)")
        .contains("below the bar: 1 statistics are missing");
  }

  @Test
  void wrongDigitsEndWithOne() throws IOException {
    suite(
        "suites",
        """
        {"suite": "sums", "cases": [{"id": "one", "input": {"values": ["1"]},
          "expected": {"sum_exact": "1.001"}}]}\
        """);
    assertThat(score("suites")).isEqualTo(1);
    assertThat(said)
        .contains("not reached: sums one sum_exact: 1, certified 1.001, 3.0 digits")
        .contains("0 of 1 values are reached")
        .contains("the median is below 14.5 digits")
        .contains("1 values have fewer than 9 digits");
  }

  @Test
  void separationMustBeRightInEveryCase() throws IOException {
    suite(
        "suites",
        """
        {"suite": "separation", "cases": [{"id": "one",
          "input": {"X": [["1", "1"], ["1", "2"]], "y": [0, 1]},
          "expected": {"status": "overlap"}}]}\
        """);
    assertThat(score("suites")).isEqualTo(1);
    assertThat(said).contains("below the bar: a case of separation is wrong");
  }

  @Test
  void anEmptyFolderIsNotGoodEnough() throws IOException {
    Files.createDirectories(here.resolve("empty"));
    assertThat(score("empty")).isEqualTo(1);
  }

  @Test
  void wrongWordsEndWithTwo() throws IOException {
    assertThat(score()).isEqualTo(2);
    assertThat(score("--fast")).isEqualTo(2);
    assertThat(score("nowhere")).isEqualTo(2);
    assertThat(said).contains("nowhere is not a folder").contains("usage: ./dev score DIR...");
    assertThat(here.resolve("results.json")).doesNotExist();
  }
}
