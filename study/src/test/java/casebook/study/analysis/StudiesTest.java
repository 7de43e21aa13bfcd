// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.analysis.family.Families;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.data.Table;
import casebook.study.finding.Finding;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Severity;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every folder below `studies` with a `study.yaml` is a test: its findings are those in
/// `findings-PROFILE.txt`, and agree with R where there is `r-PROFILE.txt`.
class StudiesTest {
  private static final Path STUDIES = Path.of("src", "test", "resources", "studies");

  /// R and Casebook maximise the same likelihoods to double precision; limits are roots.
  private static final double RELATIVE = 1e-8;

  @TestFactory
  Stream<DynamicTest> findingsAreThoseStored() throws IOException {
    return studies()
        .flatMap(folder -> Stream.of(Profile.values()).map(profile -> stored(folder, profile)));
  }

  @TestFactory
  Stream<DynamicTest> findingsAgreeWithR() throws IOException {
    return studies()
        .flatMap(folder -> Stream.of(Profile.values()).map(profile -> agrees(folder, profile)))
        .flatMap(Optional::stream);
  }

  private static Stream<Path> studies() throws IOException {
    try (Stream<Path> folders = Files.list(STUDIES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("study.yaml")))
          .filter(folder -> Files.exists(folder.resolve("findings-casebook.txt")) || updating())
          .sorted()
          .toList()
          .stream();
    }
  }

  private static boolean updating() {
    return System.getProperty("golden.update") != null;
  }

  private static DynamicTest stored(Path folder, Profile profile) {
    String name = folder.getFileName() + ", profile " + profile.word();
    return DynamicTest.dynamicTest(
        name,
        () -> {
          String text = FindingsText.of(findings(folder, profile));
          Path golden = folder.resolve("findings-" + profile.word() + ".txt");
          if (updating()) {
            Files.writeString(golden, text);
          }
          assertThat(text).isEqualTo(Files.readString(golden));
        });
  }

  private static Optional<DynamicTest> agrees(Path folder, Profile profile) {
    Path golden = folder.resolve("r-" + profile.word() + ".txt");
    return Files.exists(golden)
        ? Optional.of(
            DynamicTest.dynamicTest(
                folder.getFileName() + ", profile " + profile.word(),
                () -> {
                  Printed printed = Printed.of(findings(folder, profile));
                  for (String line : Files.readAllLines(golden)) {
                    if (!line.startsWith("#")) {
                      compare(printed, line.split(" "));
                    }
                  }
                }))
        : Optional.empty();
  }

  private static void compare(Printed printed, String[] wanted) {
    Statistic statistic = printed.at(wanted[0]);
    List<Optional<Double>> found = new ArrayList<>();
    found.add(statistic.estimate().map(it -> it.value()));
    found.add(statistic.estimate().flatMap(it -> it.interval()).map(it -> it.low()));
    found.add(statistic.estimate().flatMap(it -> it.interval()).map(it -> it.high()));
    found.add(statistic.p().map(it -> it.value()));
    for (int i = 0; i < 4; i++) {
      if (!wanted[i + 1].equals("-")) {
        double expected = Double.parseDouble(wanted[i + 1]);
        assertThat(found.get(i).orElseThrow())
            .as(wanted[0] + ", number " + i)
            .isCloseTo(expected, Offset.offset(RELATIVE * Math.abs(expected)));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> threadsChangeNothing() throws IOException {
    return studies()
        .map(folder ->
            DynamicTest.dynamicTest(
                folder.getFileName().toString(),
                () ->
                    assertThat(FindingsText.of(findings(folder, Profile.SPSS14, 4)))
                        .isEqualTo(FindingsText.of(findings(folder, Profile.SPSS14)))));
  }

  @Test
  void workbookGivesTheFindingsOfTheSameTableAsText() throws IOException {
    Path folder = STUDIES.resolve("source-xlsx");
    String workbook = Files.readString(folder.resolve("study.yaml"));
    String text = workbook.replace("{file: data.xlsx, sheet: people}", "data.csv");
    assertThat(text).contains("data: data.csv");
    assertThat(FindingsText.of(findings(folder, study(text), Profile.CASEBOOK, 1)))
        .isEqualTo(FindingsText.of(findings(folder, study(workbook), Profile.CASEBOOK, 1)));
  }

  private static Study study(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return StudyReader.read("study.yaml", bytes, Analyses.forms(Analyses.ALL)).orThrow();
  }

  private static List<Finding> findings(Path folder, Profile profile) {
    return findings(folder, profile, 1);
  }

  private static List<Finding> findings(Path folder, Profile profile, int threads) {
    Study study =
        StudyReader.read(folder.resolve("study.yaml"), Analyses.forms(Analyses.ALL)).orThrow();
    return findings(folder, study, profile, threads);
  }

  private static List<Finding> findings(Path folder, Study study, Profile profile, int threads) {
    assertThat(
            Analyses.check(study, Analyses.ALL).stream()
                .filter(it -> it.severity() == Severity.ERROR))
        .isEmpty();
    Table table = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    Cohort cohort =
        CohortBuilder.standard()
            .withQuantileType(profile.percentileType())
            .build(study, table)
            .orThrow();
    Settings settings = new Settings(profile, "plain", 0.95, 1, threads, Optional.empty());
    List<Finding> findings = new ArrayList<>(CohortFindings.of(cohort));
    List<Asked<?>> all = Analyses.asked(study, Analyses.ALL);
    for (Asked<?> asked : all) {
      findings.addAll(asked.run(cohort, settings));
    }
    return Families.beside(study, all.stream().map(Asked::address).toList(), findings);
  }
}
