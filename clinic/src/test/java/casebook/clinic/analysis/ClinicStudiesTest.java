// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.result.Estimate;
import casebook.study.finding.Statistic;
import casebook.study.render.Renderer.OutputFile;
import casebook.study.report.Shown;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import casebook.study.run.StudyResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder below `studies` with a `findings.json` is a test: the study gives these findings,
/// and agrees with R where there is `r.txt`. `-Dgolden.update=true` writes `findings.json` anew.
class ClinicStudiesTest {
  private static final Path STUDIES = Path.of("src", "test", "resources", "studies");

  /// Exact limits are quantiles of the beta and gamma distributions on both sides.
  private static final double RELATIVE = 1e-8;

  @TestFactory
  Stream<DynamicTest> findingsAreThoseStored() throws IOException {
    return folders("study.yaml")
        .map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> stored(folder)));
  }

  @TestFactory
  Stream<DynamicTest> findingsAgreeWithR() throws IOException {
    return folders("r.txt")
        .map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> agrees(folder)));
  }

  private static Stream<Path> folders(String with) throws IOException {
    try (Stream<Path> folders = Files.list(STUDIES)) {
      return folders.filter(it -> Files.exists(it.resolve(with))).sorted().toList().stream();
    }
  }

  private static void stored(Path folder) throws IOException {
    OutputFile json =
        ClinicStudy.run(folder).files().stream()
            .filter(it -> it.path().equals("findings.json"))
            .findFirst()
            .orElseThrow();
    Path golden = folder.resolve("findings.json");
    if (Boolean.getBoolean("golden.update")) {
      Files.write(golden, json.bytes());
    }
    assertThat(new String(json.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(golden));
  }

  private static void agrees(Path folder) throws IOException {
    Map<String, Statistic> all = statistics(ClinicStudy.run(folder));
    for (String line : Files.readAllLines(folder.resolve("r.txt"))) {
      if (!line.startsWith("#")) {
        String[] words = line.split(" ", -1);
        Estimate found =
            Optional.ofNullable(all.get(words[0])).flatMap(Statistic::estimate).orElseThrow();
        close(words[0], found.value(), words[1]);
        close(words[0], found.interval().orElseThrow().low(), words[2]);
        close(words[0], found.interval().orElseThrow().high(), words[3]);
      }
    }
  }

  private static void close(String address, double found, String wanted) {
    double expected = Double.parseDouble(wanted);
    assertThat(found).as(address).isCloseTo(expected, Offset.offset(RELATIVE * Math.abs(expected)));
  }

  /// Every number of a run, by its address.
  static Map<String, Statistic> statistics(StudyResult result) {
    Numbers numbers = new Numbers(Journals.named("plain"));
    Map<String, Statistic> all = new LinkedHashMap<>();
    result.findings().findings().stream()
        .flatMap(it -> Shown.of(it, numbers).stream())
        .map(Shown::statistic)
        .forEach(it -> all.put(it.address().path(), it));
    return all;
  }

  /// The numbers of a run as printed, by address.
  static Map<String, String> printed(StudyResult result) {
    Numbers numbers = new Numbers(Journals.named("plain"));
    Map<String, String> all = new LinkedHashMap<>();
    result.findings().findings().stream()
        .flatMap(it -> Shown.of(it, numbers).stream())
        .forEach(it -> all.put(it.statistic().address().path(), it.printed()));
    return all;
  }
}
