// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.analysis.Analyses;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.render.Renderers;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `print:` of a level is what the paper shows in its place; addresses keep the level.
class PrintedLevelsTest {
  private static final String STUDY =
      """
      casebook: 1
      title: Bleeding
      design: case-control
      data: people.csv
      subject: id
      variables:
        group: {levels: [control, patient]}
        bleeding: {levels: [none, minor, major], print: {minor: "+", major: "++"}}
      cases: group is patient
      controls: group is control
      analyses:
        - characteristics: [bleeding]
          by: group
        - association: bleeding
      """;

  @TempDir private Path folder;

  @Test
  void tablesShowWhatIsPrinted() throws IOException {
    StringBuilder people = new StringBuilder("id,group,bleeding\n");
    List<String> levels = List.of("none", "minor", "major");
    for (int i = 0; i < 60; i++) {
      people.append(i).append(i % 2 == 0 ? ",control," : ",patient,");
      people.append(levels.get(i * 7 % 10 % 3)).append('\n');
    }
    Files.writeString(folder.resolve("people.csv"), people);
    StudyRun run = new StudyRun(Analyses.ALL, Renderers.ALL, "test");
    Study study = run.read("study.yaml", STUDY.getBytes(StandardCharsets.UTF_8)).orThrow();
    Settings settings = Settings.standard();
    Cohort cohort =
        run.cohort(study, Sources.read(folder, study.data(), study.dictionary()), settings)
            .orThrow();
    StudyResult result = run.paper(cohort, List.of(), settings);
    StringBuilder tables = new StringBuilder();
    result.files().stream()
        .filter(file -> file.path().startsWith("tables/"))
        .forEach(file -> tables.append(new String(file.bytes(), StandardCharsets.UTF_8)));
    assertThat(tables.toString()).contains("+", "++").doesNotContain("major", "minor");
    String numbers =
        result.files().stream()
            .filter(file -> file.path().equals("findings.json"))
            .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
            .findFirst()
            .orElseThrow();
    assertThat(numbers).contains("association.bleeding.crude.major.odds_ratio");
  }
}
