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
import casebook.study.finding.Statistic.Basis;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Endometrial cancer of high or low grade, 79 patients: neovasculation occurs in cases only, so
/// that maximum likelihood has no finite answer. The whole way from a study file to the odds ratios
/// of the cases `firth/endometrial` and `firth/endometrial-nv` of `golden/firth.json`.
class EndometrialTest {
  private static final Path DATA =
      Path.of(
          "..",
          "stats",
          "src",
          "test",
          "resources",
          "third-party",
          "endometrial",
          "endometrial.csv");

  private static final String STUDY =
      """
      casebook: 1
      title: Risk factors of high-grade endometrial cancer
      design: case-control
      data: endometrial.csv
      subject: id
      variables:
        NV: {is: yes/no, codes: {0: no, 1: yes}, label: Neovasculation}
        PI: {is: number, label: Pulsatility index}
        EH: {is: number, label: Endometrium height}
        HG: {codes: {0: low, 1: high}, label: Grade}
      cases: HG is high
      controls: HG is low
      analyses:
        - association: NV
          adjusted for: {PI and EH: [PI, EH]}
        - association: EH
          adjusted for: {NV and PI: [NV, PI]}
      """;

  /// The golden's tolerances: estimates and P 1e-7, limits 1e-6, on the logarithmic scale.
  private static final double ESTIMATE = 1e-7;

  private static final double LIMIT = 1e-6;

  @TempDir Path folder;

  private Printed printed(Profile profile) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(DATA)) {
      lines.add((lines.isEmpty() ? "id" : lines.size()) + "," + line);
    }
    Files.write(folder.resolve("endometrial.csv"), lines);
    byte[] bytes = STUDY.getBytes(StandardCharsets.UTF_8);
    Study study = StudyReader.read("study.yaml", bytes, Analyses.forms(Analyses.ALL)).orThrow();
    assertThat(Analyses.check(study, Analyses.ALL)).isEmpty();
    Table table = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    Cohort cohort = CohortBuilder.standard().build(study, table).orThrow();
    Settings settings = Settings.standard().withProfile(profile);
    List<Finding> findings = new ArrayList<>();
    for (Asked<?> asked : Analyses.asked(study, Analyses.ALL)) {
      findings.addAll(asked.run(cohort, settings));
    }
    return Printed.of(findings);
  }

  private static void isFirth(Statistic found, double log, double low, double high, double p) {
    assertThat(found.method().name()).contains("Firth");
    Interval interval = found.estimate().orElseThrow().interval().orElseThrow();
    close(Math.log(found.estimate().orElseThrow().value()), log, ESTIMATE);
    close(Math.log(interval.low()), low, LIMIT);
    close(Math.log(interval.high()), high, LIMIT);
    close(found.p().orElseThrow().value(), p, LIMIT);
  }

  private static void close(double found, double expected, double relative) {
    assertThat(found).isCloseTo(expected, Offset.offset(relative * Math.abs(expected)));
  }

  @Test
  void separatedExposureHasFirthsOddsRatioWithProfileLimits() throws IOException {
    Printed printed = printed(Profile.CASEBOOK);
    isFirth(
        printed.at("association.nv.crude.odds_ratio"),
        4.335608654649507,
        2.2264766904938478,
        9.206554881303232,
        2.6073750795014454e-07);
    isFirth(
        printed.at("association.nv.pi_and_eh.odds_ratio"),
        2.929273353197117,
        0.6097244363031978,
        7.854631713877324,
        0.009123667547085667);
  }

  /// The covariate that separates makes the row of another exposure Firth's as well.
  @Test
  void separatedCovariateDoesTheSame() throws IOException {
    isFirth(
        printed(Profile.CASEBOOK).at("association.eh.nv_and_pi.odds_ratio"),
        -2.6041639252936792,
        -4.36518324726323,
        -1.2327210572170015,
        2.5068672148557835e-05);
  }

  @Test
  void separatingTermIsNamed() throws IOException {
    Printed printed = printed(Profile.CASEBOOK);
    List<String> notes = new ArrayList<>();
    for (Finding finding : printed.findings()) {
      if (finding instanceof Finding.Estimates table) {
        table.rows().forEach(row -> row.cells().forEach(cell -> notes.addAll(cell.notes())));
      }
    }
    assertThat(notes)
        .anySatisfy(note -> assertThat(note).contains("there is no control with Neovasculation"))
        .anySatisfy(note ->
            assertThat(note)
                .contains("Neovasculation predicts perfectly who is a case for some persons"));
  }

  /// Beside Firth's answer stands that of maximum likelihood, which is none; no profile prints a
  /// Wald interval of a separated term.
  @Test
  void maximumLikelihoodSaysThatItHasNoAnswer() throws IOException {
    Statistic likelihood =
        printed(Profile.CASEBOOK)
            .at("association.nv.pi_and_eh.odds_ratio")
            .basis()
            .others()
            .stream()
            .filter(other -> other.label().equals(Basis.LIKELIHOOD))
            .map(Basis.Other::statistic)
            .findFirst()
            .orElseThrow();
    assertThat(likelihood.estimate()).isEmpty();
    assertThat(likelihood.whyNot()).contains("Neovasculation predicts perfectly");
    for (Profile profile : List.of(Profile.SPSS14, Profile.R, Profile.SAS, Profile.STATA)) {
      Statistic printed = printed(profile).at("association.nv.pi_and_eh.odds_ratio");
      assertThat(printed.estimate()).as(profile.word()).isEmpty();
      assertThat(printed.whyNot()).as(profile.word()).contains("Neovasculation");
    }
  }
}
