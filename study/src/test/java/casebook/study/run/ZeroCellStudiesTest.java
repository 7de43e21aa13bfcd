// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.analysis.Analyses;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.language.Study;
import casebook.study.render.Renderer.OutputFile;
import casebook.study.render.Renderers;
import casebook.study.report.Document;
import casebook.study.report.Report;
import casebook.study.report.Shown;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Twenty random tables with an empty cell, each as a whole study from its file to its report: no
/// absurd odds ratio, no bare `NaN`, `Infinity` or `null`, and the empty cell is named.
class ZeroCellStudiesTest {
  private static final String STUDY =
      """
      casebook: 1
      title: A table with an empty cell
      design: case-control
      data: people.csv
      subject: id
      variables:
        group: {codes: {0: control, 1: patient}}
        sex: {levels: [male, female]}
        age: {is: number, unit: years}
        exposed: yes/no
      cases: group is patient
      controls: group is control
      analyses:
        - characteristics: [age, sex, exposed]
          by: group
          p values: yes
        - association: exposed
          primary: yes
          adjusted for:
            sex: [sex]
            sex and age: [sex, age]
          restricted to:
            women: sex is female
      """;

  private static final Pattern NOT_A_NUMBER = Pattern.compile("\\b(NaN|Infinity|null)\\b");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.-])\\d[\\d,]*(\\.\\d+)?(E\\d+)?\\b");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void nothingAbsurdIsPrinted(Profile profile) throws IOException {
    Random random = new Random(20261122);
    for (int table = 0; table < 20; table++) {
      int empty = random.nextInt(4);
      int[] cells = random.ints(4, 1, 40).toArray();
      cells[empty] = 0;
      StudyResult result = run(people(cells, random), profile);
      for (OutputFile file : result.files()) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        String name = file.path() + " of table " + table + ", profile " + profile.word();
        assertThat(NOT_A_NUMBER.matcher(visible(text)).results().map(m -> m.group()))
            .as(name)
            .isEmpty();
        if (file.path().startsWith("tables/")) {
          assertThat(largest(text)).as(name).isLessThanOrEqualTo(1e6);
        }
      }
      ratios(result, cells, empty);
    }
  }

  /// The words of a page without its styles and scripts.
  private static String visible(String text) {
    return text.replaceAll("(?s)<(style|script)>.*?</\\1>", "");
  }

  private static double largest(String text) {
    Matcher number = NUMBER.matcher(text);
    double largest = 0;
    while (number.find()) {
      largest = Math.max(largest, Double.parseDouble(number.group().replace(",", "")));
    }
    return largest;
  }

  private static void ratios(StudyResult result, int[] cells, int empty) {
    Numbers numbers = new Numbers(Journals.named("plain"));
    boolean said = false;
    String wanted = "no " + (empty < 2 ? "case" : "control") + " with";
    for (var finding : result.findings().findings()) {
      for (Shown shown : Shown.of(finding, numbers)) {
        Statistic statistic = shown.statistic();
        if (statistic.statistic().contains("ratio")
            || statistic.address().path().contains("ratio")) {
          statistic
              .estimate()
              .map(it -> it.value())
              .filter(Double::isFinite)
              .ifPresent(value -> assertThat(value).as(statistic.address().path()).isLessThan(1e6));
        }
        said |= statistic.whyNot().contains(wanted) || shown.notes().toString().contains(wanted);
      }
    }
    assertThat(said).as("%s, empty %s", java.util.Arrays.toString(cells), empty).isTrue();
    Document paper = Report.of(result.findings());
    assertThat(paper.blocks()).isNotEmpty();
  }

  private static String people(int[] cells, Random random) {
    StringBuilder rows = new StringBuilder("id,group,sex,age,exposed\n");
    int id = 0;
    for (int cell = 0; cell < 4; cell++) {
      for (int i = 0; i < cells[cell]; i++) {
        rows.append(++id)
            .append(cell < 2 ? ",1," : ",0,")
            .append(random.nextBoolean() ? "male," : "female,")
            .append(20 + random.nextInt(60))
            .append(cell % 2 == 0 ? ",yes\n" : ",no\n");
      }
    }
    return rows.toString();
  }

  private StudyResult run(String people, Profile profile) throws IOException {
    Files.writeString(folder.resolve("people.csv"), people);
    StudyRun run = new StudyRun(Analyses.ALL, Renderers.ALL, "test");
    Study study = run.read("study.yaml", STUDY.getBytes(StandardCharsets.UTF_8)).orThrow();
    Settings settings = new Settings(profile, "plain", 0.95, 1, 1, Optional.empty());
    Cohort cohort =
        run.cohort(study, Sources.read(folder, study.data(), study.dictionary()), settings)
            .orThrow();
    return run.paper(cohort, List.of(), settings);
  }
}
