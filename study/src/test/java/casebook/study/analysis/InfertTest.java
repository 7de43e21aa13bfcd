// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.result.Interval;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.data.Table;
import casebook.study.finding.Finding;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Infertility after abortion, 83 cases in matched sets with two controls each (one set has one):
/// the whole way from a study file to odds ratios that equal `survival::clogit` 3.5.3, method
/// "exact" (R 4.2.2), cases `clogit/infert` and `clogit/infert-factor` of `golden/clogit.json`.
class InfertTest {
  private static final Path DATA =
      Path.of("..", "stats", "src", "test", "resources", "third-party", "infert", "infert.csv");

  private static final String STUDY =
      """
      casebook: 1
      title: Infertility after abortion
      design: case-control
      data: infert.csv
      subject: id
      variables:
        case: {codes: {0: control, 1: case}}
        stratum: text
        age: {is: number, unit: years}
        parity: number
        education: {levels: ["0-5yrs", "6-11yrs", "12+ yrs"]}
        spontaneous: {is: TYPE, label: Spontaneous abortions}
        induced: {is: TYPE, label: Induced abortions}
      cases: case is case
      controls: case is control
      matching: {kind: individual, to: stratum, age: same, parity: same, education: same}
      analyses:
        - association: spontaneous
          matched by: stratum
          adjusted for: {induced: [induced]}
      """;

  /// The golden's tolerance: both programs stop Newton's method at double precision.
  private static final double RELATIVE = 1e-7;

  @TempDir Path folder;

  private Printed printed(String type, Profile profile) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(DATA)) {
      lines.add((lines.isEmpty() ? "id" : lines.size()) + "," + line);
    }
    Files.write(folder.resolve("infert.csv"), lines);
    String text =
        type.equals("number")
            ? STUDY.replace("{is: TYPE,", "{is: number,")
            : STUDY.replace("{is: TYPE,", "{levels: [\"0\", \"1\", \"2\"],");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Study study = StudyReader.read("study.yaml", bytes, Analyses.forms(Analyses.ALL)).orThrow();
    assertThat(Analyses.check(study, Analyses.ALL)).isEmpty();
    Table table = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    Cohort cohort = CohortBuilder.standard().build(study, table).orThrow();
    Settings settings = new Settings(profile, "plain", 0.95, 1, 1, Optional.empty());
    List<Finding> findings = new ArrayList<>();
    for (Asked<?> asked : Analyses.asked(study, Analyses.ALL)) {
      findings.addAll(asked.run(cohort, settings));
    }
    return Printed.of(findings);
  }

  private static void isWald(Statistic found, double ratio, double low, double high, double p) {
    Interval interval = found.estimate().orElseThrow().interval().orElseThrow();
    close(found.estimate().orElseThrow().value(), ratio);
    close(interval.low(), low);
    close(interval.high(), high);
    close(found.p().orElseThrow().value(), p);
  }

  private static void close(double found, double expected) {
    assertThat(found).isCloseTo(expected, Offset.offset(RELATIVE * expected));
  }

  @Test
  void numbersOfAbortionsEqualClogit() throws IOException {
    Printed printed = printed("number", Profile.SPSS14);
    isWald(
        printed.at("association.spontaneous.matched_induced.odds_ratio"),
        7.28542310348791,
        3.651356973535945,
        14.536346399852459,
        1.7547336252423335e-08);
    isWald(
        printed.at("association.spontaneous.matched_induced.term.induced.odds_ratio"),
        4.091909092278409,
        2.017841242361788,
        8.297838139076283,
        9.376245229988734e-05);
    assertThat(printed.at("association.spontaneous.matched_induced.sets").basis().counts())
        .containsEntry("count", 83L);
    assertThat(printed.at("association.spontaneous.matched_induced.n").basis().counts())
        .containsEntry("count", 248L);
  }

  @Test
  void levelsOfAbortionsEqualClogit() throws IOException {
    Printed printed = printed("levels", Profile.SPSS14);
    isWald(
        printed.at("association.spontaneous.matched_induced.1.odds_ratio"),
        7.719547336119531,
        3.1774173094239755,
        18.75466936553993,
        6.406796593655618e-06);
    isWald(
        printed.at("association.spontaneous.matched_induced.2.odds_ratio"),
        51.163141958735665,
        12.363420951659249,
        211.72676278877577,
        5.6267165407432734e-08);
  }

  /// The unconditional model stands beside, with what was matched held constant.
  @Test
  void unconditionalModelHoldsTheMatchingFactors() throws IOException {
    Printed printed = printed("number", Profile.CASEBOOK);
    Statistic beside = printed.at("association.spontaneous.induced.odds_ratio");
    assertThat(beside.basis().counts()).containsEntry("coefficients", 6L);
    assertThat(beside.estimate()).isPresent();
  }
}
