// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bundled anti-protein S study from file to paper, as a user runs it.
class FirstRunIT {
  private static final Path STUDY = Launched.HOUSE.resolve("studies/anti-protein-s/study.yaml");

  @TempDir static Path folder;

  private static Path out;
  private static StoredNumbers numbers;

  @BeforeAll
  static void run() throws IOException {
    Launched run =
        Launched.in(folder, "run", STUDY.toString(), "--profile", "spss14", "--out", "out");
    assertThat(run.exit()).as(run.err()).isZero();
    out = folder.resolve("out");
    numbers = StoredNumbers.of(out.resolve("findings.json"));
  }

  /// The Woolf interval from the counts 12, 232, 2, 244 with z = 1.959963984540054; 1e-10 relative,
  /// as several correct roundings lie between.
  @Test
  void crudeOddsRatioIsThatOfTheCounts() {
    StoredNumbers.Stored crude = numbers.at("association.igm_positive.crude.odds_ratio");
    assertThat(crude.value()).isCloseTo(6.310344827586207, within(6.3e-10));
    assertThat(crude.low()).isCloseTo(1.39723113384921, within(1.3e-10));
    assertThat(crude.high()).isCloseTo(28.4995451921711, within(2.8e-9));
  }

  /// The letter's text: 6.1 (1.3-28.0), 7.0 (1.5-33.5), 8 of 183.
  @Test
  void printedDigitsOfTheLetterComeOut() throws IOException {
    String report = Files.readString(out.resolve("report.html"));
    assertThat(report)
        .contains("6.3 (1.4–28.5)")
        .contains("6.1 (1.3–28.0)")
        .contains("7.0 (1.5–33.5)")
        .contains("12 (4.9")
        .contains("2 (0.8");
    StoredNumbers.Stored first =
        numbers.at("association.igm_positive.restricted.first_events.crude.odds_ratio");
    // 8/175 against 2/244, the Woolf limits of the golden rules: 5.58 (1.17-26.58)
    assertThat(first.value()).isCloseTo(5.577142857142857, within(1e-12));
    assertThat(first.low()).isCloseTo(1.17, within(0.005));
    assertThat(first.high()).isCloseTo(26.58, within(0.005));
  }

  @Test
  void limitsAreThoseOfTheLetter() {
    assertThat(numbers.at("limits.igm_ps.limit").value()).isEqualTo(8.2);
    assertThat(numbers.at("limits.igg_ps.limit").value()).isEqualTo(8.9);
  }

  @Test
  void everyPromisedFileIsThere() throws IOException {
    List<String> files;
    try (Stream<Path> tree = Files.walk(out)) {
      files =
          tree.filter(Files::isRegularFile)
              .map(p -> out.relativize(p).toString())
              .sorted()
              .toList();
    }
    assertThat(files)
        .contains("report.html", "findings.json", "queries.csv", "analysis.csv", "codebook.csv")
        .anyMatch(name -> name.startsWith("tables/"))
        .anyMatch(name -> name.startsWith("figures/"));
  }

  @Test
  void explainTellsWhereANumberComesFrom() {
    Launched run =
        Launched.in(folder, "explain", "out", "association.igm_positive.crude.odds_ratio");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("6.310344827586207").contains("study.yaml").contains("Woolf");
  }

  @Test
  void sameBytesWhateverTheMachineSpeaks() throws IOException {
    Map<String, byte[]> plain = files(out);
    List<String> machines =
        List.of(
            "-Duser.language=tr -Duser.country=TR -Duser.timezone=UTC",
            "-Duser.language=ar -Duser.country=EG -Duser.timezone=Pacific/Apia",
            "-Duser.language=de -Duser.country=DE -Dfile.encoding=ISO-8859-1");
    int threads = 1;
    for (String machine : machines) {
      threads = 5 - threads;
      Launched run =
          Launched.in(
              folder,
              Map.of("CASEBOOK_JAVA_OPTS", machine),
              "run",
              STUDY.toString(),
              "--profile",
              "spss14",
              "--threads",
              String.valueOf(threads),
              "--out",
              "other");
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(files(folder.resolve("other"))).as(machine).containsExactlyEntriesOf(plain);
    }
  }

  @Test
  void declaredFileOfAnotherFolderGivesTheSameBytes() throws IOException {
    Path moved = Files.createDirectory(folder.resolve("moved"));
    Files.copy(STUDY.resolveSibling("participants.csv"), moved.resolve("participants.csv"));
    Launched run =
        Launched.in(
            folder,
            "run",
            STUDY.toString(),
            "--profile",
            "spss14",
            "--data",
            "moved",
            "--out",
            "elsewhere");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(files(folder.resolve("elsewhere"))).containsExactlyEntriesOf(files(out));
  }

  @Test
  void terminalIsUtf8WhateverTheLocale() {
    Launched run =
        Launched.in(
            folder,
            Map.of("CASEBOOK_JAVA_OPTS", "-Dstdout.encoding=ISO-8859-1", "LC_ALL", "C"),
            "explain",
            "out",
            "association.igm_positive.crude.odds_ratio");
    assertThat(run.out()).contains("6.3 (1.4–28.5)");
  }

  @Test
  void aFolderThatNoRunHasMadeIsNotTouched() throws IOException {
    Path precious = Files.createDirectory(folder.resolve("precious"));
    Files.writeString(precious.resolve("thesis.txt"), "years of work");
    Launched run = Launched.in(folder, "run", STUDY.toString(), "--out", "precious");
    assertThat(run.exit()).isEqualTo(ExitCode.STUDY);
    assertThat(run.err()).contains("precious");
    assertThat(Files.readString(precious.resolve("thesis.txt"))).isEqualTo("years of work");
  }

  private static Map<String, byte[]> files(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }
}
