// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.analysis.Analyses;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Finding;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.render.Renderers;
import casebook.study.report.Shown;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The bundled letter under the profile of each program: its table is 12 of 244 against 2 of 246
/// where the limit lies at or beyond the 244th control, and 3 of 246 under the percentile of R.
class ProfilesTest {
  private static final Path STUDY = Path.of("..", "studies", "anti-protein-s", "study.yaml");
  private static final String CRUDE = "association.igm_positive.crude.odds_ratio";
  private static final String P = "association.igm_positive.crude.p";

  private static StudyResult run(Profile profile) throws IOException {
    StudyRun run = new StudyRun(Analyses.ALL, Renderers.ALL, "test");
    Study study = run.read("study.yaml", Files.readAllBytes(STUDY)).orThrow();
    Settings settings = new Settings(profile, "plain", 0.95, 1, 1, Optional.empty());
    Path folder = Optional.ofNullable(STUDY.getParent()).orElseThrow();
    Cohort cohort =
        run.cohort(study, Sources.read(folder, study.data(), study.dictionary()), settings)
            .orThrow();
    return run.paper(cohort, List.of(), settings);
  }

  private static Map<String, String> printed(StudyResult result) {
    Map<String, String> printed = new HashMap<>();
    Numbers numbers = new Numbers(Journals.named("plain"));
    for (Finding finding : result.findings().findings()) {
      for (Shown shown : Shown.of(finding, numbers)) {
        printed.put(shown.statistic().address().path(), shown.printed());
      }
    }
    return printed;
  }

  @Test
  void spssAndSasPrintTheLetter() throws IOException {
    for (Profile profile : List.of(Profile.SPSS14, Profile.SAS)) {
      Map<String, String> printed = printed(run(profile));
      assertThat(printed).containsEntry(CRUDE, "6.3 (1.4–28.5)");
      // Pearson: 0.006388
      assertThat(printed.get(P)).isEqualTo("0.006");
    }
  }

  /// `cci 12 232 2 244`: the central exact interval about the sample odds ratio.
  @Test
  void stataPrintsTheExactInterval() throws IOException {
    Map<String, String> printed = printed(run(Profile.STATA));
    assertThat(printed).containsEntry(CRUDE, "6.3 (1.4–58.5)").containsEntry(P, "0.006");
  }

  /// In R 4.2.2: `quantile(type = 7)` leaves a third control above the limit; `glm` of 12, 232, 3,
  /// 243 gives 4.18965 (1.3111 to 18.5600 by `confint`), `chisq.test` 0.034513082.
  @Test
  void percentileOfRTakesOneMoreControl() throws IOException {
    Map<String, String> printed = printed(run(Profile.R));
    assertThat(printed)
        .containsEntry("limits.igm_ps.above", "3")
        .containsEntry("association.igm_positive.controls.count", "3 (1.2)")
        .containsEntry(CRUDE, "4.2 (1.3–18.6)")
        .containsEntry(P, "0.035");
    // what profile casebook prints stands beside, from its own limit
    assertThat(printed)
        .containsEntry("limits.igm_ps.above.casebook", "2")
        .containsEntry(CRUDE + ".casebook", "5.3 (1.6–27.1)");
  }

  @Test
  void footnotesOfTheTableSayWhatCasebookPrints() throws IOException {
    String page =
        run(Profile.R).files().stream()
            .filter(file -> file.path().equals("report.html"))
            .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
            .findFirst()
            .orElseThrow();
    assertThat(page)
        .contains("Profile casebook: 2 (0.8).")
        .contains("Profile casebook: 5.3 (1.6–27.1) (Firth")
        .contains("Profile casebook: 8.2 (99th percentile of the controls, type 6 (rank p(n + 1))");
  }
}
